package dev.papack.cli;

import dev.papack.asset.Frame;
import dev.papack.asset.Gutters;
import dev.papack.asset.KeyColor;
import dev.papack.asset.SheetRequest;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/** The options that say how sheets are cut, and which of their colours is transparent. */
final class SheetOptions {
  private static final String TRANSPARENT_COLOR = "--transparent-color";
  private static final String MARGIN = "--margin";
  private static final String SPACING = "--spacing";
  private static final String FRAME = "--frame";

  private static final Pattern SIZE =
      Pattern.compile("([0-9]{1,5})[xX]([0-9]{1,5})(?:[xX]([0-9]{1,5}))?");

  private SheetOptions() {}

  static void declare(CommandSpec spec) {
    spec.addOption(
        CommonOptions.text(TRANSPARENT_COLOR)
            .paramLabel("#RRGGBB")
            .description("Pictures: make pixels of exactly this colour transparent.")
            .build());
    spec.addOption(
        CommonOptions.number(MARGIN)
            .paramLabel("N")
            .description("Pictures: pixels around all tiles or frames (0 to 1024).")
            .build());
    spec.addOption(
        CommonOptions.number(SPACING)
            .paramLabel("N")
            .description("Pictures: pixels between two tiles or frames (0 to 1024).")
            .build());
    spec.addOption(
        CommonOptions.text(FRAME)
            .paramLabel("WxH[xCOUNT]")
            .description(
                "Pictures: cut each sheet into frames of W x H pixels, the first COUNT or all.")
            .build());
  }

  static SheetRequest sheets(Invocation invocation) throws UsageException {
    OptionalInt margin = invocation.number(MARGIN, 0, Gutters.MAX_PIXELS);
    OptionalInt spacing = invocation.number(SPACING, 0, Gutters.MAX_PIXELS);
    Optional<String> color = invocation.text(TRANSPARENT_COLOR);
    Optional<String> frame = invocation.text(FRAME);
    return new SheetRequest(
        color.isPresent() ? Optional.of(color(color.get())) : Optional.empty(),
        margin.isPresent() || spacing.isPresent()
            ? Optional.of(new Gutters(margin.orElse(0), spacing.orElse(0)))
            : Optional.empty(),
        frame.isPresent() ? Optional.of(frame(frame.get())) : Optional.empty());
  }

  private static KeyColor color(String text) throws UsageException {
    return KeyColor.parse(text)
        .orElseThrow(() ->
            new UsageException(
                TRANSPARENT_COLOR + " takes a colour such as #ff00ff, not \"" + text + "\""));
  }

  private static Frame frame(String text) throws UsageException {
    Matcher size = SIZE.matcher(text);
    if (size.matches()) {
      int width = Integer.parseInt(size.group(1));
      int height = Integer.parseInt(size.group(2));
      Optional<String> count = Optional.ofNullable(size.group(3));
      int frames = count.map(Integer::parseInt).orElse(1);
      if (isSide(width) && isSide(height) && frames >= 1 && frames <= Frame.MAX_COUNT) {
        return new Frame(
            width, height, count.isPresent() ? OptionalInt.of(frames) : OptionalInt.empty());
      }
    }
    throw new UsageException(
        FRAME + " takes a size such as 24x40, or 24x40x3 for three frames, not \"" + text + "\"");
  }

  private static boolean isSide(int pixels) {
    return pixels >= 1 && pixels <= Frame.MAX_SIDE_PIXELS;
  }
}

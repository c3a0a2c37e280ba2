package dev.papack.cli;

import dev.papack.asset.ColorReduction;
import dev.papack.asset.ColorReduction.Dither;
import dev.papack.asset.Frame;
import dev.papack.asset.Gutters;
import dev.papack.asset.KeyColor;
import dev.papack.asset.SheetRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** The options that say how sheets are cut, and which of their colours is transparent. */
final class SheetOptions {
  private static final String TRANSPARENT_COLOR = "--transparent-color";
  private static final String MARGIN = "--margin";
  private static final String SPACING = "--spacing";
  private static final String FRAME = "--frame";
  private static final String LAYERS = "--layers";
  private static final String TAG = "--tag";
  static final String COLORS = "--colors";
  private static final String MAX_PALETTES = "--max-palettes";
  private static final String DITHER = "--dither";

  private static final Pattern SIZE =
      Pattern.compile("([0-9]{1,5})[xX]([0-9]{1,5})(?:[xX]([0-9]{1,5}))?");

  private SheetOptions() {}

  /** What may become of colours. */
  private enum ColorsWord {
    REDUCE
  }

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
    spec.addOption(
        CommonOptions.text(LAYERS)
            .paramLabel("NAME[,NAME...]")
            .description("Aseprite: show these layers and groups, hidden or not, and no others.")
            .build());
    spec.addOption(
        CommonOptions.text(TAG)
            .paramLabel("NAME")
            .description("Aseprite: take the frames of this tag.")
            .build());
    spec.addOption(
        CommonOptions.choice(COLORS, List.of("reduce"))
            .description(
                "Pictures with too many colours: choose palettes and colours that come nearest.")
            .build());
    spec.addOption(
        CommonOptions.number(MAX_PALETTES)
            .paramLabel("N")
            .description("With --colors reduce: use at most N palettes (1 to 64). [default: 64]")
            .build());
    spec.addOption(
        CommonOptions.choice(DITHER, List.of("ordered"))
            .description("With --colors reduce: mix colours in a pattern of 8 x 8 pixels.")
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
        frame.isPresent() ? Optional.of(frame(frame.get())) : Optional.empty(),
        reduction(invocation),
        invocation.text(LAYERS).map(SheetOptions::names).orElse(List.of()),
        invocation.text(TAG));
  }

  private static List<String> names(String text) {
    return Stream.of(text.split(",")).filter(name -> !name.isEmpty()).toList();
  }

  static boolean isReduced(Invocation invocation) {
    return invocation.has(COLORS);
  }

  private static Optional<ColorReduction> reduction(Invocation invocation) throws UsageException {
    OptionalInt maxPalettes = invocation.number(MAX_PALETTES, 1, ColorReduction.MAX_PALETTES);
    Optional<Dither> dither = invocation.choice(DITHER, new Dither[] {Dither.ORDERED});
    if (invocation.choice(COLORS, new ColorsWord[] {ColorsWord.REDUCE}).isPresent()) {
      return Optional.of(
          new ColorReduction(
              maxPalettes.orElse(ColorReduction.MAX_PALETTES), dither.orElse(Dither.NONE)));
    }
    if (maxPalettes.isPresent() || dither.isPresent()) {
      throw new UsageException(
          (maxPalettes.isPresent() ? MAX_PALETTES : DITHER) + " needs " + COLORS + " reduce");
    }
    return Optional.empty();
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

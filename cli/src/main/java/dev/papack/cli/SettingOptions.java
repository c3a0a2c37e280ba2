package dev.papack.cli;

import dev.papack.asset.SoundsRequest;
import dev.papack.asset.SoundsSettings.Loop;
import dev.papack.asset.SoundsSettings.LoopMode;
import dev.papack.asset.TilesRequest;
import dev.papack.asset.TilesSettings.Fit;
import dev.papack.asset.TilesSettings.Index0;
import dev.papack.asset.TilesSettings.Palettes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/** The options for the settings of a declaration: one for each member that it can have. */
final class SettingOptions {
  private static final String TILE_SIZE = "--tile-size";
  private static final String PALETTES = "--palettes";
  private static final String PALETTES_FROM = "--palettes-from";
  private static final String FIT = "--fit";
  private static final String ALPHA_THRESHOLD = "--alpha-threshold";
  private static final String INDEX_0 = "--index-0";
  private static final String SAMPLE_RATE = "--sample-rate";
  private static final String CHANNELS = "--channels";
  private static final String LOOP = "--loop";
  private static final String LOOP_MODE = "--loop-mode";

  /** The loop that repeats nothing. */
  private static final String NONE = "none";

  private static final int MIN_SAMPLE_RATE_HZ = 8_000;
  private static final int MAX_SAMPLE_RATE_HZ = 48_000;

  /** No more digits than any integer of a document has. */
  private static final Pattern FRAMES = Pattern.compile("([0-9]{1,15})\\.\\.([0-9]{1,15})");

  private SettingOptions() {}

  /** The palettes that a word can say. */
  private enum PaletteWord {
    INDEXED,
    AUTO;

    Palettes palettes() {
      return switch (this) {
        case INDEXED -> Palettes.INDEXED;
        case AUTO -> Palettes.AUTO;
      };
    }
  }

  static void declare(CommandSpec spec) {
    spec.addOption(
        CommonOptions.choice(TILE_SIZE, List.of("8", "16", "32"))
            .description("Pictures: side of a tile in pixels.")
            .build());
    spec.addOption(
        CommonOptions.choice(PALETTES, List.of("auto", "indexed"))
            .description(
                "Pictures: compute palettes (auto), or keep the palette of an indexed PNG"
                    + " (indexed).")
            .build());
    spec.addOption(
        CommonOptions.text(PALETTES_FROM)
            .paramLabel("FILE")
            .description("Pictures: take the palettes of FILE, an indexed PNG in assets/.")
            .build());
    spec.addOption(
        CommonOptions.choice(FIT, List.of("exact", "pad"))
            .description(
                "Pictures: refuse one that is not a multiple of the tile size (exact), or pad it"
                    + " (pad).")
            .build());
    spec.addOption(
        CommonOptions.number(ALPHA_THRESHOLD)
            .paramLabel("N")
            .description(
                "Pictures: make pixels with alpha below N (1 to 255) transparent, and all others"
                    + " opaque.")
            .build());
    spec.addOption(
        CommonOptions.choice(INDEX_0, List.of("transparent"))
            .description("Pictures with a palette: accept that colour 0 becomes transparent.")
            .build());
    SheetOptions.declare(spec);
    spec.addOption(
        CommonOptions.number(SAMPLE_RATE)
            .paramLabel("HZ")
            .description("Sounds: resample to HZ (8000 to 48000).")
            .build());
    spec.addOption(
        CommonOptions.choice(CHANNELS, List.of("1", "2"))
            .description("Sounds: mix to mono (1) or stereo (2).")
            .build());
    spec.addOption(
        CommonOptions.text(LOOP)
            .paramLabel("none|START..END")
            .description(
                "Sounds: repeat nothing (none), or the frames from START up to END, without END."
                    + " [default: as the file says]")
            .build());
    spec.addOption(
        CommonOptions.choice(LOOP_MODE, List.of("forward", "ping_pong", "backward"))
            .description(
                "Sounds: play the frames of "
                    + LOOP
                    + " forward, forward and backward in turn (ping_pong), or backward after"
                    + " playing them once. [default: forward]")
            .build());
  }

  /** The settings of pictures. */
  static TilesRequest tiles(Invocation invocation) throws UsageException {
    Optional<Palettes> palettes =
        invocation.choice(PALETTES, PaletteWord.values()).map(PaletteWord::palettes);
    if (SheetOptions.isReduced(invocation)
        && !palettes.orElse(Palettes.AUTO).equals(Palettes.AUTO)) {
      throw new UsageException(
          SheetOptions.COLORS + " reduce computes palettes; leave out " + PALETTES + " indexed");
    }
    Optional<Index0> index0 = invocation.choice(INDEX_0, new Index0[] {Index0.TRANSPARENT});
    return new TilesRequest(
        invocation.number(TILE_SIZE, List.of(8, 16, 32)),
        palettes,
        invocation.choice(FIT, Fit.values()),
        invocation.number(ALPHA_THRESHOLD, 1, 255),
        index0,
        SheetOptions.sheets(invocation));
  }

  /** The picture whose palettes are taken. */
  static Optional<Path> palettesFrom(Invocation invocation) throws UsageException {
    Optional<Path> from = invocation.text(PALETTES_FROM).map(invocation::path);
    if (from.isPresent() && invocation.has(PALETTES)) {
      throw new UsageException("choose either " + PALETTES + " or " + PALETTES_FROM);
    }
    if (from.isPresent() && SheetOptions.isReduced(invocation)) {
      throw new UsageException(
          SheetOptions.COLORS + " reduce computes palettes; leave out " + PALETTES_FROM);
    }
    return from;
  }

  /** The settings of sounds. */
  static SoundsRequest sounds(Invocation invocation) throws UsageException {
    return new SoundsRequest(
        invocation.number(SAMPLE_RATE, MIN_SAMPLE_RATE_HZ, MAX_SAMPLE_RATE_HZ),
        invocation.number(CHANNELS, List.of(1, 2)),
        loop(invocation));
  }

  private static Optional<Loop> loop(Invocation invocation) throws UsageException {
    Optional<String> text = invocation.text(LOOP);
    Optional<LoopMode> mode = invocation.choice(LOOP_MODE, LoopMode.values());
    if (mode.isPresent() && (text.isEmpty() || text.get().equals(NONE))) {
      throw new UsageException(
          LOOP_MODE + " says how a loop is played: say which with " + LOOP + " START..END");
    }
    return text.isPresent()
        ? Optional.of(loop(text.get(), mode.orElse(LoopMode.FORWARD)))
        : Optional.empty();
  }

  private static Loop loop(String text, LoopMode mode) throws UsageException {
    if (text.equals(NONE)) {
      return new Loop.None();
    }
    Matcher frames = FRAMES.matcher(text);
    if (!frames.matches()) {
      throw new UsageException(
          LOOP + " takes none or START..END, such as 0..44100, not \"" + text + "\"");
    }
    return new Loop.Frames(Long.parseLong(frames.group(1)), Long.parseLong(frames.group(2)), mode);
  }
}

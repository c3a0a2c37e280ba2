package dev.papack.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.asset.ColorReduction;
import dev.papack.asset.ColorReduction.Dither;
import dev.papack.asset.Frame;
import dev.papack.asset.Gutters;
import dev.papack.asset.KeyColor;
import dev.papack.asset.TilesSettings;
import dev.papack.asset.TilesSettings.Fit;
import dev.papack.asset.TilesSettings.Index0;
import dev.papack.asset.TilesSettings.Palettes;
import dev.papack.campaign.Campaign;
import dev.papack.container.TilesMetadata;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.ArgbPicture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The setting {@code "colors": "reduce"}, against the law of its pixels. */
class FewerColorsTest {
  private static final long SEED = 64;
  private static final int RUNS = Campaign.amount(24, 400);
  private static final int LEAST = Campaign.amount(1, 10);
  private static final ColorReduction ANY = new ColorReduction(64, Dither.NONE);

  private final Random random = new Random(SEED);

  @Test
  void everyPixelFollowsTheLawWhateverTheOtherSettings() {
    System.out.println("seed " + SEED);
    Map<String, Integer> seen = new HashMap<>();
    for (int run = 0; run < RUNS; run++) {
      TilesSettings settings = settings();
      List<ArgbPicture> sheets = sheets(settings);
      switch (Banks.encode(named(sheets), settings)) {
        case Outcome.Accepted<Bank>(Bank bank, List<Diagnostic> notes) -> {
          if (isReduced(notes)) {
            Banks.assertReduced(bank, sheets, settings);
            count(seen, settings, sheets);
          } else {
            assertAsWithout(bank, sheets, settings);
            seen.merge("fits", 1, Integer::sum);
          }
        }
        case Outcome.Refused<Bank>(var faults) ->
            assertThat(faults)
                .extracting(Diagnostic::code)
                .doesNotContain(DiagnosticCode.TILE_COLORS, DiagnosticCode.PALETTES_TOO_MANY);
      }
    }
    System.out.println(seen);
    assertThat(seen.keySet())
        .containsExactlyInAnyOrder(
            "fits", "plain", "ordered", "frame", "gutters", "key", "index 0", "sheets", "pad");
    assertThat(seen.values()).allMatch(times -> times >= LEAST);
  }

  private static boolean isReduced(List<Diagnostic> notes) {
    return notes.stream().anyMatch(note -> note.code() == DiagnosticCode.COLORS_REDUCED);
  }

  private static List<TestSheet> named(List<ArgbPicture> sheets) {
    return sheets.stream()
        .map(sheet -> new TestSheet(Location.of(Artifact.SOURCE, "a.png"), sheet))
        .toList();
  }

  private static void count(
      Map<String, Integer> seen, TilesSettings settings, List<ArgbPicture> sheets) {
    List<String> aspects = new ArrayList<>();
    aspects.add(
        settings.reduction().orElseThrow().dither() == Dither.ORDERED ? "ordered" : "plain");
    settings.frame().ifPresent(_ -> aspects.add("frame"));
    settings.transparentColor().ifPresent(_ -> aspects.add("key"));
    if (!settings.gutters().equals(Gutters.NONE)) {
      aspects.add("gutters");
    }
    if (settings.index0() == Index0.TRANSPARENT) {
      aspects.add("index 0");
    }
    if (sheets.size() > 1) {
      aspects.add("sheets");
    }
    if (settings.fit() == Fit.PAD) {
      aspects.add("pad");
    }
    aspects.forEach(aspect -> seen.merge(aspect, 1, Integer::sum));
  }

  /** The bank is the one that the same settings without the reduction give. */
  private static void assertAsWithout(Bank bank, List<ArgbPicture> sheets, TilesSettings settings) {
    TilesSettings without = without(settings);
    Outcome<Bank> other = Banks.encode(named(sheets), without);
    assertThat(other).isInstanceOf(Outcome.Accepted.class);
    assertThat(Banks.payload(bank))
        .isEqualTo(Banks.payload(((Outcome.Accepted<Bank>) other).value()));
    assertThat(((TilesMetadata) bank.metadata()).paletteCount())
        .isLessThanOrEqualTo(settings.reduction().orElseThrow().maxPalettes());
    Banks.assertLaw(bank, sheets, Optional.empty(), without);
  }

  private static TilesSettings without(TilesSettings settings) {
    return settings(settings, Optional.empty());
  }

  private static TilesSettings settings(
      TilesSettings settings, Optional<ColorReduction> reduction) {
    return new TilesSettings(
        settings.tileSizePixels(),
        Palettes.AUTO,
        reduction,
        settings.fit(),
        settings.alphaThreshold(),
        settings.index0(),
        settings.transparentColor(),
        settings.gutters(),
        settings.frame(),
        List.of(),
        Optional.empty());
  }

  private TilesSettings settings() {
    Optional<Frame> frame =
        random.nextInt(3) == 0
            ? Optional.of(
                new Frame(5 + random.nextInt(20), 5 + random.nextInt(20), OptionalInt.empty()))
            : Optional.empty();
    return new TilesSettings(
        random.nextInt(4) == 0 ? 16 : 8,
        Palettes.AUTO,
        Optional.of(
            new ColorReduction(
                1 + random.nextInt(3), random.nextBoolean() ? Dither.ORDERED : Dither.NONE)),
        frame.isEmpty() && random.nextBoolean() ? Fit.PAD : Fit.EXACT,
        OptionalInt.of(1 + random.nextInt(255)),
        random.nextInt(3) == 0 ? Index0.TRANSPARENT : Index0.AS_DECLARED,
        random.nextInt(3) == 0 ? Optional.of(new KeyColor(0xFF00FF)) : Optional.empty(),
        random.nextInt(3) == 0 ? new Gutters(random.nextInt(3), random.nextInt(3)) : Gutters.NONE,
        frame,
        List.of(),
        Optional.empty());
  }

  private List<ArgbPicture> sheets(TilesSettings settings) {
    List<ArgbPicture> sheets = new ArrayList<>();
    boolean isIndexed = settings.index0() == Index0.TRANSPARENT || random.nextBoolean();
    int colors = 1 << random.nextInt(9);
    for (int i = random.nextInt(3) == 0 ? 2 : 1; i > 0; i--) {
      sheets.add(sheet(settings, colors, isIndexed));
    }
    return sheets;
  }

  private ArgbPicture sheet(TilesSettings settings, int colors, boolean isIndexed) {
    int width = side(settings, true);
    int height = side(settings, false);
    int[] palette = new int[colors];
    for (int i = 0; i < palette.length; i++) {
      palette[i] =
          switch (random.nextInt(16)) {
            case 0 -> 0xFFFF00FF;
            case 1 -> random.nextInt();
            // Dark ones: zeros behind a palette must not be taken for its colours.
            case 2, 3, 4 -> 0xFF000000 | (random.nextInt(1 << 24) & 0x0F0F0F);
            default -> 0xFF000000 | random.nextInt(1 << 24);
          };
    }
    byte[] indices = new byte[width * height];
    int[] argb = new int[width * height];
    for (int i = 0; i < indices.length; i++) {
      int index = random.nextInt(colors);
      indices[i] = (byte) index;
      argb[i] = palette[index];
    }
    return isIndexed
        ? ArgbPicture.indexed(width, height, palette, indices)
        : ArgbPicture.of(width, height, argb);
  }

  private int side(TilesSettings settings, boolean isWidth) {
    int cell =
        settings
            .frame()
            .map(frame -> isWidth ? frame.widthPixels() : frame.heightPixels())
            .orElse(settings.tileSizePixels());
    int spacing = settings.gutters().spacingPixels();
    int fitting =
        settings.gutters().marginPixels() + (1 + random.nextInt(2)) * (cell + spacing) - spacing;
    return settings.fit() == Fit.PAD || settings.frame().isPresent()
        ? fitting + random.nextInt(6)
        : fitting;
  }

  private ArgbPicture noise(int width, int height) {
    int[] argb = new int[width * height];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = 0xFF000000 | random.nextInt(1 << 24);
    }
    return ArgbPicture.of(width, height, argb);
  }

  private static TilesSettings reduced(ColorReduction how) {
    return Banks.auto(8).with(how);
  }

  /** Each tile fits in a palette by itself. */
  @Test
  void aPictureOfMorePalettesThanAllowedIsReducedAndOneOfAsManyIsNot() {
    int[] argb = new int[8 * 8 * 3];
    for (int tile = 0; tile < 3; tile++) {
      for (int i = 0; i < 64; i++) {
        argb[(i / 8) * 24 + tile * 8 + i % 8] = 0xFF000000 | (tile * 15 + i % 15) * 0x050505;
      }
    }
    ArgbPicture picture = ArgbPicture.of(24, 8, argb);
    Outcome<Bank> three =
        Banks.encode(named(List.of(picture)), reduced(new ColorReduction(3, Dither.NONE)));
    assertThat(three.diagnostics()).isEmpty();
    Outcome<Bank> two =
        Banks.encode(named(List.of(picture)), reduced(new ColorReduction(2, Dither.NONE)));
    assertThat(two.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.COLORS_REDUCED);
  }

  @Test
  void theNoteSaysWhatWasLost() {
    int[] argb = new int[64];
    for (int i = 0; i < 64; i++) {
      argb[i] = 0xFF000000 | (i % 16) * 0x101010;
    }
    Outcome<Bank> outcome =
        Banks.encode(
            named(List.of(ArgbPicture.of(8, 8, argb))),
            reduced(new ColorReduction(1, Dither.NONE)));
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    assertThat(outcome.diagnostics())
        .singleElement()
        .satisfies(note -> assertThat(note.isError()).isFalse())
        .extracting(Diagnostic::message)
        .asString()
        .matches(
            "colours were reduced to 1 palette: \\d+ of 64 opaque pixels changed"
                + " \\(\\d+\\.\\d %\\); the mean error is 0\\.\\d{4}, the worst 0\\.\\d{4} \\(in"
                + " Oklab; from black to white is 1\\)");
  }

  @Test
  void theLossOfSeveralSheetsIsSaidOnce() {
    Outcome<Bank> outcome =
        Banks.encode(
            named(List.of(noise(8, 8), noise(16, 8))), reduced(new ColorReduction(1, Dither.NONE)));
    assertThat(outcome.diagnostics())
        .singleElement()
        .extracting(Diagnostic::message)
        .asString()
        .contains(" of 192 opaque pixels of 2 sheets changed");
  }

  @Test
  void otherFaultsStayFaults() {
    ArgbPicture soft = ArgbPicture.of(8, 8, filled(0x80123456));
    assertThat(Banks.refused(soft, reduced(ANY)))
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.PARTIAL_ALPHA);
    assertThat(Banks.refused(noise(9, 8), reduced(ANY)))
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.SHEET_SIZE);
    TilesSettings index0 =
        new TilesSettings(8, Palettes.AUTO, Fit.EXACT, OptionalInt.empty(), Index0.TRANSPARENT);
    assertThat(Banks.refused(noise(8, 8), index0.with(ANY)))
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.NOT_INDEXED);
  }

  private static int[] filled(int argb) {
    int[] pixels = new int[64];
    Arrays.fill(pixels, argb);
    return pixels;
  }
}

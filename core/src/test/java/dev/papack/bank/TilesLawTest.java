package dev.papack.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.asset.Frame;
import dev.papack.asset.Gutters;
import dev.papack.asset.KeyColor;
import dev.papack.asset.TilesSettings;
import dev.papack.asset.TilesSettings.Fit;
import dev.papack.asset.TilesSettings.Index0;
import dev.papack.asset.TilesSettings.Palettes;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.ArgbPicture;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every accepted pixel is as the specification says, for all settings and their combinations. */
class TilesLawTest {
  private static final long SEED = 14;
  private static final int RUNS = 4_000;
  private static final List<Integer> SIZES = List.of(8, 16, 32);
  private static final Palettes FROM = new Palettes.From(AssetsPath.of("palettes.png"));

  private enum Aspect {
    INDEXED,
    AUTO,
    FROM,
    SEVERAL_PALETTES,
    KEY,
    EXCHANGE,
    INDEX_0,
    GUTTERS,
    FRAME,
    FRAME_COUNT,
    PAD,
    THRESHOLD,
    SEVERAL_SHEETS,
    FRAME_AND_GUTTERS,
    KEY_AND_INDEX_0
  }

  private final Random random = new Random(SEED);

  @Test
  void everyPixelOfEveryAcceptedBankIsAsTheSpecificationSays() {
    System.out.println("seed " + SEED);
    Map<Aspect, Integer> seen = new EnumMap<>(Aspect.class);
    Map<String, Integer> refusals = new HashMap<>();
    int accepted = 0;
    for (int run = 0; run < RUNS; run++) {
      int[] palette = palette();
      TilesSettings settings = settings(palette);
      List<ArgbPicture> sheets = sheets(settings, palette);
      Optional<ArgbPicture> imposed =
          settings.palettes().equals(FROM)
              ? Optional.of(ArgbPicture.indexed(1, 1, palette, new byte[1]))
              : Optional.empty();
      List<TestSheet> named =
          sheets.stream()
              .map(sheet -> new TestSheet(Location.of(Artifact.SOURCE, "a.png"), sheet))
              .toList();
      switch (Banks.encode(named, imposed, settings)) {
        case Outcome.Accepted<Bank>(Bank bank, var notes) -> {
          accepted++;
          Banks.assertLaw(bank, sheets, imposed, settings);
          count(seen, settings, sheets, notes.toString().contains("KEY_EXCHANGED"));
        }
        case Outcome.Refused<Bank>(var faults) ->
            refusals.merge(faults.getFirst().code().name(), 1, Integer::sum);
      }
    }
    System.out.println(accepted + " of " + RUNS + " accepted: " + seen + "; refused " + refusals);
    assertThat(accepted).isGreaterThan(RUNS / 3);
    for (Aspect aspect : Aspect.values()) {
      assertThat(seen.getOrDefault(aspect, 0)).as("%s", aspect).isGreaterThan(20);
    }
  }

  private static void count(
      Map<Aspect, Integer> seen, TilesSettings settings, List<ArgbPicture> sheets, boolean moved) {
    List<Aspect> aspects = new ArrayList<>();
    aspects.add(
        switch (settings.palettes()) {
          case Palettes.Indexed _ -> Aspect.INDEXED;
          case Palettes.Auto _ -> Aspect.AUTO;
          case Palettes.From _ -> Aspect.FROM;
        });
    boolean hasGutters = !settings.gutters().equals(Gutters.NONE);
    boolean isOfIndex0 = settings.index0() == Index0.TRANSPARENT && sheets.getFirst().isIndexed();
    boolean hasKey = settings.transparentColor().isPresent();
    addIf(aspects, Aspect.SEVERAL_PALETTES, isOfSeveral(settings, sheets));
    addIf(aspects, Aspect.KEY, hasKey);
    addIf(aspects, Aspect.EXCHANGE, moved);
    addIf(aspects, Aspect.INDEX_0, isOfIndex0);
    addIf(aspects, Aspect.GUTTERS, hasGutters);
    addIf(aspects, Aspect.FRAME, settings.frame().isPresent());
    addIf(
        aspects,
        Aspect.FRAME_COUNT,
        settings.frame().filter(frame -> frame.count().isPresent()).isPresent());
    addIf(aspects, Aspect.PAD, settings.fit() == Fit.PAD);
    addIf(aspects, Aspect.THRESHOLD, settings.alphaThreshold().isPresent());
    addIf(aspects, Aspect.SEVERAL_SHEETS, sheets.size() > 1);
    addIf(aspects, Aspect.FRAME_AND_GUTTERS, hasGutters && settings.frame().isPresent());
    addIf(aspects, Aspect.KEY_AND_INDEX_0, hasKey && isOfIndex0);
    aspects.forEach(aspect -> seen.merge(aspect, 1, Integer::sum));
  }

  private static void addIf(List<Aspect> aspects, Aspect aspect, boolean isSo) {
    if (isSo) {
      aspects.add(aspect);
    }
  }

  private static boolean isOfSeveral(TilesSettings settings, List<ArgbPicture> sheets) {
    return settings.palettes().equals(Palettes.INDEXED) && sheets.getFirst().palette().length > 16;
  }

  /** Up to 64 entries, some of them alike, some transparent. */
  private int[] palette() {
    int[] palette =
        new int[random.nextInt(3) == 0 ? 1 + random.nextInt(64) : 1 + random.nextInt(16)];
    for (int i = 0; i < palette.length; i++) {
      palette[i] =
          switch (random.nextInt(12)) {
            case 0 -> 0xFF00FF;
            case 1 -> 0xFFFF00FF;
            case 2 -> random.nextInt(256) << 24 | 0x00FF00;
            default -> 0xFF000000 | random.nextInt(1 << 24);
          };
    }
    return palette;
  }

  private TilesSettings settings(int[] palette) {
    Palettes palettes = List.of(Palettes.INDEXED, Palettes.AUTO, FROM).get(random.nextInt(3));
    Optional<Frame> frame =
        random.nextInt(3) == 0
            ? Optional.of(
                new Frame(
                    1 + random.nextInt(40),
                    1 + random.nextInt(40),
                    random.nextBoolean()
                        ? OptionalInt.of(1 + random.nextInt(3))
                        : OptionalInt.empty()))
            : Optional.empty();
    return new TilesSettings(
        SIZES.get(random.nextInt(3)),
        palettes,
        Optional.empty(),
        frame.isEmpty() && random.nextBoolean() ? Fit.PAD : Fit.EXACT,
        random.nextInt(3) == 0 ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(255)),
        random.nextBoolean() ? Index0.TRANSPARENT : Index0.AS_DECLARED,
        random.nextBoolean() ? Optional.of(key(palette)) : Optional.empty(),
        random.nextInt(3) == 0 ? new Gutters(random.nextInt(4), random.nextInt(4)) : Gutters.NONE,
        frame,
        List.of(),
        Optional.empty());
  }

  private KeyColor key(int[] palette) {
    return new KeyColor(
        (random.nextInt(4) == 0 ? 0xFF00FF : palette[random.nextInt(palette.length)]) & 0xFFFFFF);
  }

  private List<ArgbPicture> sheets(TilesSettings settings, int[] palette) {
    List<ArgbPicture> sheets = new ArrayList<>();
    int count = random.nextInt(3) == 0 ? 2 : 1;
    boolean isIndexed =
        settings.palettes().equals(Palettes.INDEXED)
            || (random.nextBoolean() || settings.index0() == Index0.TRANSPARENT);
    for (int i = 0; i < count; i++) {
      sheets.add(sheet(settings, palette, isIndexed));
    }
    return sheets;
  }

  /** Each square of 8 pixels draws from a few entries of one palette of 16. */
  private ArgbPicture sheet(TilesSettings settings, int[] palette, boolean isIndexed) {
    int width = side(settings, true);
    int height = side(settings, false);
    byte[] indices = new byte[width * height];
    int[] argb = new int[width * height];
    int first = random.nextInt((palette.length + 15) / 16) * 16;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int among = Math.min(16, palette.length - first);
        int index = first + random.nextInt(among);
        if (index % 16 == 0 && random.nextInt(3) > 0 && settings.transparentColor().isEmpty()) {
          index = first + among - 1;
        }
        indices[y * width + x] = (byte) index;
        argb[y * width + x] = palette[index];
      }
    }
    return isIndexed
        ? ArgbPicture.indexed(width, height, palette.clone(), indices)
        : ArgbPicture.of(width, height, argb);
  }

  /** Mostly sides that fit. */
  private int side(TilesSettings settings, boolean isWidth) {
    int size = settings.tileSizePixels();
    int cell =
        settings
            .frame()
            .map(frame -> isWidth ? frame.widthPixels() : frame.heightPixels())
            .orElse(size);
    int margin = settings.gutters().marginPixels();
    int spacing = settings.gutters().spacingPixels();
    int cells = 1 + random.nextInt(3);
    int fitting = margin + cells * (cell + spacing) - spacing + (random.nextBoolean() ? margin : 0);
    return random.nextInt(4) == 0 ? fitting + random.nextInt(9) : fitting;
  }
}

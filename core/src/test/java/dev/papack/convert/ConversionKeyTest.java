package dev.papack.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.asset.ColorReduction;
import dev.papack.asset.ColorReduction.Dither;
import dev.papack.asset.Frame;
import dev.papack.asset.Gutters;
import dev.papack.asset.KeyColor;
import dev.papack.asset.SoundsSettings;
import dev.papack.asset.SoundsSettings.Loop;
import dev.papack.asset.TilesSettings;
import dev.papack.asset.TilesSettings.Fit;
import dev.papack.asset.TilesSettings.Index0;
import dev.papack.asset.TilesSettings.Palettes;
import dev.papack.bank.reduction.TileReduction;
import dev.papack.container.Sha256;
import dev.papack.convert.ConversionKey.KeyedSource;
import dev.papack.diagnostic.AssetsPath;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whatever a bank depends on changes its key. */
class ConversionKeyTest {
  private static final TilesSettings TILES =
      new TilesSettings(16, Palettes.INDEXED, Fit.EXACT, OptionalInt.empty(), Index0.AS_DECLARED);
  private static final SoundsSettings SOUNDS =
      new SoundsSettings(OptionalInt.empty(), OptionalInt.empty(), new Loop.FromSource());
  private static final KeyedSource ONE = new KeyedSource(digest(1), "PNG", 1);
  private static final KeyedSource TWO = new KeyedSource(digest(2), "PNG", 1);
  private static final ConversionKey<TilesSettings> KEY =
      new ConversionKey<>(List.of(ONE, TWO), TILES, 1, 1, 0);

  private static Sha256 digest(int content) {
    return Sha256.of(ByteBuffer.wrap(new byte[] {(byte) content}));
  }

  /**
   * Holds that each variation is of the one component that it is listed under, and that none of the
   * record's components is left out: a new one needs a line in its test.
   */
  private static <R extends Record> void requireOneOfEachComponent(
      R base, Map<String, List<R>> variations) throws ReflectiveOperationException {
    Set<String> names = new HashSet<>();
    for (RecordComponent component : base.getClass().getRecordComponents()) {
      names.add(component.getName());
    }
    assertThat(variations.keySet()).isEqualTo(names);
    for (Map.Entry<String, List<R>> variation : variations.entrySet()) {
      for (R changed : variation.getValue()) {
        for (RecordComponent component : base.getClass().getRecordComponents()) {
          assertThat(
                  component
                      .getAccessor()
                      .invoke(changed)
                      .equals(component.getAccessor().invoke(base)))
              .as("%s of %s", component.getName(), changed)
              .isEqualTo(!component.getName().equals(variation.getKey()));
        }
      }
    }
  }

  private static TilesSettings tiles(int size, Palettes palettes, Fit fit, int alpha, Index0 zero) {
    return new TilesSettings(
        size, palettes, fit, alpha == 0 ? OptionalInt.empty() : OptionalInt.of(alpha), zero);
  }

  private static SoundsSettings sounds(int rate, int channels, Loop loop) {
    return new SoundsSettings(
        rate == 0 ? OptionalInt.empty() : OptionalInt.of(rate),
        channels == 0 ? OptionalInt.empty() : OptionalInt.of(channels),
        loop);
  }

  @Test
  void everySettingOfTilesChangesIt() throws ReflectiveOperationException {
    Palettes auto = Palettes.AUTO;
    TilesSettings base = TILES.with(auto);
    Map<String, List<TilesSettings>> variations = new TreeMap<>();
    variations.put("tileSizePixels", List.of(tiles(8, auto, Fit.EXACT, 0, Index0.AS_DECLARED)));
    variations.put(
        "palettes",
        List.of(
            TILES,
            base.with(new Palettes.From(AssetsPath.of("a.png"))),
            base.with(new Palettes.From(AssetsPath.of("b.png")))));
    variations.put(
        "reduction",
        List.of(
            base.with(new ColorReduction(8, Dither.NONE)),
            base.with(new ColorReduction(7, Dither.NONE)),
            base.with(new ColorReduction(8, Dither.ORDERED))));
    variations.put("fit", List.of(tiles(16, auto, Fit.PAD, 0, Index0.AS_DECLARED)));
    variations.put("alphaThreshold", List.of(tiles(16, auto, Fit.EXACT, 1, Index0.AS_DECLARED)));
    variations.put("index0", List.of(tiles(16, auto, Fit.EXACT, 0, Index0.TRANSPARENT)));
    variations.put(
        "transparentColor", List.of(base.with(new KeyColor(0)), base.with(new KeyColor(1))));
    variations.put("gutters", List.of(base.with(new Gutters(1, 0)), base.with(new Gutters(0, 1))));
    variations.put(
        "frame",
        List.of(
            base.with(new Frame(8, 8, OptionalInt.empty())),
            base.with(new Frame(9, 8, OptionalInt.empty())),
            base.with(new Frame(8, 9, OptionalInt.empty())),
            base.with(new Frame(8, 8, OptionalInt.of(1)))));
    variations.put("layers", List.of(selected(base, List.of("a"), Optional.empty())));
    variations.put("tag", List.of(selected(base, List.of(), Optional.of("a"))));
    requireOneOfEachComponent(base, variations);
    Set<ConversionKey<TilesSettings>> keys = new HashSet<>();
    keys.add(ConversionKey.of(List.of(ONE), base));
    variations.values().stream()
        .flatMap(List::stream)
        .forEach(changed -> assertThat(keys.add(ConversionKey.of(List.of(ONE), changed))).isTrue());
  }

  @Test
  void onlyWhatIsReducedDependsOnHowPapackReduces() {
    TilesSettings auto = TILES.with(Palettes.AUTO);
    assertThat(ConversionKey.of(List.of(ONE), auto).reductionVersion()).isZero();
    assertThat(ConversionKey.of(List.of(ONE), SOUNDS).reductionVersion()).isZero();
    assertThat(
            ConversionKey.of(List.of(ONE), auto.with(new ColorReduction(64, Dither.NONE)))
                .reductionVersion())
        .isEqualTo(TileReduction.VERSION)
        .isPositive();
  }

  private static TilesSettings selected(
      TilesSettings base, List<String> layers, Optional<String> tag) {
    return new TilesSettings(
        base.tileSizePixels(),
        base.palettes(),
        base.reduction(),
        base.fit(),
        base.alphaThreshold(),
        base.index0(),
        base.transparentColor(),
        base.gutters(),
        base.frame(),
        layers,
        tag);
  }

  @Test
  void everySettingOfSoundsChangesIt() throws ReflectiveOperationException {
    Loop source = new Loop.FromSource();
    Map<String, List<SoundsSettings>> variations =
        Map.of(
            "sampleRateHz",
            List.of(sounds(8_000, 0, source)),
            "channels",
            List.of(sounds(0, 1, source), sounds(0, 2, source)),
            "loop",
            List.of(
                sounds(0, 0, new Loop.None()),
                sounds(0, 0, new Loop.Frames(0, 2)),
                sounds(0, 0, new Loop.Frames(1, 2)),
                sounds(0, 0, new Loop.Frames(0, 3))));
    requireOneOfEachComponent(SOUNDS, variations);
    Set<ConversionKey<SoundsSettings>> keys = new HashSet<>();
    keys.add(ConversionKey.of(List.of(ONE), SOUNDS));
    variations.values().stream()
        .flatMap(List::stream)
        .forEach(changed -> assertThat(keys.add(ConversionKey.of(List.of(ONE), changed))).isTrue());
  }

  @Test
  void everyFactOfASourceChangesIt() throws ReflectiveOperationException {
    Map<String, List<KeyedSource>> variations =
        Map.of(
            "digest", List.of(new KeyedSource(digest(3), "PNG", 1)),
            "format", List.of(new KeyedSource(digest(1), "GIF", 1)),
            "decoderVersion", List.of(new KeyedSource(digest(1), "PNG", 2)));
    requireOneOfEachComponent(ONE, variations);
    for (List<KeyedSource> changed : variations.values()) {
      assertThat(ConversionKey.of(changed, TILES))
          .isNotEqualTo(ConversionKey.of(List.of(ONE), TILES));
    }
  }

  @Test
  void orderNumberVersionAndBankTypeChangeIt() throws ReflectiveOperationException {
    Map<String, List<ConversionKey<TilesSettings>>> variations = new TreeMap<>();
    variations.put(
        "sources",
        List.of(
            new ConversionKey<>(List.of(TWO, ONE), TILES, 1, 1, 0),
            new ConversionKey<>(List.of(ONE), TILES, 1, 1, 0),
            new ConversionKey<>(List.of(ONE, TWO, TWO), TILES, 1, 1, 0)));
    variations.put(
        "settings",
        List.of(
            new ConversionKey<>(
                List.of(ONE, TWO),
                tiles(8, Palettes.AUTO, Fit.PAD, 9, Index0.AS_DECLARED),
                1,
                1,
                0)));
    variations.put("bankVersion", List.of(new ConversionKey<>(List.of(ONE, TWO), TILES, 2, 1, 0)));
    variations.put(
        "converterVersion", List.of(new ConversionKey<>(List.of(ONE, TWO), TILES, 1, 2, 0)));
    variations.put(
        "reductionVersion", List.of(new ConversionKey<>(List.of(ONE, TWO), TILES, 1, 1, 1)));
    requireOneOfEachComponent(KEY, variations);
    variations.values().stream()
        .flatMap(List::stream)
        .forEach(changed -> assertThat(changed).isNotEqualTo(KEY));
    assertThat(ConversionKey.of(List.of(ONE), SOUNDS))
        .isNotEqualTo(ConversionKey.of(List.of(ONE), TILES));
  }

  @Test
  void equalInputsGiveEqualKeys() {
    KeyedSource again = new KeyedSource(digest(1), String.join("", "P", "NG"), 1);
    assertThat(new ConversionKey<>(Arrays.asList(again, TWO), TILES, 1, 1, 0))
        .isEqualTo(KEY)
        .hasSameHashCodeAs(KEY);
  }

  @Test
  void aKeyOfNothingIsNone() {
    assertThatThrownBy(() -> ConversionKey.of(List.of(), TILES))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

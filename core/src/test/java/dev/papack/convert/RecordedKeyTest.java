package dev.papack.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.asset.BankSettings;
import dev.papack.asset.ColorReduction;
import dev.papack.asset.Frame;
import dev.papack.asset.Gutters;
import dev.papack.asset.KeyColor;
import dev.papack.asset.SoundsSettings;
import dev.papack.asset.TilesSettings;
import dev.papack.container.BankType;
import dev.papack.container.Sha256;
import dev.papack.convert.ConversionKey.KeyedSource;
import dev.papack.convert.Recipe.Decoder;
import dev.papack.diagnostic.AssetsPath;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The key depends on every part of the model. Which parts there are is asked of the records
 * themselves: one that is added and forgotten in the key fails here, and so does one of a type for
 * which nobody said here what else it could be.
 */
class RecordedKeyTest {
  private static final TilesSettings TILES =
      new TilesSettings(
          16,
          TilesSettings.Palettes.AUTO,
          TilesSettings.Fit.EXACT,
          OptionalInt.empty(),
          TilesSettings.Index0.AS_DECLARED);
  private static final SoundsSettings SOUNDS =
      new SoundsSettings(
          OptionalInt.empty(), OptionalInt.empty(), new SoundsSettings.Loop.FromSource());
  private static final KeyedSource SOURCE = new KeyedSource(digest("a"), "PNG", 1);
  private static final Decoder DECODER = new Decoder("PNG", 1);
  private static final Recipe RECIPE =
      new Recipe(BankType.TILES, 1, "NONE", 2, 0, RecordedKey.settingsOf(TILES), List.of(DECODER));
  private static final RecordedKey KEY = new RecordedKey(RECIPE, List.of(digest("a")));

  private static Sha256 digest(String text) {
    return Sha256.of(ByteBuffer.wrap(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  private static RecordedKey form(ConversionKey<?> key) {
    return new RecordedKey(
        new Recipes().of(key), key.sources().stream().map(KeyedSource::digest).toList());
  }

  /** Every value of a type that is used here, each different from all others. */
  private static List<Object> valuesOf(RecordComponent component) {
    Type type = component.getGenericType();
    if (type == int.class) {
      return switch (component.getName()) {
        case "tileSizePixels" -> List.of(8, 16, 32);
        default -> List.of(1, 2, 3);
      };
    }
    if (type == long.class) {
      return List.of(3L, 5L);
    }
    if (type == String.class) {
      return List.of("x", "y");
    }
    if (type == Sha256.class) {
      return List.of(digest("x"), digest("y"));
    }
    if (type == OptionalInt.class) {
      int least = component.getName().equals("sampleRateHz") ? 8_000 : 1;
      return List.of(OptionalInt.empty(), OptionalInt.of(least), OptionalInt.of(least + 1));
    }
    if (type instanceof Class<?> found && found.isEnum()) {
      return List.of(found.getEnumConstants());
    }
    return switch (type.getTypeName()) {
      case "dev.papack.asset.TilesSettings$Palettes" ->
          List.of(
              TilesSettings.Palettes.AUTO,
              TilesSettings.Palettes.INDEXED,
              new TilesSettings.Palettes.From(AssetsPath.of("a.png")),
              new TilesSettings.Palettes.From(AssetsPath.of("b.png")));
      case "dev.papack.asset.SoundsSettings$Loop" ->
          List.of(
              new SoundsSettings.Loop.FromSource(),
              new SoundsSettings.Loop.None(),
              new SoundsSettings.Loop.Frames(0, 5),
              new SoundsSettings.Loop.Frames(0, 6),
              new SoundsSettings.Loop.Frames(1, 5),
              new SoundsSettings.Loop.Frames(0, 5, SoundsSettings.LoopMode.PING_PONG),
              new SoundsSettings.Loop.Frames(0, 5, SoundsSettings.LoopMode.BACKWARD));
      case "dev.papack.asset.Gutters" ->
          List.of(Gutters.NONE, new Gutters(1, 0), new Gutters(0, 1), new Gutters(1, 1));
      case "java.util.Optional<dev.papack.asset.KeyColor>" ->
          List.of(
              Optional.empty(),
              Optional.of(new KeyColor(0xFF00FF)),
              Optional.of(new KeyColor(0xFF00FE)));
      case "java.util.Optional<dev.papack.asset.Frame>" ->
          List.of(
              Optional.empty(),
              Optional.of(new Frame(16, 16, OptionalInt.empty())),
              Optional.of(new Frame(32, 16, OptionalInt.empty())),
              Optional.of(new Frame(16, 32, OptionalInt.empty())),
              Optional.of(new Frame(16, 16, OptionalInt.of(1))),
              Optional.of(new Frame(16, 16, OptionalInt.of(2))));
      case "java.util.Optional<dev.papack.asset.ColorReduction>" ->
          List.of(
              Optional.empty(),
              Optional.of(new ColorReduction(1, ColorReduction.Dither.NONE)),
              Optional.of(new ColorReduction(2, ColorReduction.Dither.NONE)),
              Optional.of(new ColorReduction(1, ColorReduction.Dither.ORDERED)));
      case "java.util.Optional<java.lang.String>" ->
          List.of(Optional.empty(), Optional.of("x"), Optional.of("y"));
      case "java.util.List<java.lang.String>" ->
          List.of(List.of(), List.of("a"), List.of("a", "b"), List.of("b", "a"), List.of("ab"));
      case "dev.papack.convert.Recipe" -> variants(RECIPE).<Object>map(same -> same).toList();
      case "java.util.List<dev.papack.convert.Recipe$Decoder>" ->
          variants(DECODER).<Object>map(List::of).toList();
      case "java.util.List<dev.papack.container.Sha256>" ->
          List.of(List.of(digest("a")), List.of(digest("x")), List.of(digest("y")));
      default -> throw new AssertionError("say here what else a " + type + " could be");
    };
  }

  private static KeyedSource other() {
    return new KeyedSource(digest("b"), "PNG", 1);
  }

  /** The record with one part changed, for each part and each value of it. */
  private static <R extends Record> Stream<R> variants(R record) {
    return Arrays.stream(record.getClass().getRecordComponents())
        .flatMap(
            component -> valuesOf(component).stream().map(value -> with(record, component, value)));
  }

  @SuppressWarnings("unchecked")
  private static <R extends Record> R with(R record, RecordComponent changed, Object value) {
    try {
      RecordComponent[] components = record.getClass().getRecordComponents();
      List<Object> values = new ArrayList<>();
      for (RecordComponent component : components) {
        component.getAccessor().setAccessible(true);
        values.add(
            component.getName().equals(changed.getName())
                ? value
                : Objects.requireNonNull(component.getAccessor().invoke(record)));
      }
      Constructor<?> constructor =
          record
              .getClass()
              .getDeclaredConstructor(
                  Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return (R) constructor.newInstance(values.toArray());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  @TestFactory
  Stream<DynamicTest> everySettingIsPartOfTheKey() {
    return Stream.<BankSettings>of(TILES, SOUNDS)
        .flatMap(settings ->
            Arrays.stream(settings.getClass().getRecordComponents())
                .map(component ->
                    DynamicTest.dynamicTest(
                        settings.bankType() + " " + component.getName(),
                        () -> requireAllDifferent((Record) settings, component))));
  }

  private static void requireAllDifferent(Record settings, RecordComponent component) {
    Set<String> forms = new LinkedHashSet<>();
    Set<Sha256> digests = new LinkedHashSet<>();
    List<Object> values = valuesOf(component);
    for (Object value : values) {
      BankSettings changed = (BankSettings) with(settings, component, value);
      ConversionKey<BankSettings> key = ConversionKey.of(List.of(SOURCE), changed);
      forms.add(RecordedKey.settingsOf(changed));
      digests.add(form(key).digest());
    }
    assertThat(forms).as(component.getName()).hasSameSizeAs(values);
    assertThat(digests).as(component.getName()).hasSameSizeAs(values);
  }

  @Test
  void everyPartOfTheKeyIsPartOfItsDigest() {
    List<RecordedKey> keys =
        Stream.concat(
                variants(KEY),
                Stream.of(
                        List.of(SOURCE),
                        List.of(SOURCE, SOURCE),
                        List.of(SOURCE, other()),
                        List.of(other(), SOURCE))
                    .map(sources -> form(ConversionKey.of(sources, TILES))))
            .distinct()
            .toList();
    assertThat(keys).hasSizeGreaterThan(15);
    assertThat(keys.stream().map(RecordedKey::digest)).doesNotHaveDuplicates();
  }

  /** What a conversion key has, its recorded form has too. */
  @Test
  void everyPartOfTheConversionKeyIsPartOfItsForm() {
    ConversionKey<TilesSettings> key = ConversionKey.of(List.of(SOURCE), TILES);
    Set<String> known =
        Set.of("sources", "settings", "bankVersion", "converterVersion", "reductionVersion");
    for (RecordComponent component : ConversionKey.class.getRecordComponents()) {
      assertThat(known).contains(component.getName());
    }
    RecordedKey form = form(key);
    assertThat(form).isNotEqualTo(form(ConversionKey.of(List.of(other()), TILES)));
    assertThat(form).isNotEqualTo(form(ConversionKey.of(List.of(SOURCE), SOUNDS)));
    assertThat(form).isNotEqualTo(form(new ConversionKey<>(List.of(SOURCE), TILES, 2, 1, 0)));
    assertThat(form).isNotEqualTo(form(new ConversionKey<>(List.of(SOURCE), TILES, 1, 3, 0)));
    assertThat(form).isNotEqualTo(form(new ConversionKey<>(List.of(SOURCE), TILES, 1, 2, 1)));
  }

  @Test
  void keyOfAnotherVersionIsNotCurrent() {
    assertThat(RECIPE.isCurrent()).isTrue();
    List<String> versions = List.of("bankVersion", "codec", "converterVersion", "reductionVersion");
    for (RecordComponent component : Recipe.class.getRecordComponents()) {
      if (versions.contains(component.getName())) {
        Object other = component.getType() == int.class ? (Object) 7 : "LZ4";
        assertThat(with(RECIPE, component, other).isCurrent()).as(component.getName()).isFalse();
      }
    }
    for (Decoder decoder : List.of(new Decoder("PNG", 2), new Decoder("GIF 3", 1))) {
      assertThat(
              new Recipe(BankType.TILES, 1, "NONE", 2, 0, RECIPE.settings(), List.of(decoder))
                  .isCurrent())
          .isFalse();
    }
  }
}

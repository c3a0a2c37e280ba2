package dev.papack.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.asset.ColorReduction;
import dev.papack.asset.ColorReduction.Dither;
import dev.papack.asset.Frame;
import dev.papack.asset.Gutters;
import dev.papack.asset.KeyColor;
import dev.papack.asset.TilesRequest;
import dev.papack.asset.TilesSettings;
import dev.papack.asset.TilesSettings.Fit;
import dev.papack.asset.TilesSettings.Index0;
import dev.papack.asset.TilesSettings.Palettes;
import dev.papack.container.TilesMetadata;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.ArgbPicture;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pictures of console artists, decoded by the platform: what is chosen, and that pixels agree. */
class ConsoleSheetsTest {
  private final Path data = Path.of(System.getProperty("papack.data", ""));

  @BeforeEach
  void requireData() {
    Assumptions.assumeTrue(
        Files.isDirectory(data.resolve("consoles")), "no console art at papack.data");
  }

  @Test
  void everyAcceptedPixelIsAsTheSpecificationSaysWithEverySetting() throws IOException {
    Map<String, Integer> accepted = new TreeMap<>();
    for (String folder : List.of("consoles", "reports/pictures", "palettes")) {
      try (Stream<Path> files = Files.walk(data.resolve(folder))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".png")).sorted().toList()) {
          Optional<ArgbPicture> picture = read(file);
          if (picture.isPresent()) {
            count(file, picture.get(), accepted);
          }
        }
      }
    }
    System.out.println("accepted by setting: " + accepted);
    assertThat(accepted).hasSize(8).allSatisfy((_, count) -> assertThat(count).isPositive());
  }

  private static void count(Path file, ArgbPicture picture, Map<String, Integer> accepted) {
    Location location = Location.of(Artifact.SOURCE, file.toString());
    TilesSettings plain =
        new TilesSettings(8, Palettes.INDEXED, Fit.PAD, OptionalInt.of(128), Index0.AS_DECLARED);
    TilesSettings clear =
        new TilesSettings(8, Palettes.INDEXED, Fit.PAD, OptionalInt.of(128), Index0.TRANSPARENT);
    Map<String, TilesSettings> all = new TreeMap<>();
    all.put("indexed", plain);
    all.put("indexed, index_0", clear);
    all.put("indexed, key", plain.with(new KeyColor(0x65FF00)));
    all.put("auto, key", plain.with(Palettes.AUTO).with(new KeyColor(0x65FF00)));
    all.put("auto, index_0", clear.with(Palettes.AUTO));
    all.put("indexed, frame", clear.with(new Frame(15, 9, OptionalInt.empty())));
    all.put("auto, gutters", plain.with(Palettes.AUTO).with(new Gutters(1, 2)));
    all.forEach((name, settings) -> {
      if (Banks.encode(List.of(new TestSheet(location, picture)), settings)
          instanceof Outcome.Accepted<Bank>(Bank bank, var _)) {
        Banks.assertLaw(bank, List.of(picture), Optional.empty(), settings);
        accepted.merge(name, 1, Integer::sum);
      }
    });
    if (Banks.choose(location, picture, TilesRequest.NOTHING)
        instanceof Outcome.Accepted<Choice<TilesSettings>>(var choice, var _)) {
      Bank bank =
          ((Outcome.Accepted<Bank>)
                  Banks.encode(List.of(new TestSheet(location, picture)), choice.settings()))
              .value();
      Banks.assertLaw(bank, List.of(picture), Optional.empty(), choice.settings());
      accepted.merge("chosen", 1, Integer::sum);
    }
  }

  /** Empty for what the platform does not decode, or decodes by rules of its own. */
  private static Optional<ArgbPicture> read(Path file) throws IOException {
    BufferedImage image;
    try {
      image = ImageIO.read(file.toFile());
    } catch (IOException notDecoded) {
      return Optional.empty();
    }
    if (image == null) {
      return Optional.empty();
    }
    int width = image.getWidth();
    int height = image.getHeight();
    ColorModel model = image.getColorModel();
    if (model instanceof IndexColorModel indexed) {
      int[] palette = new int[indexed.getMapSize()];
      indexed.getRGBs(palette);
      byte[] indices = new byte[width * height];
      for (int i = 0; i < indices.length; i++) {
        indices[i] = (byte) image.getRaster().getSample(i % width, i / width, 0);
      }
      return Optional.of(ArgbPicture.indexed(width, height, palette, indices));
    }
    return model.getNumColorComponents() == 3 && model.getComponentSize(0) == 8
        ? Optional.of(
            ArgbPicture.of(width, height, image.getRGB(0, 0, width, height, null, 0, width)))
        : Optional.empty();
  }

  private Choice<TilesSettings> chosen(String name) throws IOException {
    Path file = data.resolve(name);
    Outcome<Choice<TilesSettings>> outcome =
        Banks.choose(
            Location.of(Artifact.SOURCE, file.toString()),
            read(file).orElseThrow(),
            TilesRequest.NOTHING);
    return ((Outcome.Accepted<Choice<TilesSettings>>) outcome).value();
  }

  private List<DiagnosticCode> codes(String name, TilesSettings settings) throws IOException {
    return encoded(name, settings).diagnostics().stream().map(Diagnostic::code).toList();
  }

  private Outcome<Bank> encoded(String name, TilesSettings settings) throws IOException {
    TestSheet sheet =
        new TestSheet(Location.of(Artifact.SOURCE, name), read(data.resolve(name)).orElseThrow());
    return Banks.encode(List.of(sheet), settings);
  }

  @Test
  void guttersAreFoundAndNothingIsPaddedSilently() throws IOException {
    Map<String, Gutters> expected =
        Map.of(
            "consoles/kenney/roguelikeSheet_transparent.png", new Gutters(0, 1),
            "consoles/kenney/fantasy_ui_border_sheet.png", new Gutters(2, 4),
            "consoles/opensnes/breakout__tiles2_tiles.png", new Gutters(0, 2),
            "reports/pictures/sheet_with_spacing_1.png", new Gutters(0, 1),
            "reports/pictures/sheet_with_margin_1_spacing_1.png", new Gutters(1, 1));
    for (Map.Entry<String, Gutters> sheet : expected.entrySet()) {
      assertThat(chosen(sheet.getKey()).settings().gutters())
          .as(sheet.getKey())
          .isEqualTo(sheet.getValue());
    }
  }

  @Test
  void namesThatLieAreFoundAndOthersBelieved() throws IOException {
    String folder = "consoles/superpowers/rpg-battle-system__";
    List<String> frames = new ArrayList<>();
    for (String name :
        List.of(
            "item__chest__sprite-sheet-127x88",
            "monster__bat__sprite-sheet-121x89",
            "monster__boar__sprite-sheet-239x178",
            "char__warrior__sprite-sheet-240x104")) {
      frames.add(chosen(folder + name + ".png").settings().frame().orElseThrow().toString());
    }
    assertThat(frames).containsExactly("127x88", "121x89", "239x178", "240x104");
    for (String name :
        List.of(
            "monster__mimic__sprite-sheet-231x172", "monster__mushroom__sprite-sheet-192x163")) {
      Choice<TilesSettings> choice = chosen(folder + name + ".png");
      assertThat(choice.settings().frame()).isEmpty();
      assertThat(choice.reasons().getFirst()).startsWith("the name says ");
    }
    assertThat(chosen("reports/pictures/walk-24x40.png").settings().frame())
        .contains(new Frame(24, 40, OptionalInt.empty()));
  }

  @Test
  void orderOfPalettesIsKept() throws IOException {
    TilesSettings clear =
        new TilesSettings(8, Palettes.INDEXED, Fit.EXACT, OptionalInt.empty(), Index0.TRANSPARENT);
    Bank four =
        ((Outcome.Accepted<Bank>)
                encoded("reports/pictures/indexed_64_entries_four_palettes.png", clear))
            .value();
    assertThat(((TilesMetadata) four.metadata()).paletteCount()).isEqualTo(4);
    assertThat(codes("consoles/opensnes/shmup_1942__ground.png", clear))
        .containsExactly(DiagnosticCode.TILE_PALETTES);
    Path sixteen = data.resolve("reports/pictures/index_0_backdrop_16_colours.png");
    assertThat(
            Banks.choose(
                    Location.of(Artifact.SOURCE, "a.png"),
                    read(sixteen).orElseThrow(),
                    TilesRequest.NOTHING)
                .diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.INDEX_0_OPAQUE, DiagnosticCode.SETTINGS_CHOSEN);
    assertThat(encoded("reports/pictures/index_0_backdrop_16_colours.png", clear))
        .isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void keysAreNotedAndGiveWayToEntryZero() throws IOException {
    String sprite = "consoles/gb-studio/blank-sprites__actor.png";
    TilesSettings auto = Banks.auto(8);
    assertThat(codes(sprite, auto)).containsExactly(DiagnosticCode.KEY_LIKELY);
    TilesSettings indexed =
        new TilesSettings(8, Palettes.INDEXED, Fit.EXACT, OptionalInt.empty(), Index0.AS_DECLARED);
    assertThat(codes(sprite, indexed.with(new KeyColor(0x65FF00))))
        .containsExactly(DiagnosticCode.KEY_EXCHANGED);
    assertThat(codes("reports/pictures/colour_key_magenta.png", auto))
        .containsExactly(DiagnosticCode.KEY_LIKELY);
  }

  @Test
  void screensOfTheGameBoyKeepAllFourShades() throws IOException {
    for (String name : List.of("cave", "house", "stars")) {
      assertThat(chosenIndex0("consoles/gb-studio/gbhtml-backgrounds__" + name + ".png"))
          .as(name)
          .isEqualTo(Index0.AS_DECLARED);
    }
    assertThat(chosenIndex0("consoles/gb-studio/test__savepoint.png"))
        .isEqualTo(Index0.TRANSPARENT);
    assertThat(chosenIndex0("consoles/opensnes/shmup_1942__enemy.png"))
        .isEqualTo(Index0.TRANSPARENT);
  }

  private Index0 chosenIndex0(String file) throws IOException {
    Outcome<Choice<TilesSettings>> outcome =
        Banks.choose(
            Location.of(Artifact.SOURCE, file),
            trimmed(read(data.resolve(file)).orElseThrow()),
            TilesRequest.NOTHING);
    return ((Outcome.Accepted<Choice<TilesSettings>>) outcome).value().settings().index0();
  }

  /** The platform fills palettes up to 256 entries. */
  private static ArgbPicture trimmed(ArgbPicture picture) {
    int width = picture.widthPixels();
    byte[] indices = new byte[width * picture.heightPixels()];
    int used = 0;
    for (int i = 0; i < indices.length; i++) {
      int index = picture.index(i % width, i / width);
      indices[i] = (byte) index;
      used = Math.max(used, index + 1);
    }
    return ArgbPicture.indexed(
        width, picture.heightPixels(), Arrays.copyOf(picture.palette(), used), indices);
  }

  @Test
  void reportedPicturesAreReducedByTheLaw() throws IOException {
    for (String name : List.of("gradient", "sheet_of_70_palettes", "one_tile_of_17_colours")) {
      ArgbPicture picture = read(data.resolve("reports/pictures/" + name + ".png")).orElseThrow();
      for (Dither dither : Dither.values()) {
        TilesSettings settings = Banks.auto(8).with(new ColorReduction(4, dither));
        TestSheet sheet = new TestSheet(Location.of(Artifact.SOURCE, name), picture);
        Outcome<Bank> outcome = Banks.encode(List.of(sheet), settings);
        Banks.assertReduced(((Outcome.Accepted<Bank>) outcome).value(), List.of(picture), settings);
        assertThat(outcome.diagnostics())
            .extracting(Diagnostic::code)
            .containsExactly(DiagnosticCode.COLORS_REDUCED);
      }
    }
  }

  @Test
  void tooManyColoursAreOneReportAPicture() throws IOException {
    assertThat(codes("reports/pictures/gradient.png", Banks.auto(8)))
        .containsExactly(DiagnosticCode.TILE_COLORS);
  }
}

package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.cli.kernel.Confinement;
import dev.papack.cli.kernel.Sandbox;
import dev.papack.cli.kernel.WritableFolder;
import dev.papack.cli.output.Destination.Kind;
import dev.papack.cli.report.ReportFormat;
import dev.papack.cli.report.ReportSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --report}, as a CI gives it. */
class ReportTest {
  @TempDir private Path folder = Path.of("");

  private Path game = Path.of("");

  @BeforeEach
  void makeGameInARepository() throws IOException {
    Files.createDirectories(folder.resolve(".git"));
    game = folder.resolve("game");
    assertThat(Run.papack(folder, "init", "game").status()).isZero();
    TinyFiles.png(game.resolve("assets/sword.png"), 16, 16, (x, y) -> 0xFF102030 + x / 4);
    TinyFiles.wav(game.resolve("assets/hit.wav"), 22_050, 100);
    assertThat(Run.papack(game, "add", "assets").status()).isZero();
  }

  private void replace(String file, String from, String to) throws IOException {
    Path path = game.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(from);
    Files.writeString(path, text.replace(from, to));
  }

  /** Seventeen colours in a tile. */
  private void spoilThePicture() {
    TinyFiles.png(
        game.resolve("assets/sword.png"), 16, 16, (x, y) -> 0xFF000000 + (x * 16 + y) * 0x0808);
  }

  private String sarif(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(arguments));
    Path file = folder.resolve("report.sarif");
    all.addAll(List.of("--report", "sarif=" + file));
    Run.papack(folder, all.toArray(String[]::new));
    String report = Files.readString(file);
    assertThat(ReportSchemas.faultsOfSarif(report)).isEmpty();
    return report;
  }

  @Test
  void allFormatsAreWrittenBesideTheSameOutputWithTheSameStatus() throws IOException {
    spoilThePicture();
    Run plain = Run.papack(folder, "check", "game");
    List<String> arguments = new ArrayList<>(List.of("check", "game"));
    for (String word : ReportFormat.words()) {
      arguments.addAll(List.of("--report", word + "=report." + word));
    }
    Run run = Run.papack(folder, arguments.toArray(String[]::new));
    assertThat(run).isEqualTo(plain);
    assertThat(run.status()).isEqualTo(1);
    for (String word : ReportFormat.words()) {
      // What a page shows is compressed.
      assertThat(folder.resolve("report." + word))
          .as(word)
          .content()
          .contains(word.equals("html") ? "<!doctype html>" : "PA6055");
    }
  }

  @Test
  void optionIsAllowedBeforeTheCommandAndItsFileIsRelativeToTheFolder() {
    assertThat(Run.papack(folder, "--report=sarif=a.sarif", "-C", "game", "check").status())
        .isZero();
    assertThat(game.resolve("a.sarif")).isNotEmptyFile();
  }

  @Test
  void faultOfAPictureIsShownInTheDeclarationThatNamesIt() throws IOException {
    spoilThePicture();
    var result = ReportSchemas.tree(sarif("check", "game")).at("/runs/0/results/0");
    String line = Files.readAllLines(game.resolve("assets/sword.asset.json")).get(5);
    assertThat(line).contains("sword.png");
    assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").asString(""))
        .isEqualTo("game/assets/sword.asset.json");
    var region = result.at("/locations/0/physicalLocation/region");
    assertThat(region.path("startLine").asInt(0)).isEqualTo(6);
    assertThat(
            line.substring(
                region.path("startColumn").asInt(0) - 1, region.path("endColumn").asInt(0) - 1))
        .isEqualTo("\"sword.png\"");
    var picture = result.at("/relatedLocations/0");
    assertThat(picture.at("/physicalLocation/artifactLocation/uri").asString(""))
        .isEqualTo("game/assets/sword.png");
    assertThat(picture.at("/properties/pixels").toString()).contains("\"width\":");
  }

  /** The edit is applied here by hand, as a server would. */
  @Test
  void fixOfADocumentIsAnEditThatRepairsIt() throws IOException {
    replace("assets/sword.asset.json", "\"bank\"", "\"preloud\": {\"slot\": 0},\n  \"bank\"");
    var edit =
        ReportSchemas.tree(sarif("check", "game"))
            .at("/runs/0/results/0/fixes/0/artifactChanges/0");
    Path file = folder.resolve(edit.at("/artifactLocation/uri").asString(""));
    var region = edit.at("/replacements/0/deletedRegion");
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    int index = region.path("startLine").asInt(0) - 1;
    String line = lines.get(index);
    lines.set(
        index,
        line.substring(0, region.path("startColumn").asInt(0) - 1)
            + edit.at("/replacements/0/insertedContent/text").asString("")
            + line.substring(region.path("endColumn").asInt(0) - 1));
    Files.write(file, lines);
    assertThat(Run.papack(folder, "check", "game").status()).isZero();
  }

  private Set<String> fingerprints() throws IOException {
    Set<String> fingerprints = new TreeSet<>();
    var results = ReportSchemas.tree(sarif("check", "game")).at("/runs/0/results");
    results.forEach(
        result -> fingerprints.add(result.at("/partialFingerprints/papack~1v1").asString("")));
    assertThat(fingerprints).hasSize(results.size());
    return fingerprints;
  }

  @Test
  void fingerprintsStayWhereLinesMoveAndOtherFaultsComeAndGo() throws IOException {
    for (int i = 0; i < 3; i++) {
      Files.copy(game.resolve("assets/hit.wav"), game.resolve("assets/hit" + i + ".wav"));
    }
    Run.papack(game, "add", "assets");
    for (int i = 0; i < 3; i++) {
      Files.delete(game.resolve("assets/hit" + i + ".wav"));
    }
    replace("assets/sword.asset.json", "\"palettes\": \"auto\"", "\"palettes\": \"auot\"");
    replace("assets/sword.asset.json", "\"tile_size\": 16", "\"tile_size\": 12");
    Set<String> before = fingerprints();
    assertThat(before).hasSize(5);
    replace("assets/sword.asset.json", "{\n", "{\n\n\n");
    replace("assets/hit1.asset.json", "\n  ", "\n\t   ");
    assertThat(fingerprints()).isEqualTo(before);
    Files.delete(game.resolve("assets/hit0.asset.json"));
    assertThat(fingerprints())
        .as("a fault less, and another for its lost declaration")
        .hasSize(5)
        .matches(after -> after.stream().filter(before::contains).count() == 4);
  }

  @Test
  void reportIsWrittenWhateverStopsTheCommand() throws IOException {
    assertThat(sarif("check", "nowhere")).contains("\"PA3021\"").contains("\"exitCode\":1");
    replace("assets/index.json", "\"schema_version\": 3", "\"schema_version\": 9");
    assertThat(sarif("build", "game")).contains("\"PA4002\"").contains("\"exitCode\":3");
    assertThat(sarif("extract", "game", "hit", "-o", "no/where.wav"))
        .contains("\"executionSuccessful\":")
        .contains("\"PA8024\"");
    assertThat(sarif("check", "game", "--threads", "0"))
        .contains("\"executionSuccessful\":false,\"exitCode\":2")
        .contains("--threads takes 1 to 1024, not 0.");
  }

  @Test
  void cancelledCommandAndADefectLeaveAReportThatSaysSo() throws IOException {
    Run.papack(
        folder, Kind.FILE, Map.of(), () -> true, "check", "game", "--report", "sarif=a.sarif");
    assertThat(folder.resolve("a.sarif"))
        .content()
        .contains("\"executionSuccessful\":false,\"exitCode\":130")
        .contains("interrupted");
    Run.papack(
        folder,
        Kind.FILE,
        Map.of(),
        () -> {
          throw new IllegalStateException("planted");
        },
        "limits",
        "--report",
        "junit=a.xml");
    String junit = Files.readString(folder.resolve("a.xml"));
    assertThat(ReportSchemas.faultsOfJunit(junit)).isEmpty();
    assertThat(junit).contains("exit status 70: this is a bug in papack");
  }

  @Test
  void standardOutputTakesAReportAfterEverythingElse() {
    Run run = Run.papack(folder, "check", "game", "--report", "github=-");
    assertThat(run.out()).endsWith("\npapack check: no findings\n");
    assertThat(Run.papack(folder, "check", "game", "--format=json", "--report=github=-").err())
        .contains("standard output cannot have a report beside --format json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sarif", "sarif=", "=a", "xml=a", "SARIF=a", "pdf=a"})
  void whatIsNoReportIsAUsageFault(String value) {
    Run run = Run.papack(folder, "check", "game", "--report", value);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--report");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "./a", "game/../a", "game//../a"})
  void twoReportsOfOneFileAreAUsageFault(String again) throws IOException {
    Files.writeString(folder.resolve("a"), "before");
    Run run = Run.papack(folder, "check", "game", "--report=sarif=a", "--report=junit=" + again);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("two reports cannot go to one file");
    assertThat(folder.resolve("a")).hasContent("before");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void twoReportsOfOneFileByALinkToItsFolderAreAUsageFault() throws IOException {
    Files.createSymbolicLink(folder.resolve("link"), folder);
    assertThat(
            Run.papack(folder, "check", "game", "--report=sarif=a", "--report=junit=link/a").err())
        .contains("two reports cannot go to one file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "game/assets/sword.png",
        "game/assets/new.sarif",
        "game/assets.pa",
        "game/.papack/journal.json",
        "game/build/preload.json"
      })
  void mistypedReportCostsNoFileOfAWorkspace(String file) throws IOException {
    assertThat(Run.papack(folder, "build", "game").status()).isZero();
    Path path = folder.resolve(file);
    boolean isThere = Files.exists(path);
    byte[] before = isThere ? Files.readAllBytes(path) : new byte[0];
    Run run = Run.papack(folder, "check", "game", "--report", "sarif=" + file);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("among the files of a workspace");
    assertThat(path.toFile().exists()).isEqualTo(isThere);
    if (isThere) {
      assertThat(path).hasBinaryContent(before);
    }
  }

  @Test
  void linkThatWasPlantedIsNotFollowed() throws IOException {
    Path victim = Files.writeString(folder.resolve("victim"), "kept");
    Files.createSymbolicLink(game.resolve("papack.sarif"), victim);
    Run run = Run.papack(game, "check", "--report", "sarif=papack.sarif");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("PA7005").contains("is no plain file");
    assertThat(victim).hasContent("kept");
  }

  @Test
  void reportThatCannotBeThereStopsTheCommand() {
    Run run = Run.papack(folder, "build", "game", "--report", "sarif=gone/a.sarif");
    assertThat(run.status()).isEqualTo(4);
    assertThat(run.err()).contains("PA9001");
    assertThat(game.resolve("assets.pa")).doesNotExist();
  }

  @Test
  void reportsAreOpenedBeforeTheFenceIsClosed() {
    List<String> seen = new ArrayList<>();
    Sandbox watching =
        new Sandbox() {
          @Override
          public Confinement confine() {
            seen.add("filter " + Files.exists(folder.resolve("a.sarif")));
            return new Confinement.InForce();
          }

          @Override
          public Confinement confineWrites(List<WritableFolder> folders) {
            seen.add("fence " + Files.exists(folder.resolve("a.sarif")));
            return new Confinement.InForce();
          }
        };
    Run.papack(
        folder,
        Kind.FILE,
        Map.of(),
        () -> false,
        watching,
        "check",
        "game",
        "--report=sarif=a.sarif");
    assertThat(seen).containsExactly("filter false", "fence true");
    assertThat(folder.resolve("a.sarif")).isNotEmptyFile();
  }

  /** A report is of one build; what a build finds is printed as it comes. */
  @Test
  void watchingTakesNoReport() {
    Run run = Run.papack(folder, "build", "game", "--watch", "--report", "sarif=a.sarif");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--report and --watch exclude each other").contains("--format");
    assertThat(game.resolve("assets.pa")).doesNotExist();
  }

  /** Also in the place of what is published elsewhere. */
  @ParameterizedTest
  @ValueSource(strings = {"out/assets.pa", "out/build/preload.json", "out/.papack/a.sarif"})
  void mistypedReportCostsNoFileOfAnOutput(String file) throws IOException {
    assertThat(Run.papack(folder, "build", "game", "--output", "out").status()).isZero();
    Run run = Run.papack(folder, "check", "game", "--output", "out", "--report", "sarif=" + file);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("among the files of a workspace");
    assertThat(Run.papack(folder, "verify", "game", "--output", "out").status()).isZero();
  }

  @Test
  void faultOfAnOutputIsPlacedThereInTheReport() throws IOException {
    assertThat(Run.papack(folder, "build", "game", "--output", "out").status()).isZero();
    Files.delete(folder.resolve("out/build/preload.json"));
    var result =
        ReportSchemas.tree(sarif("verify", "game", "--output", "out")).at("/runs/0/results/0");
    assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").asString(""))
        .isEqualTo("out/build/preload.json");
    assertThat(result.at("/message/text").asString("")).contains("-C game build --output");
  }

  @Test
  void oldReportIsReplaced() throws IOException {
    Files.writeString(folder.resolve("report.sarif"), "x".repeat(1 << 20));
    assertThat(sarif("check", "game")).startsWith("{\"$schema\"").endsWith("]}\n]}\n");
  }
}

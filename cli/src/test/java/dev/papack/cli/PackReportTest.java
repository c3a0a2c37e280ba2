package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.papack.Packer;
import dev.papack.cli.report.ReportSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Reports that show a pack: which one, and when. */
class PackReportTest {
  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void makeGame() {
    assertThat(Run.papack(folder, "init", "game").status()).isZero();
    draw(0xFF102030);
    TinyFiles.wav(folder.resolve("game/assets/hit.wav"), 22_050, 100);
    assertThat(Run.papack(folder, "add", "game/assets").status()).isZero();
  }

  private void draw(int argb) {
    TinyFiles.png(
        folder.resolve("game/assets/sword.png"), 16, 16, (x, y) -> argb + x / 4 * 0x080808);
  }

  /** Seventeen colours in a tile. */
  private void spoilThePicture() {
    TinyFiles.png(
        folder.resolve("game/assets/sword.png"),
        16,
        16,
        (x, y) -> 0xFF000000 + (x * 16 + y) * 0x0808);
  }

  private JsonNode report(int status, String... command) throws IOException {
    String[] arguments = new String[command.length + 2];
    System.arraycopy(command, 0, arguments, 0, command.length);
    arguments[command.length] = "--report";
    arguments[command.length + 1] = "json=report.json";
    assertThat(Run.papack(folder, arguments).status()).isEqualTo(status);
    String text = Files.readString(folder.resolve("report.json"));
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Packer.schema("report", 1).orElseThrow(), InputFormat.JSON);
    assertThat(schema.validate(text, InputFormat.JSON)).isEmpty();
    return ReportSchemas.tree(text);
  }

  @Test
  void buildShowsThePackThatItPublished() throws IOException {
    JsonNode report = report(0, "build", "game");
    assertThat(report.at("/pack/state").asString("")).isEqualTo("current");
    assertThat(report.at("/pack/path").asString("")).isEqualTo("assets.pa");
    assertThat(report.at("/pack/assets").findValuesAsString("asset_name"))
        .containsExactlyInAnyOrder("hit", "sword");
    assertThat(report.at("/pack/assets").findValuesAsString("root"))
        .containsExactlyInAnyOrder("hit", "sword");
    assertThat(report.at("/pack/assets/0/sources/0").asString("")).startsWith("assets/");
  }

  @Test
  void checkShowsThePackOfTheLastBuildAndThePictureThatIsWrong() throws IOException {
    assertThat(report(0, "check", "game").has("pack")).isFalse();
    assertThat(Run.papack(folder, "build", "game").status()).isZero();
    spoilThePicture();
    for (String command : new String[] {"check", "build"}) {
      JsonNode report = report(1, command, "game");
      assertThat(report.at("/pack/state").asString("")).isEqualTo("last_build");
      JsonNode finding = report.at("/findings/0");
      assertThat(finding.path("code").asString("")).isEqualTo("PA6055");
      assertThat(finding.at("/picture/marked/width").asInt(0)).isEqualTo(16);
      assertThat(finding.at("/picture/rgba").asString("")).contains("000808ff");
    }
  }

  @Test
  void inspectShowsAPackWithoutItsWorkspace() throws IOException {
    assertThat(Run.papack(folder, "build", "game").status()).isZero();
    Files.copy(folder.resolve("game/assets.pa"), folder.resolve("other.pa"));
    JsonNode report = report(0, "inspect", "other.pa");
    assertThat(report.at("/pack/path").asString("")).isEqualTo("other.pa");
    assertThat(report.at("/pack/assets/0").has("root")).isFalse();
  }

  @Test
  void diffShowsWhatChanged() throws IOException {
    assertThat(Run.papack(folder, "build", "game").status()).isZero();
    Files.copy(folder.resolve("game/assets.pa"), folder.resolve("old.pa"));
    draw(0xFF408030);
    assertThat(Run.papack(folder, "build", "game").status()).isZero();
    JsonNode report = report(0, "diff", "old.pa", "game");
    assertThat(report.at("/change/contents/0/asset_name").asString("")).isEqualTo("sword");
    assertThat(report.at("/change/before/assets")).hasSize(1);
    assertThat(report.at("/change/after/assets/0/tiles/tile_count").asInt(0)).isPositive();
  }

  @Test
  void damagedPackIsReportedOnceAndNotShown() throws IOException {
    Files.write(folder.resolve("bad.pa"), new byte[200]);
    JsonNode report = report(1, "inspect", "bad.pa");
    assertThat(report.has("pack")).isFalse();
    assertThat(report.at("/findings")).hasSize(1);
  }

  @Test
  void damagedSliceIsAnErrorOfTheReport() throws IOException {
    assertThat(Run.papack(folder, "build", "game").status()).isZero();
    byte[] pack = Files.readAllBytes(folder.resolve("game/assets.pa"));
    pack[pack.length - 1] ^= 1;
    Files.write(folder.resolve("bad.pa"), pack);
    assertThat(Run.papack(folder, "inspect", "bad.pa").status()).isZero();
    Run run = Run.papack(folder, "inspect", "bad.pa", "--report", "html=bad.html");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("PA8012");
    assertThat(folder.resolve("bad.html")).isNotEmptyFile();
  }

  @Test
  void equalBuildsGiveEqualPagesOnStandardOutputToo() throws IOException {
    Run first = Run.papack(folder, "build", "game", "--report", "html=a.html");
    assertThat(first.status()).isZero();
    Files.move(
        folder.resolve("a.html"), folder.resolve("b.html"), StandardCopyOption.REPLACE_EXISTING);
    Run.papack(folder, "build", "game", "--no-cache", "--report", "html=a.html");
    assertThat(folder.resolve("a.html")).hasSameBinaryContentAs(folder.resolve("b.html"));
    Run printed = Run.papack(folder, "build", "game", "--report", "html=-");
    assertThat(printed.out()).endsWith(Files.readString(folder.resolve("a.html")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"html", "json"})
  void otherCommandsShowNoPack(String format) {
    Run run = Run.papack(folder, "-C", "game", "list", "--report", format + "=a");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("build, check, inspect and diff make one, not list");
    assertThat(folder.resolve("game/a")).doesNotExist();
  }
}

package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CliJsonSpecificationTest {
  @TempDir Path folder;
  private String specification = "";

  @BeforeEach
  void read() throws IOException {
    specification =
        Files.readString(
            Path.of(System.getProperty("papack.home", ""), "docs", "specs", "cli-json.md"));
  }

  @Test
  void exampleOfADiagnosticIsWhatTheCommandLinePrints() throws IOException {
    Run.papack(folder, "init");
    Path index = folder.resolve("assets/index.json");
    String json = Files.readString(index).replace("\"schema_version\": 3", "\"schema_version\": 9");
    Files.writeString(index, json);
    Run run = Run.papack(folder, "check", "--format", "json");
    assertThat(specification).contains(run.out().lines().findFirst().orElseThrow());
  }

  @Test
  void exampleOfTheContractIsWhatTheCommandLinePrints() {
    Run run = Run.papack(folder, "contract", "--format", "json");
    assertThat(specification).contains(run.out().lines().findFirst().orElseThrow());
  }

  @Test
  void exampleOfAMigrationIsWhatTheCommandLinePrints() throws IOException {
    Run.papack(folder, "init");
    Files.writeString(
        folder.resolve("assets/a.asset.json"),
        """
        {
          "artifact": "asset",
          "schema_version": 1,
          "asset_id": 7,
          "name": "a",
          "source": "a.wav",
          "bank": "SOUNDS"
        }
        """);
    Run run = Run.papack(folder, "migrate", "--dry-run", "--format", "json");
    assertThat(specification).contains(run.out().lines().findFirst().orElseThrow());
  }

  @Test
  void examplesAreObjectsThatTheirSchemasAccept() {
    List<String> examples = specification.lines().filter(line -> line.startsWith("{")).toList();
    assertThat(examples)
        .hasSize(8)
        .allSatisfy(JsonObjects::parse)
        .allSatisfy(line -> assertThat(LineSchemas.faults(LineSchemas.tree(line))).isEmpty());
  }

  @Test
  void schemasAreNamed() {
    assertThat(LineSchemas.PRINTED)
        .allSatisfy(printed ->
            assertThat(specification).contains("(../schemas/" + printed + ".schema.json)"));
  }

  @Test
  void everyCommandHasItsMembersSaid() {
    CommandLines.COMMANDS.stream()
        .filter(command -> command.formats().contains(OutputFormat.JSON))
        .forEach(command -> assertThat(specification).contains("\n| `" + command.name() + "` |"));
  }
}

package dev.papack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FirstFix;
import dev.papack.disk.TestDisk;
import dev.papack.result.Drift;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A version outside the window stops every command before a source is opened. */
class VersionGateTest {
  private TestWorkspace workspace;

  @BeforeEach
  void publish() throws Exception {
    workspace = TestWorkspace.create();
    workspace.picture("assets/hero.png", 0xFFCC2211);
    workspace.add("assets");
    workspace.build();
  }

  /** The head of the registry, the rest of which means nothing to this packer. */
  private void writeIndex(String head) {
    workspace.write(
        "assets/index.json", "{ \"artifact\": \"index\"" + head + ", \"rooms\": [1, 2, 3] }");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "9 | VERSION_TOO_NEW",
        "4 | VERSION_TOO_NEW",
        "0 | VERSION_NEVER_EXISTED",
        "-1 | VERSION_NEVER_EXISTED",
        "\"1\" | VERSION_NOT_AN_INTEGER",
        "1.0 | VERSION_NOT_AN_INTEGER",
        "null | VERSION_NOT_AN_INTEGER",
        "missing | VERSION_MISSING",
        "1, \"schema_version\": 1 | JSON_DOUBLED_NAME",
      })
  void registryOfNoReadableVersionStopsABuildBeforeItOpensASource(
      String version, DiagnosticCode code) throws Exception {
    writeIndex(version.equals("missing") ? "" : ", \"schema_version\": " + version);
    Map<String, String> published = workspace.published();
    List<String> operations = new ArrayList<>();
    TestDisk watching =
        TestDisk.with(workspace.disk, (number, operation) -> operations.add(operation));
    List<Diagnostic> faults = workspace.session(watching).build(Drift.TOLERATED).diagnostics();
    assertThat(faults).extracting(Diagnostic::code).containsExactly(code);
    assertThat(operations)
        .as("the registry is opened, and was seen to be")
        .anyMatch(operation -> operation.endsWith("assets/index.json"));
    assertThat(operations).doesNotContain("open assets/hero.png");
    assertThat(workspace.published()).isEqualTo(published);
    // A document that is no JSON at all is not of an unsupported version.
    if (code != DiagnosticCode.JSON_DOUBLED_NAME) {
      assertThat(operations).filteredOn(VersionGateTest::changes).isEmpty();
    }
  }

  /** The lock's own files come and go with the lock. */
  private static boolean changes(String operation) {
    return List.of("create ", "rename ", "delete ", "append ", "flush ").stream()
            .anyMatch(operation::startsWith)
        && !operation.contains(" .papack/owner.");
  }

  @Test
  void tooNewSaysWhatWasFoundWhatIsSupportedAndWhatToDo() throws Exception {
    writeIndex(", \"schema_version\": 9");
    Diagnostic fault = workspace.session().build(Drift.TOLERATED).diagnostics().getFirst();
    assertThat(fault.message())
        .isEqualTo("index version 9 is too new: this papack reads versions 1 to 3");
    assertThat(fault.found()).contains("9");
    assertThat(fault.supported()).contains("1 to 3");
    assertThat(FirstFix.title(fault)).contains("use a papack that reads index version 9");
    assertThat(fault.location().pointer()).contains("/schema_version");
  }

  @Test
  void declarationThatIsTooNewStopsABuildBeforeItOpensASource() throws Exception {
    workspace.write(
        "assets/jump.asset.json", "{\"artifact\": \"asset\", \"schema_version\": 4, \"id\": []}");
    List<String> operations = new ArrayList<>();
    TestDisk watching =
        TestDisk.with(workspace.disk, (number, operation) -> operations.add(operation));
    assertThat(workspace.session(watching).build(Drift.TOLERATED).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.VERSION_TOO_NEW);
    assertThat(operations)
        .contains("open assets/hero.asset.json")
        .doesNotContain("open assets/hero.png");
  }

  @Test
  void buildOfAReadableVersionOpensItsSource() throws Exception {
    List<String> operations = new ArrayList<>();
    TestDisk watching =
        TestDisk.with(workspace.disk, (number, operation) -> operations.add(operation));
    workspace.session(watching).build(Drift.TOLERATED);
    assertThat(operations).contains("open assets/index.json", "open assets/hero.png");
  }
}

package dev.papack.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FirstFix;
import dev.papack.source.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** No kind has left a version behind yet, so the gate is asked about one that has. */
class RetiredVersionTest {
  private static final Kind INDEX =
      new Kind(Artifact.INDEX, new SupportWindow(2, 4), new TreeMap<>(Map.of(1, "0.9")));

  @Test
  void versionBeforeTheWindowIsTooOldAndNamesItsLastReader() {
    List<Diagnostic> faults =
        open("{ \"artifact\": \"index\", \"schema_version\": 1, \"rooms\": [] }");
    assertThat(faults)
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.code()).isEqualTo(DiagnosticCode.VERSION_TOO_OLD);
          assertThat(fault.message())
              .isEqualTo("index version 1 is too old: this papack reads versions 2 to 4");
          assertThat(fault.found()).contains("1");
          assertThat(fault.supported()).contains("2 to 4");
          assertThat(FirstFix.title(fault))
              .contains("migrate it with papack 0.9, the last release that reads version 1");
        });
  }

  @Test
  void oldestAndCurrentVersionPass() {
    assertThat(open("{ \"artifact\": \"index\", \"schema_version\": 2 }")).isEmpty();
    assertThat(open("{ \"artifact\": \"index\", \"schema_version\": 4 }")).isEmpty();
  }

  @Test
  void zeroNeverExistedHoweverOldTheWindow() {
    assertThat(open("{ \"artifact\": \"index\", \"schema_version\": 0 }"))
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.VERSION_NEVER_EXISTED);
  }

  private static List<Diagnostic> open(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Gate.open(Snapshot.of("assets/index.json", bytes), INDEX).diagnostics();
  }
}

package dev.papack.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.source.Limits;
import dev.papack.source.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tree of a document stays within some hundred megabytes, whatever the file holds. */
class ManyValuesTest {
  @Test
  void oneValueMoreThanTheLimitIsRefused() {
    // The array is a value too.
    String text = "[" + "0,".repeat(Limits.JSON_VALUES - 1) + "0]";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<Diagnostic> faults =
        JsonReader.parse(Snapshot.of("assets/index.json", bytes), Artifact.INDEX).diagnostics();
    assertThat(faults)
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.code()).isEqualTo(DiagnosticCode.JSON_VALUES);
          assertThat(fault.message()).isEqualTo("the document has more than 4194304 values");
          assertThat(fault.limit()).contains("4194304");
        });
  }
}

package dev.papack.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Fix.Certainty;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.source.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether an edit is safe is found out by trying it. */
class TriedFixesTest {
  private static final WorkspacePath FILE = WorkspacePath.of("assets/a.asset.json");

  private static List<Fix> fixes(Snapshot snapshot) {
    return JsonReader.parse(snapshot, Artifact.ASSET).diagnostics().getFirst().fixes();
  }

  private static Snapshot snapshot(String text) {
    return Snapshot.of(FILE.text(), text.getBytes(StandardCharsets.UTF_8));
  }

  private static Fix only(String text) {
    List<Fix> fixes = fixes(snapshot(text).in(FILE));
    assertThat(fixes).hasSize(1);
    return fixes.getFirst();
  }

  @Test
  void aCommaTooManyIsRemovedSafely() {
    assertThat(only("{\"a\": 1,}").certainty()).isEqualTo(Certainty.SAFE);
    assertThat(only("[1, 2 ,\n ]").certainty()).isEqualTo(Certainty.SAFE);
  }

  @Test
  void aByteOrderMarkIsRemovedSafely() {
    assertThat(only("\ufeff{}").certainty()).isEqualTo(Certainty.SAFE);
  }

  @Test
  void anEditWithAnotherFaultBehindItIsNotSafe() {
    assertThat(only("{\"a\": 1,} x").certainty()).isEqualTo(Certainty.LIKELY);
    assertThat(only("{\"a\": [1,],}").certainty()).isEqualTo(Certainty.LIKELY);
    assertThat(only("\ufeff{\"a\": 1,}").certainty()).isEqualTo(Certainty.LIKELY);
  }

  @Test
  void whatIsMissingMayBeSomethingElse() {
    assertThat(only("[1 2]").certainty()).isEqualTo(Certainty.LIKELY);
    assertThat(only("{\"a\" 1}").certainty()).isEqualTo(Certainty.LIKELY);
  }

  @Test
  void aDocumentFromElsewhereIsNotEdited() {
    assertThat(fixes(snapshot("{\"a\": 1,}"))).extracting(Fix::action).hasSize(1);
    assertThat(fixes(snapshot("{\"a\": 1,}")).getFirst().action()).isInstanceOf(Fix.Advice.class);
  }

  @Test
  void aLongDocumentIsNotReadTwice() {
    String padding = " ".repeat(TriedFixes.MAX_BYTES);
    assertThat(only("{\"a\": 1,}" + padding).certainty()).isEqualTo(Certainty.LIKELY);
  }
}

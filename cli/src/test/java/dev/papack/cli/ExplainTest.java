package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.DiagnosticPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {
  @TempDir Path folder;

  @Test
  void withoutCodeAllAreListed() {
    Run run = Run.papack(folder, "explain");
    assertThat(run.status()).isZero();
    assertThat(run.out().lines()).hasSize(DiagnosticCode.values().length);
    Run json = Run.papack(folder, "explain", "--format", "json");
    assertThat((List<?>) json.result().get("codes")).hasSize(DiagnosticCode.values().length);
  }

  @Test
  void everyCodeHasAPageThatNamesIt() {
    Assumptions.assumeTrue(
        Files.isDirectory(Path.of(System.getProperty("papack.home", ""), "docs", "diagnostics")),
        "the pages are not there");
    for (DiagnosticCode code : DiagnosticCode.values()) {
      assertThat(DiagnosticPage.find(code).map(DiagnosticPage::title))
          .as(code.toString())
          .hasValueSatisfying(title -> assertThat(title).contains(code.id()));
    }
  }

  @Test
  void idAndNameMeanTheSameInAnyCase() {
    String page = Run.papack(folder, "explain", "PA4002").out();
    assertThat(page).contains("PA4002");
    assertThat(Run.papack(folder, "explain", "pa4002").out()).isEqualTo(page);
    assertThat(Run.papack(folder, "explain", "version_too_new").out()).isEqualTo(page);
  }
}

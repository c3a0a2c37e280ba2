package dev.papack.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.DiagnosticCode;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The stages of the specifications are those of papack's diagnostics. */
final class RefusalTest {
  @ParameterizedTest
  @EnumSource
  void stageIsThatOfTheCode(Refusal refusal) {
    DiagnosticCode code = DiagnosticCode.find(refusal.code()).orElseThrow();

    assertThat(refusal.stage()).isEqualTo(stageOf(code));
  }

  private static String stageOf(DiagnosticCode code) {
    String name = code.name().toLowerCase(Locale.ROOT);
    return switch (code.id().charAt(2)) {
      case '1' -> "parse";
      case '2' -> "structure";
      case '3' -> "meaning";
      case '4' -> name.startsWith("version_too_") ? name.substring("version_".length()) : "version";
      default -> name.replaceFirst("^pack_", "");
    };
  }
}

package dev.papack.media.wav;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is odd about a file that is read all the same. The first of each code is kept: a file with a
 * million chunks must not make a million warnings.
 */
final class WavFindings {
  private final Map<DiagnosticCode, Diagnostic> first = new EnumMap<>(DiagnosticCode.class);

  void add(Diagnostic warning) {
    first.putIfAbsent(warning.code(), warning);
  }

  List<Diagnostic> all() {
    return List.copyOf(first.values());
  }
}

package dev.papack.bank;

import dev.papack.asset.TilesSettings;
import dev.papack.bank.EncodingAttempt.Obstacle;
import dev.papack.diagnostic.Diagnostic;
import java.util.List;

/**
 * Settings that were tried and do not work.
 *
 * @param settings which
 * @param diagnostics why not
 * @param obstacle what would have to be different
 */
record RefusedSettings(TilesSettings settings, List<Diagnostic> diagnostics, Obstacle obstacle) {
  /** Copies the list. */
  RefusedSettings {
    diagnostics = List.copyOf(diagnostics);
  }

  /** Whether nothing but an opaque index 0 was in the way. */
  boolean isOfIndex0() {
    return obstacle == Obstacle.OPAQUE_INDEX_0;
  }

  /** The first error, in words. */
  String firstFault() {
    return diagnostics.stream()
        .filter(Diagnostic::isError)
        .map(Diagnostic::message)
        .findFirst()
        .orElseThrow();
  }
}

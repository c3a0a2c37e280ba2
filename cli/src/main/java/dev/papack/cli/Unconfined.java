package dev.papack.cli;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;

/** Reports that the kernel cannot sandbox papack. */
final class Unconfined {
  private Unconfined() {}

  /**
   * The note.
   *
   * @param reason why, as part of a sentence
   */
  static Diagnostic diagnostic(String reason) {
    return Diagnostic.note(
            DiagnosticCode.SANDBOX_UNAVAILABLE,
            Location.of(Artifact.REQUEST, ""),
            "papack runs without a sandbox: " + reason)
        .advice(
            "papack never starts programs; on Linux (x86-64 or arm64) the kernel enforces that");
  }
}

package dev.papack.cli;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;

/** What is said where the kernel cannot confine papack. */
final class Unconfined {
  private Unconfined() {}

  /**
   * A note of it.
   *
   * @param reason why, as a part of a sentence
   */
  static Diagnostic diagnostic(String reason) {
    return Diagnostic.note(
            DiagnosticCode.SANDBOX_UNAVAILABLE,
            Location.of(Artifact.REQUEST, ""),
            "the kernel does not confine papack: " + reason)
        .help(
            "papack starts no program either way; use Linux on x86-64 or arm64 to have the kernel"
                + " hold it to that");
  }
}

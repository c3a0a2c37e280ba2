package dev.papack.media.flac;

import dev.papack.diagnostic.Diagnostic;
import java.io.Serial;

/**
 * Carries the first fault of a FLAC file out of the decoder's depth; it never leaves the decoder.
 */
final class FlacRefusal extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final transient Diagnostic diagnostic;

  FlacRefusal(Diagnostic diagnostic) {
    // No trace: a refusal is an answer, and hostile files must not make it a dear one.
    super(diagnostic.message(), null, false, false);
    this.diagnostic = diagnostic;
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }
}

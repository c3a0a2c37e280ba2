package dev.papack.media;

import dev.papack.diagnostic.Diagnostic;

/**
 * Carries the fault that ends the decoding of a picture to {@link PngDecoder}, and no further. A
 * picture with one fault has no trustworthy rest, so there is never a second one to report.
 */
final class PngRefusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  PngRefusal(Diagnostic diagnostic) {
    super(diagnostic.message());
    this.diagnostic = diagnostic;
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }
}

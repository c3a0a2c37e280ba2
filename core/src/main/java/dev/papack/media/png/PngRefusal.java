package dev.papack.media.png;

import dev.papack.diagnostic.Diagnostic;

/**
 * Carries the fault that ends the decoding of a picture to {@link PngDecoder}, and no further. A
 * picture with one fault has no trustworthy rest, so there is never a second one to report.
 */
final class PngRefusal extends Exception {
  /** The help for what only the program that wrote the file can fix. */
  static final String EXPORT_AGAIN =
      "open the picture in the program that made it, and export it again as PNG";

  /** The help for damage on the way. */
  static final String COPY_AGAIN =
      "copy or download the file again; if that changes nothing, export the picture again as PNG";

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

package dev.papack.media.gif;

import dev.papack.diagnostic.Diagnostic;

/** Carries the fault that ends the decoding of a GIF to {@link GifDecoder}, and no further. */
final class GifRefusal extends Exception {
  /** The help for what only the program that wrote the file can repair. */
  static final String EXPORT_AGAIN =
      "open the picture in the program that made it, and export it again";

  /** The help for damage on the way. */
  static final String COPY_AGAIN =
      "copy or download the file again; if that changes nothing, export the picture again";

  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  GifRefusal(Diagnostic diagnostic) {
    super(diagnostic.message());
    this.diagnostic = diagnostic;
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }
}

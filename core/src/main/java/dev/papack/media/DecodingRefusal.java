package dev.papack.media;

import dev.papack.diagnostic.Diagnostic;

/**
 * Carries the fault that ends the decoding of a file to its decoder, and no further. A file with
 * one fault has no trustworthy rest, so there is never a second one to report.
 */
public final class DecodingRefusal extends Exception {
  /** The help for what only the program that wrote the file can repair. */
  public static final String EXPORT_AGAIN =
      "open the picture in the program that made it, and save it again";

  /** The help for damage on the way. */
  public static final String COPY_AGAIN =
      "copy or download the file again; if that changes nothing, save the picture again";

  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  /** Refuses a file with this fault. */
  public DecodingRefusal(Diagnostic diagnostic) {
    super(diagnostic.message());
    this.diagnostic = diagnostic;
  }

  /** The fault. */
  public Diagnostic diagnostic() {
    return diagnostic;
  }
}

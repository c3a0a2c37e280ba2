package dev.papack.media.aseprite;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.media.DecodingRefusal;

/** Refusals of documents, with what helps. */
final class Faults {
  private Faults() {}

  /** What only the program that wrote the file, or whoever copied it, can repair. */
  static DecodingRefusal of(DiagnosticCode code, Location place, String message) {
    return new DecodingRefusal(
        Diagnostic.error(code, place, message).advice(DecodingRefusal.COPY_AGAIN));
  }

  /** What is valid and not drawn. */
  static DecodingRefusal unsupported(Location place, String message) {
    return new DecodingRefusal(
        Diagnostic.error(DiagnosticCode.ASEPRITE_UNSUPPORTED, place, message)
            .advice("hide or flatten the layer in Aseprite, or export the picture as PNG"));
  }

  /** What is too large. */
  static DecodingRefusal limit(Location place, String what, String found, long limit) {
    return new DecodingRefusal(
        Diagnostic.error(
                DiagnosticCode.ASEPRITE_LIMIT, place, what + "; at most " + limit + " are allowed")
            .found(found)
            .limit(String.valueOf(limit))
            .advice("split the document into smaller ones"));
  }
}

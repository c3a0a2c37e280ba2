package dev.papack.publish;

import dev.papack.container.Sha256;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;

/**
 * What a file is to hold once it is published; also what a file holds that moves.
 *
 * @param sizeBytes its length
 * @param digest of all its bytes
 */
record StagedContent(long sizeBytes, Sha256 digest) {
  /** Nothing is written that could not be read back. */
  static Diagnostic tooLarge(String path, long bytes, long limit) {
    return Diagnostic.error(
            DiagnosticCode.DOCUMENT_SIZE,
            Location.of(Artifact.WORKSPACE, path),
            "\"" + path + "\" would have " + bytes + " bytes; at most " + limit + " are allowed")
        .found(String.valueOf(bytes))
        .limit(String.valueOf(limit))
        .advice("name fewer files at a time, or split the workspace");
  }
}

package dev.papack.publish;

import dev.papack.diagnostic.Diagnostic;

/**
 * That a workspace has a publication which was decided and not finished.
 *
 * @param kind what it is about
 * @param origin where it was decided
 * @param warning how it is reported to those who only look
 * @param error how it is reported to those whom it stops
 */
public record UnfinishedRecord(Kind kind, Origin origin, Diagnostic warning, Diagnostic error) {
  /** What a record is about. */
  public enum Kind {
    PACK,
    DOCUMENTS,
    /** Its record cannot be read. */
    UNKNOWN
  }
}

package dev.papack.result;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Severity;

/**
 * What a reading command makes of authored documents that lag behind: a migration that is pending,
 * a root that moved.
 */
public enum Drift {
  /** It goes on with what they mean, and warns. */
  TOLERATED,
  /** It stops: for release builds, whose documents are to say exactly what is built. */
  REFUSED;

  /**
   * How a finding counts.
   *
   * @param finding any
   * @return an error instead of a warning where this refuses drift
   */
  public Diagnostic judge(Diagnostic finding) {
    return switch (this) {
      case TOLERATED -> finding;
      case REFUSED -> isDrift(finding) ? finding.as(Severity.ERROR) : finding;
    };
  }

  private static boolean isDrift(Diagnostic finding) {
    return finding.code() == DiagnosticCode.MIGRATION_PENDING
        || finding.code() == DiagnosticCode.ROOT_MOVED;
  }
}

package dev.papack.diagnostic;

import java.util.Locale;

/** How much a diagnostic weighs. */
public enum Severity {
  /** The command cannot do what was asked. */
  ERROR,
  /** It can, but somebody should know. */
  WARNING,
  /** What was chosen or found, for the record. */
  NOTE;

  /**
   * The word that renderings use.
   *
   * @return lower case
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package dev.papack.cli;

import dev.papack.diagnostic.Diagnostic;
import java.util.List;

/**
 * Diagnostics that people read together.
 *
 * @param title above them; empty for none
 * @param detail how much of each is printed
 * @param diagnostics in order
 */
record Section(String title, Detail detail, List<Diagnostic> diagnostics) {
  /** Copies the list. */
  Section {
    diagnostics = List.copyOf(diagnostics);
  }

  /** How much of a diagnostic is printed. */
  enum Detail {
    /** Everything. */
    WHOLE,
    /** A line for each, and what to do once for all. */
    LINES
  }
}

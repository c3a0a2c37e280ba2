package dev.papack.cli;

import dev.papack.diagnostic.Diagnostic;
import java.util.List;

/**
 * Diagnostics that are printed together.
 *
 * @param title the line above them; empty for none
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
    /** One line for each, and the help once for all. */
    LINES,
    /** The first as a whole, and in one line how many more there are and where. */
    FIRST
  }
}

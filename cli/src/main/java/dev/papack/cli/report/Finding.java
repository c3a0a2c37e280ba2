package dev.papack.cli.report;

import dev.papack.cli.output.Printable;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Severity;
import java.util.List;

/**
 * A diagnostic as reports show it.
 *
 * @param diagnostic what was found
 * @param place where it is shown: what is wrong in a picture or a sound, in the declaration that
 *     names it
 * @param related the other places, the picture or sound first
 * @param fingerprint the same for the same fault in every run, whatever lines moved; no two
 *     findings of a report have the same
 * @param help what to do, a line each
 * @param edits the fixes that change a document
 */
record Finding(
    Diagnostic diagnostic,
    Place place,
    List<Related> related,
    String fingerprint,
    List<String> help,
    List<Edit> edits) {
  /**
   * Another place involved.
   *
   * @param place where
   * @param message what is there
   */
  record Related(Place place, String message) {}

  /**
   * A fix that changes a document.
   *
   * @param title what it does
   * @param file the document
   * @param change what is replaced
   */
  record Edit(String title, FilePath file, Fix.EditDocument change) {}

  /** Copies the lists. */
  Finding {
    related = List.copyOf(related);
    help = List.copyOf(help);
    edits = List.copyOf(edits);
  }

  String code() {
    return diagnostic.code().id();
  }

  Severity severity() {
    return diagnostic.severity();
  }

  /** What is wrong, on one line that steers no terminal. */
  String message() {
    return Printable.escape(diagnostic.message());
  }
}

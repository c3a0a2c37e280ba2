package dev.papack.result;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.WorkspacePath;
import java.util.List;

/**
 * What is wrong with one document.
 *
 * @param document which one
 * @param draft the number of the draft that this is said of: each edit has a higher one
 * @param findings in order
 */
public record DiagnosedDocument(WorkspacePath document, long draft, List<Diagnostic> findings) {
  /** Copies the list. */
  public DiagnosedDocument {
    findings = List.copyOf(findings);
  }

  /** How much is looked at. */
  public enum Depth {
    /** The documents. */
    DOCUMENTS,
    /** The sources of the asset, too, if it is declared without fault: as a build does. */
    SOURCES
  }
}

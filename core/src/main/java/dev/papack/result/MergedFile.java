package dev.papack.result;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.List;

/**
 * What became of a document that another version was merged into.
 *
 * @param file the document, as it was named
 * @param kind what it is: a declaration or the registry
 * @param change whether it was rewritten
 * @param findings what was decided for the author, and errors for what was not: conflicts
 */
public record MergedFile(Path file, Artifact kind, FileChange change, List<Diagnostic> findings) {
  /** Copies the list. */
  public MergedFile {
    findings = List.copyOf(findings);
  }
}

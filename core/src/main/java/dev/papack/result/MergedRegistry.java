package dev.papack.result;

import dev.papack.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.List;

/**
 * What became of a registry that another was merged into.
 *
 * @param file the registry, as it was named
 * @param change whether it was rewritten
 * @param assetCount how many assets it registers now
 * @param retiredCount how many ids are retired in it now
 * @param findings what was decided for the author, and errors for what was not: conflicts
 */
public record MergedRegistry(
    Path file, FileChange change, int assetCount, int retiredCount, List<Diagnostic> findings) {
  /** Copies the list. */
  public MergedRegistry {
    findings = List.copyOf(findings);
  }
}

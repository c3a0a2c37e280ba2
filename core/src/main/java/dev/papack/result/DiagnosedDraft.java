package dev.papack.result;

import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Location;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is wrong with a workspace that has texts that are not saved.
 *
 * @param draft the number of the draft that this is said of: each edit has a higher one
 * @param findings in order
 * @param places where declarations name the files that findings speak of and that are no documents,
 *     by file: a fault of a picture is shown where it can be edited
 */
public record DiagnosedDraft(
    long draft, List<Diagnostic> findings, Map<AssetsPath, List<Location>> places) {
  /** Copies the collections. */
  public DiagnosedDraft {
    findings = List.copyOf(findings);
    places = Collections.unmodifiableMap(new TreeMap<>(places));
  }
}

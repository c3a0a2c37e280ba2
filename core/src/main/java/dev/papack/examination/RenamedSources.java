package dev.papack.examination;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.disk.ReadableDirectory;
import dev.papack.inspect.PublishedBuild;
import dev.papack.inspect.PublishedBuild.PublishedSource;
import dev.papack.source.FileReader;
import dev.papack.source.Snapshot;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Which unused file holds what a missing source held when it was last published: evidence of a new
 * name, and no more than that. Nobody but the author changes a declaration for it.
 */
final class RenamedSources {
  private RenamedSources() {}

  /**
   * Compares digests. Reads nothing unless a missing source was published.
   *
   * @param findings among them the missing sources
   * @param unused the files that may be one of them
   * @return by the missing source; both below {@code assets/}
   */
  static Map<RelativePath, RelativePath> find(
      ReadableDirectory workspace,
      ReadableDirectory assets,
      List<Diagnostic> findings,
      SortedSet<RelativePath> unused)
      throws IOException {
    List<RelativePath> missing =
        findings.stream()
            .filter(RenamedSources::isMissingSource)
            .map(finding -> RelativePath.of(finding.found().orElseThrow()))
            .distinct()
            .toList();
    if (missing.isEmpty() || unused.isEmpty()) {
      return Map.of();
    }
    Map<String, PublishedSource> published = PublishedBuild.sources(workspace);
    Map<PublishedSource, RelativePath> wanted = new HashMap<>();
    for (RelativePath source : missing) {
      PublishedSource record = published.get("assets/" + source);
      if (record != null) {
        wanted.putIfAbsent(record, source);
      }
    }
    long maxBytes = wanted.keySet().stream().mapToLong(PublishedSource::sizeBytes).max().orElse(0);
    Map<RelativePath, RelativePath> renamed = new TreeMap<>();
    if (wanted.isEmpty()) {
      return renamed;
    }
    for (RelativePath file : unused) {
      if (FileReader.read(assets, file, maxBytes, Artifact.SOURCE)
          instanceof Outcome.Accepted<Snapshot>(Snapshot snapshot, List<Diagnostic> notes)) {
        RelativePath source =
            wanted.get(new PublishedSource(snapshot.sizeBytes(), snapshot.digest().hex()));
        if (source != null) {
          renamed.putIfAbsent(source, file);
        }
      }
    }
    return renamed;
  }

  private static boolean isMissingSource(Diagnostic finding) {
    return finding.code() == DiagnosticCode.SOURCE_MISSING
        && finding.location().artifact() == Artifact.ASSET
        && finding.found().isPresent();
  }

  /** The finding with the file that is its missing source under another name, if there is one. */
  static Diagnostic withEvidence(Diagnostic finding, Map<RelativePath, RelativePath> renamed) {
    if (!isMissingSource(finding)) {
      return finding;
    }
    RelativePath now = renamed.get(RelativePath.of(finding.found().orElseThrow()));
    return now == null
        ? finding
        : finding
            .related(
                Location.of(Artifact.SOURCE, "assets/" + now),
                "has, byte for byte, the content that was last published from the missing source")
            .help(
                "if it was renamed, name assets/"
                    + now
                    + " in the declaration, or give the file its old name back");
  }
}

package dev.papack.examination;

import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Fix.Certainty;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.ReadableDirectory;
import dev.papack.inspect.PublishedBuild;
import dev.papack.inspect.PublishedBuild.PublishedSource;
import dev.papack.publish.OutputFolder;
import dev.papack.registry.MissingSource;
import dev.papack.source.FileReader;
import dev.papack.source.SourceDigest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * Which unused file holds what a missing source held when it was last published: evidence of a new
 * name. One file for one source leaves one answer.
 */
final class RenamedSources {
  private RenamedSources() {}

  /**
   * Compares digests. Reads nothing unless a missing source was published.
   *
   * @param missing the missing sources
   * @param unused the files that may be one of them, below {@code assets/}
   * @return the fault of each missing source that has evidence, by the fault without it
   */
  static Map<Diagnostic, Diagnostic> withEvidence(
      OutputFolder output,
      ReadableDirectory assets,
      List<MissingSource> missing,
      SortedSet<AssetsPath> unused)
      throws IOException {
    if (missing.isEmpty() || unused.isEmpty()) {
      return Map.of();
    }
    Map<String, PublishedSource> published = PublishedBuild.sources(output);
    Map<PublishedSource, List<MissingSource>> wanted = new HashMap<>();
    for (MissingSource source : missing) {
      PublishedSource record = published.get(source.source().inWorkspace().text());
      if (record != null) {
        wanted.computeIfAbsent(record, _ -> new ArrayList<>()).add(source);
      }
    }
    Map<PublishedSource, List<AssetsPath>> found =
        wanted.isEmpty() ? Map.of() : find(assets, unused, wanted);
    Map<Diagnostic, Diagnostic> evidence = new HashMap<>();
    found.forEach((content, files) -> {
      List<MissingSource> sources = wanted.getOrDefault(content, List.of());
      Certainty certainty =
          files.size() == 1 && isOneSource(sources) ? Certainty.SAFE : Certainty.LIKELY;
      sources.forEach(source ->
          evidence.put(source.diagnostic(), source.diagnostic(files.getFirst(), certainty)));
    });
    return evidence;
  }

  /** Several assets may declare one file. */
  private static boolean isOneSource(List<MissingSource> sources) {
    return sources.stream().map(MissingSource::source).distinct().count() == 1;
  }

  private static Map<PublishedSource, List<AssetsPath>> find(
      ReadableDirectory assets,
      SortedSet<AssetsPath> unused,
      Map<PublishedSource, List<MissingSource>> wanted)
      throws IOException {
    long maxBytes = wanted.keySet().stream().mapToLong(PublishedSource::sizeBytes).max().orElse(0);
    Map<PublishedSource, List<AssetsPath>> found = new HashMap<>();
    for (AssetsPath file : unused) {
      if (FileReader.digest(assets, file, maxBytes)
          instanceof Outcome.Accepted<SourceDigest>(SourceDigest source, List<Diagnostic> notes)) {
        PublishedSource content = new PublishedSource(source.sizeBytes(), source.digest().hex());
        if (wanted.containsKey(content)) {
          found.computeIfAbsent(content, _ -> new ArrayList<>()).add(file);
        }
      }
    }
    return found;
  }
}

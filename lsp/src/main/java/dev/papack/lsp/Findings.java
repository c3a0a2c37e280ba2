package dev.papack.lsp;

import dev.papack.Draft;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.progress.CancelledException;
import dev.papack.result.DiagnosedDraft;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is wrong with a workspace.
 *
 * @param byDocument by the file in which an editor shows it, in order
 */
record Findings(SortedMap<WorkspacePath, List<Finding>> byDocument) {
  static final Findings NONE = new Findings(new TreeMap<>());

  /** Copies the map. */
  Findings {
    byDocument = Collections.unmodifiableSortedMap(new TreeMap<>(byDocument));
  }

  /** Finds a place for each, looking for those of sources. */
  static Findings of(Draft draft, List<Diagnostic> all) throws IOException, CancelledException {
    Set<AssetsPath> sources =
        all.stream()
            .flatMap(diagnostic -> diagnostic.location().file().stream())
            .filter(file -> !Desk.isDocument(file))
            .flatMap(file -> file.belowAssets().stream())
            .collect(Collectors.toSet());
    return of(all, sources.isEmpty() ? Map.of() : draft.placesOf(sources));
  }

  static Findings of(DiagnosedDraft diagnosed) {
    return of(diagnosed.findings(), diagnosed.places());
  }

  private static Findings of(List<Diagnostic> all, Map<AssetsPath, List<Location>> places) {
    SortedMap<WorkspacePath, List<Finding>> byDocument = new TreeMap<>();
    for (Diagnostic diagnostic : all) {
      for (Location place : places(diagnostic.location(), places)) {
        byDocument
            .computeIfAbsent(place.file().orElse(WorkspacePath.INDEX), _ -> new ArrayList<>())
            .add(new Finding(diagnostic, place));
      }
    }
    return new Findings(byDocument);
  }

  /** Those in some documents. */
  Findings in(Predicate<WorkspacePath> documents) {
    SortedMap<WorkspacePath, List<Finding>> kept = new TreeMap<>(byDocument);
    kept.keySet().removeIf(documents.negate());
    return new Findings(kept);
  }

  /** These and others, each once. */
  Findings and(Findings others) {
    SortedMap<WorkspacePath, List<Finding>> both = new TreeMap<>(byDocument);
    others.byDocument.forEach((document, more) ->
        both.merge(
            document,
            more,
            (some, rest) ->
                Stream.concat(some.stream(), rest.stream())
                    .distinct()
                    .sorted(Comparator.comparing(Finding::diagnostic))
                    .toList()));
    return new Findings(both);
  }

  /** All but those that say something of these. */
  Findings without(Set<Diagnostic> said) {
    SortedMap<WorkspacePath, List<Finding>> left = new TreeMap<>();
    byDocument.forEach((document, all) ->
        left.put(
            document,
            all.stream().filter(finding -> !said.contains(finding.diagnostic())).toList()));
    return new Findings(left);
  }

  private static List<Location> places(Location location, Map<AssetsPath, List<Location>> named) {
    if (location.file().isEmpty()) {
      return List.of(Location.of(Artifact.INDEX, AssetsPath.INDEX));
    }
    return location
        .belowAssets()
        .map(file -> named.getOrDefault(file, List.of(location)))
        .orElse(List.of(location));
  }
}

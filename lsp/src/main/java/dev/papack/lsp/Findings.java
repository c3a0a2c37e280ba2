package dev.papack.lsp;

import dev.papack.Draft;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.progress.CancelledException;
import dev.papack.result.Inventory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is wrong with a workspace.
 *
 * @param all in order
 * @param byDocument the same, by the file in which an editor shows it
 */
record Findings(List<Diagnostic> all, SortedMap<WorkspacePath, List<Finding>> byDocument) {
  static final Findings NONE = new Findings(List.of(), new TreeMap<>());

  /** Copies both. */
  Findings {
    all = List.copyOf(all);
    byDocument = Collections.unmodifiableSortedMap(new TreeMap<>(byDocument));
  }

  /** What is wrong with the documents alone; no source is opened. */
  static List<Diagnostic> ofDocuments(Draft draft) throws IOException, CancelledException {
    return switch (draft.list()) {
      case Outcome.Accepted<Inventory>(Inventory inventory, List<Diagnostic> _) ->
          inventory.faults();
      case Outcome.Refused<Inventory>(List<Diagnostic> faults) -> faults;
    };
  }

  /** Finds a place for each. */
  static Findings of(Draft draft, List<Diagnostic> all) throws IOException, CancelledException {
    Set<AssetsPath> sources =
        all.stream()
            .flatMap(diagnostic -> diagnostic.location().file().stream())
            .filter(file -> !Desk.isDocument(file))
            .flatMap(file -> file.belowAssets().stream())
            .collect(Collectors.toSet());
    Map<AssetsPath, List<Location>> places = sources.isEmpty() ? Map.of() : draft.placesOf(sources);
    SortedMap<WorkspacePath, List<Finding>> byDocument = new TreeMap<>();
    for (Diagnostic diagnostic : all) {
      for (Location place : places(diagnostic.location(), places)) {
        byDocument
            .computeIfAbsent(place.file().orElse(WorkspacePath.INDEX), _ -> new ArrayList<>())
            .add(new Finding(diagnostic, place));
      }
    }
    return new Findings(all, byDocument);
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

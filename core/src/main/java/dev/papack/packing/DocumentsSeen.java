package dev.papack.packing;

import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Descent;
import dev.papack.disk.FileStatus;
import dev.papack.disk.ReadableDirectory;
import dev.papack.publish.WorkspaceFolders;
import dev.papack.source.AssetTree;
import dev.papack.workspace.AssetsFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The authored documents as they were before a build read the first of them. A build that publishes
 * elsewhere does not hold the lock of the workspace, so that another papack may change several
 * documents at once meanwhile: then some were read before and some after.
 *
 * @param documents what the file system says of each
 */
record DocumentsSeen(Map<AssetsPath, FileStatus> documents) {
  /** Copies the map. */
  DocumentsSeen {
    documents = Map.copyOf(documents);
  }

  /** Looks at them, where nothing else keeps them as they are. */
  static Optional<DocumentsSeen> of(WorkspaceFolders folders) throws IOException {
    // A workspace without the folder is reported by whoever reads it.
    return folders.areApart()
            && AssetsFolder.within(folders.workspace(), assets -> Outcome.of(look(assets)))
                instanceof Outcome.Accepted<DocumentsSeen>(DocumentsSeen seen, List<Diagnostic> _)
        ? Optional.of(seen)
        : Optional.empty();
  }

  private static DocumentsSeen look(ReadableDirectory assets) throws IOException {
    Map<AssetsPath, FileStatus> documents = new TreeMap<>();
    Map<Optional<AssetsPath>, List<AssetsPath>> byFolder = new LinkedHashMap<>();
    for (AssetsPath file : AssetTree.scan(assets).files()) {
      if (file.isOfWorkspace() || DeclarationPlace.of(file).isPresent()) {
        byFolder.computeIfAbsent(file.parent(), _ -> new ArrayList<>()).add(file);
      }
    }
    for (Map.Entry<Optional<AssetsPath>, List<AssetsPath>> folder : byFolder.entrySet()) {
      try (Descent<ReadableDirectory> way = Descent.reading(assets)) {
        for (FileName name : folder.getKey().map(AssetsPath::names).orElse(List.of())) {
          way.enter(name);
        }
        for (AssetsPath file : folder.getValue()) {
          way.folder().find(file.name()).ifPresent(found -> documents.put(file, found));
        }
      }
    }
    return new DocumentsSeen(documents);
  }

  /** A document that is not what it was. */
  Optional<Diagnostic> findChange(ReadableDirectory assets) throws IOException {
    Map<AssetsPath, FileStatus> now = look(assets).documents();
    SortedSet<AssetsPath> all = new TreeSet<>(documents.keySet());
    all.addAll(now.keySet());
    return all.stream()
        .filter(file -> !Objects.equals(now.get(file), documents.get(file)))
        .findFirst()
        .map(DocumentsSeen::changed);
  }

  private static Diagnostic changed(AssetsPath file) {
    return Diagnostic.error(
            DiagnosticCode.FILE_CHANGED,
            Location.of(Artifact.WORKSPACE, file),
            "\""
                + file.inWorkspace()
                + "\" changed while the workspace was built; nothing was published")
        .advice("build again when no other program changes documents");
  }
}

package dev.papack.packing;

import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.FileStamp;
import dev.papack.disk.ReadableDirectory;
import dev.papack.publish.WorkspaceFolders;
import dev.papack.source.AssetTree;
import dev.papack.source.FileStamps;
import dev.papack.workspace.AssetsFolder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The authored documents as they were before a build read the first of them. A build that publishes
 * elsewhere does not hold the lock of the workspace, so that another papack may change several
 * documents at once meanwhile: then some were read before and some after.
 *
 * @param stamps of all documents, as far as the file system tells
 */
record DocumentsSeen(Map<AssetsPath, Optional<FileStamp>> stamps) {
  /** Copies the map. */
  DocumentsSeen {
    stamps = Map.copyOf(stamps);
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
    AssetTree tree = AssetTree.scan(assets, _ -> false, FileStamps.Taking.OF_EACH_FILE);
    Map<AssetsPath, Optional<FileStamp>> stamps = new TreeMap<>();
    for (AssetsPath file : tree.files()) {
      if (file.isOfWorkspace() || DeclarationPlace.of(file).isPresent()) {
        stamps.put(file, tree.stamps().find(file));
      }
    }
    return new DocumentsSeen(stamps);
  }

  /** A document that is not what it was. */
  Optional<Diagnostic> findChange(ReadableDirectory assets) throws IOException {
    Map<AssetsPath, Optional<FileStamp>> now = look(assets).stamps();
    TreeSet<AssetsPath> all = new TreeSet<>(stamps.keySet());
    all.addAll(now.keySet());
    return all.stream()
        .filter(file -> !Optional.ofNullable(now.get(file)).equals(Optional.ofNullable(stamps.get(file))))
        .findFirst()
        .map(DocumentsSeen::changed);
  }

  private static Diagnostic changed(AssetsPath file) {
    return Diagnostic.error(
            DiagnosticCode.FILE_CHANGED,
            Location.of(Artifact.WORKSPACE, file),
            "\"" + file.inWorkspace() + "\" changed while the workspace was built; nothing was published")
        .advice("build again when no other program changes documents");
  }
}

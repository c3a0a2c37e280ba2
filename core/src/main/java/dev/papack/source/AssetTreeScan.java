package dev.papack.source;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.RelativePath;
import dev.papack.disk.Descent;
import dev.papack.disk.FileStatus;
import dev.papack.disk.ReadableDirectory;
import dev.papack.source.AssetTree.Unlisted;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedSet;
import java.util.TreeSet;

/** Fills an {@link AssetTree}, folder by folder. */
final class AssetTreeScan {
  /** So many are held open at once; what is deeper is reached anew from the top. */
  private static final int MAX_HELD_FOLDERS = 16;

  private final Queue<AssetsPath> deeper = new ArrayDeque<>();
  private final SortedSet<AssetsPath> files = new TreeSet<>();
  private final SortedSet<AssetsPath> folders = new TreeSet<>();
  private final SortedSet<AssetsPath> refused = new TreeSet<>();
  private final List<Unlisted> unlisted = new ArrayList<>();

  AssetTree scan(ReadableDirectory assets) throws IOException {
    scan(assets, Optional.empty(), 0);
    while (!deeper.isEmpty()) {
      AssetsPath folder = deeper.remove();
      try (Descent<ReadableDirectory> way = Descent.reading(assets)) {
        for (FileName name : folder.names()) {
          way.enter(name);
        }
        scan(way.folder(), Optional.of(folder), 0);
      }
    }
    unlisted.sort(Comparator.comparing(Unlisted::fault));
    return new AssetTree(files, folders, refused, unlisted);
  }

  private void scan(ReadableDirectory folder, Optional<AssetsPath> path, int heldFolders)
      throws IOException {
    Map<String, String> spellings = new HashMap<>();
    for (String name : folder.list().stream().sorted().toList()) {
      if (name.startsWith(".")) {
        continue;
      }
      Optional<String> fault =
          FileName.faultOf(name)
              .or(() -> RelativePath.faultOf(path.map(outer -> outer + "/" + name).orElse(name)));
      if (fault.isPresent()) {
        Location place = Location.of(Artifact.WORKSPACE, folder.displayPath() + "/" + name);
        unlisted.add(
            new Unlisted(
                path,
                Diagnostic.error(
                        DiagnosticCode.PATH_FORM, place, "the name \"" + name + "\" " + fault.get())
                    .found(name)
                    .advice("rename it")));
        continue;
      }
      String other = spellings.putIfAbsent(Spelling.folded(name), name);
      if (other != null) {
        AssetsPath below = below(path, new FileName(name));
        refused.add(below);
        unlisted.add(
            new Unlisted(
                path,
                Diagnostic.error(
                        DiagnosticCode.PATH_COLLISION,
                        Location.of(Artifact.WORKSPACE, below),
                        Alike.named(name, other)
                            + " and "
                            + Alike.named(other, name)
                            + " are the same name on some platforms")
                    .found(name)
                    .related(
                        Location.of(Artifact.WORKSPACE, below(path, new FileName(other))),
                        "the other spelling")
                    .advice("rename one of the two")));
        continue;
      }
      visit(folder, new FileName(name), path, heldFolders);
    }
  }

  private void visit(
      ReadableDirectory folder, FileName name, Optional<AssetsPath> path, int heldFolders)
      throws IOException {
    Optional<FileStatus> status = folder.find(name);
    if (status.isEmpty()) {
      return;
    }
    AssetsPath below = below(path, name);
    switch (status.get().type()) {
      case FILE -> files.add(below);
      case DIRECTORY -> {
        folders.add(below);
        if (heldFolders == MAX_HELD_FOLDERS) {
          deeper.add(below);
          return;
        }
        try (ReadableDirectory inner = folder.openDirectory(name)) {
          scan(inner, Optional.of(below), heldFolders + 1);
        }
      }
      case LINK, SPECIAL -> {
        refused.add(below);
        unlisted.add(
            new Unlisted(
                path,
                FileFault.wrongType(Location.of(Artifact.WORKSPACE, below), status.get().type())));
      }
    }
  }

  private static AssetsPath below(Optional<AssetsPath> folder, FileName name) {
    return AssetsPath.in(folder, RelativePath.of(name));
  }
}

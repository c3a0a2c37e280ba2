package dev.papack.source;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.RelativePath;
import dev.papack.disk.Descent;
import dev.papack.disk.FileStamp;
import dev.papack.disk.FileStatus;
import dev.papack.disk.FileType;
import dev.papack.disk.ReadableDirectory;
import dev.papack.source.AssetTree.Unlisted;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Fills an {@link AssetTree}, folder by folder. */
final class AssetTreeScan {
  /** So many are held open at once; what is deeper is reached anew from the top. */
  private static final int MAX_HELD_FOLDERS = 16;

  private final Queue<AssetsPath> deeper = new ArrayDeque<>();
  private final NavigableSet<AssetsPath> files = new TreeSet<>();
  private final SortedSet<AssetsPath> folders = new TreeSet<>();
  private final SortedSet<AssetsPath> refused = new TreeSet<>();
  private final SortedSet<AssetsPath> ignored = new TreeSet<>();
  private final List<Unlisted> unlisted = new ArrayList<>();
  private final SortedMap<AssetsPath, FileStamp> stamps = new TreeMap<>();
  private final Predicate<AssetsPath> isIgnored;
  private final FileStamps.Taking taking;
  private FilesSeen seen = FilesSeen.NONE;

  AssetTreeScan(Predicate<AssetsPath> isIgnored, FileStamps.Taking taking) {
    this.isIgnored = isIgnored;
    this.taking = taking;
  }

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
    return new AssetTree(
        files,
        folders,
        refused,
        ignored,
        unlisted,
        seen,
        stamps.isEmpty() ? FileStamps.Packed.NONE : FileStamps.Packed.of(stamps));
  }

  private void scan(ReadableDirectory folder, Optional<AssetsPath> path, int heldFolders)
      throws IOException {
    Map<String, String> spellings = new HashMap<>();
    boolean isFolderIgnored = path.filter(isIgnored).isPresent();
    for (String name : folder.list().stream().sorted().toList()) {
      if (name.startsWith(".")) {
        continue;
      }
      Optional<String> fault =
          FileName.faultOf(name)
              .or(() ->
                  RelativePath.faultOfLength(path.map(outer -> outer + "/" + name).orElse(name)));
      if (fault.isPresent() && isFolderIgnored) {
        continue;
      }
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
      if (isIgnored.test(below(path, new FileName(name)))) {
        visitIgnored(folder, new FileName(name), path, heldFolders);
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

  /**
   * What is ignored is listed, so that a declaration of it is noticed; nothing in it is a fault.
   */
  private void visitIgnored(
      ReadableDirectory folder, FileName name, Optional<AssetsPath> path, int heldFolders)
      throws IOException {
    AssetsPath below = below(path, name);
    if (stamp(folder, name, path).isPresent()) {
      ignored.add(below);
      return;
    }
    Optional<FileType> type = folder.find(name).map(FileStatus::type);
    if (type.equals(Optional.of(FileType.FILE))) {
      ignored.add(below);
    } else if (type.equals(Optional.of(FileType.DIRECTORY))) {
      enter(folder, below, heldFolders);
    }
  }

  private void visit(
      ReadableDirectory folder, FileName name, Optional<AssetsPath> path, int heldFolders)
      throws IOException {
    AssetsPath below = below(path, name);
    Optional<FileStamp> stamp = stamp(folder, name, path);
    if (stamp.isPresent()) {
      files.add(below);
      stamps.put(below, stamp.get());
      return;
    }
    Optional<FileStatus> status = folder.find(name);
    if (status.isEmpty()) {
      return;
    }
    switch (status.get().type()) {
      case FILE -> files.add(below);
      case DIRECTORY -> {
        folders.add(below);
        enter(folder, below, heldFolders);
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

  /** Only files have one: then the file system need not be asked what this is. */
  private Optional<FileStamp> stamp(
      ReadableDirectory folder, FileName name, Optional<AssetsPath> path) throws IOException {
    Optional<FileStamp> stamp =
        switch (taking) {
          case NONE -> Optional.empty();
          case OF_EACH_FILE -> folder.stamp(name);
        };
    if (stamp.isPresent()) {
      seen = seen.with(path, name.text(), stamp.get());
    }
    return stamp;
  }

  private void enter(ReadableDirectory folder, AssetsPath below, int heldFolders)
      throws IOException {
    if (heldFolders == MAX_HELD_FOLDERS) {
      deeper.add(below);
      return;
    }
    try (ReadableDirectory inner = folder.openDirectory(below.name())) {
      scan(inner, Optional.of(below), heldFolders + 1);
    }
  }

  private static AssetsPath below(Optional<AssetsPath> folder, FileName name) {
    return AssetsPath.in(folder, RelativePath.of(name));
  }
}

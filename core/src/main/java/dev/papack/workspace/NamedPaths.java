package dev.papack.workspace;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.disk.Disk;
import dev.papack.source.AssetTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Paths that a user named, found below {@code assets/}.
 *
 * @param files files that were named
 * @param folders folders that were named
 * @param isEverything whether {@code assets/} itself was named
 */
public record NamedPaths(
    SortedSet<AssetsPath> files, SortedSet<AssetsPath> folders, boolean isEverything) {
  /** Copies the sets. */
  public NamedPaths {
    files = Collections.unmodifiableSortedSet(new TreeSet<>(files));
    folders = Collections.unmodifiableSortedSet(new TreeSet<>(folders));
  }

  public static Outcome<NamedPaths> of(Disk disk, Path workspace, AssetTree tree, List<Path> paths)
      throws IOException {
    SortedSet<AssetsPath> files = new TreeSet<>();
    SortedSet<AssetsPath> folders = new TreeSet<>();
    boolean isEverything = false;
    List<Diagnostic> faults = new ArrayList<>();
    Path assets = workspace.resolve(AssetsPath.FOLDER.text());
    for (Path wanted : paths) {
      Path path = canonical(disk, wanted);
      if (path.equals(assets)) {
        isEverything = true;
        continue;
      }
      if (!path.startsWith(assets)) {
        faults.add(outside(wanted));
        continue;
      }
      String below = namesOf(assets.relativize(path));
      Optional<String> fault = RelativePath.faultOf(below);
      if (fault.isPresent()) {
        faults.add(
            Diagnostic.error(
                    DiagnosticCode.PATH_FORM,
                    location(wanted),
                    "the path \"" + wanted + "\" " + fault.get())
                .advice("rename the file"));
        continue;
      }
      AssetsPath found = AssetsPath.of(below);
      if (tree.files().contains(found)) {
        files.add(found);
      } else if (tree.folders().contains(found)) {
        folders.add(found);
      } else if (tree.isIgnored(found)) {
        faults.add(ignored(wanted, found));
      } else {
        faults.add(missing(tree, wanted, found));
      }
    }
    return faults.isEmpty()
        ? Outcome.of(new NamedPaths(files, folders, isEverything))
        : new Outcome.Refused<>(faults);
  }

  /** Which file or folder below a workspace a path leads to, whether or not anything is there. */
  public static Optional<WorkspacePath> locate(Disk disk, Path workspace, Path wanted) {
    Path path;
    try {
      path = canonical(disk, wanted);
    } catch (IOException gone) {
      // Its folder may be made later.
      path = wanted.toAbsolutePath().normalize();
    }
    return Optional.of(path)
        .filter(found -> found.startsWith(workspace) && !found.equals(workspace))
        .map(found -> namesOf(workspace.relativize(found)))
        .filter(below -> RelativePath.faultOf(below).isEmpty())
        .map(WorkspacePath::of);
  }

  /** Names joined as ours are, whatever the platform joins them with. */
  static String namesOf(Path relative) {
    List<String> names = new ArrayList<>();
    relative.forEach(name -> names.add(name.toString()));
    return String.join("/", names);
  }

  /** Links in the folders above are the user's own; one that is named itself stays a link. */
  static Path canonical(Disk disk, Path wanted) throws IOException {
    Path absolute = wanted.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    Path name = absolute.getFileName();
    return folder == null || name == null ? absolute : disk.canonical(folder).resolve(name);
  }

  private static Diagnostic ignored(Path wanted, AssetsPath found) {
    return Diagnostic.error(
            DiagnosticCode.SOURCE_IGNORED,
            location(wanted),
            "\"" + wanted + "\" is ignored by " + AssetsPath.IGNORE.inWorkspace())
        .found(found.text())
        .advice("remove or narrow the pattern that covers it");
  }

  private static Diagnostic missing(AssetTree tree, Path wanted, AssetsPath found) {
    return tree.diagnostics().stream()
        .filter(fault -> fault.location().isIn(found))
        .findFirst()
        .orElseGet(() ->
            Diagnostic.error(
                    DiagnosticCode.SOURCE_MISSING,
                    location(wanted),
                    "there is no file or folder \"" + wanted + "\"")
                .advice("check the spelling; names that start with a dot are ignored"));
  }

  static Diagnostic outside(Path wanted) {
    return Diagnostic.error(
            DiagnosticCode.PATH_OUTSIDE_ASSETS,
            location(wanted),
            "\"" + wanted + "\" is not in the assets/ folder of the workspace")
        .advice("move or copy it into assets/ first");
  }

  private static Location location(Path wanted) {
    return Location.of(Artifact.REQUEST, wanted.toString());
  }

  /** Whether something that is not listed may be one of the files that were meant. */
  boolean hides(AssetTree.Unlisted unlisted) {
    return isEverything || folders.stream().anyMatch(unlisted::isWithin);
  }

  /** Whether a path was named, or is in a folder that was. */
  boolean contains(AssetsPath path) {
    if (isEverything || files.contains(path)) {
      return true;
    }
    for (Optional<AssetsPath> part = Optional.of(path);
        part.isPresent();
        part = part.get().parent()) {
      if (folders.contains(part.get())) {
        return true;
      }
    }
    return false;
  }
}

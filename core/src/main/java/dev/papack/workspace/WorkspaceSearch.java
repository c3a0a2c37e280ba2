package dev.papack.workspace;

import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Verb;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.disk.Disk;
import dev.papack.disk.DiskException;
import dev.papack.disk.FileType;
import dev.papack.disk.ReadableDirectory;
import dev.papack.registry.Survey;
import dev.papack.source.AssetTree;
import dev.papack.source.Obstacle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the workspace that a folder is, or is in. */
public final class WorkspaceSearch {
  private final Disk disk;

  public WorkspaceSearch(Disk disk) {
    this.disk = disk;
  }

  /** Finds the nearest folder with {@code assets/index.json}. */
  public Outcome<Path> find(Path within) throws IOException {
    if (!disk.isDirectory(within.toAbsolutePath())) {
      return Outcome.refused(noFolder(within));
    }
    Path start = disk.canonical(within);
    Optional<Diagnostic> obstacle = findObstacle(start);
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if ((folder.equals(start) ? obstacle : findObstacleAbove(folder)).isEmpty()) {
        return own(folder, start);
      }
    }
    if (findLost(start) instanceof Outcome.Accepted<Path>(Path lost, List<Diagnostic> notes)) {
      return Outcome.refused(registryLost(lost));
    }
    return Outcome.refused(obstacle.orElseGet(() -> notFound(within)));
  }

  /** Declarations without a registry: an empty workspace would be the wrong advice. */
  private static Diagnostic registryLost(Path workspace) {
    return Survey.lost(
        Location.of(Artifact.WORKSPACE, workspace.toString()),
        "\"" + workspace + "\" has declarations, but " + WorkspacePath.INDEX + " is missing",
        Fix.likely(
            "rebuild the registry from the declarations",
            Fix.run(Verb.REBUILD_REGISTRY, new Argument.OfNamedPath(workspace.toString()))));
  }

  /**
   * Finds the nearest folder with {@code assets/} that is, or was, a workspace: its registry or a
   * declaration is there. A folder called {@code assets} among the assets of a workspace is none.
   */
  public Outcome<Path> findLost(Path within) throws IOException {
    if (!disk.isDirectory(within.toAbsolutePath())) {
      return Outcome.refused(noFolder(within));
    }
    Path start = disk.canonical(within);
    Optional<Path> lost = Optional.empty();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      boolean isStart = folder.equals(start);
      boolean isWhole = (isStart ? findObstacle(folder) : findObstacleAbove(folder)).isEmpty();
      if (isWhole && (lost.isEmpty() || isAmongAssets(lost.get(), folder))) {
        return own(folder, start);
      }
      if ((lost.isEmpty() || isAmongAssets(lost.get(), folder))
          && (isStart ? hasDeclaration(folder) : hasDeclarationAbove(folder))) {
        lost = Optional.of(folder);
      }
    }
    return lost.isPresent() ? own(lost.get(), start) : Outcome.refused(notFound(within));
  }

  /** Somebody else may put a workspace above any folder; one that the user names is wanted. */
  private Outcome<Path> own(Path workspace, Path start) throws IOException {
    if (workspace.equals(start) || !disk.isOfOtherUser(workspace)) {
      return Outcome.of(workspace);
    }
    return Outcome.refused(
        Diagnostic.error(
                DiagnosticCode.WORKSPACE_OF_OTHER_USER,
                Location.of(Artifact.WORKSPACE, workspace.toString()),
                "the workspace \"" + workspace + "\" above this folder belongs to another user")
            .fix(
                Fix.manual(
                    "name it, if you trust its owner",
                    Fix.run(Verb.CHECK, new Argument.OfNamedPath(workspace.toString())))));
  }

  private static Diagnostic noFolder(Path within) {
    return Diagnostic.error(
            DiagnosticCode.WORKSPACE_NOT_FOUND,
            Location.of(Artifact.WORKSPACE, within.toString()),
            "there is no folder \"" + within + "\"")
        .advice("check the spelling")
        .fix(create(within));
  }

  /** Whether a folder is a workspace; one that is closed to us is none of ours. */
  boolean isWorkspace(Path folder) throws IOException {
    return disk.isDirectory(folder) && findObstacleAbove(folder).isEmpty();
  }

  /** Whether a folder is, or is in, the folder {@code assets/} of any workspace. */
  boolean isAmongAssets(Path folder) throws IOException {
    for (Path outer = folder.getParent(); outer != null; outer = outer.getParent()) {
      if (isAmongAssets(folder, outer) && isWorkspace(outer)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAmongAssets(Path inner, Path outer) {
    return inner.startsWith(outer.resolve(AssetsPath.FOLDER.text()));
  }

  private boolean hasDeclaration(Path folder) throws IOException {
    try (ReadableDirectory directory = disk.openForReading(folder, folder.toString())) {
      if (Obstacle.find(directory, AssetsPath.FOLDER, FileType.DIRECTORY).isPresent()
          || directory.find(AssetsPath.FOLDER).isEmpty()) {
        return false;
      }
      try (ReadableDirectory assets = directory.openDirectory(AssetsPath.FOLDER)) {
        return AssetTree.scan(assets).files().stream()
            .anyMatch(file -> DeclarationPlace.of(file).isPresent());
      }
    }
  }

  private boolean hasDeclarationAbove(Path folder) throws IOException {
    try {
      return hasDeclaration(folder);
    } catch (DiskException e) {
      if (e.trouble() == DiskException.Trouble.NOT_PERMITTED) {
        return false;
      }
      throw e;
    }
  }

  /** Folders above, which others own, may be closed to us: no workspace of ours is there. */
  private Optional<Diagnostic> findObstacleAbove(Path folder) throws IOException {
    try {
      return findObstacle(folder);
    } catch (DiskException e) {
      if (e.trouble() == DiskException.Trouble.NOT_PERMITTED) {
        return Optional.of(notFound(folder));
      }
      throw e;
    }
  }

  private static Diagnostic notFound(Path within) {
    return Diagnostic.error(
            DiagnosticCode.WORKSPACE_NOT_FOUND,
            Location.of(Artifact.WORKSPACE, within.toString()),
            "there is no workspace here: no assets/index.json in "
                + (within.toString().isEmpty() ? "this folder" : "\"" + within + "\"")
                + " or above it")
        .fix(create(within));
  }

  private static Fix create(Path folder) {
    return Fix.manual(
        "create a workspace", Fix.run(Verb.INIT, new Argument.OfNamedPath(folder.toString())));
  }

  /** Why a folder is no workspace; empty if it is one. */
  public Optional<Diagnostic> findObstacle(Path folder) throws IOException {
    try (ReadableDirectory directory = disk.openForReading(folder, folder.toString())) {
      Optional<Diagnostic> obstacle =
          Obstacle.find(directory, AssetsPath.FOLDER, FileType.DIRECTORY);
      if (obstacle.isPresent()) {
        return obstacle;
      }
      if (directory.find(AssetsPath.FOLDER).isEmpty()) {
        return Optional.of(notFound(folder));
      }
      try (ReadableDirectory assets = directory.openDirectory(AssetsPath.FOLDER)) {
        return assets.find(AssetsPath.INDEX.name()).isPresent()
            ? Optional.empty()
            : Optional.of(notFound(folder));
      }
    }
  }
}

package dev.papack.cli.report;

import dev.papack.cli.output.OpenWorkspace;
import dev.papack.cli.output.PathText;
import dev.papack.cli.output.Standing;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.WorkspacePath;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the files are that a report names. Reports are read by servers, which know a repository and
 * not the machine on which papack ran.
 *
 * @param top the top of the repository, absolute and without links; outside of any, the workspace
 *     or else the user's folder
 * @param folder the user's current folder, absolute and without links
 * @param workspace the workspace that the findings speak of
 */
public record ReportPaths(Path top, Path folder, Optional<OpenWorkspace> workspace) {
  /** A path of nothing, which means the whole workspace. */
  private static final String HERE = ".";

  /**
   * How commands are written: to be pasted at the top of the repository.
   *
   * @return the standing of somebody there
   */
  public Standing standing() {
    return new Standing(top, workspace, workspace.map(OpenWorkspace::folder).filter(top::equals));
  }

  /** The file of a place. */
  FilePath of(Location location) {
    return location.file().isPresent()
        ? of(location.file().get())
        : named(location.path(), baseOf(location.artifact()));
  }

  /** A file of the workspace. */
  FilePath of(WorkspacePath file) {
    return named(file.text(), workspace.map(OpenWorkspace::folder).orElse(folder));
  }

  /** What the user named is relative to where he is. */
  private Path baseOf(Artifact artifact) {
    return switch (artifact) {
      case REQUEST, PACK -> folder;
      case WORKSPACE,
          ASSET,
          INDEX,
          IGNORE,
          BUDGETS,
          SOURCE,
          ASSET_TABLE,
          PRELOAD,
          ASSET_TABLE_METADATA,
          JOURNAL,
          PUBLICATION_RECORD,
          DOCUMENT_RECORD,
          LOCK_OWNER,
          BUILD_CACHE,
          ENVIRONMENT ->
          workspace.map(OpenWorkspace::folder).orElse(folder);
    };
  }

  private FilePath named(String name, Path base) {
    try {
      Path whole = base.resolve(name).normalize();
      return whole.startsWith(top)
          ? new FilePath(text(top.relativize(whole)), FilePath.Base.REPOSITORY)
          : new FilePath(text(whole), FilePath.Base.NONE);
    } catch (InvalidPathException e) {
      // A name that no file of this machine can have is shown as it is.
      return new FilePath(name, FilePath.Base.NONE);
    }
  }

  private static String text(Path path) {
    String text = PathText.of(path);
    return text.isEmpty() ? HERE : text;
  }
}

package dev.papack.workspace;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.publish.OutputFolder;
import dev.papack.result.MissingFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the folder that a user names for the output of a workspace.
 *
 * @param disk where both are
 * @param workspace its absolute path, without links
 */
public record OutputSearch(Disk disk, Path workspace) {
  /**
   * Finds out whether a workspace can publish in a folder. The workspace itself stands for what is
   * usual.
   *
   * @param named any path; links on the way to it are the user's own, but those in the workspace
   *     are its author's
   * @param missing what becomes of a folder that is not there
   * @return the place; or why it can be none, and then nothing was created
   */
  public Outcome<WorkspacePlace> find(Path named, MissingFolder missing) throws IOException {
    Path absolute = named.toAbsolutePath().normalize();
    Path output = disk.canonical(absolute);
    if (output.equals(workspace)) {
      return Outcome.of(WorkspacePlace.together(workspace));
    }
    if (isBehindLink(absolute, output)) {
      return Outcome.refused(unfit(absolute, "is behind a link in the workspace"));
    }
    Optional<String> reason = findReason(output);
    if (reason.isPresent()) {
      return Outcome.refused(unfit(output, reason.get()));
    }
    if (disk.isDirectory(output)) {
      return Outcome.of(new WorkspacePlace(workspace, output));
    }
    return switch (missing) {
      case REFUSED -> Outcome.refused(missing(output));
      case CREATED ->
          new Initialization(disk)
              .createFolder(output)
              .map(created -> new WorkspacePlace(workspace, created));
    };
  }

  /** Why nothing can be published there, if there is a reason. */
  private Optional<String> findReason(Path output) throws IOException {
    if (output.startsWith(workspace.resolve(AssetsPath.FOLDER.text()))) {
      return Optional.of("is inside the assets of the workspace");
    }
    if (output.startsWith(workspace.resolve(OutputFolder.CONTROL.text()))) {
      return Optional.of("is inside the control folder of the workspace");
    }
    if (workspace.startsWith(output)) {
      return Optional.of("contains the workspace");
    }
    WorkspaceSearch search = new WorkspaceSearch(disk);
    if (search.isWorkspace(output)) {
      return Optional.of("is another workspace");
    }
    return search.isAmongAssets(output)
        ? Optional.of("is inside the assets of another workspace")
        : Optional.empty();
  }

  /**
   * Whether a link below the workspace bends the way: whoever made the workspace would choose where
   * is written. Case does not count, because the file system may know better.
   */
  private boolean isBehindLink(Path absolute, Path output) throws IOException {
    Path part = absolute.getRoot();
    for (Path name : absolute) {
      part = part.resolve(name);
      Path real = disk.canonical(part);
      if (real.startsWith(workspace)) {
        Path straight = real.resolve(part.relativize(absolute)).normalize();
        return !straight.toString().equalsIgnoreCase(output.toString());
      }
    }
    return false;
  }

  private static Diagnostic unfit(Path output, String reason) {
    return Diagnostic.error(
            DiagnosticCode.OUTPUT_UNFIT,
            Location.of(Artifact.REQUEST, output.toString()),
            "nothing can be published in \"" + output + "\": it " + reason)
        .advice("choose a folder of its own");
  }

  private static Diagnostic missing(Path output) {
    return Diagnostic.error(
            DiagnosticCode.OUTPUT_MISSING,
            Location.of(Artifact.REQUEST, output.toString()),
            "there is no folder \"" + output + "\"")
        .advice("check the spelling, or build first: that creates the folder");
  }
}

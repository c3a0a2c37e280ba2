package dev.papack.workspace;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.disk.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a user wants moved, and where to.
 *
 * @param from below {@code assets/}
 * @param to below {@code assets/}; empty for that folder itself
 */
public record MovePaths(AssetsPath from, Optional<AssetsPath> to) {
  /**
   * Finds out where two paths are. Neither need be there.
   *
   * @param workspace its absolute path, without links
   * @return both, or what is wrong with one
   */
  public static Outcome<MovePaths> of(Disk disk, Path workspace, Path from, Path to)
      throws IOException {
    return find(disk, workspace, from)
        .flatMap(source ->
            source
                .map(Outcome::of)
                .orElseGet(() -> Outcome.refused(badForm(from, "is the folder of all assets"))))
        .then(source -> find(disk, workspace, to).map(target -> new MovePaths(source, target)));
  }

  private static Outcome<Optional<AssetsPath>> find(Disk disk, Path workspace, Path wanted)
      throws IOException {
    Path assets = workspace.resolve(AssetsPath.FOLDER.text());
    Path path = NamedPaths.canonical(disk, wanted);
    if (path.equals(assets)) {
      return Outcome.of(Optional.empty());
    }
    if (!path.startsWith(assets)) {
      return Outcome.refused(NamedPaths.outside(wanted));
    }
    String below = NamedPaths.namesOf(assets.relativize(path));
    Optional<String> fault = RelativePath.faultOf(below);
    if (fault.isPresent()) {
      return Outcome.refused(badForm(wanted, fault.get()));
    }
    AssetsPath found = AssetsPath.of(below);
    return found.names().stream().anyMatch(FileName::isHidden)
        ? Outcome.refused(
            badForm(wanted, "contains a name that starts with a dot, which papack ignores"))
        : Outcome.of(Optional.of(found));
  }

  private static Diagnostic badForm(Path wanted, String fault) {
    return Diagnostic.error(
            DiagnosticCode.PATH_FORM,
            Location.of(Artifact.REQUEST, wanted.toString()),
            "the path \"" + wanted + "\" " + fault)
        .found(wanted.toString())
        .advice("name a file or folder inside assets/");
  }
}

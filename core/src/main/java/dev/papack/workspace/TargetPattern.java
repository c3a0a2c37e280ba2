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
import dev.papack.result.PathTarget;
import dev.papack.source.PathPattern;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which paths below {@code assets/} a {@link PathTarget} means. */
public sealed interface TargetPattern {
  /** Whether a path is meant, by itself or with a folder that it is in. */
  boolean covers(AssetsPath path);

  /** Whether exactly this path was named. */
  boolean names(AssetsPath path);

  /** What the user wrote, as seen from the workspace where it is inside. */
  String written();

  /** All of {@code assets/}. */
  record Everything(String written) implements TargetPattern {
    @Override
    public boolean covers(AssetsPath path) {
      return true;
    }

    @Override
    public boolean names(AssetsPath path) {
      return false;
    }
  }

  /** A file or folder. */
  record Named(String written, AssetsPath named) implements TargetPattern {
    @Override
    public boolean covers(AssetsPath path) {
      return path.startsWith(named);
    }

    @Override
    public boolean names(AssetsPath path) {
      return path.equals(named);
    }
  }

  /**
   * What a pattern matches.
   *
   * @param above the names from where the pattern begins to {@code assets/}, that one included;
   *     none if it begins there or further in
   */
  record Matching(String written, List<FileName> above, PathPattern pattern)
      implements TargetPattern {
    /** Copies the list. */
    public Matching {
      above = List.copyOf(above);
    }

    @Override
    public boolean covers(AssetsPath path) {
      List<FileName> names = new ArrayList<>(above);
      names.addAll(path.names());
      return pattern.covers(names);
    }

    @Override
    public boolean names(AssetsPath path) {
      return false;
    }
  }

  /**
   * Finds out where targets are.
   *
   * @param workspace its absolute path, without links
   * @return one for each target, or what is wrong with them
   */
  static Outcome<List<TargetPattern>> of(Disk disk, Path workspace, List<PathTarget> targets)
      throws IOException {
    Path assets = workspace.resolve(AssetsPath.FOLDER.text());
    List<TargetPattern> found = new ArrayList<>();
    List<Diagnostic> faults = new ArrayList<>();
    for (PathTarget target : targets) {
      Outcome<TargetPattern> one =
          switch (target) {
            case PathTarget.Named(Path path) ->
                named(path, NamedPaths.canonical(disk, path), assets);
            case PathTarget.Matching(Path folder, String pattern) ->
                matching(folder, pattern, disk.canonical(folder), assets);
          };
      switch (one) {
        case Outcome.Accepted<TargetPattern>(TargetPattern pattern, var _) -> found.add(pattern);
        case Outcome.Refused<TargetPattern>(List<Diagnostic> refused) -> faults.addAll(refused);
      }
    }
    return faults.isEmpty() ? Outcome.of(found) : new Outcome.Refused<>(faults);
  }

  private static Outcome<TargetPattern> named(Path wanted, Path path, Path assets) {
    String written = wanted.toString();
    if (path.equals(assets) || path.equals(assets.getParent())) {
      return Outcome.of(new Everything(written));
    }
    if (!path.startsWith(assets)) {
      return Outcome.refused(NamedPaths.outside(wanted));
    }
    String below = NamedPaths.namesOf(assets.relativize(path));
    return RelativePath.faultOf(below)
        .map(fault -> Outcome.<TargetPattern>refused(badForm(written, fault)))
        .orElseGet(() -> {
          AssetsPath found = AssetsPath.of(below);
          return Outcome.of(new Named(found.inWorkspace().text(), found));
        });
  }

  private static Outcome<TargetPattern> matching(
      Path wanted, String pattern, Path folder, Path assets) {
    boolean isWithin = folder.startsWith(assets);
    List<FileName> above = new ArrayList<>();
    String whole = pattern;
    if (isWithin && !folder.equals(assets)) {
      whole = NamedPaths.namesOf(assets.relativize(folder)) + "/" + pattern;
    } else if (!isWithin && assets.startsWith(folder)) {
      for (Path name : folder.relativize(assets)) {
        if (FileName.faultOf(name.toString()).isPresent()) {
          return Outcome.refused(NamedPaths.outside(wanted));
        }
        above.add(new FileName(name.toString()));
      }
    } else if (!isWithin) {
      return Outcome.refused(NamedPaths.outside(wanted));
    }
    String written = isWithin ? AssetsPath.FOLDER + "/" + whole : whole;
    Optional<String> fault = PathPattern.faultOf(whole);
    return fault.isPresent()
        ? Outcome.refused(badForm(written, fault.get()))
        : Outcome.of(new Matching(written, above, PathPattern.of(whole)));
  }

  private static Diagnostic badForm(String written, String fault) {
    return Diagnostic.error(
            DiagnosticCode.PATH_FORM,
            Location.of(Artifact.REQUEST, written),
            "the path or pattern \"" + written + "\" " + fault)
        .found(written)
        .advice(
            "write names with / between them; * stands for any part of a name, and ** for any"
                + " number of folders");
  }
}

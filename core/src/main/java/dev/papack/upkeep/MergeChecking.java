package dev.papack.upkeep;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.disk.ReadableDirectory;
import dev.papack.registry.MergeCheck;
import dev.papack.registry.MergeSide;
import dev.papack.result.CheckedMerge;
import dev.papack.result.MergeParents;
import dev.papack.workspace.AssetsFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds a workspace against those that it was merged from, each a folder. */
public final class MergeChecking {
  private final Disk disk;

  public MergeChecking(Disk disk) {
    this.disk = disk;
  }

  /**
   * Checks a merge.
   *
   * @param assets the folder {@code assets/} of the merge
   */
  public Outcome<CheckedMerge> check(ReadableDirectory assets, MergeParents parents)
      throws IOException {
    List<Outcome<MergeSide>> all = new ArrayList<>();
    for (Path base : parents.bases()) {
      all.add(read(base, Part.BASE));
    }
    all.add(read(parents.ours(), Part.SIDE));
    all.add(read(parents.theirs(), Part.SIDE));
    all.add(MergeSide.read(assets));
    List<Diagnostic> faults = new ArrayList<>();
    List<MergeSide> sides = new ArrayList<>();
    for (Outcome<MergeSide> one : all) {
      faults.addAll(one.diagnostics());
      if (one instanceof Outcome.Accepted<MergeSide>(MergeSide side, var _)) {
        sides.add(side);
      }
    }
    if (sides.size() < all.size()) {
      return new Outcome.Refused<>(faults);
    }
    int bases = parents.bases().size();
    MergeCheck.Checked checked =
        MergeCheck.of(
            sides.subList(0, bases), sides.get(bases), sides.get(bases + 1), sides.getLast());
    return Outcome.of(new CheckedMerge(checked.assetCount()))
        .and(checked.findings())
        .and(sides.getLast().faults());
  }

  /** What a folder is to the merge. */
  private enum Part {
    /** May be from before there was a workspace. */
    BASE,
    SIDE
  }

  private Outcome<MergeSide> read(Path folder, Part part) throws IOException {
    if (!disk.isDirectory(folder.toAbsolutePath())) {
      return Outcome.refused(
          Diagnostic.error(
                  DiagnosticCode.WORKSPACE_NOT_FOUND,
                  Location.of(Artifact.REQUEST, folder.toString()),
                  "\"" + folder + "\" is not a folder")
              .advice("name the folder of a workspace, such as git worktree add makes"));
    }
    try (ReadableDirectory directory = disk.openForReading(disk.canonical(folder), "")) {
      if (part == Part.BASE && directory.find(AssetsPath.FOLDER).isEmpty()) {
        return Outcome.of(MergeSide.empty());
      }
      return within(
          folder,
          AssetsFolder.within(directory, MergeSide::read)
              .flatMap(side -> Outcome.of(side).and(side.faults())));
    }
  }

  /** Faults of another workspace than the one that is checked say so. */
  private static Outcome<MergeSide> within(Path folder, Outcome<MergeSide> read) {
    return switch (read) {
      case Outcome.Accepted<MergeSide> accepted -> Outcome.of(accepted.value());
      case Outcome.Refused<MergeSide>(List<Diagnostic> faults) ->
          new Outcome.Refused<>(faults.stream().map(fault -> within(folder, fault)).toList());
    };
  }

  private static Diagnostic within(Path folder, Diagnostic fault) {
    Location place = fault.location();
    Location outside =
        new Location(
            place.artifact(),
            folder + "/" + place.path(),
            Optional.empty(),
            place.text(),
            place.pointer(),
            place.byteOffset(),
            place.pixels(),
            Optional.empty());
    return fault.at(outside).alone();
  }
}

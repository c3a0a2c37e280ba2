package dev.papack.registry;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Location;
import dev.papack.json.StableForm;
import dev.papack.registry.IdState.Absent;
import dev.papack.registry.IdState.Registered;
import dev.papack.registry.IdState.Retired;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Holds the registry of a merge against those that it was made of, id by id. */
final class RegistryMergeCheck {
  private final List<MergeSide> bases;
  private final MergeSide ours;
  private final MergeSide theirs;
  private final MergeSide merged;
  private final MergeFindings findings;
  private final Map<AssetRoot, AssetId> ourRoots;
  private final Map<AssetRoot, AssetId> theirRoots;

  /**
   * For one merge.
   *
   * @param bases the common ancestors; at least one
   * @param findings takes what is found
   */
  RegistryMergeCheck(
      List<MergeSide> bases,
      MergeSide ours,
      MergeSide theirs,
      MergeSide merged,
      MergeFindings findings) {
    this.bases = bases;
    this.ours = ours;
    this.theirs = theirs;
    this.merged = merged;
    this.findings = findings;
    this.ourRoots = rootsOf(ours);
    this.theirRoots = rootsOf(theirs);
  }

  /** What the registry says: no id that it knew may vanish, and none that is retired comes back. */
  void check(AssetId id) {
    if (merged.registry().isEmpty()) {
      return;
    }
    Location place = Location.of(Artifact.INDEX, AssetsPath.INDEX);
    List<ThreeWay> roots = new ArrayList<>();
    List<ThreeWay> names = new ArrayList<>();
    List<ThreeWay> banks = new ArrayList<>();
    for (MergeSide base : bases) {
      IdState was = IdState.of(id, base.known());
      IdState here = kept(was, IdState.of(id, ours.known()));
      IdState there = kept(was, IdState.of(id, theirs.known()));
      roots.add(threeWay(was, here, there, RegistryMergeCheck::rootOf));
      names.add(threeWay(was, here, there, RegistryMergeCheck::nameOf));
      banks.add(threeWay(was, here, there, RegistryMergeCheck::bankOf));
    }
    IdState now = IdState.of(id, merged.known());
    if (!isRootContested(id)) {
      findings.judge(id, "its registered root", roots, rootOf(now), place);
    }
    // A command may have filled in what no side knew.
    if (now instanceof Registered) {
      judgeKnown(id, "its registered name", names, nameOf(now), place);
      judgeKnown(id, "its registered bank", banks, bankOf(now), place);
    }
  }

  private void judgeKnown(
      AssetId id, String member, List<ThreeWay> sides, Optional<String> now, Location place) {
    boolean isKnown =
        sides.stream().anyMatch(side -> side.ours().isPresent() || side.theirs().isPresent());
    if (isKnown) {
      findings.judge(id, member, sides, now, place);
    }
  }

  /** Whether the two sides have two assets at one root: one of the two has to give way. */
  private boolean isRootContested(AssetId id) {
    return isTaken(id, ours.known(), theirRoots) || isTaken(id, theirs.known(), ourRoots);
  }

  private static boolean isTaken(AssetId id, Registry registry, Map<AssetRoot, AssetId> others) {
    return registry.rootOf(id).map(others::get).filter(other -> !other.equals(id)).isPresent();
  }

  private static Map<AssetRoot, AssetId> rootsOf(MergeSide side) {
    Map<AssetRoot, AssetId> roots = new HashMap<>();
    side.known().roots().forEach((id, root) -> roots.put(root, id));
    return roots;
  }

  private static IdState kept(IdState was, IdState side) {
    return was instanceof Retired || side instanceof Absent ? was : side;
  }

  private static ThreeWay threeWay(
      IdState was, IdState here, IdState there, Function<IdState, Optional<String>> member) {
    return new ThreeWay(member.apply(was), member.apply(here), member.apply(there));
  }

  private static Optional<String> rootOf(IdState state) {
    return switch (state) {
      case Absent _ -> Optional.empty();
      case Registered registered -> Optional.of(StableForm.quoted(registered.root().toString()));
      case Retired _ -> Optional.of("retired");
    };
  }

  private static Optional<String> nameOf(IdState state) {
    return state instanceof Registered registered
        ? registered.asset().name().map(name -> StableForm.quoted(name.text()))
        : Optional.empty();
  }

  private static Optional<String> bankOf(IdState state) {
    return state instanceof Registered registered
        ? registered.asset().bank().map(bank -> StableForm.quoted(bank.name()))
        : Optional.empty();
  }
}

package dev.papack.registry;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Gives every root to one of the ids that a merge wants there. An id that is there in ours has it;
 * the other goes back to where ours has it, which may put out the next, or is left out. Each id
 * goes back once at most, so this ends.
 */
final class RootSettlement {
  private final Registry ours;
  private final Registry theirs;
  private final Location place;
  private final SortedMap<AssetId, AssetRoot> wanted = new TreeMap<>();
  private final SortedMap<AssetId, AssetRoot> settled = new TreeMap<>();
  private final Map<AssetRoot, AssetId> holders = new HashMap<>();
  private final List<Diagnostic> conflicts = new ArrayList<>();

  RootSettlement(Registry ours, Registry theirs, Location place) {
    this.ours = ours;
    this.theirs = theirs;
    this.place = place;
  }

  /** An id and the root that it has after the merge, if nobody else has it. */
  void want(AssetId id, AssetRoot root) {
    wanted.put(id, root);
  }

  /** The roots as they are then, none twice. */
  SortedMap<AssetId, AssetRoot> settle() {
    // A registry gives no root twice: those of one side never meet, and what only the base still
    // knows comes last.
    wanted.forEach((id, root) -> {
      if (isOurs(id, root)) {
        place(id, root);
      }
    });
    wanted.forEach((id, root) -> {
      if (!isOurs(id, root) && theirs.rootOf(id).equals(Optional.of(root))) {
        place(id, root);
      }
    });
    wanted.forEach((id, root) -> {
      if (!isOurs(id, root) && !theirs.rootOf(id).equals(Optional.of(root))) {
        place(id, root);
      }
    });
    return settled;
  }

  /** Roots that two ids wanted. */
  List<Diagnostic> conflicts() {
    return conflicts;
  }

  private boolean isOurs(AssetId id, AssetRoot root) {
    return ours.rootOf(id).equals(Optional.of(root));
  }

  private void place(AssetId first, AssetRoot firstRoot) {
    Deque<Map.Entry<AssetId, AssetRoot>> waiting = new ArrayDeque<>();
    waiting.add(Map.entry(first, firstRoot));
    while (!waiting.isEmpty()) {
      Map.Entry<AssetId, AssetRoot> next = waiting.remove();
      AssetId id = next.getKey();
      AssetRoot root = next.getValue();
      AssetId holder = holders.get(root);
      if (holder == null) {
        hold(id, root);
      } else if (isOurs(id, root)) {
        settled.remove(holder);
        hold(id, root);
        goBack(holder, root, id, waiting);
      } else {
        goBack(id, root, holder, waiting);
      }
    }
  }

  private void hold(AssetId id, AssetRoot root) {
    holders.put(root, id);
    settled.put(id, root);
  }

  private void goBack(
      AssetId loser, AssetRoot lost, AssetId keeper, Deque<Map.Entry<AssetId, AssetRoot>> waiting) {
    Optional<AssetRoot> home = ours.rootOf(loser);
    home.ifPresent(root -> waiting.add(Map.entry(loser, root)));
    conflicts.add(
        Diagnostic.error(
                DiagnosticCode.ROOT_OF_TWO_IDS,
                place,
                "two ids claim the root \""
                    + lost
                    + "\": "
                    + keeper
                    + " keeps it, "
                    + loser
                    + home.map(root -> " stays at \"" + root + "\"").orElse(" is left out"))
            .found(loser.toString())
            .supported(keeper.toString())
            .advice(
                "move the asset of "
                    + loser
                    + ", with its declaration, to another root, and add it there"));
  }
}

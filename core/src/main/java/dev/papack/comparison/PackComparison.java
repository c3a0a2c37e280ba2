package dev.papack.comparison;

import dev.papack.container.Entry;
import java.util.List;

/**
 * How two packs differ, by id. All lists ascend by id.
 *
 * @param before the older pack
 * @param after the newer pack
 * @param removed entries of the older pack whose id the newer one has not
 * @param added entries of the newer pack whose id the older one has not
 * @param renamed ids of both with another name
 * @param slots assets of either whose place in the preload list differs
 * @param contents ids of both that hold something else, or the same stored otherwise
 * @param breaches why the newer pack is breaking; none if it is not
 */
public record PackComparison(
    ComparedPack before,
    ComparedPack after,
    List<Entry> removed,
    List<Entry> added,
    List<Rename> renamed,
    List<SlotChange> slots,
    List<ContentChange> contents,
    List<Breach> breaches) {
  /** Copies the lists. */
  public PackComparison {
    removed = List.copyOf(removed);
    added = List.copyOf(added);
    renamed = List.copyOf(renamed);
    slots = List.copyOf(slots);
    contents = List.copyOf(contents);
    breaches = List.copyOf(breaches);
  }

  /**
   * What the newer pack is to a game that was shipped with the older one.
   *
   * @return equal exactly if the pack ids are
   */
  public Verdict verdict() {
    if (before.packId().equals(after.packId())) {
      return Verdict.EQUAL;
    }
    return breaches.isEmpty() ? Verdict.COMPATIBLE : Verdict.BREAKING;
  }
}

package dev.papack.inspect;

import dev.papack.comparison.Breach;
import dev.papack.comparison.BreakingRule;
import dev.papack.comparison.SlotChange;
import dev.papack.container.AssetName;
import dev.papack.container.BankType;
import dev.papack.container.Header;
import dev.papack.container.PreloadItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What two preload lists load elsewhere, and which of it breaks a shipped game. */
final class SlotDifference {
  private final Header before;
  private final Header after;
  private final SortedMap<Integer, SlotChange> changes = new TreeMap<>();
  private final List<Breach> breaches = new ArrayList<>();

  private SlotDifference(Header before, Header after) {
    this.before = before;
    this.after = after;
  }

  /** Compares the lists of two headers. */
  static SlotDifference of(Header before, Header after) {
    SlotDifference difference = new SlotDifference(before, after);
    difference.compareAssets();
    difference.compareSlots();
    return difference;
  }

  /** Every asset whose slot differs, by id. */
  List<SlotChange> changes() {
    return List.copyOf(changes.values());
  }

  /** In no order. */
  List<Breach> breaches() {
    return List.copyOf(breaches);
  }

  private void compareAssets() {
    Map<Integer, PreloadItem> places = new HashMap<>();
    after.preload().forEach(item -> places.put(item.assetId(), item));
    for (PreloadItem from : before.preload()) {
      PreloadItem to = places.remove(from.assetId());
      if (to == null) {
        lost(from);
      } else if (!to.equals(from)) {
        moved(from, to);
      }
    }
    places.values().forEach(to -> changes.put(to.assetId(), new SlotChange.Gained(name(to), to)));
  }

  private void lost(PreloadItem from) {
    AssetName name = name(from);
    changes.put(from.assetId(), new SlotChange.Lost(name, from));
    // Of a removed asset its removal is the reason; that it is not loaded either goes without
    // saying.
    if (after.find(from.assetId()).isPresent()) {
      breaches.add(
          new Breach(
              BreakingRule.SLOT_LOST,
              from.assetId(),
              name,
              "is no longer loaded into " + Place.of(from)));
    }
  }

  private void moved(PreloadItem from, PreloadItem to) {
    AssetName name = name(to);
    changes.put(to.assetId(), new SlotChange.Moved(name, from, to));
    breaches.add(
        new Breach(
            BreakingRule.SLOT_MOVED,
            to.assetId(),
            name,
            "is loaded into " + Place.of(to) + ", not into " + Place.of(from)));
  }

  private void compareSlots() {
    Map<Place, PreloadItem> owners = new HashMap<>();
    before.preload().forEach(item -> owners.put(Place.of(item), item));
    for (PreloadItem item : after.preload()) {
      PreloadItem owner = owners.get(Place.of(item));
      if (owner != null && owner.assetId() != item.assetId()) {
        breaches.add(
            new Breach(
                BreakingRule.SLOT_TAKEN,
                item.assetId(),
                name(item),
                "takes "
                    + Place.of(item)
                    + " from \""
                    + name(owner)
                    + "\" (id "
                    + owner.assetId()
                    + ")"));
      }
    }
  }

  private AssetName name(PreloadItem item) {
    return after
        .find(item.assetId())
        .or(() -> before.find(item.assetId()))
        .orElseThrow()
        .assetName();
  }

  /** A slot, whoever is in it. */
  private record Place(BankType bankType, int slot) {
    static Place of(PreloadItem item) {
      return new Place(item.bankType(), item.slot());
    }

    @Override
    public String toString() {
      return bankType + " slot " + slot;
    }
  }
}

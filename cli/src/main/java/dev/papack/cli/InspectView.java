package dev.papack.cli;

import dev.papack.container.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which assets {@code papack inspect} lists, and in which order.
 *
 * @param order by default as in the pack: by id
 * @param filter selects them by name
 */
record InspectView(Optional<Order> order, Optional<NamePattern> filter) {
  static final InspectView WHOLE = new InspectView(Optional.empty(), Optional.empty());

  /** An order of assets. */
  enum Order {
    /** The largest first. */
    SIZE,
    /** By name. */
    NAME;

    private Comparator<Entry> comparator() {
      return switch (this) {
        case SIZE ->
            Comparator.comparingLong(Entry::sizeBytes).reversed().thenComparingInt(Entry::assetId);
        case NAME -> Comparator.comparing(Entry::assetName);
      };
    }
  }

  /**
   * What the assets of a folder take together.
   *
   * @param folder of their names, without those above; empty for names without one
   * @param assetCount how many
   * @param sizeBytes of their slices
   */
  record FolderTotal(String folder, long assetCount, long sizeBytes) {
    private FolderTotal with(Entry entry) {
      return new FolderTotal(folder, assetCount + 1, sizeBytes + entry.sizeBytes());
    }
  }

  /** Whether it is other than the whole pack in its own order. */
  boolean isChosen() {
    return order.isPresent() || filter.isPresent();
  }

  List<Entry> of(List<Entry> entries) {
    List<Entry> listed = new ArrayList<>();
    for (Entry entry : entries) {
      if (filter.isEmpty() || filter.get().selects(entry.assetName().text())) {
        listed.add(entry);
      }
    }
    order.ifPresent(chosen -> listed.sort(chosen.comparator()));
    return listed;
  }

  /** The totals of all folders of some assets: by size, or by name if that is the order. */
  List<FolderTotal> folders(List<Entry> entries) {
    Map<String, FolderTotal> totals = new TreeMap<>();
    for (Entry entry : entries) {
      String name = entry.assetName().text();
      String folder = name.substring(0, name.lastIndexOf('/') + 1);
      totals.merge(
          folder, new FolderTotal(folder, 1, entry.sizeBytes()), (known, _) -> known.with(entry));
    }
    List<FolderTotal> all = new ArrayList<>(totals.values());
    if (!order.equals(Optional.of(Order.NAME))) {
      all.sort(
          Comparator.comparingLong(FolderTotal::sizeBytes)
              .reversed()
              .thenComparing(FolderTotal::folder));
    }
    return all;
  }
}

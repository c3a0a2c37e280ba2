package dev.papack.container;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The header of a pack: which assets it holds, where, and which of them are loaded at boot. Its
 * constructor is the gate for everything that the specification calls meaning.
 *
 * @param assetTable ascending by id, at most {@value PackLimits#MAX_ENTRIES}, laid out without a
 *     gap
 * @param preload ascending by name of the bank type, then slot
 */
public record Header(List<Entry> assetTable, List<PreloadItem> preload) {
  /**
   * Refuses doubled or unordered ids and names, any other layout than the one that follows from the
   * sizes, and a preload list that does not fit the table.
   *
   * @throws MeaningException naming the entry and the values
   */
  public Header {
    assetTable = List.copyOf(assetTable);
    preload = List.copyOf(preload);
    checkTable(assetTable);
    checkPreload(assetTable, preload);
  }

  /**
   * Orders entries and preload items and gives every slice its place: a pure function of its
   * arguments.
   *
   * @param entries in any order
   * @param preload in any order
   * @return the only header that holds exactly these
   * @throws MeaningException naming what no pack can hold
   */
  public static Header layOut(Collection<UnplacedEntry> entries, Collection<PreloadItem> preload) {
    List<Entry> table = new ArrayList<>(entries.size());
    long endBytes = 0;
    for (UnplacedEntry entry :
        entries.stream().sorted(Comparator.comparingInt(UnplacedEntry::assetId)).toList()) {
      Entry placed =
          new Entry(
              entry.assetId(),
              entry.assetName(),
              entry.metadata(),
              entry.sha256(),
              Layout.align(endBytes),
              entry.metadata().sliceBytes());
      table.add(placed);
      endBytes = placed.endBytes();
    }
    return new Header(table, preload.stream().sorted(PreloadItem.ORDER).toList());
  }

  /**
   * The length of the payload region.
   *
   * @return bytes, 0 without assets
   */
  public long payloadBytes() {
    return assetTable.isEmpty() ? 0 : assetTable.getLast().endBytes();
  }

  /**
   * Finds the entry of an asset.
   *
   * @param assetId any number
   * @return its entry, or empty if the pack has no such asset
   */
  public Optional<Entry> find(int assetId) {
    int low = 0;
    int high = assetTable.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Entry entry = assetTable.get(middle);
      if (entry.assetId() == assetId) {
        return Optional.of(entry);
      }
      if (entry.assetId() < assetId) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Optional.empty();
  }

  private static void checkTable(List<Entry> table) {
    if (table.size() > PackLimits.MAX_ENTRIES) {
      throw new MeaningException(
          "a pack of " + table.size() + " assets; at most " + PackLimits.MAX_ENTRIES + " fit",
          Integer.toString(table.size()),
          "at most " + PackLimits.MAX_ENTRIES);
    }
    Map<AssetName, Integer> idsByName = HashMap.newHashMap(table.size());
    int previousId = 0;
    long endBytes = 0;
    for (Entry entry : table) {
      if (entry.assetId() <= previousId) {
        throw new MeaningException(
            "asset_id "
                + entry.assetId()
                + " comes after "
                + previousId
                + ", but ids must increase",
            Integer.toString(entry.assetId()),
            "above " + previousId);
      }
      Integer owner = idsByName.putIfAbsent(entry.assetName(), entry.assetId());
      if (owner != null) {
        throw new MeaningException(
            "asset_name \""
                + entry.assetName()
                + "\" belongs to both "
                + owner
                + " and "
                + entry.assetId(),
            entry.assetName().text(),
            "a name of its own");
      }
      if (entry.offsetBytes() != Layout.align(endBytes)) {
        throw new MeaningException(
            "asset "
                + entry.assetId()
                + " is at offset "
                + entry.offsetBytes()
                + "; the sizes before it imply "
                + Layout.align(endBytes),
            Long.toString(entry.offsetBytes()),
            Long.toString(Layout.align(endBytes)));
      }
      previousId = entry.assetId();
      endBytes = entry.endBytes();
    }
  }

  private static void checkPreload(List<Entry> table, List<PreloadItem> preload) {
    if (preload.isEmpty()) {
      return;
    }
    Map<Integer, BankType> types = HashMap.newHashMap(table.size());
    for (Entry entry : table) {
      types.put(entry.assetId(), entry.metadata().bankType());
    }
    Set<Integer> loaded = new HashSet<>();
    Optional<PreloadItem> previous = Optional.empty();
    for (PreloadItem item : preload) {
      if (previous.isPresent() && PreloadItem.ORDER.compare(previous.get(), item) >= 0) {
        throw new MeaningException(
            "preload of "
                + place(item)
                + " comes after "
                + place(previous.get())
                + ", but slots must increase",
            place(item),
            "behind " + place(previous.get()));
      }
      BankType type = types.get(item.assetId());
      if (type != item.bankType()) {
        String found = type == null ? "no asset" : type.name();
        throw new MeaningException(
            "preload of " + place(item) + " names asset " + item.assetId() + ", which is " + found,
            found,
            item.bankType().name());
      }
      if (!loaded.add(item.assetId())) {
        throw new MeaningException(
            "preload loads asset " + item.assetId() + " twice, also into " + place(item),
            Integer.toString(item.assetId()),
            "one slot per asset");
      }
      previous = Optional.of(item);
    }
  }

  private static String place(PreloadItem item) {
    return item.bankType() + " slot " + item.slot();
  }
}

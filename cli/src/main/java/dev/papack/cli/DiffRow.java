package dev.papack.cli;

import dev.papack.cli.output.Amount;
import dev.papack.comparison.ContentChange;
import dev.papack.comparison.PackComparison;
import dev.papack.comparison.Rename;
import dev.papack.comparison.Share;
import dev.papack.comparison.SlotChange;
import dev.papack.container.AssetName;
import dev.papack.container.Entry;
import dev.papack.container.PreloadItem;
import dev.papack.container.SoundsMetadata;
import dev.papack.container.TilesMetadata;
import java.util.ArrayList;
import java.util.List;

/**
 * One difference of two packs, as people read it.
 *
 * @param change what happened, in a word
 * @param assetId to which asset
 * @param assetName its name
 * @param what the old and the new state; names in it are quoted
 */
record DiffRow(String change, int assetId, AssetName assetName, String what) {
  /** Every difference, by kind and then by id; changed and re-encoded assets together. */
  static List<DiffRow> all(PackComparison comparison) {
    List<DiffRow> rows = new ArrayList<>();
    comparison.removed().forEach(entry -> rows.add(of("removed", entry, whole(entry))));
    comparison.added().forEach(entry -> rows.add(of("added", entry, whole(entry))));
    comparison.renamed().forEach(rename -> rows.add(of(rename)));
    comparison.slots().forEach(slot -> rows.add(of(slot)));
    comparison.contents().forEach(content -> rows.add(of(content)));
    return rows;
  }

  private static DiffRow of(String change, Entry entry, String what) {
    return new DiffRow(change, entry.assetId(), entry.assetName(), what);
  }

  private static String whole(Entry entry) {
    return entry.metadata().bankType()
        + ": "
        + BankNumbers.text(entry.metadata())
        + ", "
        + Amount.bytes(entry.sizeBytes());
  }

  private static DiffRow of(Rename rename) {
    return new DiffRow("renamed", rename.assetId(), rename.to(), "was \"" + rename.from() + "\"");
  }

  private static DiffRow of(SlotChange change) {
    String what =
        switch (change) {
          case SlotChange.Gained(AssetName _, PreloadItem to) -> place(to) + " gained";
          case SlotChange.Lost(AssetName _, PreloadItem from) -> place(from) + " lost";
          case SlotChange.Moved(AssetName _, PreloadItem from, PreloadItem to) ->
              place(from) + " -> " + place(to);
        };
    return new DiffRow("slot", change.assetId(), change.assetName(), what);
  }

  private static String place(PreloadItem item) {
    return item.bankType() + " slot " + item.slot();
  }

  private static DiffRow of(ContentChange content) {
    return switch (content) {
      case ContentChange.Reencoded(Entry before, Entry after, Share palettes) -> {
        List<String> parts = new ArrayList<>(List.of("looks the same"));
        addDifferent(parts, palettes, "palette");
        yield changed("re-encoded", parts, before, after);
      }
      case ContentChange.TilesChanged(Entry before, Entry after, Share tiles, Share palettes) -> {
        List<String> parts = new ArrayList<>();
        addDifferent(parts, tiles, "tile");
        addDifferent(parts, palettes, "palette");
        yield changed("changed", parts, before, after);
      }
      case ContentChange.SoundsChanged(Entry before, Entry after, Share frames) -> {
        List<String> parts = new ArrayList<>();
        addDifferent(parts, frames, "frame");
        yield changed("changed", parts, before, after);
      }
      case ContentChange.TypeChanged(Entry before, Entry after) ->
          of("changed", after, whole(before) + " -> " + whole(after));
    };
  }

  private static void addDifferent(List<String> parts, Share share, String noun) {
    if (share.different() == 0) {
      return;
    }
    if (share.different() == share.compared()) {
      parts.add(
          share.compared() == 1
              ? "the only " + noun + " differs"
              : "all of " + Amount.counted(share.compared(), noun) + " differ");
    } else {
      parts.add(
          share.different()
              + " of "
              + Amount.counted(share.compared(), noun)
              + (share.different() == 1 ? " differs (" : " differ (")
              + Amount.share(share.different(), share.compared())
              + ")");
    }
  }

  private static DiffRow changed(String change, List<String> parts, Entry before, Entry after) {
    if (before.metadata() instanceof TilesMetadata old
        && after.metadata() instanceof TilesMetadata now) {
      addStep(parts, "tiles", old.tileCount(), now.tileCount());
      addStep(parts, "tile size", old.tileSize(), now.tileSize());
      addStep(parts, "columns", old.columns(), now.columns());
      addStep(parts, "palettes", old.paletteCount(), now.paletteCount());
    }
    if (before.metadata() instanceof SoundsMetadata old
        && after.metadata() instanceof SoundsMetadata now) {
      addStep(parts, "frames", old.frameCount(), now.frameCount());
      addStep(parts, "Hz", old.sampleRateHz(), now.sampleRateHz());
      addStep(parts, "channels", old.channels(), now.channels());
      addStep(parts, "loop", loop(old), loop(now));
    }
    addStep(parts, "size", Amount.bytes(before.sizeBytes()), Amount.bytes(after.sizeBytes()));
    return of(change, after, String.join(", ", parts));
  }

  private static String loop(SoundsMetadata sounds) {
    return sounds.loop().map(loop -> loop.start() + ".." + loop.end()).orElse("none");
  }

  private static <T> void addStep(List<String> parts, String what, T before, T after) {
    if (!before.equals(after)) {
      parts.add(what + " " + before + " -> " + after);
    }
  }
}

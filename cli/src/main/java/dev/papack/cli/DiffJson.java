package dev.papack.cli;

import dev.papack.comparison.Breach;
import dev.papack.comparison.ComparedPack;
import dev.papack.comparison.ContentChange;
import dev.papack.comparison.PackComparison;
import dev.papack.comparison.Share;
import dev.papack.comparison.SlotChange;
import dev.papack.container.AssetName;
import dev.papack.container.Entry;
import dev.papack.container.PreloadItem;
import dev.papack.json.line.JsonLine;
import java.util.List;
import java.util.Locale;

/** How two packs differ, for programs. */
final class DiffJson {
  private DiffJson() {}

  /** The word for a constant in every output. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The members of the result. */
  static void write(PackComparison comparison, JsonLine json) {
    json.put("verdict", word(comparison.verdict()))
        .putObjects("reasons", comparison.breaches(), DiffJson::writeReason)
        .putObject("old", inner -> writePack(inner, comparison.before()))
        .putObject("new", inner -> writePack(inner, comparison.after()))
        .putObjects("removed", comparison.removed(), DiffJson::writeWhole)
        .putObjects("added", comparison.added(), DiffJson::writeWhole)
        .putObjects(
            "renamed",
            comparison.renamed(),
            (inner, rename) ->
                inner
                    .put("asset_id", rename.assetId())
                    .put("from", rename.from().text())
                    .put("to", rename.to().text()))
        .putObjects("slots", comparison.slots(), DiffJson::writeSlot)
        .putObjects("reencoded", reencoded(comparison), DiffJson::writeContent)
        .putObjects("changed", changed(comparison), DiffJson::writeContent)
        .putObjects(
            "sizes",
            DiffResult.growths(comparison),
            (inner, growth) ->
                inner
                    .put("part", growth.part())
                    .put("old", growth.fromBytes())
                    .put("new", growth.toBytes())
                    .put("difference", growth.toBytes() - growth.fromBytes()));
  }

  private static List<ContentChange> reencoded(PackComparison comparison) {
    return comparison.contents().stream()
        .filter(change -> change instanceof ContentChange.Reencoded)
        .toList();
  }

  private static List<ContentChange> changed(PackComparison comparison) {
    return comparison.contents().stream()
        .filter(change -> !(change instanceof ContentChange.Reencoded))
        .toList();
  }

  private static void writeReason(JsonLine json, Breach breach) {
    json.put("rule", word(breach.rule()));
    writeAsset(json, breach.assetId(), breach.assetName());
    json.put("message", breach.message());
  }

  private static void writePack(JsonLine json, ComparedPack pack) {
    json.put("pack_id", pack.packId().hex())
        .put("asset_count", pack.assetCount())
        .put("pack_bytes", pack.fileBytes());
  }

  private static void writeAsset(JsonLine json, int assetId, AssetName name) {
    json.put("asset_id", assetId).put("asset_name", name.text());
  }

  private static void writeWhole(JsonLine json, Entry entry) {
    writeAsset(json, entry.assetId(), entry.assetName());
    json.putObject("bank", inner -> writeBank(inner, entry));
  }

  private static void writeBank(JsonLine json, Entry entry) {
    json.put("bank_type", entry.metadata().bankType().name())
        .putObject("metadata", inner -> BankNumbers.write(inner, entry.metadata()))
        .put("size", entry.sizeBytes());
  }

  private static void writeSlot(JsonLine json, SlotChange change) {
    writeAsset(json, change.assetId(), change.assetName());
    switch (change) {
      case SlotChange.Gained(AssetName _, PreloadItem to) ->
          json.put("change", "gained").putObject("to", inner -> writePlace(inner, to));
      case SlotChange.Lost(AssetName _, PreloadItem from) ->
          json.put("change", "lost").putObject("from", inner -> writePlace(inner, from));
      case SlotChange.Moved(AssetName _, PreloadItem from, PreloadItem to) ->
          json.put("change", "moved")
              .putObject("from", inner -> writePlace(inner, from))
              .putObject("to", inner -> writePlace(inner, to));
    }
  }

  private static void writePlace(JsonLine json, PreloadItem item) {
    json.put("bank_type", item.bankType().name()).put("slot", item.slot());
  }

  private static void writeContent(JsonLine json, ContentChange change) {
    writeAsset(json, change.after().assetId(), change.after().assetName());
    json.putObject("old", inner -> writeBank(inner, change.before()))
        .putObject("new", inner -> writeBank(inner, change.after()));
    switch (change) {
      case ContentChange.Reencoded(Entry _, Entry _, Share palettes) ->
          writeShare(json, "palettes", palettes);
      case ContentChange.TilesChanged(Entry _, Entry _, Share tiles, Share palettes) -> {
        writeShare(json, "tiles", tiles);
        writeShare(json, "palettes", palettes);
      }
      case ContentChange.SoundsChanged(Entry _, Entry _, Share frames) ->
          writeShare(json, "frames", frames);
      case ContentChange.TypeChanged typeChanged -> {}
    }
  }

  private static void writeShare(JsonLine json, String name, Share share) {
    json.putObject(
        name, inner -> inner.put("compared", share.compared()).put("different", share.different()));
  }
}

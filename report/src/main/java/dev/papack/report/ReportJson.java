package dev.papack.report;

import dev.papack.comparison.Breach;
import dev.papack.comparison.ComparedPack;
import dev.papack.comparison.ContentChange;
import dev.papack.comparison.PackComparison;
import dev.papack.comparison.Share;
import dev.papack.comparison.SlotChange;
import dev.papack.container.BankType;
import dev.papack.container.Entry;
import dev.papack.container.PreloadItem;
import dev.papack.json.line.JsonLine;
import dev.papack.result.PackListing;
import java.util.Locale;

/** A report as JSON. */
final class ReportJson {
  /** The version of the kind {@code report}. */
  static final int VERSION = 1;

  private final AssetJson assets;

  /** Who reads it. */
  enum Reader {
    /** A program, which has no pixels and gets everything in words. */
    PROGRAM,
    /** Our page, which has the slices and works out from them what it can. */
    PAGE
  }

  ReportJson(Reader reader) {
    assets = new AssetJson(reader);
  }

  String of(PackReport report) {
    return JsonLine.object(
        ReportJson::isPlain,
        json -> {
          json.put("artifact", "report")
              .put("schema_version", VERSION)
              .put("papack", report.head().version())
              .put("command", report.head().command())
              .put("exit_status", report.head().exitStatus())
              .put("ending", report.head().ending())
              .putObjects("findings", report.findings(), FindingJson::write)
              .put("unlisted", report.unlisted());
          switch (report.subject()) {
            case ReportSubject.OfNothing _ -> {}
            case ReportSubject.OfPack(SurveyedPack pack) ->
                json.putObject("pack", inner -> pack(inner.put("state", "current"), pack));
            case ReportSubject.OfLastPack(SurveyedPack pack) ->
                json.putObject("pack", inner -> pack(inner.put("state", "last_build"), pack));
            case ReportSubject.OfChange(
                    PackComparison how,
                    SurveyedPack before,
                    SurveyedPack after) ->
                json.putObject("change", inner -> change(inner, how, before, after));
          }
        });
  }

  /** ASCII and no markup: whatever a name holds, it can be no tag, and steers no terminal. */
  private static boolean isPlain(int codePoint) {
    return codePoint < 0x7F && codePoint != '<' && codePoint != '>' && codePoint != '&';
  }

  private void pack(JsonLine json, SurveyedPack pack) {
    PackListing listing = pack.listing();
    json.put("path", pack.path())
        .put("pack_id", listing.packId().hex())
        .put("envelope_version", listing.envelopeVersion())
        .putObject(
            "bytes",
            inner ->
                inner
                    .put("prelude", listing.preludeBytes())
                    .put("header", listing.headerBytes())
                    .put("tiles", bytes(listing, BankType.TILES))
                    .put("sounds", bytes(listing, BankType.SOUNDS))
                    .put("padding", listing.paddingBytes())
                    .put("file", listing.fileBytes()))
        .putObjects("preload", listing.header().preload(), ReportJson::write)
        .putObjects("assets", pack.assets(), (inner, asset) -> assets.write(inner, asset, 0));
  }

  private static void write(JsonLine json, PreloadItem item) {
    json.put("bank_type", item.bankType().name())
        .put("slot", item.slot())
        .put("asset_id", item.assetId());
  }

  private static long bytes(PackListing listing, BankType type) {
    return listing.header().assetTable().stream()
        .filter(entry -> entry.metadata().bankType() == type)
        .mapToLong(Entry::sizeBytes)
        .sum();
  }

  private void change(JsonLine json, PackComparison how, SurveyedPack before, SurveyedPack after) {
    json.put("verdict", how.verdict().name().toLowerCase(Locale.ROOT))
        .putObjects("reasons", how.breaches(), ReportJson::write)
        .putObject("before", inner -> side(inner, how.before(), before, 0))
        .putObject("after", inner -> side(inner, how.after(), after, before.chunks().size()))
        .putObjects("removed", how.removed(), ReportJson::write)
        .putObjects("added", how.added(), ReportJson::write)
        .putObjects(
            "renamed",
            how.renamed(),
            (inner, rename) ->
                inner
                    .put("asset_id", rename.assetId())
                    .put("from", rename.from().text())
                    .put("to", rename.to().text()))
        .putObjects("slots", how.slots(), ReportJson::write)
        .putObjects("contents", how.contents(), ReportJson::write);
  }

  /** The chunks of both packs are numbered together. */
  private void side(JsonLine json, ComparedPack compared, SurveyedPack pack, int firstChunk) {
    json.put("path", pack.path())
        .put("pack_id", compared.packId().hex())
        .put("asset_count", compared.assetCount())
        .put("tiles_bytes", compared.tilesBytes())
        .put("sounds_bytes", compared.soundsBytes())
        .put("file_bytes", compared.fileBytes())
        .putObjects(
            "assets", pack.assets(), (inner, asset) -> assets.write(inner, asset, firstChunk));
  }

  private static void write(JsonLine json, Breach breach) {
    json.put("rule", breach.rule().name().toLowerCase(Locale.ROOT))
        .put("asset_id", breach.assetId())
        .put("asset_name", breach.assetName().text())
        .put("message", breach.message());
  }

  private static void write(JsonLine json, Entry entry) {
    json.put("asset_id", entry.assetId())
        .put("asset_name", entry.assetName().text())
        .put("bank_type", entry.metadata().bankType().name())
        .put("bytes", entry.sizeBytes());
  }

  private static void write(JsonLine json, SlotChange change) {
    json.put("asset_id", change.assetId()).put("asset_name", change.assetName().text());
    switch (change) {
      case SlotChange.Gained gained -> json.put("to", gained.to().slot());
      case SlotChange.Lost lost -> json.put("from", lost.from().slot());
      case SlotChange.Moved moved ->
          json.put("from", moved.from().slot()).put("to", moved.to().slot());
    }
  }

  private static void write(JsonLine json, ContentChange change) {
    json.put("asset_id", change.after().assetId())
        .put("asset_name", change.after().assetName().text())
        .put("bytes_before", change.before().sizeBytes())
        .put("bytes_after", change.after().sizeBytes());
    switch (change) {
      case ContentChange.TypeChanged _ -> json.put("kind", "bank_type");
      case ContentChange.Reencoded reencoded ->
          json.put("kind", "encoding")
              .putObject("palettes", inner -> share(inner, reencoded.palettes()));
      case ContentChange.TilesChanged tiles ->
          json.put("kind", "tiles")
              .putObject("tiles", inner -> share(inner, tiles.tiles()))
              .putObject("palettes", inner -> share(inner, tiles.palettes()));
      case ContentChange.SoundsChanged sounds ->
          json.put("kind", "sound").putObject("frames", inner -> share(inner, sounds.frames()));
    }
  }

  private static void share(JsonLine json, Share share) {
    json.put("different", share.different()).put("compared", share.compared());
  }
}

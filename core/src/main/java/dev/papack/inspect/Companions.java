package dev.papack.inspect;

import static dev.papack.json.JsonTree.array;
import static dev.papack.json.JsonTree.member;
import static dev.papack.json.JsonTree.object;

import dev.papack.asset.Asset;
import dev.papack.bank.Bank;
import dev.papack.container.BankMetadata;
import dev.papack.container.Entry;
import dev.papack.container.Header;
import dev.papack.container.PackId;
import dev.papack.container.PreloadItem;
import dev.papack.container.SoundsMetadata;
import dev.papack.container.TilesMetadata;
import dev.papack.convert.EffectiveSettings;
import dev.papack.convert.SourceFile;
import dev.papack.document.Checksum;
import dev.papack.json.JsonArray;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonObject;
import dev.papack.json.RowDocument;
import dev.papack.migration.Histories;
import dev.papack.migration.History;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The three companions: what tools may know of a pack without reading it. */
public final class Companions {
  private Companions() {}

  /**
   * Where an asset of a build came from.
   *
   * @param asset the asset
   * @param sources what it was made from
   * @param references the files that its settings name
   * @param frames the frames of its bank, if it has frames
   */
  public record Provenance(
      Asset asset,
      List<SourceFile> sources,
      List<SourceFile> references,
      Optional<Bank.Frames> frames) {
    public Provenance {
      sources = List.copyOf(sources);
      references = List.copyOf(references);
    }
  }

  /** {@code asset_table.json}: implied by the pack. */
  public static RowDocument assetTable(PackId packId, Header header) {
    return new RowDocument(
        head(Histories.ASSET_TABLE, packId),
        "entries",
        () -> header.assetTable().stream().map(Companions::entry),
        List.of());
  }

  /** {@code preload.json}: implied by the pack. */
  public static RowDocument preload(PackId packId, Header header) {
    return new RowDocument(
        head(Histories.PRELOAD, packId),
        "preload",
        () -> header.preload().stream().map(Companions::item),
        List.of());
  }

  /**
   * Writes {@code asset_table_metadata.json}: the pack cannot imply provenance, all else it does.
   *
   * @param provenance that of an entry of the table, by its index
   * @param out gets the text, and is not closed
   */
  public static void writeMetadata(
      PackId packId, Header header, IntFunction<Provenance> provenance, OutputStream out)
      throws IOException {
    Checksum.writeWith(
        new RowDocument(
            head(Histories.ASSET_TABLE_METADATA, packId),
            "assets",
            () ->
                IntStream.range(0, header.assetTable().size())
                    .mapToObj(i -> asset(provenance.apply(i), header.assetTable().get(i))),
            List.of(member("totals", totals(header)))),
        out);
  }

  /** The members before the rows of a companion. */
  static List<JsonMember> head(History history, PackId packId) {
    return List.of(
        member("artifact", history.kind().label()),
        member("schema_version", history.kind().window().current()),
        member("pack_id", packId.digest().hex()));
  }

  private static JsonObject entry(Entry entry) {
    return object(
        member("asset_id", entry.assetId()),
        member("asset_name", entry.assetName().text()),
        member("bank_type", entry.metadata().bankType().name()),
        member("bank_version", entry.metadata().bankVersion()),
        member("codec", "NONE"),
        member("decoded_size", entry.sizeBytes()),
        member("metadata", object(numbers(entry.metadata()))),
        member("offset", entry.offsetBytes()),
        member("sha256", entry.sha256().hex()),
        member("size", entry.sizeBytes()));
  }

  private static JsonObject item(PreloadItem item) {
    return object(
        member("asset_id", item.assetId()),
        member("bank_type", item.bankType().name()),
        member("slot", item.slot()));
  }

  private static List<JsonMember> numbers(BankMetadata metadata) {
    return switch (metadata) {
      case TilesMetadata tiles ->
          List.of(
              member("columns", tiles.columns()),
              member("palette_count", tiles.paletteCount()),
              member("tile_count", tiles.tileCount()),
              member("tile_size", tiles.tileSize()));
      case SoundsMetadata sounds -> {
        List<JsonMember> members = new ArrayList<>();
        members.add(member("channels", sounds.channels()));
        members.add(member("frame_count", sounds.frameCount()));
        sounds.loop().ifPresent(loop -> members.add(member("loop_end", loop.end())));
        sounds.loop().ifPresent(loop -> members.add(member("loop_start", loop.start())));
        members.add(member("sample_rate", sounds.sampleRateHz()));
        yield members;
      }
    };
  }

  private static JsonObject asset(Provenance provenance, Entry entry) {
    Asset asset = provenance.asset();
    List<JsonMember> members = new ArrayList<>();
    members.add(member("asset_id", entry.assetId()));
    members.add(member("asset_name", entry.assetName().text()));
    members.add(member("root", asset.place().root().toString()));
    members.add(member("bank_type", entry.metadata().bankType().name()));
    members.add(member("sources", sources(provenance.sources())));
    if (!provenance.references().isEmpty()) {
      members.add(member("references", sources(provenance.references())));
    }
    members.add(member("settings", EffectiveSettings.tree(asset.settings())));
    members.add(member("result", result(entry)));
    provenance.frames().ifPresent(frames -> members.add(member("frames", FramesForm.tree(frames))));
    return object(members);
  }

  /** Sources as the metadata records them. */
  static JsonArray sources(List<SourceFile> sources) {
    return array(
        sources.stream()
            .map(source ->
                object(
                    member("path", source.path().inWorkspace().text()),
                    member("size", source.sizeBytes()),
                    member("sha256", source.digest().hex())))
            .toList());
  }

  /** What an asset became, as the metadata has it. */
  static JsonObject result(Entry entry) {
    List<JsonMember> members = new ArrayList<>(numbers(entry.metadata()));
    members.add(member("bytes", entry.sizeBytes()));
    return object(members);
  }

  /** The sums over a pack, as the metadata has them. */
  static JsonObject totals(Header header) {
    long tiles = 0;
    long palettes = 0;
    long frames = 0;
    long bytes = 0;
    for (Entry entry : header.assetTable()) {
      bytes += entry.sizeBytes();
      switch (entry.metadata()) {
        case TilesMetadata bank -> {
          tiles += bank.tileCount();
          palettes += bank.paletteCount();
        }
        case SoundsMetadata bank -> frames += bank.frameCount();
      }
    }
    return object(
        member("assets", header.assetTable().size()),
        member("tiles", tiles),
        member("palettes", palettes),
        member("frames", frames),
        member("bytes", bytes));
  }
}

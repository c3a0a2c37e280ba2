package dev.papack.inspect;

import dev.papack.asset.AssetId;
import dev.papack.container.AssetName;
import dev.papack.container.PackId;
import dev.papack.convert.PublishedAsset;
import dev.papack.convert.SourceFile;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.document.Checksum;
import dev.papack.json.JsonArray;
import dev.papack.json.JsonNumber;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonString;
import dev.papack.json.StableForm;
import dev.papack.migration.CurrentDocument;
import dev.papack.migration.Histories;
import dev.papack.migration.History;
import dev.papack.migration.Migration;
import dev.papack.publish.OutputFolder;
import dev.papack.publish.PackSlot;
import dev.papack.result.AssetFrames;
import dev.papack.result.RecordedAsset;
import dev.papack.source.FileReader;
import dev.papack.source.Limits;
import dev.papack.source.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the last build recorded: its companions, as far as they can be read. */
public final class PublishedBuild {
  private PublishedBuild() {}

  /**
   * A source as it was built from.
   *
   * @param sizeBytes its length
   * @param sha256 of its content, in hexadecimal digits
   */
  public record PublishedSource(long sizeBytes, String sha256) {}

  /**
   * The recorded assets. A companion that is missing or faulty records nothing: whoever compares
   * with it sees everything as new, and {@code verify} says what is wrong with it.
   */
  public static Map<AssetId, PublishedAsset> read(OutputFolder output) throws IOException {
    Map<Long, Integer> slots = new HashMap<>();
    for (JsonObject item : recorded(output, PackSlot.PRELOAD, Histories.PRELOAD, "preload")) {
      slots.put(number(item, "asset_id"), Math.toIntExact(number(item, "slot")));
    }
    Map<AssetId, PublishedAsset> assets = new TreeMap<>();
    for (JsonObject asset : recorded(output)) {
      Integer slot = slots.get(number(asset, "asset_id"));
      assets.put(
          new AssetId(Math.toIntExact(number(asset, "asset_id"))),
          new PublishedAsset(
              new AssetName(text(asset, "asset_name")),
              text(asset, "root"),
              StableForm.write(asset.find("sources").orElseThrow()),
              asset.find("references").map(StableForm::write).orElse(form(List.of())),
              StableForm.write(asset.find("settings").orElseThrow()),
              slot == null ? OptionalInt.empty() : OptionalInt.of(slot)));
    }
    return assets;
  }

  /**
   * The recorded sources, and the files that settings name, by their path relative to the
   * workspace.
   */
  public static Map<String, PublishedSource> sources(OutputFolder output) throws IOException {
    Map<String, PublishedSource> sources = new TreeMap<>();
    for (JsonObject asset : recorded(output)) {
      for (JsonObject source : files(asset)) {
        sources.put(
            text(source, "path"),
            new PublishedSource(number(source, "size"), text(source, "sha256")));
      }
    }
    return sources;
  }

  /** The recorded sources of each asset, by their path relative to the workspace. */
  public static Map<AssetId, Map<String, PublishedSource>> sourcesById(OutputFolder output)
      throws IOException {
    Map<AssetId, Map<String, PublishedSource>> sources = new TreeMap<>();
    for (JsonObject asset : recorded(output)) {
      Map<String, PublishedSource> own = new TreeMap<>();
      for (JsonObject source : objects(asset, "sources")) {
        own.put(
            text(source, "path"),
            new PublishedSource(number(source, "size"), text(source, "sha256")));
      }
      sources.put(new AssetId(Math.toIntExact(number(asset, "asset_id"))), own);
    }
    return sources;
  }

  /**
   * What is recorded of each asset of a pack, in the order of ids.
   *
   * @return empty if another pack is recorded
   */
  static List<RecordedAsset> assets(OutputFolder output, PackId packId) throws IOException {
    Optional<CurrentDocument> document =
        document(output, PackSlot.ASSET_TABLE_METADATA, Histories.ASSET_TABLE_METADATA);
    return document.isPresent() && text(document.get().tree(), "pack_id").equals(packId.hex())
        ? objects(document.get().tree(), "assets").stream().map(PublishedBuild::asset).toList()
        : List.of();
  }

  private static RecordedAsset asset(JsonObject asset) {
    return new RecordedAsset(
        Math.toIntExact(number(asset, "asset_id")),
        text(asset, "root"),
        objects(asset, "sources").stream()
            .map(source ->
                new RecordedAsset.SourceFile(text(source, "path"), number(source, "size")))
            .toList(),
        RecordedFrames.of(asset));
  }

  /** The frames of the recorded assets, by id; without those that have none. */
  public static SortedMap<Integer, AssetFrames> frames(OutputFolder output) throws IOException {
    SortedMap<Integer, AssetFrames> frames = new TreeMap<>();
    for (JsonObject asset : recorded(output)) {
      RecordedFrames.of(asset).ifPresent(found -> frames.put(found.assetId(), found));
    }
    return frames;
  }

  private static List<JsonObject> recorded(OutputFolder output) throws IOException {
    return recorded(
        output, PackSlot.ASSET_TABLE_METADATA, Histories.ASSET_TABLE_METADATA, "assets");
  }

  private static List<JsonObject> recorded(
      OutputFolder output, PackSlot slot, History history, String member) throws IOException {
    return document(output, slot, history)
        .map(document -> objects(document.tree(), member))
        .orElse(List.of());
  }

  private static Optional<CurrentDocument> document(
      OutputFolder output, PackSlot slot, History history) throws IOException {
    return FileReader.read(
                    output.directory(),
                    slot.path(),
                    Limits.COMPANION_BYTES,
                    history.kind().artifact())
                instanceof Outcome.Accepted<Snapshot>(Snapshot snapshot, List<Diagnostic> notes)
            && Migration.read(snapshot, history)
                instanceof
                Outcome.Accepted<CurrentDocument>(CurrentDocument document, List<Diagnostic> more)
            && isUnchanged(document)
        ? Optional.of(document)
        : Optional.empty();
  }

  /** What was edited since records nothing; a version without checksum is taken as it is. */
  private static boolean isUnchanged(CurrentDocument document) {
    return document.tree().find(Checksum.MEMBER).isEmpty() || Checksum.holds(document.tree());
  }

  /** Sources in the form that {@link PublishedAsset} compares. */
  public static String form(List<SourceFile> sources) {
    return StableForm.write(Companions.sources(sources));
  }

  private static List<JsonObject> files(JsonObject asset) {
    List<JsonObject> files = new ArrayList<>(objects(asset, "sources"));
    if (asset.find("references").isPresent()) {
      files.addAll(objects(asset, "references"));
    }
    return files;
  }

  static List<JsonObject> objects(JsonObject object, String name) {
    return ((JsonArray) object.find(name).orElseThrow())
        .elements().stream().map(JsonObject.class::cast).toList();
  }

  static long number(JsonObject object, String name) {
    return ((JsonNumber) object.find(name).orElseThrow()).asInteger().orElseThrow();
  }

  static String text(JsonObject object, String name) {
    return ((JsonString) object.find(name).orElseThrow()).text();
  }
}

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
import java.util.function.Function;

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
    for (JsonObject item : bootList(output)) {
      slots.put(number(item, "asset_id"), Math.toIntExact(number(item, "slot")));
    }
    // Few settings are different ones, and nearly no asset has references.
    Map<String, String> forms = new HashMap<>();
    Map<AssetId, PublishedAsset> assets = new TreeMap<>();
    recorded(
            output,
            asset -> {
              Integer slot = slots.get(number(asset, "asset_id"));
              return Map.entry(
                  new AssetId(Math.toIntExact(number(asset, "asset_id"))),
                  new PublishedAsset(
                      new AssetName(text(asset, "asset_name")),
                      text(asset, "root"),
                      form(asset, "sources"),
                      once(forms, form(asset, "references")),
                      once(forms, form(asset, "settings")),
                      slot == null ? OptionalInt.empty() : OptionalInt.of(slot)));
            })
        .forEach(asset -> assets.put(asset.getKey(), asset.getValue()));
    return assets;
  }

  /** What an asset has not is an empty list. */
  private static String form(JsonObject asset, String member) {
    return asset.find(member).map(StableForm::write).orElse(form(List.of()));
  }

  private static String once(Map<String, String> forms, String form) {
    return forms.computeIfAbsent(form, Function.identity());
  }

  /**
   * The recorded sources, and the files that settings name, by their path relative to the
   * workspace.
   */
  public static Map<String, PublishedSource> sources(OutputFolder output) throws IOException {
    Map<String, PublishedSource> sources = new TreeMap<>();
    recorded(output, asset -> sources(files(asset))).forEach(sources::putAll);
    return sources;
  }

  /** The recorded sources of each asset, by their path relative to the workspace. */
  public static Map<AssetId, Map<String, PublishedSource>> sourcesById(OutputFolder output)
      throws IOException {
    Map<AssetId, Map<String, PublishedSource>> sources = new TreeMap<>();
    recorded(
            output,
            asset ->
                Map.entry(
                    new AssetId(Math.toIntExact(number(asset, "asset_id"))),
                    sources(objects(asset, "sources"))))
        .forEach(asset -> sources.put(asset.getKey(), asset.getValue()));
    return sources;
  }

  private static Map<String, PublishedSource> sources(List<JsonObject> files) {
    Map<String, PublishedSource> sources = new TreeMap<>();
    for (JsonObject source : files) {
      sources.put(
          text(source, "path"),
          new PublishedSource(number(source, "size"), text(source, "sha256")));
    }
    return sources;
  }

  /**
   * What is recorded of each asset of a pack, in the order of ids.
   *
   * @return empty if another pack is recorded
   */
  static List<RecordedAsset> assets(OutputFolder output, PackId packId) throws IOException {
    Optional<Snapshot> metadata =
        snapshot(output, PackSlot.ASSET_TABLE_METADATA, Histories.ASSET_TABLE_METADATA);
    return metadata
        .filter(snapshot -> isOf(packId, snapshot))
        .map(snapshot -> rows(snapshot, PublishedBuild::asset))
        .orElse(List.of());
  }

  private static boolean isOf(PackId packId, Snapshot metadata) {
    return WrittenMetadata.find(metadata)
        .map(written -> written.packId().equals(packId))
        .orElseGet(() ->
            document(metadata, Histories.ASSET_TABLE_METADATA)
                .filter(document -> text(document.tree(), "pack_id").equals(packId.hex()))
                .isPresent());
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
    recorded(output, RecordedFrames::of)
        .forEach(found -> found.ifPresent(some -> frames.put(some.assetId(), some)));
    return frames;
  }

  /** What is made of each row of the metadata. */
  private static <T> List<T> recorded(OutputFolder output, Function<JsonObject, T> use)
      throws IOException {
    return snapshot(output, PackSlot.ASSET_TABLE_METADATA, Histories.ASSET_TABLE_METADATA)
        .map(metadata -> rows(metadata, use))
        .orElse(List.of());
  }

  /** One row after the other, where that can be: the tree of all takes much memory. */
  private static <T> List<T> rows(Snapshot metadata, Function<JsonObject, T> use) {
    return WrittenMetadata.find(metadata)
        .flatMap(written -> written.map(use))
        .orElseGet(() ->
            document(metadata, Histories.ASSET_TABLE_METADATA)
                .map(document -> objects(document.tree(), "assets").stream().map(use).toList())
                .orElse(List.of()));
  }

  private static List<JsonObject> bootList(OutputFolder output) throws IOException {
    return snapshot(output, PackSlot.PRELOAD, Histories.PRELOAD)
        .flatMap(snapshot -> document(snapshot, Histories.PRELOAD))
        .map(document -> objects(document.tree(), "preload"))
        .orElse(List.of());
  }

  private static Optional<Snapshot> snapshot(OutputFolder output, PackSlot slot, History history)
      throws IOException {
    return FileReader.read(
                output.directory(), slot.path(), Limits.COMPANION_BYTES, history.kind().artifact())
            instanceof Outcome.Accepted<Snapshot>(Snapshot snapshot, List<Diagnostic> _)
        ? Optional.of(snapshot)
        : Optional.empty();
  }

  private static Optional<CurrentDocument> document(Snapshot snapshot, History history) {
    return Migration.read(snapshot, history)
                instanceof
                Outcome.Accepted<CurrentDocument>(CurrentDocument document, List<Diagnostic> _)
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

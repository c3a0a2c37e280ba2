package dev.papack.inspect;

import dev.papack.asset.AssetId;
import dev.papack.build.PublishedAsset;
import dev.papack.build.SourceFile;
import dev.papack.container.AssetName;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.disk.ReadableDirectory;
import dev.papack.json.JsonArray;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonNumber;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonString;
import dev.papack.json.StableForm;
import dev.papack.migration.CurrentDocument;
import dev.papack.migration.Histories;
import dev.papack.migration.Migration;
import dev.papack.publish.PackSlot;
import dev.papack.source.FileReader;
import dev.papack.source.Limits;
import dev.papack.source.Snapshot;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the last build recorded: the provenance companion, as far as it can be read. */
public final class PublishedBuild {
  private PublishedBuild() {}

  /**
   * The recorded assets. A companion that is missing or faulty records nothing: whoever compares
   * with it sees everything as new, and {@code verify} says what is wrong with it.
   */
  public static Map<AssetId, PublishedAsset> read(ReadableDirectory workspace) throws IOException {
    Map<AssetId, PublishedAsset> assets = new TreeMap<>();
    RelativePath path = PackSlot.ASSET_TABLE_METADATA.path();
    if (FileReader.read(
                workspace,
                path,
                Limits.COMPANION_BYTES,
                Histories.ASSET_TABLE_METADATA.kind().artifact())
            instanceof Outcome.Accepted<Snapshot>(Snapshot snapshot, List<Diagnostic> notes)
        && Migration.read(snapshot, Histories.ASSET_TABLE_METADATA)
            instanceof
            Outcome.Accepted<CurrentDocument>(CurrentDocument document, List<Diagnostic> more)
        && document.tree().find("assets").orElseThrow() instanceof JsonArray array) {
      for (JsonNode node : array.elements()) {
        JsonObject asset = (JsonObject) node;
        assets.put(
            new AssetId(
                Math.toIntExact(
                    ((JsonNumber) asset.find("asset_id").orElseThrow()).asInteger().orElseThrow())),
            new PublishedAsset(
                new AssetName(text(asset, "asset_name")),
                text(asset, "root"),
                StableForm.write(asset.find("sources").orElseThrow()),
                StableForm.write(asset.find("settings").orElseThrow())));
      }
    }
    return assets;
  }

  /** Sources in the form that {@link PublishedAsset} compares. */
  public static String form(List<SourceFile> sources) {
    return StableForm.write(Companions.sources(sources));
  }

  private static String text(JsonObject object, String name) {
    return ((JsonString) object.find(name).orElseThrow()).text();
  }
}

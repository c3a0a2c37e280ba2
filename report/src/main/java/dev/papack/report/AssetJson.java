package dev.papack.report;

import dev.papack.container.SoundsMetadata;
import dev.papack.json.line.JsonLine;
import dev.papack.report.TilesFacts.Flip;
import dev.papack.result.AssetFrames;
import dev.papack.result.RecordedAsset;
import java.util.List;
import java.util.Locale;

/** An asset of a report as JSON. */
record AssetJson(ReportJson.Reader reader) {
  private static final int PAGE_DIGITS = 24;

  void write(JsonLine json, SurveyedAsset asset, int firstChunk) {
    json.put("asset_id", asset.entry().assetId())
        .put("asset_name", asset.entry().assetName().text())
        .put("bytes", asset.entry().sizeBytes())
        .put("sha256", digest(asset));
    asset.recorded().ifPresent(recorded -> write(json, recorded));
    switch (asset.facts()) {
      case SurveyedAsset.Facts.OfTiles(TilesFacts tiles) ->
          json.putObject("tiles", inner -> write(inner, tiles));
      case SurveyedAsset.Facts.OfSound(SoundFacts sound) ->
          json.putObject("sound", inner -> write(inner, sound));
    }
    switch (reader) {
      case PROGRAM -> {}
      case PAGE ->
          asset
              .place()
              .ifPresent(place ->
                  json.putNumbers(
                      "place", List.of(firstChunk + place.chunk(), place.offsetBytes())));
    }
  }

  /** The page only looks for equal ones. */
  private String digest(SurveyedAsset asset) {
    String hex = asset.entry().sha256().hex();
    return switch (reader) {
      case PROGRAM -> hex;
      case PAGE -> hex.substring(0, PAGE_DIGITS);
    };
  }

  private static void write(JsonLine json, RecordedAsset recorded) {
    json.put("root", recorded.root())
        .putStrings(
            "sources", recorded.sources().stream().map(RecordedAsset.SourceFile::path).toList());
    recorded.frames().ifPresent(frames -> json.putObject("frames", inner -> write(inner, frames)));
  }

  private static void write(JsonLine json, AssetFrames frames) {
    json.put("count", frames.count()).put("tiles", frames.tiles());
    if (!frames.durationsMs().isEmpty()) {
      json.putNumbers("durations_ms", frames.durationsMs());
    }
    if (!frames.tags().isEmpty()) {
      json.putObjects(
          "tags",
          frames.tags(),
          (inner, tag) ->
              inner
                  .put("name", tag.name())
                  .put("from", tag.first())
                  .put("to", tag.last())
                  .put("direction", tag.direction().name().toLowerCase(Locale.ROOT)));
    }
  }

  private void write(JsonLine json, TilesFacts tiles) {
    json.put("columns", tiles.metadata().columns())
        .put("tile_size", tiles.metadata().tileSize())
        .put("tile_count", tiles.metadata().tileCount())
        .put("blank", tiles.blankCount())
        .put("repeated", tiles.count(Flip.NONE))
        .put("flipped", tiles.repeats().size() - tiles.count(Flip.NONE))
        .put("tile_bytes", tiles.tileBytes())
        .putObjects("palettes", tiles.palettes(), AssetJson::write);
    switch (reader) {
      case PROGRAM ->
          json.putObjects(
              "repeats",
              tiles.repeats(),
              (inner, repeat) ->
                  inner
                      .put("tile", repeat.tile())
                      .put("of", repeat.of())
                      .put("flip", repeat.flip().word()));
      case PAGE -> {}
    }
  }

  private static void write(JsonLine json, TilesFacts.PaletteUse palette) {
    json.putStrings(
            "colors",
            palette.colors().stream()
                .map(color -> String.format(Locale.ROOT, "#%06x", TilesBank.rgb(color)))
                .toList())
        .put("tile_count", palette.tileCount())
        .putNumbers("pixel_counts", palette.pixelCounts());
  }

  private static void write(JsonLine json, SoundFacts sound) {
    SoundsMetadata metadata = sound.metadata();
    json.put("channels", metadata.channels())
        .put("frame_count", metadata.frameCount())
        .put("sample_rate", metadata.sampleRateHz())
        .put("peak", sound.peak())
        .putNumbers("envelope", sound.envelope());
    metadata
        .loop()
        .ifPresent(loop -> json.put("loop_start", loop.start()).put("loop_end", loop.end()));
  }
}

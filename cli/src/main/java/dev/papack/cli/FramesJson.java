package dev.papack.cli;

import dev.papack.json.line.JsonLine;
import dev.papack.result.AssetFrames;
import dev.papack.result.AssetFrames.Area;
import dev.papack.result.AssetFrames.NamedSlice;
import dev.papack.result.AssetFrames.SliceKey;
import dev.papack.result.AssetFrames.Tag;
import java.util.Locale;

/** Frames for programs: the members of {@code frames} in {@code asset_table_metadata.json}. */
final class FramesJson {
  private FramesJson() {}

  /** Whose they are, and all that is known of them. */
  static void write(JsonLine json, AssetFrames frames) {
    json.put("asset_id", frames.assetId())
        .put("count", frames.count())
        .put("tiles", frames.tiles());
    writeTimes(json, frames);
    if (!frames.slices().isEmpty()) {
      json.putObjects("slices", frames.slices(), FramesJson::write);
    }
  }

  /** Durations and tags. */
  static void writeTimes(JsonLine json, AssetFrames frames) {
    if (!frames.durationsMs().isEmpty()) {
      json.putNumbers("durations_ms", frames.durationsMs());
    }
    if (!frames.tags().isEmpty()) {
      json.putObjects("tags", frames.tags(), FramesJson::write);
    }
  }

  private static void write(JsonLine json, Tag tag) {
    json.put("name", tag.name())
        .put("from", tag.first())
        .put("to", tag.last())
        .put("direction", tag.direction().name().toLowerCase(Locale.ROOT));
  }

  private static void write(JsonLine json, NamedSlice slice) {
    json.put("name", slice.name())
        .put("to", slice.last())
        .putObjects("keys", slice.keys(), FramesJson::write);
  }

  private static void write(JsonLine json, SliceKey key) {
    write(json.put("frame", key.frame()), key.area());
    key.center().ifPresent(center -> json.putObject("center", inner -> write(inner, center)));
    key.pivot()
        .ifPresent(pivot ->
            json.putObject("pivot", inner -> inner.put("x", pivot.x()).put("y", pivot.y())));
  }

  private static void write(JsonLine json, Area area) {
    json.put("x", area.x())
        .put("y", area.y())
        .put("width", area.width())
        .put("height", area.height());
  }
}

package dev.papack.inspect;

import dev.papack.json.JsonArray;
import dev.papack.json.JsonNumber;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonString;
import dev.papack.result.AssetFrames;
import dev.papack.result.AssetFrames.Area;
import dev.papack.result.AssetFrames.Direction;
import dev.papack.result.AssetFrames.NamedSlice;
import dev.papack.result.AssetFrames.Point;
import dev.papack.result.AssetFrames.SliceKey;
import dev.papack.result.AssetFrames.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what {@link FramesForm} wrote. */
final class RecordedFrames {
  private RecordedFrames() {}

  /** The frames of an asset of the metadata, if it has any. */
  static Optional<AssetFrames> of(JsonObject asset) {
    return asset
        .find("frames")
        .map(JsonObject.class::cast)
        .map(frames ->
            new AssetFrames(
                Math.toIntExact(number(asset, "asset_id")),
                number(frames, "count"),
                number(frames, "tiles"),
                durationsMs(frames),
                objects(frames, "tags").map(RecordedFrames::tag).toList(),
                objects(frames, "slices").map(RecordedFrames::slice).toList()));
  }

  private static List<Long> durationsMs(JsonObject frames) {
    return frames.find("durations_ms").stream()
        .flatMap(array -> ((JsonArray) array).elements().stream())
        .map(duration -> ((JsonNumber) duration).asInteger().orElseThrow())
        .toList();
  }

  private static Tag tag(JsonObject tag) {
    return new Tag(
        text(tag, "name"),
        number(tag, "from"),
        number(tag, "to"),
        Direction.valueOf(text(tag, "direction").toUpperCase(Locale.ROOT)));
  }

  private static NamedSlice slice(JsonObject slice) {
    return new NamedSlice(
        text(slice, "name"),
        number(slice, "to"),
        objects(slice, "keys").map(RecordedFrames::key).toList());
  }

  private static SliceKey key(JsonObject key) {
    return new SliceKey(
        number(key, "frame"),
        area(key),
        key.find("center").map(center -> area((JsonObject) center)),
        key.find("pivot")
            .map(JsonObject.class::cast)
            .map(pivot -> new Point(number(pivot, "x"), number(pivot, "y"))));
  }

  private static Area area(JsonObject area) {
    return new Area(
        number(area, "x"), number(area, "y"), number(area, "width"), number(area, "height"));
  }

  private static Stream<JsonObject> objects(JsonObject object, String name) {
    return object.find(name).stream()
        .flatMap(array -> ((JsonArray) array).elements().stream())
        .map(JsonObject.class::cast);
  }

  private static long number(JsonObject object, String name) {
    return ((JsonNumber) object.find(name).orElseThrow()).asInteger().orElseThrow();
  }

  private static String text(JsonObject object, String name) {
    return ((JsonString) object.find(name).orElseThrow()).text();
  }
}

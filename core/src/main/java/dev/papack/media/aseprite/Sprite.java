package dev.papack.media.aseprite;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.media.AnimationTag;
import dev.papack.media.Slice;
import java.util.List;
import java.util.Map;

/**
 * All of a document but its pixels.
 *
 * @param header its first bytes
 * @param durationsMs of each frame
 * @param layers in the order of their numbers, from back to front
 * @param cels of each frame, in the order of the file
 * @param palettes of each frame where the palette changes, where the changes are
 * @param tilesets by their id
 * @param tags in the order of the file
 * @param slices in the order of the file
 * @param nameBytes of all names together
 * @param warnings about what changes no pixel
 */
record Sprite(
    AsepriteHeader header,
    List<Integer> durationsMs,
    List<Layer> layers,
    List<List<Cel>> cels,
    Map<Integer, List<PaletteChange>> palettes,
    Map<Long, Tileset> tilesets,
    List<AnimationTag> tags,
    List<Slice> slices,
    long nameBytes,
    List<Diagnostic> warnings) {
  /** Copies the collections. */
  Sprite {
    durationsMs = List.copyOf(durationsMs);
    layers = List.copyOf(layers);
    cels = List.copyOf(cels);
    palettes = Map.copyOf(palettes);
    tilesets = Map.copyOf(tilesets);
    tags = List.copyOf(tags);
    slices = List.copyOf(slices);
    warnings = List.copyOf(warnings);
  }

  /** How many cels there are in all frames. */
  long celCount() {
    return cels.stream().mapToLong(List::size).sum();
  }

  /** How many pixels all tilesets have. */
  long tilesetPixels() {
    return tilesets.values().stream().mapToLong(Tileset::pixels).sum();
  }

  /** Tags, slices and their keys. */
  long namedCount() {
    return tags.size()
        + slices.size()
        + slices.stream().mapToLong(slice -> slice.keys().size()).sum();
  }
}

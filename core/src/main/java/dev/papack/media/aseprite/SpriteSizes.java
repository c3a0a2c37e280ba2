package dev.papack.media.aseprite;

import dev.papack.media.DecodingRefusal;
import dev.papack.media.PictureSize;
import dev.papack.media.SourceBytes;
import java.util.List;
import java.util.Map;

/** How much there is to draw in a document. */
final class SpriteSizes {
  private SpriteSizes() {}

  /** Refuses too many pixels in tilesets, and in all cels that are drawn. */
  static void requireWithinLimits(
      SourceBytes bytes,
      AsepriteHeader header,
      List<List<Cel>> frames,
      List<Layer> layers,
      Map<Long, Tileset> tilesets)
      throws DecodingRefusal {
    long inTilesets = tilesets.values().stream().mapToLong(Tileset::pixels).sum();
    if (inTilesets > SpriteLimits.TILESET_PIXELS) {
      throw Faults.limit(
          bytes.at(0),
          "the tilesets have " + inTilesets + " pixels",
          String.valueOf(inTilesets),
          SpriteLimits.TILESET_PIXELS);
    }
    long drawn = 0;
    for (int frame = 0; frame < frames.size(); frame++) {
      for (Cel cel : frames.get(frame)) {
        drawn += pixels(cel.image(), header.canvas(), layers.get(cel.layer()), tilesets);
      }
      if (drawn > SpriteLimits.DRAWN_PIXELS) {
        throw Faults.limit(
            bytes.at(0),
            "the cels up to frame " + frame + " have " + drawn + " pixels",
            String.valueOf(drawn),
            SpriteLimits.DRAWN_PIXELS);
      }
    }
  }

  private static long pixels(
      Cel.Image image, PictureSize canvas, Layer layer, Map<Long, Tileset> tilesets) {
    return switch (image) {
      case Cel.Pixels pixels -> (long) pixels.width() * pixels.height();
      case Cel.Tiles tiles -> {
        Tileset tileset = tilesets.get(layer.tileset());
        long width = tileset == null ? 0 : (long) tiles.columns() * tileset.width();
        long height = tileset == null ? 0 : (long) tiles.rows() * tileset.height();
        yield (long) tiles.columns() * tiles.rows()
            + Math.min(width, canvas.widthPixels()) * Math.min(height, canvas.heightPixels());
      }
      case Cel.Unknown _ -> 0;
    };
  }
}

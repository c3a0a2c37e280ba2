package dev.papack.media.aseprite;

import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.media.DecodingRefusal;
import dev.papack.media.SourceBytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cels of all frames, as they come. A cel without pixels is none, as Aseprite has it. */
final class CelReader {
  private static final int TILE_BITS = 32;
  private static final String INSIDE = "a cel";

  private final SourceBytes bytes;
  private final ColorMode mode;
  private final List<List<Cel>> frames = new ArrayList<>();

  /** The image of each cel, by its frame and layer. */
  private final Map<Long, Cel.Image> images = new HashMap<>();

  CelReader(SourceBytes bytes, ColorMode mode) {
    this.bytes = bytes;
    this.mode = mode;
  }

  void beginFrame() {
    frames.add(new ArrayList<>());
  }

  void read(int frame, long end) throws DecodingRefusal, IOException {
    long start = bytes.position();
    if (images.size() == SpriteLimits.CELS) {
      throw Faults.limit(
          bytes.at(start),
          "the document has more than " + SpriteLimits.CELS + " cels",
          String.valueOf(images.size() + 1),
          SpriteLimits.CELS);
    }
    int layer = bytes.u16(INSIDE);
    int x = (short) bytes.u16(INSIDE);
    int y = (short) bytes.u16(INSIDE);
    int opacity = bytes.u8(INSIDE);
    int type = bytes.u16(INSIDE);
    int zIndex = (short) bytes.u16(INSIDE);
    bytes.skip(5, INSIDE);
    if (images.containsKey(key(frame, layer))) {
      throw fault(start, "there are two cels of layer " + layer + " in frame " + frame);
    }
    Optional<Cel.Image> image =
        switch (type) {
          case 0 -> pixels(start, Cel.Packing.RAW, end);
          case 1 -> Optional.of(linked(start, frame, layer));
          case 2 -> pixels(start, Cel.Packing.ZLIB, end);
          case 3 -> tiles(start, end);
          default -> Optional.of(new Cel.Unknown("a cel of type " + type, start));
        };
    if (image.isPresent()) {
      images.put(key(frame, layer), image.get());
      frames.get(frame).add(new Cel(layer, x, y, opacity, zIndex, image.get()));
    }
  }

  private Optional<Cel.Image> pixels(long start, Cel.Packing packing, long end)
      throws DecodingRefusal, IOException {
    int width = bytes.u16(INSIDE);
    int height = bytes.u16(INSIDE);
    if (width == 0 || height == 0) {
      return Optional.empty();
    }
    Cel.Stored stored = stored(packing, end);
    if (packing == Cel.Packing.RAW && stored.sizeBytes() < (long) width * height * mode.bytes()) {
      throw fault(start, "a cel has fewer bytes than pixels need");
    }
    return Optional.of(new Cel.Pixels(width, height, stored));
  }

  private Optional<Cel.Image> tiles(long start, long end) throws DecodingRefusal, IOException {
    int columns = bytes.u16(INSIDE);
    int rows = bytes.u16(INSIDE);
    int bits = bytes.u16(INSIDE);
    int number = (int) bytes.u32(INSIDE);
    int flipX = (int) bytes.u32(INSIDE);
    int flipY = (int) bytes.u32(INSIDE);
    int flipDiagonal = (int) bytes.u32(INSIDE);
    bytes.skip(10, INSIDE);
    if (bits != TILE_BITS) {
      return Optional.of(new Cel.Unknown("a cel with tiles of " + bits + " bits", start));
    }
    return columns == 0 || rows == 0
        ? Optional.empty()
        : Optional.of(
            new Cel.Tiles(
                columns,
                rows,
                new Cel.TileBits(number, flipX, flipY, flipDiagonal),
                stored(Cel.Packing.ZLIB, end)));
  }

  private Cel.Stored stored(Cel.Packing packing, long end) {
    return new Cel.Stored(bytes.position(), Math.max(0, end - bytes.position()), packing);
  }

  /** What the cel shows that this one is linked to: one of a frame before. */
  private Cel.Image linked(long start, int frame, int layer) throws DecodingRefusal, IOException {
    int other = bytes.u16(INSIDE);
    Cel.Image image = other < frame ? images.get(key(other, layer)) : null;
    if (image == null) {
      throw fault(
          start,
          "the cel of layer "
              + layer
              + " in frame "
              + frame
              + " is linked to frame "
              + other
              + ", where there is none before it");
    }
    return image;
  }

  /**
   * The cels of each frame, once all layers are known.
   *
   * @throws DecodingRefusal if one is in no layer, or in a group
   */
  List<List<Cel>> checked(List<Layer> layers) throws DecodingRefusal {
    for (int frame = 0; frame < frames.size(); frame++) {
      for (Cel cel : frames.get(frame)) {
        if (cel.layer() >= layers.size() || !isFor(cel.image(), layers.get(cel.layer()).kind())) {
          throw fault(
              positionOf(cel.image()),
              "frame "
                  + frame
                  + " has a cel in layer "
                  + cel.layer()
                  + ", which cannot have such a cel");
        }
      }
    }
    return frames;
  }

  private static boolean isFor(Cel.Image image, Layer.Kind kind) {
    return switch (kind) {
      case PICTURES -> !(image instanceof Cel.Tiles);
      case TILES -> !(image instanceof Cel.Pixels);
      case GROUP -> false;
      // Whatever it is: a fault only if it is shown.
      case UNKNOWN -> true;
    };
  }

  private static long positionOf(Cel.Image image) {
    return switch (image) {
      case Cel.Pixels pixels -> pixels.stored().positionBytes();
      case Cel.Tiles tiles -> tiles.stored().positionBytes();
      case Cel.Unknown other -> other.positionBytes();
    };
  }

  private DecodingRefusal fault(long place, String message) {
    return Faults.of(DiagnosticCode.ASEPRITE_CHUNK, bytes.at(place), message);
  }

  private static long key(int frame, int layer) {
    return (long) frame << Short.SIZE | layer;
  }
}

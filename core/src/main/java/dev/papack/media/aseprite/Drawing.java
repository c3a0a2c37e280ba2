package dev.papack.media.aseprite;

import dev.papack.media.DecodingRefusal;
import dev.papack.media.SourceBytes;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Draws the cels of one frame after the other, from back to front. */
final class Drawing {
  private static final int TILE_BYTES = 4;
  private static final int ALL_BITS = -1;

  private final Sprite sprite;
  private final SourceBytes bytes;
  private final LayerOrder order;
  private final Canvas canvas;
  private final Map<Tileset, TilePixels> tiles = new HashMap<>();

  Drawing(Sprite sprite, SourceBytes bytes, LayerOrder order) {
    this.sprite = sprite;
    this.bytes = bytes;
    this.order = order;
    canvas = new Canvas(sprite.header().canvas(), sprite.header().transparentIndex());
  }

  /**
   * The canvas with a frame.
   *
   * @param palette of the frame
   */
  Canvas frame(int frame, Palette palette) throws DecodingRefusal, IOException {
    canvas.clear();
    for (Cel cel : order.drawn(sprite.cels().get(frame))) {
      Layer layer = sprite.layers().get(cel.layer());
      String inside = layer.inWords() + " in frame " + frame;
      Ink ink = ink(cel, layer, palette, inside);
      switch (cel.image()) {
        case Cel.Pixels pixels -> draw(cel, pixels, ink, inside);
        case Cel.Tiles map -> draw(cel, map, layer, ink, inside);
        case Cel.Unknown unknown ->
            throw Faults.unsupported(
                bytes.at(unknown.positionBytes()),
                inside + " has " + unknown.what() + ", which papack does not know");
      }
    }
    return canvas;
  }

  private Ink ink(Cel cel, Layer layer, Palette palette, String inside) throws DecodingRefusal {
    AsepriteHeader header = sprite.header();
    if (header.mode() == ColorMode.INDEXED) {
      return new Ink.Indices(header.transparentIndex(), palette.size());
    }
    BlendMode mode =
        BlendMode.of(layer.blendMode())
            .orElseThrow(() ->
                Faults.unsupported(
                    bytes.at(0),
                    inside + " has the blend mode " + layer.blendMode() + ", which is unknown"));
    return new Ink.Colors(
        header.mode() == ColorMode.GREY ? mode.ofGreys() : mode,
        Unorm8.multiplied(cel.opacity(), layer.opacity()));
  }

  private void draw(Cel cel, Cel.Pixels pixels, Ink ink, String inside)
      throws DecodingRefusal, IOException {
    ColorMode mode = sprite.header().mode();
    byte[] stored = new byte[pixels.width() * mode.bytes()];
    int begin = Math.max(0, -cel.x());
    int end = Math.min(pixels.width(), canvas.size().widthPixels() - cel.x());
    try (StoredRows rows = new StoredRows(bytes, pixels.stored(), inside)) {
      for (int y = 0; y < pixels.height(); y++) {
        rows.read(stored);
        if (canvas.hasRow(cel.y() + y)) {
          int[] row = canvas.row(cel.y() + y);
          for (int x = begin; x < end; x++) {
            int place = cel.x() + x;
            row[place] = ink.over(row[place], mode.value(stored, x * mode.bytes()));
          }
        }
      }
      rows.requireEnd();
    }
  }

  private void draw(Cel cel, Cel.Tiles map, Layer layer, Ink ink, String inside)
      throws DecodingRefusal, IOException {
    Tileset tileset =
        Optional.ofNullable(sprite.tilesets().get(layer.tileset()))
            .filter(known -> known.stored().isPresent())
            .orElseThrow(() ->
                Faults.unsupported(
                    bytes.at(map.stored().positionBytes()),
                    inside
                        + " has tiles of tileset "
                        + layer.tileset()
                        + ", which is not in the file"));
    TilePixels images = tiles.get(tileset);
    if (images == null) {
      images = TilePixels.read(bytes, tileset, sprite.header().mode());
      tiles.put(tileset, images);
    }
    byte[] stored = new byte[map.columns() * TILE_BYTES];
    try (StoredRows rows = new StoredRows(bytes, map.stored(), inside)) {
      for (int row = 0; row < map.rows(); row++) {
        rows.read(stored);
        int top = cel.y() + row * tileset.height();
        if (top < canvas.size().heightPixels() && top + tileset.height() > 0) {
          for (int column = 0; column < map.columns(); column++) {
            int tile = little(stored, column * TILE_BYTES);
            int left = cel.x() + column * tileset.width();
            draw(new PlacedTile(tile, left, top, map.bits(), tileset), images, ink);
          }
        }
      }
      rows.requireEnd();
    }
  }

  private static int little(byte[] bytes, int at) {
    return (bytes[at] & 0xFF)
        | ((bytes[at + 1] & 0xFF) << 8)
        | ((bytes[at + 2] & 0xFF) << 16)
        | (bytes[at + 3] << 24);
  }

  /**
   * A tile on the canvas.
   *
   * @param tile as it is stored
   * @param left where it is
   * @param top where it is
   */
  private record PlacedTile(int tile, int left, int top, Cel.TileBits bits, Tileset tileset) {
    /** Its number in the tileset, or -1 for the empty tile and for one that there is not. */
    int number() {
      int masked = tile & bits.number();
      int number = masked >>> Integer.numberOfTrailingZeros(bits.number());
      boolean isEmpty =
          tileset.isZeroEmpty() ? number == 0 : tile == ALL_BITS || masked == bits.number();
      return isEmpty || number < 0 || number >= tileset.count() ? -1 : number;
    }

    boolean has(int flag) {
      return flag != 0 && (tile & flag) == flag;
    }
  }

  private void draw(PlacedTile placed, TilePixels images, Ink ink) {
    int number = placed.number();
    if (number < 0) {
      return;
    }
    Tileset tileset = placed.tileset();
    boolean isFlippedX = placed.has(placed.bits().flipX());
    boolean isFlippedY = placed.has(placed.bits().flipY());
    boolean isTurned = placed.has(placed.bits().flipDiagonal());
    int endX = Math.min(tileset.width(), canvas.size().widthPixels() - placed.left());
    int endY = Math.min(tileset.height(), canvas.size().heightPixels() - placed.top());
    for (int y = Math.max(0, -placed.top()); y < endY; y++) {
      int[] row = canvas.row(placed.top() + y);
      for (int x = Math.max(0, -placed.left()); x < endX; x++) {
        int across = isFlippedX ? tileset.width() - 1 - x : x;
        int down = isFlippedY ? tileset.height() - 1 - y : y;
        int fromX = isTurned ? down : across;
        int fromY = isTurned ? across : down;
        if (fromX < tileset.width() && fromY < tileset.height()) {
          int place = placed.left() + x;
          row[place] = ink.over(row[place], images.value(number, fromX, fromY));
        }
      }
    }
  }
}

package dev.papack.media.aseprite;

/**
 * What a layer shows in a frame.
 *
 * @param layer the number of the layer
 * @param x where its left column is on the canvas; may be outside
 * @param y where its top row is
 * @param opacity 0 to 255
 * @param zIndex by how many layers it is moved to the front, or to the back if negative
 * @param image what is drawn; that of another frame's cel if it is linked to it
 */
record Cel(int layer, int x, int y, int opacity, int zIndex, Image image) {
  /** What is drawn. */
  sealed interface Image {}

  /**
   * Something that is not drawn: a fault if its layer is shown.
   *
   * @param what it is
   * @param positionBytes where it is in the file
   */
  record Unknown(String what, long positionBytes) implements Image {}

  /**
   * Pixels.
   *
   * @param width at least 1
   * @param height at least 1
   * @param stored row by row
   */
  record Pixels(int width, int height, Stored stored) implements Image {}

  /**
   * Tiles, 32 bits each.
   *
   * @param columns at least 1
   * @param rows at least 1
   * @param bits what each of them means
   * @param stored row by row
   */
  record Tiles(int columns, int rows, TileBits bits, Stored stored) implements Image {}

  /**
   * What the bits of a tile mean.
   *
   * @param number its number in the tileset
   * @param flipX all of these: it is mirrored left to right
   * @param flipY all of these: it is mirrored top to bottom
   * @param flipDiagonal all of these: its rows become columns, before it is mirrored
   */
  record TileBits(int number, int flipX, int flipY, int flipDiagonal) {}

  /**
   * A part of the file.
   *
   * @param positionBytes where it begins
   * @param sizeBytes how long it is
   * @param packing how it is stored
   */
  record Stored(long positionBytes, long sizeBytes, Packing packing) {}

  /** How pixels are stored. */
  enum Packing {
    RAW,
    ZLIB
  }
}

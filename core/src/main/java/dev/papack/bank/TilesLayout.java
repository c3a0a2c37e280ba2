package dev.papack.bank;

import dev.papack.container.TilesMetadata;

/**
 * Where things are in the slice of a TILES bank, version 1: pixels, then palettes, then the palette
 * of each tile.
 *
 * @param metadata the numbers of the bank
 */
record TilesLayout(TilesMetadata metadata) {

  /** The byte that holds a pixel together with its neighbour. */
  int pixelOffsetBytes(int tile, int x, int y) {
    int size = metadata.tileSize();
    return (tile * size * size + y * size + x) / 2;
  }

  /** How far a pixel is shifted in its byte: the left one of two is in the low nibble. */
  static int pixelShiftBits(int x) {
    return (x & 1) * 4;
  }

  /** The first of the two bytes of a colour, little-endian. */
  int colorOffsetBytes(int palette, int entry) {
    return metadata.pixelBytes() + (palette * TilesMetadata.PALETTE_ENTRIES + entry) * Short.BYTES;
  }

  int tilePaletteOffsetBytes(int tile) {
    return metadata.pixelBytes() + metadata.paletteBytes() + tile;
  }
}

package dev.papack.report;

import dev.papack.container.TilesMetadata;
import java.nio.ByteBuffer;

/** A TILES slice as its format says: which colour each pixel shows. */
final class TilesBank {
  /** What a pixel of index 0 shows; every other is a colour of 16 bits. */
  static final int TRANSPARENT = -1;

  private final byte[] slice;
  private final TilesMetadata metadata;

  TilesBank(ByteBuffer slice, TilesMetadata metadata) {
    this.slice = new byte[slice.remaining()];
    slice.get(this.slice);
    this.metadata = metadata;
  }

  byte[] bytes() {
    return slice;
  }

  TilesMetadata metadata() {
    return metadata;
  }

  /** The index of a pixel into the palette of its tile. */
  int index(int tile, int x, int y) {
    int size = metadata.tileSize();
    int pixel = (tile * size + y) * size + x;
    return (slice[pixel / 2] >>> ((pixel & 1) * 4)) & 0xF;
  }

  int paletteOf(int tile) {
    return Byte.toUnsignedInt(slice[metadata.pixelBytes() + metadata.paletteBytes() + tile]);
  }

  /** A colour as RGB565. */
  int color(int palette, int entry) {
    int at = metadata.pixelBytes() + (palette * TilesMetadata.PALETTE_ENTRIES + entry) * 2;
    return Byte.toUnsignedInt(slice[at]) | (Byte.toUnsignedInt(slice[at + 1]) << 8);
  }

  /** What each pixel of a tile shows, row by row. */
  void draw(int tile, int[] into) {
    int size = metadata.tileSize();
    int palette = paletteOf(tile);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int index = index(tile, x, y);
        into[y * size + x] = index == 0 ? TRANSPARENT : color(palette, index);
      }
    }
  }

  /** RGB565 in 8 bits each, as the packer's pictures have it. */
  static int rgb(int color) {
    int red = ((color >>> 11) * 255 + 15) / 31;
    int green = (((color >>> 5) & 0x3F) * 255 + 31) / 63;
    int blue = ((color & 0x1F) * 255 + 15) / 31;
    return (red << 16) | (green << 8) | blue;
  }
}

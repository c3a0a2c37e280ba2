package dev.papack.media.aseprite;

import dev.papack.media.DecodingRefusal;
import dev.papack.media.SourceBytes;
import java.io.IOException;

/** The pixels of all tiles of a tileset. */
final class TilePixels {
  /** Rows in arrays of up to 64 KiB, so that a small heap need not find one large hole. */
  private static final int BLOCK_BYTES = 64 << 10;

  private final Tileset tileset;
  private final ColorMode mode;
  private final int rowsPerBlock;
  private final byte[][] blocks;

  private TilePixels(Tileset tileset, ColorMode mode) {
    this.tileset = tileset;
    this.mode = mode;
    int rowBytes = tileset.width() * mode.bytes();
    int rows = tileset.count() * tileset.height();
    rowsPerBlock = Math.max(1, BLOCK_BYTES / rowBytes);
    blocks = new byte[Math.ceilDiv(rows, rowsPerBlock)][];
    for (int block = 0; block < blocks.length; block++) {
      blocks[block] = new byte[Math.min(rowsPerBlock, rows - block * rowsPerBlock) * rowBytes];
    }
  }

  /** Inflates a tileset that is in the file. */
  static TilePixels read(SourceBytes bytes, Tileset tileset, ColorMode mode)
      throws DecodingRefusal, IOException {
    TilePixels pixels = new TilePixels(tileset, mode);
    try (StoredRows rows = new StoredRows(bytes, tileset.stored().orElseThrow(), "a tileset")) {
      for (byte[] block : pixels.blocks) {
        rows.read(block);
      }
      rows.requireEnd();
    }
    return pixels;
  }

  /** The value of a pixel, of a tile that there is. */
  int value(int tile, int x, int y) {
    int row = tile * tileset.height() + y;
    int at = (row % rowsPerBlock * tileset.width() + x) * mode.bytes();
    return mode.value(blocks[row / rowsPerBlock], at);
  }
}

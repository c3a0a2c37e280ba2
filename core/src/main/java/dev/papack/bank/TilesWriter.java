package dev.papack.bank;

import dev.papack.container.TilesMetadata;
import dev.papack.media.Rgb565;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Writes the slice of a TILES bank, version 1, tile by tile: pixels, then palettes, then the
 * palette of each tile. What is not said is transparent, black and palette 0.
 */
final class TilesWriter {
  private static final int PIECE_BYTES = 64 << 10;

  private final int tileSizePixels;
  private final OutputStream out;
  private final byte[] piece;
  private final byte[] palettes;
  private final byte[] paletteOfTile;
  private final int tileBytes;
  private int tile;
  private int filledBytes;

  TilesWriter(TilesMetadata metadata, OutputStream out) {
    tileSizePixels = metadata.tileSize();
    tileBytes = tileSizePixels * tileSizePixels / 2;
    piece = new byte[Math.min(PIECE_BYTES, metadata.pixelBytes())];
    palettes = new byte[metadata.paletteBytes()];
    paletteOfTile = new byte[metadata.tileCount()];
    this.out = out;
  }

  /** Sets a colour of a palette. */
  void color(int palette, int entry, Rgb565 color) {
    int offset = (palette * TilesMetadata.PALETTE_ENTRIES + entry) * Short.BYTES;
    palettes[offset] = (byte) color.bits();
    palettes[offset + 1] = (byte) (color.bits() >>> 8);
  }

  /** Sets the palette of the tile in hand. */
  void palette(int palette) {
    paletteOfTile[tile] = (byte) palette;
  }

  /** Sets a pixel of the tile in hand that was not set before. */
  void pixel(int x, int y, int index) {
    int offset = filledBytes + (y * tileSizePixels + x) / 2;
    piece[offset] |= (byte) (index << TilesLayout.pixelShiftBits(x));
  }

  /** Ends the tile in hand. */
  void endTile() throws IOException {
    tile++;
    filledBytes += tileBytes;
    if (filledBytes == piece.length) {
      out.write(piece, 0, filledBytes);
      Arrays.fill(piece, (byte) 0);
      filledBytes = 0;
    }
  }

  /** Writes what follows the last tile. */
  void finish() throws IOException {
    out.write(piece, 0, filledBytes);
    out.write(palettes);
    out.write(paletteOfTile);
  }
}

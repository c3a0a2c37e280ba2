package dev.papack.bank;

import dev.papack.container.TilesMetadata;

/** Fills the slice of a TILES bank. What is not written is transparent, black and palette 0. */
final class TilesWriter {
  private final TilesLayout layout;
  private final byte[] slice;

  TilesWriter(TilesMetadata metadata) {
    layout = new TilesLayout(metadata);
    slice = new byte[Math.toIntExact(metadata.sliceBytes())];
  }

  /** Writes a pixel that was not written before. */
  void pixel(int tile, int x, int y, int index) {
    slice[layout.pixelOffsetBytes(tile, x, y)] |= (byte) (index << TilesLayout.pixelShiftBits(x));
  }

  void color(int palette, int entry, Rgb565 color) {
    int offset = layout.colorOffsetBytes(palette, entry);
    slice[offset] = (byte) color.bits();
    slice[offset + 1] = (byte) (color.bits() >>> 8);
  }

  void tilePalette(int tile, int palette) {
    slice[layout.tilePaletteOffsetBytes(tile)] = (byte) palette;
  }

  /** The bank; nothing may be written afterwards. */
  Bank finish() {
    return new Bank(layout.metadata(), slice);
  }
}

package dev.papack.bank;

import dev.papack.container.TilesMetadata;
import dev.papack.media.Rgb565;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * The slice of a TILES bank, tile by tile, as it is drawn. Index 0 is {@code 0x00000000},
 * everything else opaque, its colours widened to 8 bits: two pixels are equal exactly if they look
 * the same. The slice is not copied.
 */
public final class TilesView {
  private final ByteBuffer slice;
  private final TilesLayout layout;
  private final int[][] palettes;

  /**
   * A view of a slice whose contents the pack's reader has checked.
   *
   * @param payload its bytes, from the position to the limit
   * @param metadata its numbers
   * @throws IllegalArgumentException if the one does not follow from the other
   */
  public TilesView(ByteBuffer payload, TilesMetadata metadata) {
    if (payload.remaining() != metadata.sliceBytes()) {
      throw new IllegalArgumentException(payload.remaining() + " bytes for " + metadata);
    }
    slice = payload.slice();
    layout = new TilesLayout(metadata);
    palettes = new int[metadata.paletteCount()][TilesMetadata.PALETTE_ENTRIES];
    for (int palette = 0; palette < palettes.length; palette++) {
      for (int entry = 1; entry < TilesMetadata.PALETTE_ENTRIES; entry++) {
        int offset = layout.colorOffsetBytes(palette, entry);
        int bits =
            Byte.toUnsignedInt(slice.get(offset)) | Byte.toUnsignedInt(slice.get(offset + 1)) << 8;
        palettes[palette][entry] = new Rgb565(bits).argb();
      }
    }
  }

  /** The numbers of the bank. */
  public TilesMetadata metadata() {
    return layout.metadata();
  }

  /**
   * The pixels of a tile.
   *
   * @param tile its number, from 0
   * @return row by row, {@code tileSize} squared; the caller's own
   * @throws IllegalArgumentException if it names a palette that is not there
   */
  public int[] tile(int tile) {
    int size = metadata().tileSize();
    int[] argb = new int[size * size];
    for (int y = 0; y < size; y++) {
      copyRow(tile, y, argb, y * size);
    }
    return argb;
  }

  /**
   * Copies one row of a tile.
   *
   * @param tile its number, from 0
   * @param y the row, from 0
   * @param into takes {@code tileSize} pixels
   * @param offset the place of the first
   * @throws IllegalArgumentException if it names a palette that is not there
   */
  void copyRow(int tile, int y, int[] into, int offset) {
    int number = paletteOf(tile);
    for (int x = 0; x < metadata().tileSize(); x++) {
      into[offset + x] = palettes[number][entry(tile, x, y)];
    }
  }

  /**
   * Copies one row of a tile as indices: 16 times its palette, and the entry.
   *
   * @param tile its number, from 0
   * @param y the row, from 0
   * @param into takes {@code tileSize} indices
   * @param offset the place of the first
   * @throws IllegalArgumentException if it names a palette that is not there
   */
  void copyRow(int tile, int y, byte[] into, int offset) {
    int palette = paletteOf(tile);
    for (int x = 0; x < metadata().tileSize(); x++) {
      into[offset + x] = (byte) (palette * TilesMetadata.PALETTE_ENTRIES + entry(tile, x, y));
    }
  }

  private int paletteOf(int tile) {
    int number = Byte.toUnsignedInt(slice.get(layout.tilePaletteOffsetBytes(tile)));
    if (number >= palettes.length) {
      throw new IllegalArgumentException(
          "tile " + tile + " uses palette " + number + " of " + palettes.length);
    }
    return number;
  }

  private int entry(int tile, int x, int y) {
    return slice.get(layout.pixelOffsetBytes(tile, x, y)) >>> TilesLayout.pixelShiftBits(x) & 0xF;
  }

  /**
   * The colours of a palette, that of index 0 being transparent.
   *
   * @param palette its number, from 0
   * @return one for each index; the caller's own
   */
  public int[] palette(int palette) {
    Objects.checkIndex(palette, palettes.length);
    return palettes[palette].clone();
  }
}

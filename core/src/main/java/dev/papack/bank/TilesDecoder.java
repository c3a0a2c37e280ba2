package dev.papack.bank;

import dev.papack.container.TilesMetadata;
import dev.papack.media.TruecolorPicture;
import java.nio.ByteBuffer;

/** A TILES bank as a picture. */
public final class TilesDecoder {
  private TilesDecoder() {}

  /**
   * Lays the tiles out as they stood: {@code columns} side by side. Index 0 and the places behind
   * the last tile are {@code 0x00000000}, everything else is opaque, its colours widened to 8 bits.
   * The picture has fewer than twice as many pixels as the bank.
   *
   * @param payload a slice whose contents the pack's reader has checked
   * @param metadata its numbers
   * @throws IllegalArgumentException if the slice does not follow from the numbers, or a tile names
   *     a palette that is not there
   */
  public static TruecolorPicture decode(ByteBuffer payload, TilesMetadata metadata) {
    ByteBuffer slice = payload.slice();
    if (slice.remaining() != metadata.sliceBytes()) {
      throw new IllegalArgumentException(slice.remaining() + " bytes for " + metadata);
    }
    TilesLayout layout = new TilesLayout(metadata);
    int size = metadata.tileSize();
    int width = metadata.columns() * size;
    int height = Math.ceilDiv(metadata.tileCount(), metadata.columns()) * size;
    int[] argb = new int[width * height];
    int[][] palettes = palettes(slice, layout);
    for (int tile = 0; tile < metadata.tileCount(); tile++) {
      int number = Byte.toUnsignedInt(slice.get(layout.tilePaletteOffsetBytes(tile)));
      if (number >= palettes.length) {
        throw new IllegalArgumentException(
            "tile " + tile + " names palette " + number + " of " + palettes.length);
      }
      int left = tile % metadata.columns() * size;
      int top = tile / metadata.columns() * size;
      for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
          int pair = slice.get(layout.pixelOffsetBytes(tile, x, y));
          int index = pair >>> TilesLayout.pixelShiftBits(x) & 0xF;
          argb[(top + y) * width + left + x] = palettes[number][index];
        }
      }
    }
    return new TruecolorPicture(width, height, argb);
  }

  private static int[][] palettes(ByteBuffer slice, TilesLayout layout) {
    int[][] palettes = new int[layout.metadata().paletteCount()][TilesMetadata.PALETTE_ENTRIES];
    for (int palette = 0; palette < palettes.length; palette++) {
      for (int entry = 1; entry < TilesMetadata.PALETTE_ENTRIES; entry++) {
        int offset = layout.colorOffsetBytes(palette, entry);
        int bits =
            Byte.toUnsignedInt(slice.get(offset)) | Byte.toUnsignedInt(slice.get(offset + 1)) << 8;
        palettes[palette][entry] = new Rgb565(bits).argb();
      }
    }
    return palettes;
  }
}

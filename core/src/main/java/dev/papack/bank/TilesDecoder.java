package dev.papack.bank;

import dev.papack.container.TilesMetadata;
import dev.papack.media.TruecolorPicture;
import java.nio.ByteBuffer;

/** A TILES bank as a picture. */
public final class TilesDecoder {
  private TilesDecoder() {}

  /**
   * Lays the tiles out as they stood: {@code columns} side by side. Index 0 and the places after
   * the last tile are {@code 0x00000000}, everything else is opaque, its colours widened to 8 bits.
   * The picture has fewer than twice as many pixels as the bank.
   *
   * @param payload a slice whose contents the pack's reader has checked
   * @param metadata its numbers
   * @throws IllegalArgumentException if the slice does not follow from the numbers, or a tile names
   *     a palette that is not there
   */
  public static TruecolorPicture decode(ByteBuffer payload, TilesMetadata metadata) {
    TilesView view = new TilesView(payload, metadata);
    int size = metadata.tileSize();
    int width = metadata.columns() * size;
    int height = Math.ceilDiv(metadata.tileCount(), metadata.columns()) * size;
    int[] argb = new int[width * height];
    for (int tile = 0; tile < metadata.tileCount(); tile++) {
      int[] pixels = view.tile(tile);
      int left = tile % metadata.columns() * size;
      int top = tile / metadata.columns() * size;
      for (int y = 0; y < size; y++) {
        System.arraycopy(pixels, y * size, argb, (top + y) * width + left, size);
      }
    }
    return new TruecolorPicture(width, height, argb);
  }
}

package dev.papack.report;

import dev.papack.container.TilesMetadata;
import java.nio.ByteBuffer;

/** A TILES bank as a small picture, for whoever has few pixels. */
public final class BankPicture {
  private final int width;
  private final int height;
  private final int scale;
  private final boolean isWhole;
  private final int[] argb;

  private BankPicture(int width, int height, int scale, boolean isWhole, int[] argb) {
    this.width = width;
    this.height = height;
    this.scale = scale;
    this.isWhole = isWhole;
    this.argb = argb;
  }

  /**
   * Draws a bank as the console shows it. If it is too wide, only every second pixel is taken, or
   * every third, until it fits; what is too high is left out.
   *
   * @param slice of the bank, checked
   * @param metadata its numbers
   * @param maxWidth at least 1
   * @param maxHeight at least 1
   * @return the picture
   */
  public static BankPicture of(
      ByteBuffer slice, TilesMetadata metadata, int maxWidth, int maxHeight) {
    TilesBank bank = new TilesBank(slice, metadata);
    int size = metadata.tileSize();
    int wholeWidth = metadata.columns() * size;
    int wholeHeight = Math.ceilDiv(metadata.tileCount(), metadata.columns()) * size;
    int scale = Math.ceilDiv(wholeWidth, maxWidth);
    int width = Math.ceilDiv(wholeWidth, scale);
    int height = Math.min(maxHeight, Math.ceilDiv(wholeHeight, scale));
    int[] argb = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int tile = y * scale / size * metadata.columns() + x * scale / size;
        if (tile < metadata.tileCount()) {
          int index = bank.index(tile, x * scale % size, y * scale % size);
          argb[y * width + x] =
              index == 0 ? 0 : 0xFF000000 | TilesBank.rgb(bank.color(bank.paletteOf(tile), index));
        }
      }
    }
    return new BankPicture(width, height, scale, height * scale >= wholeHeight, argb);
  }

  /**
   * The width.
   *
   * @return pixels, at least 1
   */
  public int widthPixels() {
    return width;
  }

  /**
   * The height.
   *
   * @return pixels, at least 1
   */
  public int heightPixels() {
    return height;
  }

  /**
   * How much smaller it is than the bank.
   *
   * @return 1 for every pixel, 2 for every second, and so on
   */
  public int scale() {
    return scale;
  }

  /**
   * Whether it shows the bank to its last row.
   *
   * @return false if rows are left out
   */
  public boolean isWhole() {
    return isWhole;
  }

  /**
   * A pixel.
   *
   * @param x from the left, from 0
   * @param y from the top, from 0
   * @return {@code 0xFFRRGGBB}, or 0 where nothing is shown
   */
  public int argb(int x, int y) {
    return argb[y * width + x];
  }
}

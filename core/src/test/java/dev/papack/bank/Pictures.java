package dev.papack.bank;

import dev.papack.media.ArgbPicture;
import dev.papack.media.Rgb565;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Pictures made for tests. */
final class Pictures {
  static final int BLACK = 0xFF000000;
  static final int WHITE = 0xFFFFFFFF;
  static final int RED = 0xFFFF0000;
  static final int CLEAR = 0x00FFFFFF;

  private Pictures() {}

  static ArgbPicture filled(int widthPixels, int heightPixels, int argb) {
    int[] pixels = new int[widthPixels * heightPixels];
    Arrays.fill(pixels, argb);
    return ArgbPicture.of(widthPixels, heightPixels, pixels);
  }

  /** A row of 8x8 tiles that show, one pixel each and from the left, the given colours. */
  static ArgbPicture tiles(int[]... argbOfTile) {
    int width = 8 * argbOfTile.length;
    int[] pixels = new int[width * 8];
    for (int tile = 0; tile < argbOfTile.length; tile++) {
      for (int i = 0; i < argbOfTile[tile].length; i++) {
        pixels[i / 8 * width + tile * 8 + i % 8] = argbOfTile[tile][i];
      }
    }
    return ArgbPicture.of(width, 8, pixels);
  }

  /** {@code count} colours, different after rounding, from {@code first} on. */
  static int[] shades(int first, int count) {
    int[] argb = new int[count];
    Arrays.setAll(argb, i -> new Rgb565(first + i).argb());
    return argb;
  }

  /** A picture of indices that all show entry 0 but for the given ones at its start. */
  static ArgbPicture indexed(int widthPixels, int heightPixels, int[] palette, int... indices) {
    byte[] pixels = new byte[widthPixels * heightPixels];
    for (int i = 0; i < indices.length; i++) {
      pixels[i] = (byte) indices[i];
    }
    return ArgbPicture.indexed(widthPixels, heightPixels, palette, pixels);
  }

  static ArgbPicture filledIndexed(int widthPixels, int heightPixels, int[] palette, int index) {
    byte[] pixels = new byte[widthPixels * heightPixels];
    Arrays.fill(pixels, (byte) index);
    return ArgbPicture.indexed(widthPixels, heightPixels, palette, pixels);
  }

  /** A colour that may be transparent or partly so. */
  static int anyArgb(RandomGenerator random) {
    int alpha =
        switch (random.nextInt(4)) {
          case 0 -> 0;
          case 1 -> random.nextInt(256);
          default -> 255;
        };
    return alpha << 24 | random.nextInt(1 << 24);
  }
}

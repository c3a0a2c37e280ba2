package dev.papack.media.png;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/**
 * A picture of random samples with the PNG that holds it and the colours that must come out: the
 * specification read a second time, sample by sample and bit by bit.
 */
final class SyntheticPng {
  private static final String[] ADAM7 = {
    "16462646", "77777777", "56565656", "77777777", "36463646", "77777777", "56565656", "77777777"
  };

  final int width;
  final int height;
  final int depth;
  final int colorType;
  final int[][][] samples;
  final int[] palette;
  final int[] key;
  private final Random random;

  SyntheticPng(int width, int height, int depth, int colorType, Random random) {
    this.width = width;
    this.height = height;
    this.depth = depth;
    this.colorType = colorType;
    this.random = random;
    this.palette = random.ints(colorType == 3 ? 1 << depth : 0).toArray();
    this.samples = new int[height][width][channels()];
    for (int[][] row : samples) {
      for (int[] pixel : row) {
        Arrays.setAll(pixel, channel -> random.nextInt(1 << depth));
      }
    }
    // The key is a colour of the picture, so that it occurs.
    this.key = colorType == 0 || colorType == 2 ? samples[height / 2][width / 2] : new int[0];
  }

  int channels() {
    return switch (colorType) {
      case 0, 3 -> 1;
      case 4 -> 2;
      case 2 -> 3;
      default -> 4;
    };
  }

  /** The file, with a transparent colour where the colour type may have one. */
  byte[] encode(int interlace) {
    PngBytes png = PngBytes.signed().header(width, height, depth, colorType, 0, 0, interlace);
    if (colorType == 3) {
      byte[] colors = new byte[3 * palette.length];
      byte[] alphas = new byte[palette.length];
      for (int i = 0; i < palette.length; i++) {
        colors[3 * i] = (byte) (palette[i] >> 16);
        colors[3 * i + 1] = (byte) (palette[i] >> 8);
        colors[3 * i + 2] = (byte) palette[i];
        alphas[i] = (byte) (palette[i] >>> 24);
      }
      png.chunk("PLTE", colors).chunk("tRNS", alphas);
    } else if (key.length > 0) {
      byte[] color = new byte[2 * key.length];
      for (int i = 0; i < key.length; i++) {
        color[2 * i] = (byte) (key[i] >> 8);
        color[2 * i + 1] = (byte) key[i];
      }
      png.chunk("tRNS", color);
    }
    byte[] data = PngBytes.deflate(inflated(interlace));
    for (int from = 0; from < data.length; ) {
      int to = Math.min(data.length, from + 1 + random.nextInt(40));
      png.chunk("IDAT", Arrays.copyOfRange(data, from, to));
      from = to;
    }
    return png.chunk("IDAT").end().array();
  }

  byte[] inflated(int interlace) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (char pass = interlace == 0 ? '0' : '1'; pass <= (interlace == 0 ? '0' : '7'); pass++) {
      byte[] above = {};
      for (int y = 0; y < height; y++) {
        StringBuilder bits = new StringBuilder();
        for (int x = 0; x < width; x++) {
          if (pass == '0' || ADAM7[y % 8].charAt(x % 8) == pass) {
            for (int sample : samples[y][x]) {
              String binary = Integer.toBinaryString(sample);
              bits.append("0".repeat(depth - binary.length())).append(binary);
            }
          }
        }
        if (!bits.isEmpty()) {
          bits.append("0".repeat((8 - bits.length() % 8) % 8));
          byte[] row = new byte[bits.length() / 8];
          for (int i = 0; i < row.length; i++) {
            row[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
          }
          int filter = random.nextInt(5);
          out.write(filter);
          out.writeBytes(filter(filter, row, above.length == 0 ? new byte[row.length] : above));
          above = row;
        }
      }
    }
    return out.toByteArray();
  }

  private byte[] filter(int type, byte[] row, byte[] above) {
    int distance = Math.max(1, channels() * depth / 8);
    byte[] filtered = new byte[row.length];
    for (int i = 0; i < row.length; i++) {
      int a = i < distance ? 0 : Byte.toUnsignedInt(row[i - distance]);
      int b = Byte.toUnsignedInt(above[i]);
      int c = i < distance ? 0 : Byte.toUnsignedInt(above[i - distance]);
      int predicted =
          switch (type) {
            case 0 -> 0;
            case 1 -> a;
            case 2 -> b;
            case 3 -> (a + b) >> 1;
            default -> paeth(a, b, c);
          };
      filtered[i] = (byte) (row[i] - predicted);
    }
    return filtered;
  }

  private static int paeth(int a, int b, int c) {
    int p = a + b - c;
    int nearest = Math.min(Math.abs(p - a), Math.min(Math.abs(p - b), Math.abs(p - c)));
    return Math.abs(p - a) == nearest ? a : Math.abs(p - b) == nearest ? b : c;
  }

  /** What a decoder must make of a pixel, as {@code 0xAARRGGBB}. */
  int argb(int x, int y) {
    int[] pixel = samples[y][x];
    int alpha = Arrays.equals(pixel, key) ? 0 : 255;
    return switch (colorType) {
      case 0 -> argb(alpha, to8(pixel[0]), to8(pixel[0]), to8(pixel[0]));
      case 2 -> argb(alpha, to8(pixel[0]), to8(pixel[1]), to8(pixel[2]));
      case 3 -> palette[pixel[0]];
      case 4 -> argb(to8(pixel[1]), to8(pixel[0]), to8(pixel[0]), to8(pixel[0]));
      default -> argb(to8(pixel[3]), to8(pixel[0]), to8(pixel[1]), to8(pixel[2]));
    };
  }

  private int to8(int sample) {
    return (int) Math.round(sample * 255.0 / ((1 << depth) - 1));
  }

  private static int argb(int alpha, int red, int green, int blue) {
    return alpha << 24 | red << 16 | green << 8 | blue;
  }
}

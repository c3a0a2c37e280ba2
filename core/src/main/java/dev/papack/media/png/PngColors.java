package dev.papack.media.png;

import java.util.Optional;

/** The colours of a row's pixels, for every colour type that is not indexed. */
final class PngColors {
  private static final int NO_KEY = -1;
  private static final int OPAQUE = 0xFF;

  private final PngColorType colorType;
  private final int bitDepth;
  private final int maxSample;
  private final int redKey;
  private final int greenKey;
  private final int blueKey;

  /**
   * Colours of one picture.
   *
   * @param transparency tRNS, of the length that the colour type asks for: the colour that is
   *     transparent, grey pictures giving it as one sample. Bits above the depth do not count.
   */
  PngColors(PngHeader header, Optional<PngChunk> transparency) {
    colorType = header.colorType();
    bitDepth = header.bitDepth();
    maxSample = (1 << bitDepth) - 1;
    redKey = key(transparency, 0);
    greenKey = key(transparency, 1);
    blueKey = key(transparency, 2);
  }

  private int key(Optional<PngChunk> transparency, int sample) {
    return transparency
        .filter(chunk -> sample < colorType.samplesPerPixel())
        .map(chunk -> chunk.unsignedShort(sample * Short.BYTES) & maxSample)
        .orElse(NO_KEY);
  }

  /**
   * The colours of the pixels of a row.
   *
   * @param row samples from {@link PngScanlines#FIRST_BYTE} on
   * @param columns how many pixels the row has
   * @param argb takes them, as {@code 0xAARRGGBB}
   */
  void convert(byte[] row, int columns, int[] argb) {
    switch (colorType) {
      case GREYSCALE -> {
        for (int i = 0; i < columns; i++) {
          int grey = sample(row, i, bitDepth);
          int alpha = grey == redKey ? 0 : OPAQUE;
          int grey8 = to8Bits(grey);
          argb[i] = pack(alpha, grey8, grey8, grey8);
        }
      }
      case GREYSCALE_WITH_ALPHA -> {
        for (int i = 0; i < columns; i++) {
          int grey8 = to8Bits(sample(row, 2 * i, bitDepth));
          int alpha = to8Bits(sample(row, 2 * i + 1, bitDepth));
          argb[i] = pack(alpha, grey8, grey8, grey8);
        }
      }
      case TRUECOLOR -> {
        for (int i = 0; i < columns; i++) {
          int red = sample(row, 3 * i, bitDepth);
          int green = sample(row, 3 * i + 1, bitDepth);
          int blue = sample(row, 3 * i + 2, bitDepth);
          int alpha = red == redKey && green == greenKey && blue == blueKey ? 0 : OPAQUE;
          argb[i] = pack(alpha, to8Bits(red), to8Bits(green), to8Bits(blue));
        }
      }
      case TRUECOLOR_WITH_ALPHA -> {
        for (int i = 0; i < columns; i++) {
          int red = to8Bits(sample(row, 4 * i, bitDepth));
          int green = to8Bits(sample(row, 4 * i + 1, bitDepth));
          int blue = to8Bits(sample(row, 4 * i + 2, bitDepth));
          int alpha = to8Bits(sample(row, 4 * i + 3, bitDepth));
          argb[i] = pack(alpha, red, green, blue);
        }
      }
      case INDEXED_COLOR -> throw new IllegalStateException("indices are not colours");
    }
  }

  /**
   * A sample, or an index, at its full depth; the leftmost is in the highest bits of a byte.
   *
   * @param row samples from {@link PngScanlines#FIRST_BYTE} on
   * @param number which sample of the row, from 0
   * @param bitDepth 1, 2, 4, 8 or 16
   */
  static int sample(byte[] row, int number, int bitDepth) {
    if (bitDepth == Byte.SIZE) {
      return row[PngScanlines.FIRST_BYTE + number] & 0xFF;
    }
    if (bitDepth == Short.SIZE) {
      int high = row[PngScanlines.FIRST_BYTE + 2 * number] & 0xFF;
      int low = row[PngScanlines.FIRST_BYTE + 2 * number + 1] & 0xFF;
      return high << Byte.SIZE | low;
    }
    int firstBit = number * bitDepth;
    int container = row[PngScanlines.FIRST_BYTE + firstBit / Byte.SIZE] & 0xFF;
    int shift = Byte.SIZE - bitDepth - firstBit % Byte.SIZE;
    return container >> shift & (1 << bitDepth) - 1;
  }

  /** Rounds to nearest; exact for depths below 8, whose highest sample divides 255. */
  private int to8Bits(int sample) {
    return bitDepth == Byte.SIZE ? sample : (sample * 255 + maxSample / 2) / maxSample;
  }

  private static int pack(int alpha, int red, int green, int blue) {
    return alpha << 24 | red << 16 | green << 8 | blue;
  }
}

package dev.papack.media.png;

import java.util.Optional;

/** What a pixel of a PNG consists of, by its number in IHDR. */
enum PngColorType {
  GREYSCALE(0, 1, 1, 16),
  TRUECOLOR(2, 3, 8, 16),
  INDEXED_COLOR(3, 1, 1, 8),
  GREYSCALE_WITH_ALPHA(4, 2, 8, 16),
  TRUECOLOR_WITH_ALPHA(6, 4, 8, 16);

  private final int number;
  private final int samplesPerPixel;
  private final int minBitDepth;
  private final int maxBitDepth;

  PngColorType(int number, int samplesPerPixel, int minBitDepth, int maxBitDepth) {
    this.number = number;
    this.samplesPerPixel = samplesPerPixel;
    this.minBitDepth = minBitDepth;
    this.maxBitDepth = maxBitDepth;
  }

  static Optional<PngColorType> find(int number) {
    for (PngColorType colorType : values()) {
      if (colorType.number == number) {
        return Optional.of(colorType);
      }
    }
    return Optional.empty();
  }

  int samplesPerPixel() {
    return samplesPerPixel;
  }

  /** Depths are powers of two, of a range that each colour type has. */
  boolean allows(int bitDepth) {
    return Integer.bitCount(bitDepth) == 1 && bitDepth >= minBitDepth && bitDepth <= maxBitDepth;
  }
}

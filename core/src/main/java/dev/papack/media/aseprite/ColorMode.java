package dev.papack.media.aseprite;

import java.util.Optional;

/** What a stored pixel consists of. */
enum ColorMode {
  /** Red, green, blue, alpha. */
  RGB(32),
  /** Value, alpha. */
  GREY(16),
  /** An entry of the palette. */
  INDEXED(8);

  private final int bits;

  ColorMode(int bits) {
    this.bits = bits;
  }

  static Optional<ColorMode> ofBits(int bits) {
    for (ColorMode mode : values()) {
      if (mode.bits == bits) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }

  int bytes() {
    return bits / Byte.SIZE;
  }

  /**
   * A stored pixel as a value: {@code 0xAARRGGBB}, or an index.
   *
   * @param at the place of its first byte
   */
  int value(byte[] stored, int at) {
    return switch (this) {
      case RGB ->
          (stored[at + 3] & 0xFF) << 24
              | (stored[at] & 0xFF) << 16
              | (stored[at + 1] & 0xFF) << 8
              | (stored[at + 2] & 0xFF);
      case GREY -> ((stored[at + 1] & 0xFF) << 24) | ((stored[at] & 0xFF) * 0x010101);
      case INDEXED -> stored[at] & 0xFF;
    };
  }
}

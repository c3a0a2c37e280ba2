package dev.papack.media.aseprite;

/** Arithmetic of parts of 255, rounded as the library does it that Aseprite uses (Pixman). */
final class Unorm8 {
  private Unorm8() {}

  /** {@code a * b / 255}; one of them may be negative. */
  static int multiplied(int a, int b) {
    int product = a * b + 0x80;
    return ((product >> 8) + product) >> 8;
  }

  /** {@code a / b * 255}. */
  static int divided(int a, int b) {
    return (a * 255 + b / 2) / b;
  }
}

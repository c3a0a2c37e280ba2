package dev.papack.media;

import java.util.Comparator;

/**
 * A colour as the console shows it: 5 bits of red in the high bits, 6 of green, 5 of blue.
 *
 * @param bits 0 to {@value #MAX_BITS}
 */
public record Rgb565(int bits) {
  /** The highest value of {@link #bits}. */
  public static final int MAX_BITS = 0xFFFF;

  /** From dark to bright; colours of equal brightness by their bits. */
  public static final Comparator<Rgb565> BY_BRIGHTNESS =
      Comparator.comparingInt(Rgb565::brightness).thenComparingInt(Rgb565::bits);

  private static final byte[] TO_5_BITS = nearestOfParts(31);
  private static final byte[] TO_6_BITS = nearestOfParts(63);

  /**
   * Refuses more than 16 bits.
   *
   * @throws IllegalArgumentException naming the value
   */
  public Rgb565 {
    if (bits < 0 || bits > MAX_BITS) {
      throw new IllegalArgumentException("not 16 bits: " + bits);
    }
  }

  /**
   * Rounds each part of a colour to the nearest.
   *
   * @param argb {@code 0xAARRGGBB}; the alpha is not looked at
   */
  public static Rgb565 nearest(int argb) {
    return new Rgb565(nearestBits(argb));
  }

  /** The {@link #bits} of {@link #nearest}, for whoever looks at millions of pixels. */
  public static int nearestBits(int argb) {
    return TO_5_BITS[argb >>> 16 & 0xFF] << 11
        | TO_6_BITS[argb >>> 8 & 0xFF] << 5
        | TO_5_BITS[argb & 0xFF];
  }

  /** Looking a part up takes half the time of dividing it. */
  private static byte[] nearestOfParts(int highest) {
    byte[] nearest = new byte[256];
    for (int part = 0; part < nearest.length; part++) {
      nearest[part] = (byte) ((part * highest + 127) / 255);
    }
    return nearest;
  }

  /** This colour in 8 bits each, opaque, as {@code 0xFFRRGGBB}: {@link #nearest} takes it back. */
  public int argb() {
    return 0xFF000000 | red8() << 16 | green8() << 8 | blue8();
  }

  /** How bright it looks: the luma of ITU-R BT.601 in thousandths. */
  private int brightness() {
    return 299 * red8() + 587 * green8() + 114 * blue8();
  }

  private int red8() {
    return ((bits >>> 11) * 255 + 15) / 31;
  }

  private int green8() {
    return ((bits >>> 5 & 0x3F) * 255 + 31) / 63;
  }

  private int blue8() {
    return ((bits & 0x1F) * 255 + 15) / 31;
  }
}

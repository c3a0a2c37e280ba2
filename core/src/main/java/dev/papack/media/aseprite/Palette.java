package dev.papack.media.aseprite;

import dev.papack.media.DecodingRefusal;
import dev.papack.media.SourceBytes;
import java.io.IOException;
import java.util.Arrays;

/** The palette of a frame. No pixel has an index above 255, so entries behind it are left out. */
final class Palette {
  private static final int MAX_ENTRIES = 256;
  private static final int BLACK = 0xFF000000;
  private static final int HAS_NAME = 1;
  private static final String INSIDE = "a palette";

  private final int[] argb;

  private Palette(int[] argb) {
    this.argb = argb;
  }

  /** The palette that is there before any is read: black. */
  static Palette ofSize(int size) {
    int[] argb = new int[Math.min(size, MAX_ENTRIES)];
    Arrays.fill(argb, BLACK);
    return new Palette(argb);
  }

  /** How many entries it has, 1 to 256. */
  int size() {
    return argb.length;
  }

  /** The colours, {@code 0xAARRGGBB}; the caller's own. */
  int[] argb() {
    return argb.clone();
  }

  boolean hasColorsOf(Palette other) {
    return Arrays.equals(argb, other.argb);
  }

  /** This palette after a change. */
  Palette after(PaletteChange change, SourceBytes bytes) throws DecodingRefusal, IOException {
    bytes.seek(change.positionBytes());
    return switch (change.form()) {
      case NEW -> changed(bytes);
      case OLD_8_BITS -> packets(bytes, Byte.SIZE);
      case OLD_6_BITS -> packets(bytes, 6);
    };
  }

  private Palette changed(SourceBytes bytes) throws DecodingRefusal, IOException {
    long size = bytes.u32(INSIDE);
    long first = bytes.u32(INSIDE);
    long last = bytes.u32(INSIDE);
    bytes.skip(Long.BYTES, INSIDE);
    int[] changed = resized(size == 0 ? argb.length : (int) Math.min(size, MAX_ENTRIES));
    for (long entry = first; entry <= last && entry < MAX_ENTRIES; entry++) {
      int flags = bytes.u16(INSIDE);
      int rgb = rgb(bytes, Byte.SIZE);
      int color = bytes.u8(INSIDE) << 24 | rgb;
      if (entry < changed.length) {
        changed[(int) entry] = color;
      }
      if ((flags & HAS_NAME) != 0) {
        bytes.skip(bytes.u16(INSIDE), INSIDE);
      }
    }
    return new Palette(changed);
  }

  private Palette packets(SourceBytes bytes, int bits) throws DecodingRefusal, IOException {
    int[] changed = resized(argb.length);
    int packets = bytes.u16(INSIDE);
    int entry = 0;
    for (int packet = 0; packet < packets; packet++) {
      entry += bytes.u8(INSIDE);
      int count = bytes.u8(INSIDE);
      int end = entry + (count == 0 ? MAX_ENTRIES : count);
      for (int at = entry; at < end; at++) {
        int color = BLACK | rgb(bytes, bits);
        if (at < MAX_ENTRIES) {
          if (at >= changed.length) {
            changed = Arrays.copyOf(changed, at + 1);
          }
          changed[at] = color;
        }
      }
    }
    return new Palette(changed);
  }

  private int[] resized(int size) {
    int[] changed = Arrays.copyOf(argb, size);
    if (size > argb.length) {
      Arrays.fill(changed, argb.length, size, BLACK);
    }
    return changed;
  }

  private static int rgb(SourceBytes bytes, int bits) throws DecodingRefusal, IOException {
    int red = scaled(bytes.u8(INSIDE), bits);
    int green = scaled(bytes.u8(INSIDE), bits);
    return red << 16 | green << 8 | scaled(bytes.u8(INSIDE), bits);
  }

  /** As many bits more as are missing, the highest again. */
  private static int scaled(int part, int bits) {
    return bits == Byte.SIZE ? part : (part & 63) << 2 | (part & 63) >> 4;
  }
}

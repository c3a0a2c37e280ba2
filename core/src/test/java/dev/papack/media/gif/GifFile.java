package dev.papack.media.gif;

import dev.papack.diagnostic.Outcome;
import dev.papack.media.DecodedPicture;
import dev.papack.media.PictureChoice;
import dev.papack.media.PixelRule;
import dev.papack.source.SourceContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** GIF files block by block, for tests. Codes are never longer than they begin. */
public final class GifFile {
  /** Red, green, blue, black. */
  private static final int[] COLORS = {0xFF0000, 0x00FF00, 0x0000FF, 0x000000};

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private GifFile(String signature) {
    out.writeBytes(signature.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
  }

  /** The header of a file with red, green, blue and black. */
  public static GifFile of(String version, int width, int height) {
    return of(version, width, height, COLORS);
  }

  /** The header of a file with a palette. */
  public static GifFile of(String version, int width, int height, int... rgb) {
    GifFile file = new GifFile("GIF" + version);
    file.u16(width).u16(height).bytes(flags(rgb), 0, 0);
    return file.colors(rgb);
  }

  /** A header without a palette. */
  public static GifFile withoutPalette(int width, int height) {
    return new GifFile("GIF89a").u16(width).u16(height).bytes(0, 0, 0);
  }

  /** A file of one frame. */
  public static byte[] filled(int width, int height, int rgb) {
    return of("89a", width, height, rgb, 0)
        .image(0, 0, width, height, new int[width * height])
        .end();
  }

  private static int flags(int[] rgb) {
    return 0x80 | 30 - Integer.numberOfLeadingZeros(rgb.length);
  }

  private GifFile colors(int[] rgb) {
    for (int color : rgb) {
      bytes(color >> 16, color >> 8, color);
    }
    return this;
  }

  /** Some bytes. */
  public GifFile bytes(int... values) {
    for (int value : values) {
      out.write(value);
    }
    return this;
  }

  /** Two bytes, little-endian. */
  public GifFile u16(int value) {
    return bytes(value, value >> 8);
  }

  /** A graphic control extension without a transparent index. */
  public GifFile control(int disposal, int hundredths) {
    return bytes(0x21, 0xF9, 4, disposal << 2).u16(hundredths).bytes(0, 0);
  }

  /** A graphic control extension. */
  public GifFile control(int disposal, int hundredths, int transparent) {
    return bytes(0x21, 0xF9, 4, disposal << 2 | 1).u16(hundredths).bytes(transparent, 0);
  }

  /** A frame of the palette of the file. */
  public GifFile image(int x, int y, int width, int height, int... indices) {
    return descriptor(x, y, width, height, 0).data(2, codes(2, indices));
  }

  /** A frame with a palette of its own. */
  public GifFile ownImage(int[] rgb, int x, int y, int width, int height, int... indices) {
    return descriptor(x, y, width, height, flags(rgb)).colors(rgb).data(2, codes(2, indices));
  }

  /** What comes before the palette or the data of a frame. */
  public GifFile descriptor(int x, int y, int width, int height, int flags) {
    return bytes(0x2C).u16(x).u16(y).u16(width).u16(height).bytes(flags);
  }

  /** The data of a frame. */
  public GifFile data(int codeBits, byte[] codes) {
    bytes(codeBits);
    for (int at = 0; at < codes.length; at += 255) {
      int length = Math.min(255, codes.length - at);
      bytes(length);
      out.write(codes, at, length);
    }
    return bytes(0);
  }

  /** Indices as codes of one pixel each, the table cleared before codes grow. */
  public static byte[] codes(int codeBits, int... indices) {
    Bits bits = new Bits();
    int clear = 1 << codeBits;
    for (int i = 0; i < indices.length; i++) {
      if (i % (clear - 2) == 0) {
        bits.put(clear, codeBits + 1);
      }
      bits.put(indices[i], codeBits + 1);
    }
    if (indices.length == 0) {
      bits.put(clear, codeBits + 1);
    }
    bits.put(clear + 1, codeBits + 1);
    return bits.bytes();
  }

  /** The lowest bits of numbers, one after the other. */
  static final class Bits {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int window;
    private int count;

    Bits put(int value, int bits) {
      window |= value << count;
      count += bits;
      while (count >= 8) {
        out.write(window);
        window >>>= 8;
        count -= 8;
      }
      return this;
    }

    byte[] bytes() {
      if (count > 0) {
        out.write(window);
      }
      return out.toByteArray();
    }
  }

  /** The file without its end. */
  public byte[] array() {
    return out.toByteArray();
  }

  /** The file. */
  public byte[] end() {
    return bytes(0x3B).array();
  }

  /** Decodes a file. */
  public static Outcome<DecodedPicture> decode(byte[] gif) {
    return decode(SourceContent.of("assets/hero.gif", gif));
  }

  /** Decodes a file. */
  public static Outcome<DecodedPicture> decode(SourceContent content) {
    try {
      return Gif.FORMAT.decode(content, PixelRule.STRICT, PictureChoice.EVERYTHING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

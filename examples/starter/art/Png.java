import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * PNG files with a palette order, bit depth and interlacing of our choice. The JDK's writer decides
 * these itself.
 */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /** One pass over the picture: first pixel and distance to the next, in both directions. */
  private record Pass(int left, int top, int stepX, int stepY) {}

  private static final Pass[] PROGRESSIVE = {new Pass(0, 0, 1, 1)};
  private static final Pass[] ADAM7 = {
    new Pass(0, 0, 8, 8),
    new Pass(4, 0, 8, 8),
    new Pass(0, 4, 4, 8),
    new Pass(2, 0, 4, 4),
    new Pass(0, 2, 2, 4),
    new Pass(1, 0, 2, 2),
    new Pass(0, 1, 1, 2)
  };

  /** The bits of a pixel as the file holds them, in the low end of the long. */
  @FunctionalInterface
  private interface Pixels {
    long at(int x, int y);
  }

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Png(Raster picture, int bitDepth, int colourType, int interlaceMethod) {
    out.writeBytes(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(picture.width).putInt(picture.height);
    chunk(
        "IHDR",
        header.put(new byte[] {(byte) bitDepth, (byte) colourType, 0, 0, (byte) interlaceMethod}));
  }

  /**
   * Colour type 3. Palette entry 0 is transparent; every pixel must be one of the palette's
   * colours.
   */
  static byte[] indexed(Raster picture, String palette, int bitDepth) {
    int[] colours = Colour.ramp(palette);
    if (colours[0] != 0 || colours.length > 1 << bitDepth) {
      throw new IllegalArgumentException("palette " + palette + " at " + bitDepth + " bits");
    }
    Png png = new Png(picture, bitDepth, 3, 0);
    ByteBuffer entries = ByteBuffer.allocate(colours.length * 3);
    for (int colour : colours) {
      entries.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
    }
    png.chunk("PLTE", entries);
    png.chunk("tRNS", ByteBuffer.allocate(1).put((byte) 0));
    return png.finish(
        picture, PROGRESSIVE, bitDepth, (x, y) -> indexOf(picture.get(x, y), colours));
  }

  /** Colour type 6, 8 bits a sample. */
  static byte[] rgba(Raster picture) {
    return new Png(picture, 8, 6, 0)
        .finish(picture, PROGRESSIVE, 32, (x, y) -> Integer.rotateLeft(picture.get(x, y), 8));
  }

  /** Colour type 2, 8 bits a sample, Adam7. The picture has no transparent pixel. */
  static byte[] rgbInterlaced(Raster picture) {
    return new Png(picture, 8, 2, 1)
        .finish(picture, ADAM7, 24, (x, y) -> picture.get(x, y) & 0xffffff);
  }

  /**
   * Colour type 0, 8 bits: the blue sample of each pixel; transparent pixels by the colour key 0.
   */
  static byte[] grey(Raster picture) {
    Png png = new Png(picture, 8, 0, 0);
    png.chunk("tRNS", ByteBuffer.allocate(2).putShort((short) 0));
    return png.finish(picture, PROGRESSIVE, 8, (x, y) -> picture.get(x, y) & 0xff);
  }

  private static int indexOf(int argb, int[] colours) {
    for (int index = 0; index < colours.length; index++) {
      if (colours[index] == argb) {
        return index;
      }
    }
    throw new IllegalArgumentException(Integer.toHexString(argb) + " is not in the palette");
  }

  private byte[] finish(Raster picture, Pass[] passes, int bitsPerPixel, Pixels pixels) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (Pass pass : passes) {
      for (int y = pass.top; y < picture.height; y += pass.stepY) {
        lines.write(0);
        int bits = 0;
        int bitCount = 0;
        for (int x = pass.left; x < picture.width; x += pass.stepX) {
          long pixel = pixels.at(x, y);
          for (int bit = bitsPerPixel - 1; bit >= 0; bit--) {
            bits = bits << 1 | (int) (pixel >> bit & 1);
            if (++bitCount % 8 == 0) {
              lines.write(bits);
            }
          }
        }
        if (bitCount % 8 != 0) {
          lines.write(bits << 8 - bitCount % 8);
        }
      }
    }
    chunk("IDAT", deflated(lines.toByteArray()));
    chunk("IEND", ByteBuffer.allocate(0));
    return out.toByteArray();
  }

  private static ByteBuffer deflated(byte[] plain) {
    ByteBuffer packed = ByteBuffer.allocate(plain.length + plain.length / 100 + 64);
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
      deflater.setInput(plain);
      deflater.finish();
      deflater.deflate(packed);
    }
    return packed;
  }

  /** {@code data} is what was put into the buffer so far. */
  private void chunk(String type, ByteBuffer data) {
    byte[] body = new byte[data.position()];
    data.flip().get(body);
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(body);
    out.writeBytes(ByteBuffer.allocate(4).putInt(body.length).array());
    out.writeBytes(name);
    out.writeBytes(body);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}

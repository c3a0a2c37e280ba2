import dev.papack.diagnostic.Outcome;
import dev.papack.media.DecodedPicture;
import dev.papack.media.PictureChoice;
import dev.papack.media.PictureFormat;
import dev.papack.media.PixelRule;
import dev.papack.media.aseprite.Aseprite;
import dev.papack.media.gif.Gif;
import dev.papack.media.png.Png;
import dev.papack.source.SourceContent;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/**
 * Processor time a pixel of the decoders of GIF and Aseprite, as a multiple of that of PNG in the same run: one picture of
 * flat shapes, 1,024 x 1,024, as all of them, indexed and in full colour.
 */
final class FramesBenchmark {
  private static final int SIDE = 1_024;
  private static final int ROUNDS = 41;

  public static void main(String[] arguments) throws Exception {
    int[] rgb = new int[32];
    Random random = new Random(1);
    Arrays.setAll(rgb, i -> 0xFF000000 | random.nextInt(1 << 24));
    byte[] parts = new byte[rgb.length * 3];
    for (int i = 0; i < rgb.length; i++) {
      parts[3 * i] = (byte) (rgb[i] >> 16);
      parts[3 * i + 1] = (byte) (rgb[i] >> 8);
      parts[3 * i + 2] = (byte) rgb[i];
    }
    BufferedImage indexed =
        new BufferedImage(
            SIDE, SIDE, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, rgb.length, parts, 0, false));
    BufferedImage full = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
    for (int shape = 0; shape < 20_000; shape++) {
      int left = random.nextInt(SIDE);
      int top = random.nextInt(SIDE);
      int index = random.nextInt(rgb.length);
      int right = Math.min(SIDE, left + 1 + random.nextInt(24));
      for (int y = top; y < Math.min(SIDE, top + 24); y++) {
        for (int x = left; x < right; x++) {
          indexed.getRaster().setSample(x, y, 0, index);
          full.setRGB(x, y, rgb[index]);
        }
      }
    }
    measure("indexed", Png.FORMAT, written(indexed, "png"), Gif.FORMAT, written(indexed, "gif"));
    measure("indexed", Png.FORMAT, written(indexed, "png"), Aseprite.FORMAT, aseprite(indexed, 8, rgb));
    measure("full colour", Png.FORMAT, written(full, "png"), Aseprite.FORMAT, aseprite(full, 32, rgb));
  }

  private static byte[] written(BufferedImage image, String format) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  /** One frame, one layer, one cel. */
  private static byte[] aseprite(BufferedImage image, int bits, int[] palette) {
    ByteBuffer pixels = ByteBuffer.allocate(SIDE * SIDE * bits / 8);
    for (int at = 0; at < SIDE * SIDE; at++) {
      if (bits == 8) {
        pixels.put((byte) image.getRaster().getSample(at % SIDE, at / SIDE, 0));
      } else {
        int argb = image.getRGB(at % SIDE, at / SIDE);
        pixels.putInt(argb << 8 | argb >>> 24);
      }
    }
    Deflater deflater = new Deflater();
    deflater.setInput(pixels.array());
    deflater.finish();
    byte[] packed = new byte[pixels.capacity() + 1_000];
    int size = deflater.deflate(packed);
    ByteBuffer file = ByteBuffer.allocate(size + 4_000).order(ByteOrder.LITTLE_ENDIAN);
    file.position(144);
    int start = file.position();
    file.putInt(6 + 20 + palette.length * 6).putShort((short) 0x2019);
    file.putInt(palette.length).putInt(0).putInt(palette.length - 1).putLong(0);
    for (int color : palette) {
      file.putShort((short) 0).put((byte) (color >> 16)).put((byte) (color >> 8)).put((byte) color).put((byte) 255);
    }
    file.putInt(6 + 19).putShort((short) 0x2004).putShort((short) 1).putShort((short) 0).putShort((short) 0);
    file.putInt(0).putShort((short) 0).put((byte) 255).put(new byte[3]).putShort((short) 1).put((byte) 'a');
    file.putInt(6 + 20 + size).putShort((short) 0x2005).putShort((short) 0).putInt(0).put((byte) 255);
    file.putShort((short) 2).putShort((short) 0).put(new byte[5]).putShort((short) SIDE).putShort((short) SIDE);
    file.put(packed, 0, size);
    int end = file.position();
    file.putInt(0, end).putShort(4, (short) 0xA5E0).putShort(6, (short) 1).putShort(8, (short) SIDE);
    file.putShort(10, (short) SIDE).putShort(12, (short) bits).putInt(14, 1).put(28, (byte) 255);
    file.putInt(128, end - start + 16).putShort(132, (short) 0xF1FA).putShort(134, (short) 3);
    return Arrays.copyOf(file.array(), end);
  }

  private static void measure(
      String what, PictureFormat yardstick, byte[] theirs, PictureFormat format, byte[] ours) throws Exception {
    double[] ratios = new double[ROUNDS];
    double[] nanoseconds = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      double base = time(yardstick, theirs);
      double own = time(format, ours);
      ratios[round] = own / base;
      nanoseconds[round] = own;
    }
    // The first quarter warms up.
    double[] warm = Arrays.copyOfRange(ratios, ROUNDS / 4, ROUNDS);
    double[] times = Arrays.copyOfRange(nanoseconds, ROUNDS / 4, ROUNDS);
    Arrays.sort(warm);
    Arrays.sort(times);
    System.out.printf(
        "%s, %s: %.2f ns a pixel, %.2f x PNG%n",
        format.traits().name(), what, times[times.length / 2], warm[warm.length / 2]);
  }

  /** Nanoseconds of processor time a pixel. */
  private static double time(PictureFormat format, byte[] file) throws Exception {
    SourceContent content = SourceContent.of("a", file);
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    if (!(format.decode(content, PixelRule.STRICT, PictureChoice.EVERYTHING)
        instanceof Outcome.Accepted<DecodedPicture>)) {
      throw new IllegalStateException(format.traits().name() + " refused");
    }
    return (double) (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / SIDE / SIDE;
  }
}

package dev.papack.fuzz;

import dev.papack.diagnostic.PixelRectangle;
import dev.papack.inspect.PngWriter;
import dev.papack.media.ArgbRows;
import dev.papack.media.Picture;
import dev.papack.media.PixelRule;
import dev.papack.media.png.PngDecoder;
import dev.papack.source.SourceContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * PNG. Chance makes no checksum and no deflated stream, so the input is tried as it is, with right
 * checksums, and with its image data taken for rows that are yet to be deflated.
 */
final class PngTarget {
  private static final int SIGNATURE_BYTES = 8;
  private static final int FRAME_BYTES = 12;

  /** Enough for all that a small file can say; more would only be slow. */
  private static final int MAX_PIXELS_WRITTEN = 1 << 12;

  private PngTarget() {}

  static void check(byte[] input) throws IOException {
    decode(input);
    decode(rebuilt(input, ImageData.AS_IT_IS));
    decode(rebuilt(input, ImageData.DEFLATED));
  }

  private static void decode(byte[] input) throws IOException {
    Optional<Picture> picture = picture(input);
    if (picture.isPresent()
        && picture.get().widthPixels() * picture.get().heightPixels() <= MAX_PIXELS_WRITTEN) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      int[] argb = exact(picture.get());
      PngWriter.write(new Rows(picture.get().widthPixels(), argb), out);
      Picture again =
          picture(out.toByteArray()).orElseThrow(() -> new AssertionError("ours is refused"));
      requireSame(picture.get(), again);
    }
  }

  private static Optional<Picture> picture(byte[] input) throws IOException {
    return Results.accepted(PngDecoder.decode(SourceContent.of("x.png", input), PixelRule.STRICT));
  }

  private static int[] exact(Picture picture) throws IOException {
    PixelRectangle whole = new PixelRectangle(0, 0, picture.widthPixels(), picture.heightPixels());
    return picture.argb(List.of(whole)).getFirst();
  }

  /** Pixels row by row. */
  private static final class Rows implements ArgbRows {
    private final int widthPixels;
    private final int[] argb;

    Rows(int widthPixels, int[] argb) {
      this.widthPixels = widthPixels;
      this.argb = argb;
    }

    @Override
    public int widthPixels() {
      return widthPixels;
    }

    @Override
    public int heightPixels() {
      return argb.length / widthPixels;
    }

    @Override
    public void copyRow(int y, int[] into) {
      System.arraycopy(argb, y * widthPixels, into, 0, widthPixels);
    }
  }

  private static void requireSame(Picture one, Picture other) throws IOException {
    Results.require(
        one.widthPixels() == other.widthPixels() && one.heightPixels() == other.heightPixels(),
        "a picture keeps its size");
    Results.require(Arrays.equals(exact(one), exact(other)), "a picture keeps its colours");
  }

  /** What becomes of image data. */
  private enum ImageData {
    AS_IT_IS,
    DEFLATED
  }

  /** The chunks of the input as far as their lengths lead, each with its right checksum. */
  private static byte[] rebuilt(byte[] input, ImageData imageData) throws IOException {
    ByteBuffer from = ByteBuffer.wrap(input);
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    to.write(input, 0, Math.min(SIGNATURE_BYTES, input.length));
    from.position(to.size());
    while (from.remaining() >= FRAME_BYTES) {
      int length = from.getInt();
      byte[] type = new byte[4];
      from.get(type);
      byte[] data = new byte[Math.clamp(length, 0, from.remaining() - Integer.BYTES)];
      from.get(data).getInt();
      boolean isImageData = new String(type, StandardCharsets.ISO_8859_1).equals("IDAT");
      writeChunk(to, type, isImageData && imageData == ImageData.DEFLATED ? deflated(data) : data);
    }
    return to.toByteArray();
  }

  private static void writeChunk(ByteArrayOutputStream to, byte[] type, byte[] data) {
    CRC32 crc = new CRC32();
    crc.update(type);
    crc.update(data);
    to.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(data.length).array());
    to.writeBytes(type);
    to.writeBytes(data);
    to.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array());
  }

  private static byte[] deflated(byte[] data) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater)) {
      stream.write(data);
    }
    return out.toByteArray();
  }
}

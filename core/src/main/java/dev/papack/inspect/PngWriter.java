package dev.papack.inspect;

import dev.papack.media.ArgbRows;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes pictures as PNG for people to look at: truecolour with alpha, 8 bits, not interlaced, no
 * metadata. Equal pictures may become different bytes on another JDK, because its deflate differs;
 * nothing of this reaches a pack.
 */
public final class PngWriter {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int BIT_DEPTH = 8;
  private static final int TRUECOLOR_WITH_ALPHA = 6;
  private static final int PIXEL_BYTES = 4;
  private static final int IMAGE_DATA_CHUNK_BYTES = 64 << 10;

  private final OutputStream out;

  private PngWriter(OutputStream out) {
    this.out = out;
  }

  /**
   * Writes a whole PNG and leaves the stream open. Memory: one row and 64 KiB.
   *
   * @param picture what to write
   * @param out where to
   * @throws IOException as {@code out} does
   */
  public static void write(ArgbRows picture, OutputStream out) throws IOException {
    PngWriter writer = new PngWriter(out);
    out.write(SIGNATURE);
    writer.writeHeader(picture);
    writer.writeImageData(picture);
    writer.writeChunk("IEND", new byte[0], 0, 0);
  }

  private void writeHeader(ArgbRows picture) throws IOException {
    ByteBuffer header =
        ByteBuffer.allocate(13)
            .putInt(picture.widthPixels())
            .putInt(picture.heightPixels())
            .put((byte) BIT_DEPTH)
            .put((byte) TRUECOLOR_WITH_ALPHA);
    writeChunk("IHDR", header.array(), 0, header.capacity());
  }

  private void writeImageData(ArgbRows picture) throws IOException {
    byte[] row = new byte[1 + picture.widthPixels() * PIXEL_BYTES];
    int[] argb = new int[picture.widthPixels()];
    try (OutputStream rows =
        new DeflaterOutputStream(
            new BufferedOutputStream(new ImageDataStream(), IMAGE_DATA_CHUNK_BYTES))) {
      for (int y = 0; y < picture.heightPixels(); y++) {
        picture.copyRow(y, argb);
        fill(row, argb);
        rows.write(row);
      }
    }
  }

  /** Makes every write an IDAT chunk; put a buffer in front, so that there are few. */
  private final class ImageDataStream extends OutputStream {
    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] data, int offset, int length) throws IOException {
      writeChunk("IDAT", data, offset, length);
    }
  }

  /** Filter type 0: on pixel art, which repeats colours exactly, the others make files larger. */
  private static void fill(byte[] row, int[] argb) {
    ByteBuffer target = ByteBuffer.wrap(row).position(1);
    for (int color : argb) {
      target.putInt(Integer.rotateLeft(color, Byte.SIZE));
    }
  }

  private void writeChunk(String type, byte[] data, int offset, int lengthBytes)
      throws IOException {
    byte[] typeBytes = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(typeBytes);
    crc.update(data, offset, lengthBytes);
    writeInt(lengthBytes);
    out.write(typeBytes);
    out.write(data, offset, lengthBytes);
    writeInt((int) crc.getValue());
  }

  private void writeInt(int value) throws IOException {
    out.write(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
  }
}

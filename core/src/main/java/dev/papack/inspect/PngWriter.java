package dev.papack.inspect;

import dev.papack.media.ArgbRows;
import dev.papack.media.IndexedRows;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes pictures as PNG for people to look at: truecolour with alpha or with a palette, 8 bits,
 * not interlaced, no metadata. Equal pictures may become different bytes on another JDK, because
 * its deflate differs; nothing of this reaches a pack.
 */
public final class PngWriter {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int BIT_DEPTH = 8;
  private static final int TRUECOLOR_WITH_ALPHA = 6;
  private static final int INDEXED_COLOR = 3;
  private static final int PIXEL_BYTES = 4;
  private static final int ENTRY_BYTES = 3;
  private static final int IMAGE_DATA_CHUNK_BYTES = 64 << 10;

  private final OutputStream out;

  private PngWriter(OutputStream out) {
    this.out = out;
  }

  /** Fills a row of a PNG, from its second byte on: the first is the filter. */
  @FunctionalInterface
  private interface Rows {
    void fill(int y, byte[] row);
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
    int[] argb = new int[picture.widthPixels()];
    writer.writeHeader(picture.widthPixels(), picture.heightPixels(), TRUECOLOR_WITH_ALPHA);
    writer.writeImageData(
        picture.heightPixels(),
        picture.widthPixels() * PIXEL_BYTES,
        (y, row) -> {
          picture.copyRow(y, argb);
          fill(row, argb);
        });
    writer.writeChunk("IEND", new byte[0], 0, 0);
  }

  /** The same for a picture with a palette, whose order is kept. */
  static void write(IndexedRows picture, OutputStream out) throws IOException {
    PngWriter writer = new PngWriter(out);
    writer.writeHeader(picture.widthPixels(), picture.heightPixels(), INDEXED_COLOR);
    writer.writePalette(picture.palette());
    writer.writeImageData(
        picture.heightPixels(), picture.widthPixels(), (y, row) -> picture.copyRow(y, row, 1));
    writer.writeChunk("IEND", new byte[0], 0, 0);
  }

  private void writeHeader(int widthPixels, int heightPixels, int colorType) throws IOException {
    out.write(SIGNATURE);
    ByteBuffer header =
        ByteBuffer.allocate(13)
            .putInt(widthPixels)
            .putInt(heightPixels)
            .put((byte) BIT_DEPTH)
            .put((byte) colorType);
    writeChunk("IHDR", header.array(), 0, header.capacity());
  }

  private void writePalette(int[] palette) throws IOException {
    byte[] colors = new byte[palette.length * ENTRY_BYTES];
    byte[] alphas = new byte[palette.length];
    for (int i = 0; i < palette.length; i++) {
      colors[i * ENTRY_BYTES] = (byte) (palette[i] >>> 16);
      colors[i * ENTRY_BYTES + 1] = (byte) (palette[i] >>> 8);
      colors[i * ENTRY_BYTES + 2] = (byte) palette[i];
      alphas[i] = (byte) (palette[i] >>> 24);
    }
    writeChunk("PLTE", colors, 0, colors.length);
    writeChunk("tRNS", alphas, 0, alphas.length);
  }

  private void writeImageData(int heightPixels, int rowBytes, Rows picture) throws IOException {
    byte[] row = new byte[1 + rowBytes];
    try (OutputStream rows =
        new DeflaterOutputStream(
            new BufferedOutputStream(new ImageDataStream(), IMAGE_DATA_CHUNK_BYTES))) {
      for (int y = 0; y < heightPixels; y++) {
        picture.fill(y, row);
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

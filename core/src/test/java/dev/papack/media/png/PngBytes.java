package dev.papack.media.png;

import dev.papack.diagnostic.Outcome;
import dev.papack.media.Picture;
import dev.papack.media.PixelRule;
import dev.papack.source.SourceContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Puts PNG files together for tests, right or wrong; knows nothing of the decoder. */
public final class PngBytes {
  static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private PngBytes() {}

  public static PngBytes empty() {
    return new PngBytes();
  }

  public static PngBytes signed() {
    return empty().raw(SIGNATURE);
  }

  /** Begins with a header of 8 bits, or of the depth that colour type 3 is tried with, 2. */
  public static PngBytes withHeader(int width, int height, int colorType) {
    return signed().header(width, height, colorType == 3 ? 2 : 8, colorType, 0, 0, 0);
  }

  public PngBytes header(int width, int height, int... rest) {
    ByteBuffer data = ByteBuffer.allocate(8 + rest.length).putInt(width).putInt(height);
    for (int value : rest) {
      data.put((byte) value);
    }
    return chunk("IHDR", data.array());
  }

  public PngBytes raw(byte... bytes) {
    out.writeBytes(bytes);
    return this;
  }

  public PngBytes chunk(String type, byte... data) {
    return chunk(type.getBytes(StandardCharsets.ISO_8859_1), data);
  }

  public PngBytes chunk(byte[] type, byte[] data) {
    CRC32 crc = new CRC32();
    crc.update(type);
    crc.update(data);
    return raw(ByteBuffer.allocate(4).putInt(data.length).array())
        .raw(type)
        .raw(data)
        .raw(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  /** Image data of these inflated bytes. */
  public PngBytes rows(int... inflated) {
    return chunk("IDAT", deflate(bytes(inflated)));
  }

  public PngBytes end() {
    return chunk("IEND");
  }

  public byte[] array() {
    return out.toByteArray();
  }

  public SourceContent content() {
    return content(array());
  }

  public static SourceContent content(byte[] bytes) {
    return SourceContent.of("assets/hero.png", bytes);
  }

  public static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  public static byte[] deflate(byte[] plain) {
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(plain);
      deflater.finish();
      byte[] buffer = new byte[plain.length + plain.length / 100 + 64];
      return Arrays.copyOf(buffer, deflater.deflate(buffer));
    }
  }

  /** Decodes bytes that are in memory, by the rule that has alpha 0 and 255 alone. */
  public static Outcome<Picture> decode(byte[] bytes) {
    return decode(content(bytes));
  }

  /** The same. */
  public static Outcome<Picture> decode(SourceContent content) {
    try {
      return PngDecoder.decode(content, PixelRule.STRICT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.papack.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntBinaryOperator;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Pictures and sounds for workspaces of tests. */
final class TinyFiles {
  private TinyFiles() {}

  /** Writes a truecolour picture with alpha. */
  static void png(Path file, int width, int height, IntBinaryOperator argbAt) {
    ByteBuffer rows = ByteBuffer.allocate(height * (1 + width * 4));
    for (int y = 0; y < height; y++) {
      rows.put((byte) 0);
      for (int x = 0; x < width; x++) {
        int argb = argbAt.applyAsInt(x, y);
        rows.putInt(argb << 8 | argb >>> 24);
      }
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    chunk(
        png,
        "IHDR",
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 6, 0, 0, 0})
            .array());
    chunk(png, "IDAT", deflated(rows.array()));
    chunk(png, "IEND", new byte[0]);
    write(file, png.toByteArray());
  }

  /** Writes a sound of one channel and 16 bits. */
  static void wav(Path file, int sampleRateHz, int frameCount) {
    ByteBuffer wav = ByteBuffer.allocate(44 + frameCount * 2).order(ByteOrder.LITTLE_ENDIAN);
    wav.put(ascii("RIFF")).putInt(36 + frameCount * 2).put(ascii("WAVEfmt ")).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(sampleRateHz).putInt(sampleRateHz * 2);
    wav.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(frameCount * 2);
    for (int i = 0; i < frameCount; i++) {
      wav.putShort((short) (i * 97 % 20_011 - 10_000));
    }
    write(file, wav.array());
  }

  static void write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] deflated(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
    CRC32 crc = new CRC32();
    crc.update(ascii(type));
    crc.update(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    png.writeBytes(ascii(type));
    png.writeBytes(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

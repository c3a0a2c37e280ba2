package dev.papack.media.wav;

import dev.papack.diagnostic.Outcome;
import dev.papack.media.Sound;
import dev.papack.source.SourceContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Builds WAV files, right or wrong, byte by byte. */
public final class WavFile {
  static final byte[] GUID_TAIL = {
    0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71
  };

  private static final byte[] W64_TAIL =
      bytes(0xF3, 0xAC, 0xD3, 0x11, 0x8C, 0xD1, 0x00, 0xC0, 0x4F, 0x8E, 0xDB, 0x8A);
  private static final byte[] W64_RIFF_TAIL =
      bytes(0x2E, 0x91, 0xCF, 0x11, 0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0x00, 0x00);

  private WavFile() {}

  /** A RIFF WAVE file of these chunks, its length right. */
  public static byte[] riff(byte[]... chunks) {
    byte[] body = join(ascii("WAVE"), join(chunks));
    return join(ascii("RIFF"), u32(body.length), body);
  }

  /** A RIFF file under another name of the same length. */
  static byte[] renamed(String name, byte[] file) {
    byte[] renamed = file.clone();
    System.arraycopy(ascii(name), 0, renamed, 0, 4);
    return renamed;
  }

  /** An RF64 file of these chunks; {@code data} has its length in {@code ds64}. */
  static byte[] rf64(byte[]... chunks) {
    byte[][] parts = new byte[chunks.length + 1][];
    long dataBytes = 0;
    for (int i = 0; i < chunks.length; i++) {
      parts[i + 1] = chunks[i].clone();
      if (new String(chunks[i], 0, 4, StandardCharsets.ISO_8859_1).equals("data")) {
        dataBytes = ByteBuffer.wrap(chunks[i]).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
        System.arraycopy(u32(-1), 0, parts[i + 1], 4, 4);
      }
    }
    int bytes = 4 + 36 + join(chunks).length;
    parts[0] = chunk("ds64", u64(bytes), u64(dataBytes), u64(0), u32(0));
    byte[] file = renamed("RF64", riff(parts));
    System.arraycopy(u32(-1), 0, file, 4, 4);
    return file;
  }

  /** A Wave64 file of RIFF chunks. */
  static byte[] w64(byte[]... chunks) {
    byte[] body = join(ascii("wave"), W64_TAIL);
    for (byte[] chunk : chunks) {
      int bytes = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
      byte[] content = Arrays.copyOfRange(chunk, 8, 8 + bytes);
      byte[] name = join(Arrays.copyOf(chunk, 4), W64_TAIL);
      body = join(body, name, u64(24 + bytes), content, new byte[Math.floorMod(-bytes, 8)]);
    }
    return join(ascii("riff"), W64_RIFF_TAIL, u64(24 + body.length), body);
  }

  /** A RIFX file of six 16-bit samples with a loop from 1 to 2. */
  static byte[] rifx() {
    ByteBuffer file = ByteBuffer.allocate(116);
    file.put(ascii("RIFX")).putInt(108).put(ascii("WAVEfmt ")).putInt(16);
    file.putShort((short) 1).putShort((short) 1).putInt(44_100).putInt(88_200);
    file.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(6);
    file.putShort((short) 1).putShort((short) 2).putShort((short) 3);
    file.put(ascii("smpl")).putInt(58).put(new byte[28]).putInt(1).putInt(0);
    return file.putInt(0).putInt(0).putInt(1).putInt(2).putInt(0).array();
  }

  /** A chunk with its pad byte. */
  public static byte[] chunk(String id, byte[]... bodies) {
    byte[] body = join(bodies);
    return join(ascii(id), u32(body.length), body, new byte[body.length % 2]);
  }

  /** A consistent {@code fmt } chunk of 16 bytes. */
  public static byte[] format(int tag, int channels, int rateHz, int bits) {
    return chunk("fmt ", formatBody(tag, channels, rateHz, bits));
  }

  static byte[] formatBody(int tag, int channels, int rateHz, int bits) {
    int frameBytes = channels * bits / 8;
    return join(
        u16(tag),
        u16(channels),
        u32(rateHz),
        u32((long) rateHz * frameBytes),
        u16(frameBytes),
        u16(bits));
  }

  /** A consistent WAVE_FORMAT_EXTENSIBLE. */
  static byte[] extensible(int tag, int channels, int rateHz, int bits, int validBits) {
    return chunk(
        "fmt ",
        formatBody(0xFFFE, channels, rateHz, bits),
        u16(22),
        u16(validBits),
        u32(channels == 1 ? 4 : 3),
        u32(tag),
        GUID_TAIL);
  }

  /** A {@code smpl} chunk; each loop is type, first, last. */
  public static byte[] sampler(long[]... loops) {
    byte[] body = join(new byte[28], u32(loops.length), u32(0));
    for (long[] loop : loops) {
      body = join(body, u32(7), u32(loop[0]), u32(loop[1]), u32(loop[2]), u32(0), u32(0));
    }
    return chunk("smpl", body);
  }

  /** A whole file of 16-bit PCM. */
  public static byte[] pcm16(int channels, int rateHz, int... samples) {
    return riff(format(1, channels, rateHz, 16), chunk("data", shorts(samples)));
  }

  public static byte[] shorts(int... samples) {
    ByteBuffer bytes = little(2 * samples.length);
    for (int sample : samples) {
      bytes.putShort((short) sample);
    }
    return bytesOf(bytes);
  }

  public static byte[] floats(float... samples) {
    ByteBuffer bytes = little(4 * samples.length);
    for (float sample : samples) {
      bytes.putFloat(sample);
    }
    return bytesOf(bytes);
  }

  public static byte[] doubles(double... samples) {
    ByteBuffer bytes = little(8 * samples.length);
    for (double sample : samples) {
      bytes.putDouble(sample);
    }
    return bytesOf(bytes);
  }

  static byte[] u16(int value) {
    return bytesOf(little(2).putShort((short) value));
  }

  static byte[] u32(long value) {
    return bytesOf(little(4).putInt((int) value));
  }

  static byte[] u64(long value) {
    return bytesOf(little(8).putLong(value));
  }

  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  private static ByteBuffer little(int sizeBytes) {
    return ByteBuffer.allocate(sizeBytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] bytesOf(ByteBuffer written) {
    byte[] bytes = new byte[written.flip().remaining()];
    written.get(bytes);
    return bytes;
  }

  /** Decodes bytes that are in memory. */
  public static Outcome<Sound> decode(byte[] file) {
    return decode(SourceContent.of("a.wav", file));
  }

  /** The same. */
  public static Outcome<Sound> decode(SourceContent content) {
    try {
      return WavDecoder.decode(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

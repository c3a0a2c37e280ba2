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

/** Builds WAV files, right or wrong, byte by byte. */
public final class WavFile {
  static final byte[] GUID_TAIL = {
    0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71
  };

  private WavFile() {}

  /** A RIFF WAVE file of these chunks, its length right. */
  public static byte[] riff(byte[]... chunks) {
    byte[] body = join(ascii("WAVE"), join(chunks));
    return join(ascii("RIFF"), u32(body.length), body);
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

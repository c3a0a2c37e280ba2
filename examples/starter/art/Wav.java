import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** WAV files in the encodings that editors write. */
final class Wav {
  enum Encoding {
    UNSIGNED_8(1, 8),
    SIGNED_16(1, 16),
    SIGNED_24(1, 24),
    FLOAT_32(3, 32);

    private final int formatTag;
    private final int bits;

    Encoding(int formatTag, int bits) {
      this.formatTag = formatTag;
      this.bits = bits;
    }

    private void put(ByteBuffer out, double sample) {
      switch (this) {
        case UNSIGNED_8 -> out.put((byte) (Math.round(sample * 127) + 128));
        case SIGNED_16 -> out.putShort((short) Math.round(sample * 32767));
        case SIGNED_24 -> {
          int level = (int) Math.round(sample * 8388607);
          out.putShort((short) level).put((byte) (level >> 16));
        }
        case FLOAT_32 -> out.putFloat((float) sample);
      }
    }
  }

  private Wav() {}

  static byte[] of(Encoding encoding, Sound... channels) {
    return write(encoding, OptionalInt.empty(), channels);
  }

  /** Repeats for ever from {@code loopStart}, a frame, to the end. */
  static byte[] looped(Encoding encoding, int loopStart, Sound... channels) {
    return write(encoding, OptionalInt.of(loopStart), channels);
  }

  private static byte[] write(Encoding encoding, OptionalInt loopStart, Sound... channels) {
    int rate = channels[0].rate;
    int frameCount = channels[0].samples.length;
    int frameBytes = channels.length * encoding.bits / 8;
    int dataBytes = frameCount * frameBytes;
    ByteBuffer out = ByteBuffer.allocate(dataBytes + 256).order(ByteOrder.LITTLE_ENDIAN);
    tag(out, "RIFF").putInt(0);
    tag(out, "WAVE");
    boolean isFloat = encoding == Encoding.FLOAT_32;
    tag(out, "fmt ").putInt(isFloat ? 18 : 16);
    out.putShort((short) encoding.formatTag).putShort((short) channels.length);
    out.putInt(rate).putInt(rate * frameBytes);
    out.putShort((short) frameBytes).putShort((short) encoding.bits);
    if (isFloat) {
      out.putShort((short) 0);
      tag(out, "fact").putInt(4).putInt(frameCount);
    }
    tag(out, "data").putInt(dataBytes);
    for (int frame = 0; frame < frameCount; frame++) {
      for (Sound channel : channels) {
        encoding.put(out, channel.samples[frame]);
      }
    }
    if (dataBytes % 2 != 0) {
      out.put((byte) 0);
    }
    loopStart.ifPresent(start -> putLoop(out, rate, start, frameCount - 1));
    out.putInt(4, out.position() - 8);
    byte[] file = new byte[out.position()];
    out.flip().get(file);
    return file;
  }

  /** The {@code smpl} chunk; its end is the last frame that is played. */
  private static void putLoop(ByteBuffer out, int rate, int start, int last) {
    int middleC = 60;
    tag(out, "smpl").putInt(60).putInt(0).putInt(0).putInt(1_000_000_000 / rate).putInt(middleC);
    out.putInt(0).putInt(0).putInt(0).putInt(1).putInt(0);
    out.putInt(0).putInt(0).putInt(start).putInt(last).putInt(0).putInt(0);
  }

  private static ByteBuffer tag(ByteBuffer out, String name) {
    return out.put(name.getBytes(StandardCharsets.US_ASCII));
  }
}

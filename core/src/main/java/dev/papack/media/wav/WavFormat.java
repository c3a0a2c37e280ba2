package dev.papack.media.wav;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.media.SampleFormat;
import dev.papack.media.Sound;
import dev.papack.media.Speaker;
import dev.papack.source.Limits;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the {@code fmt } chunk says of the samples.
 *
 * <p>Accepted are PCM (tag 1), IEEE float (tag 3), A-law (6) and mu-law (7), plain or as
 * WAVE_FORMAT_EXTENSIBLE with the sub-format of one of them. A container is 8, 16, 24 or 32 bits of
 * PCM, 32 or 64 of float, 8 of the others; fewer bits are at its top, as editors write 24 in 32,
 * and the bits below them are part of the sample.
 *
 * <p>Values from which nothing follows may be wrong, with a warning: the byte rate, a block align
 * of 0, the length of an extension, and more valid bits than there are. So may the channel mask of
 * one or two channels, which is not looked at.
 *
 * @param layout how samples are stored, from {@link Limits#SOUND_MIN_SAMPLE_RATE_HZ} to {@link
 *     Limits#SOUND_MAX_SAMPLE_RATE_HZ}
 */
record WavFormat(Sound.Layout layout) {
  private static final int PCM = 1;
  private static final int IEEE_FLOAT = 3;
  private static final int A_LAW = 6;
  private static final int MU_LAW = 7;
  private static final int EXTENSIBLE = 0xFFFE;

  private static final int PLAIN_BYTES = 16;
  private static final int EXTENSION_LENGTH_END_BYTES = 18;
  private static final int EXTENSIBLE_BYTES = 40;

  /** What follows the tag in a sub-format: xxxxxxxx-0000-0010-8000-00AA00389B71. */
  private static final byte[] GUID_TAIL = {
    0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71
  };

  /** The same with big-endian numbers. */
  private static final byte[] BIG_ENDIAN_GUID_TAIL = {
    0, 0, 0, 0x10, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71
  };

  static WavFormat parse(RiffChunk chunk, WavFindings findings) throws WavRefusal, IOException {
    long sizeBytes = chunk.sizeBytes();
    requireSize(chunk, sizeBytes, PLAIN_BYTES);
    List<String> oddities = new ArrayList<>();
    if (sizeBytes > PLAIN_BYTES) {
      extensionOddity(chunk, sizeBytes).ifPresent(oddities::add);
    }
    int bits = chunk.u16(14);
    long tag = chunk.u16(0);
    long mask = 0;
    if (tag == EXTENSIBLE) {
      tag = subFormat(chunk, sizeBytes);
      mask = chunk.u32(20);
      // 0 is how some writers leave the field unsaid.
      if (chunk.u16(18) > bits) {
        oddities.add(chunk.u16(18) + " valid bits in samples of " + bits);
      }
    }
    SampleFormat sampleFormat = sampleFormat(chunk, tag, bits);
    int channels = chunk.u16(2);
    List<Speaker> speakers = speakers(chunk, channels, mask);
    blockAlignOddity(chunk, channels, sampleFormat).ifPresent(oddities::add);
    int sampleRateHz = sampleRateHz(chunk);
    long byteRate = (long) sampleRateHz * channels * sampleFormat.bytes();
    if (chunk.u32(8) != byteRate) {
      oddities.add("a byte rate of " + chunk.u32(8) + " instead of " + byteRate);
    }
    if (!oddities.isEmpty()) {
      findings.add(odd(chunk, oddities));
    }
    return new WavFormat(
        new Sound.Layout(sampleFormat, chunk.order(), channels, speakers, sampleRateHz));
  }

  private static Diagnostic odd(RiffChunk chunk, List<String> oddities) {
    return Diagnostic.warning(
            DiagnosticCode.WAV_FORMAT_ODD,
            chunk.location(),
            "the chunk \"fmt \" says "
                + String.join(", ", oddities)
                + "; no sample depends on that")
        .found(String.join(", ", oddities))
        .advice("if the sound is fine, do nothing, or export it again to remove the warning");
  }

  private static Optional<String> extensionOddity(RiffChunk chunk, long sizeBytes)
      throws IOException {
    if (sizeBytes < EXTENSION_LENGTH_END_BYTES) {
      return Optional.of("a length of " + sizeBytes + " bytes");
    }
    int saidBytes = chunk.u16(16);
    boolean isShort =
        chunk.u16(0) == EXTENSIBLE && saidBytes < EXTENSIBLE_BYTES - EXTENSION_LENGTH_END_BYTES;
    return isShort || EXTENSION_LENGTH_END_BYTES + saidBytes > sizeBytes
        ? Optional.of("an extension of " + saidBytes + " bytes in " + sizeBytes)
        : Optional.empty();
  }

  private static List<Speaker> speakers(RiffChunk chunk, int channels, long mask)
      throws WavRefusal {
    if (channels == 1 || channels == 2) {
      return List.of();
    }
    if (channels == 0 || channels > Sound.MAX_CHANNELS) {
      throw channels(chunk, channels, "the sound has " + channels + " channels; 1 to 8 are read");
    }
    return Speaker.ofMask(channels, mask)
        .orElseThrow(() ->
            channels(
                chunk,
                channels,
                "the sound has "
                    + channels
                    + " channels, and the file does not say of which speakers"
                    + (mask == 0
                        ? ""
                        : String.format(Locale.ROOT, " papack knows (mask 0x%x)", mask))));
  }

  private static WavRefusal channels(RiffChunk chunk, int channels, String message) {
    return new WavRefusal(
        Diagnostic.error(DiagnosticCode.WAV_CHANNELS, chunk.location(), message)
            .found(Integer.toString(channels))
            .supported("1, 2")
            .advice("mix the sound to stereo or mono in an audio editor"));
  }

  private static Optional<String> blockAlignOddity(
      RiffChunk chunk, int channels, SampleFormat sampleFormat) throws WavRefusal, IOException {
    int frameBytes = channels * sampleFormat.bytes();
    int saidBytes = chunk.u16(12);
    if (saidBytes == frameBytes) {
      return Optional.empty();
    }
    if (saidBytes == 0) {
      return Optional.of("a block align of 0 instead of " + frameBytes);
    }
    throw format(
        chunk,
        "the block align is "
            + saidBytes
            + " bytes, but "
            + channels
            + " channels of "
            + chunk.u16(14)
            + " bits make "
            + frameBytes,
        Integer.toString(saidBytes),
        Integer.toString(frameBytes));
  }

  private static void requireSize(RiffChunk chunk, long sizeBytes, int atLeastBytes)
      throws WavRefusal {
    if (sizeBytes < atLeastBytes) {
      throw new WavRefusal(
          Diagnostic.error(
                  DiagnosticCode.WAV_CHUNK,
                  chunk.location(),
                  "the chunk \"fmt \" has " + sizeBytes + " bytes, but needs " + atLeastBytes)
              .found(sizeBytes + " bytes")
              .supported(atLeastBytes + " bytes")
              .advice("export the sound again"));
    }
  }

  private static long subFormat(RiffChunk chunk, long sizeBytes) throws WavRefusal, IOException {
    requireSize(chunk, sizeBytes, EXTENSIBLE_BYTES);
    byte[] tail = new byte[GUID_TAIL.length];
    chunk.loaded(28, tail.length).get(tail);
    if (!Arrays.equals(tail, GUID_TAIL) && !Arrays.equals(tail, BIG_ENDIAN_GUID_TAIL)) {
      throw unsupported(chunk, "in a non-standard sub-format", "other sub-format");
    }
    // In RIFX, sox writes the tag as a number of 16 bits before the rest of a little-endian GUID.
    return chunk.order() == ByteOrder.BIG_ENDIAN && chunk.u16(26) == 0
        ? chunk.u16(24)
        : chunk.u32(24);
  }

  private static SampleFormat sampleFormat(RiffChunk chunk, long tag, int bits) throws WavRefusal {
    return switch ((int) tag) {
      case PCM ->
          switch (bits < Byte.SIZE ? 0 : Math.ceilDiv(bits, Byte.SIZE)) {
            case 1 -> SampleFormat.PCM_8;
            case 2 -> SampleFormat.PCM_16;
            case 3 -> SampleFormat.PCM_24;
            case 4 -> SampleFormat.PCM_32;
            default -> throw unsupported(chunk, "PCM of " + bits + " bits", "PCM " + bits);
          };
      case IEEE_FLOAT ->
          switch (bits) {
            case 32 -> SampleFormat.FLOAT_32;
            case 64 -> SampleFormat.FLOAT_64;
            default -> throw unsupported(chunk, "float of " + bits + " bits", "float " + bits);
          };
      case A_LAW -> companded(chunk, SampleFormat.A_LAW, bits);
      case MU_LAW -> companded(chunk, SampleFormat.MU_LAW, bits);
      default -> throw unsupported(chunk, codec(tag), codec(tag));
    };
  }

  private static SampleFormat companded(RiffChunk chunk, SampleFormat format, int bits)
      throws WavRefusal {
    if (bits != Byte.SIZE) {
      String found = (format == SampleFormat.A_LAW ? "A-law" : "mu-law") + " of " + bits + " bits";
      throw unsupported(chunk, found, found);
    }
    return format;
  }

  private static String codec(long tag) {
    return switch ((int) tag) {
      case 0x0002 -> "Microsoft ADPCM";
      case 0x0011 -> "IMA ADPCM";
      case 0x0031 -> "GSM 6.10";
      case 0x0050 -> "MPEG audio";
      case 0x0055 -> "MP3";
      case 0x0092 -> "AC-3";
      case 0x00FF -> "AAC";
      case 0x0161 -> "Windows Media Audio";
      case 0x674F, 0x6750, 0x6751, 0x676F, 0x6770, 0x6771 -> "Vorbis";
      case 0xF1AC -> "FLAC";
      default -> String.format(Locale.ROOT, "format 0x%04x", tag);
    };
  }

  private static int sampleRateHz(RiffChunk chunk) throws WavRefusal, IOException {
    long sampleRateHz = chunk.u32(4);
    if (sampleRateHz == 0) {
      throw format(chunk, "the sample rate is 0 Hz", "0 Hz", "8000..48000 Hz, others resampled");
    }
    if (sampleRateHz < Limits.SOUND_MIN_SAMPLE_RATE_HZ
        || sampleRateHz > Limits.SOUND_MAX_SAMPLE_RATE_HZ) {
      String range =
          Limits.SOUND_MIN_SAMPLE_RATE_HZ + ".." + Limits.SOUND_MAX_SAMPLE_RATE_HZ + " Hz";
      throw new WavRefusal(
          Diagnostic.error(
                  DiagnosticCode.WAV_LIMIT,
                  chunk.location(),
                  "the sample rate is " + sampleRateHz + " Hz; " + range + " can be read")
              .found(sampleRateHz + " Hz")
              .limit(range)
              .advice("export the sound at 44100 or 48000 Hz"));
    }
    return (int) sampleRateHz;
  }

  private static WavRefusal unsupported(RiffChunk chunk, String what, String found) {
    return format(
        chunk,
        "the samples are " + what + ", which is not supported",
        found,
        "PCM of 8 to 32 bits, float of 32 or 64, A-law, mu-law");
  }

  private static WavRefusal format(
      RiffChunk chunk, String message, String found, String supported) {
    return new WavRefusal(
        Diagnostic.error(DiagnosticCode.WAV_FORMAT, chunk.location(), message)
            .found(found)
            .supported(supported)
            .advice("export the sound as 16-bit PCM from an audio editor"));
  }
}

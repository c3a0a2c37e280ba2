package dev.papack.media.wav;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.media.SampleFormat;
import dev.papack.source.Limits;
import java.io.IOException;
import java.util.Locale;

/**
 * What the {@code fmt } chunk says of the samples.
 *
 * <p>Accepted are PCM (tag 1) and IEEE float (tag 3), plain or as WAVE_FORMAT_EXTENSIBLE with the
 * sub-format of one of them. A container is 8, 16, 24 or 32 bits of PCM or 32 or 64 of float; fewer
 * valid bits are at its top, as editors write 24 in 32, and the bits below them are part of the
 * sample. The byte rate is not judged: nothing follows from it, and editors leave it at 0 or as it
 * was before they changed the rate. Neither is the channel mask.
 *
 * @param sampleFormat one sample
 * @param channels 1 or 2
 * @param sampleRateHz {@link Limits#SOUND_MIN_SAMPLE_RATE_HZ} to {@link
 *     Limits#SOUND_MAX_SAMPLE_RATE_HZ}
 */
record WavFormat(SampleFormat sampleFormat, int channels, int sampleRateHz) {
  private static final int PCM = 1;
  private static final int IEEE_FLOAT = 3;
  private static final int EXTENSIBLE = 0xFFFE;

  private static final int PLAIN_BYTES = 16;
  private static final int EXTENSION_LENGTH_END_BYTES = 18;
  private static final int EXTENSIBLE_BYTES = 40;

  /** What follows the tag in a sub-format: xxxxxxxx-0000-0010-8000-00AA00389B71, little-endian. */
  private static final int GUID_TAIL_0 = 0x0010_0000;

  private static final int GUID_TAIL_1 = 0xAA00_0080;
  private static final int GUID_TAIL_2 = 0x719B_3800;

  static WavFormat parse(RiffChunk chunk) throws WavRefusal, IOException {
    long sizeBytes = chunk.sizeBytes();
    requireSize(chunk, sizeBytes, PLAIN_BYTES);
    if (sizeBytes > PLAIN_BYTES) {
      requireSize(chunk, sizeBytes, EXTENSION_LENGTH_END_BYTES);
      requireSize(chunk, sizeBytes, EXTENSION_LENGTH_END_BYTES + chunk.u16(16));
    }
    int bits = chunk.u16(14);
    long tag = chunk.u16(0);
    if (tag == EXTENSIBLE) {
      tag = subFormat(chunk, sizeBytes, bits);
    }
    SampleFormat sampleFormat = sampleFormat(chunk, tag, bits);
    int channels = chunk.u16(2);
    if (channels != 1 && channels != 2) {
      throw new WavRefusal(
          Diagnostic.error(
                  DiagnosticCode.WAV_CHANNELS,
                  chunk.location(),
                  "the sound has " + channels + " channels; 1 or 2 are supported")
              .found(Integer.toString(channels))
              .supported("1, 2")
              .advice("mix the sound to stereo or mono in an audio editor"));
    }
    int frameBytes = channels * sampleFormat.bytes();
    if (chunk.u16(12) != frameBytes) {
      throw format(
          chunk,
          "the block align is "
              + chunk.u16(12)
              + " bytes, but "
              + channels
              + " channels of "
              + bits
              + " bits make "
              + frameBytes,
          Integer.toString(chunk.u16(12)),
          Integer.toString(frameBytes));
    }
    return new WavFormat(sampleFormat, channels, sampleRateHz(chunk));
  }

  private static void requireSize(RiffChunk chunk, long sizeBytes, int atLeastBytes)
      throws WavRefusal, IOException {
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

  private static long subFormat(RiffChunk chunk, long sizeBytes, int bits)
      throws WavRefusal, IOException {
    requireSize(chunk, sizeBytes, EXTENSIBLE_BYTES);
    if (chunk.u16(16) < EXTENSIBLE_BYTES - EXTENSION_LENGTH_END_BYTES) {
      throw new WavRefusal(
          Diagnostic.error(
                  DiagnosticCode.WAV_CHUNK,
                  chunk.location(),
                  "the extension of chunk \"fmt \" has "
                      + chunk.u16(16)
                      + " bytes, but its sub-format needs 22")
              .found(chunk.u16(16) + " bytes")
              .supported("22 bytes")
              .advice("export the sound again"));
    }
    // 0 is how some writers leave the field unsaid; it would change nothing.
    if (chunk.u16(18) > bits) {
      throw format(
          chunk,
          "the " + chunk.u16(18) + " valid bits do not fit into samples of " + bits,
          Integer.toString(chunk.u16(18)),
          "at most " + bits);
    }
    if (chunk.s32(28) != GUID_TAIL_0
        || chunk.s32(32) != GUID_TAIL_1
        || chunk.s32(36) != GUID_TAIL_2) {
      throw unsupported(chunk, "in a non-standard sub-format", "other sub-format");
    }
    return chunk.u32(24);
  }

  private static SampleFormat sampleFormat(RiffChunk chunk, long tag, int bits)
      throws WavRefusal, IOException {
    if (tag == PCM) {
      return switch (bits) {
        case 8 -> SampleFormat.PCM_8;
        case 16 -> SampleFormat.PCM_16;
        case 24 -> SampleFormat.PCM_24;
        case 32 -> SampleFormat.PCM_32;
        default -> throw unsupported(chunk, "PCM of " + bits + " bits", "PCM " + bits);
      };
    }
    if (tag == IEEE_FLOAT) {
      return switch (bits) {
        case 32 -> SampleFormat.FLOAT_32;
        case 64 -> SampleFormat.FLOAT_64;
        default -> throw unsupported(chunk, "float of " + bits + " bits", "float " + bits);
      };
    }
    throw unsupported(chunk, codec(tag), codec(tag));
  }

  private static String codec(long tag) {
    return switch ((int) tag) {
      case 0x0002 -> "Microsoft ADPCM";
      case 0x0006 -> "A-law";
      case 0x0007 -> "mu-law";
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
        "PCM of 8, 16, 24 or 32 bits, float of 32 or 64");
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

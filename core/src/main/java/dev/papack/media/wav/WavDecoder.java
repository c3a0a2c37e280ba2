package dev.papack.media.wav;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.MemoryFormula;
import dev.papack.media.SampleFormat;
import dev.papack.media.Sound;
import dev.papack.media.SoundLoop;
import dev.papack.source.Limits;
import dev.papack.source.SourceContent;
import dev.papack.source.SourceReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Decodes WAV files: RIFF WAVE with one {@code fmt } chunk, one {@code data} chunk after it, and
 * perhaps one {@code smpl} chunk with loops. Other chunks, {@code fact} among them, are skipped.
 * The rules of each are with {@link RiffChunks}, {@link WavFormat} and {@link SamplerChunk}; the
 * first fault decides. Source: Microsoft and IBM, Multimedia Programming Interface and Data
 * Specifications 1.0, and Microsoft's WAVEFORMATEXTENSIBLE.
 *
 * <p>Time is proportional to the file; memory is constant.
 */
public final class WavDecoder {
  /** A multiple of the length of any sample. */
  private static final int PIECE_BYTES = 64 << 10;

  private static final double MOST_SAMPLE = Float.MAX_VALUE * 32768.0;

  /** Pieces of the file, as many as are in memory at one time. */
  private static final long NEEDED_BYTES = 1 << 20;

  /** What {@link #neededBytes} says. */
  static final MemoryFormula MEMORY =
      new MemoryFormula("WAV sound", "1 MiB, whatever its length", NEEDED_BYTES);

  private Optional<WavFormat> format = Optional.empty();
  private Optional<RiffChunk> data = Optional.empty();
  private Optional<RiffChunk> sampler = Optional.empty();

  private WavDecoder() {}

  /**
   * Decodes a file.
   *
   * @param content any bytes
   * @return a sound, perhaps with a warning of bytes after it, or the first fault
   * @throws IOException if the bytes can no longer be read
   */
  public static Outcome<Sound> decode(SourceContent content) throws IOException {
    try (SourceReader bytes = content.open()) {
      RiffChunks chunks = new RiffChunks(content, bytes);
      WavDecoder decoder = new WavDecoder();
      for (Optional<RiffChunk> next = chunks.next(); next.isPresent(); next = chunks.next()) {
        decoder.take(next.get());
      }
      return new Outcome.Accepted<>(decoder.sound(content, chunks.file()), chunks.trailingBytes());
    } catch (WavRefusal refusal) {
      return Outcome.refused(refusal.diagnostic());
    }
  }

  /** How much memory decoding takes at most, whatever the file. */
  static long neededBytes(ByteBuffer head) {
    return NEEDED_BYTES;
  }

  private void take(RiffChunk chunk) throws WavRefusal, IOException {
    switch (chunk.id()) {
      case "fmt " -> {
        requireFirst(format, chunk);
        format = Optional.of(WavFormat.parse(chunk));
      }
      case "data" -> {
        requireFirst(data, chunk);
        if (format.isEmpty()) {
          throw fault(chunk, "the chunk \"data\" comes before \"fmt \", which says how to read it");
        }
        data = Optional.of(chunk);
      }
      case "smpl" -> {
        requireFirst(sampler, chunk);
        sampler = Optional.of(chunk);
      }
      default -> {}
    }
  }

  private static void requireFirst(Optional<?> earlier, RiffChunk chunk) throws WavRefusal {
    if (earlier.isPresent()) {
      throw fault(chunk, "the chunk \"" + chunk.id() + "\" comes a second time");
    }
  }

  private static WavRefusal fault(RiffChunk chunk, String message) {
    return new WavRefusal(
        Diagnostic.error(DiagnosticCode.WAV_CHUNK, chunk.location(), message)
            .advice("export the sound again"));
  }

  private Sound sound(SourceContent content, Location file) throws WavRefusal, IOException {
    if (format.isEmpty() || data.isEmpty()) {
      String missing = format.isEmpty() ? "fmt " : "data";
      throw new WavRefusal(
          Diagnostic.error(
                  DiagnosticCode.WAV_CHUNK, file, "the file has no chunk \"" + missing + "\"")
              .supported(missing)
              .advice("export the sound again"));
    }
    WavFormat samples = format.get();
    RiffChunk chunk = data.get();
    requireFrames(samples, chunk);
    requireNumbers(samples, chunk);
    Optional<SoundLoop> loop =
        sampler.isPresent() ? SamplerChunk.findLoop(sampler.get()) : Optional.empty();
    return new Sound(
        samples.sampleFormat(),
        samples.channels(),
        samples.sampleRateHz(),
        content,
        chunk.bodyOffsetBytes(),
        chunk.sizeBytes(),
        loop);
  }

  private static void requireFrames(WavFormat format, RiffChunk data) throws WavRefusal {
    long sizeBytes = data.sizeBytes();
    int frameBytes = format.channels() * format.sampleFormat().bytes();
    long frameCount = sizeBytes / frameBytes;
    if (sizeBytes % frameBytes != 0) {
      throw new WavRefusal(
          Diagnostic.error(
                  DiagnosticCode.WAV_PARTIAL_FRAME,
                  data.location(),
                  "the chunk \"data\" ends with an incomplete frame: "
                      + sizeBytes % frameBytes
                      + " of "
                      + frameBytes
                      + " bytes, after "
                      + frameCount
                      + " whole frames")
              .found(sizeBytes + " bytes")
              .supported("a multiple of " + frameBytes + " bytes")
              .advice("export the sound again"));
    }
    if (frameCount == 0) {
      throw new WavRefusal(
          Diagnostic.error(
                  DiagnosticCode.WAV_EMPTY, data.location(), "the sound has no frames at all")
              .found("0 frames")
              .supported("at least 1 frame")
              .advice("export the sound again, or remove the asset"));
    }
    if (frameCount > Limits.SOUND_FRAMES) {
      throw new WavRefusal(
          Diagnostic.error(
                  DiagnosticCode.WAV_LIMIT,
                  data.location(),
                  "the sound has "
                      + frameCount
                      + " frames; at most "
                      + Limits.SOUND_FRAMES
                      + " are allowed")
              .found(frameCount + " frames")
              .limit(Limits.SOUND_FRAMES + " frames")
              .advice("split the sound into several assets"));
    }
  }

  /**
   * Refuses floating-point samples that are no numbers, and those of double precision beyond the
   * range of single precision: no recording has them, and sums of them could overflow.
   */
  private static void requireNumbers(WavFormat format, RiffChunk data)
      throws WavRefusal, IOException {
    SampleFormat sampleFormat = format.sampleFormat();
    if (!sampleFormat.isFloatingPoint()) {
      return;
    }
    byte[] piece = new byte[PIECE_BYTES];
    ByteBuffer samples = ByteBuffer.wrap(piece).order(ByteOrder.LITTLE_ENDIAN);
    for (long start = 0; start < data.sizeBytes(); start += PIECE_BYTES) {
      int count = (int) Math.min(PIECE_BYTES, data.sizeBytes() - start);
      data.file().read(data.bodyOffsetBytes() + start, piece, 0, count);
      for (int at = 0; at < count; at += sampleFormat.bytes()) {
        double sample = sampleFormat.sample(samples, at);
        // Written so that NaN, which compares with nothing, is refused as well.
        if (!(Math.abs(sample) <= MOST_SAMPLE)) {
          throw noNumber(format, data, start + at, sample);
        }
      }
    }
  }

  private static WavRefusal noNumber(
      WavFormat format, RiffChunk data, long offsetBytes, double sample) {
    long index = offsetBytes / format.sampleFormat().bytes();
    String found = Double.toString(sample / 32768.0);
    return new WavRefusal(
        Diagnostic.error(
                DiagnosticCode.WAV_SAMPLE,
                data.location().atByte(data.bodyOffsetBytes() + offsetBytes),
                "frame "
                    + index / format.channels()
                    + ", channel "
                    + index % format.channels()
                    + " is "
                    + found
                    + ", which is not a valid sample")
            .found(found)
            .supported("finite numbers")
            .advice("find and remove the sample in an audio editor, then export again"));
  }
}

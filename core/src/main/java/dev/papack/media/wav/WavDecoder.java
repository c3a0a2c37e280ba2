package dev.papack.media.wav;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.SampleFormat;
import dev.papack.media.Sound;
import dev.papack.media.SoundLoop;
import dev.papack.source.Limits;
import dev.papack.source.Snapshot;
import java.util.Optional;

/**
 * Decodes WAV files: RIFF WAVE with one {@code fmt } chunk, one {@code data} chunk after it, and
 * perhaps one {@code smpl} chunk with loops. Other chunks, {@code fact} among them, are skipped.
 * The rules of each are with {@link RiffChunks}, {@link WavFormat} and {@link SamplerChunk}; the
 * first fault decides. Source: Microsoft and IBM, Multimedia Programming Interface and Data
 * Specifications 1.0, and Microsoft's WAVEFORMATEXTENSIBLE.
 *
 * <p>Time is proportional to the file; memory beyond the snapshot is constant.
 */
public final class WavDecoder {
  private Optional<WavFormat> format = Optional.empty();
  private Optional<RiffChunk> data = Optional.empty();
  private Optional<RiffChunk> sampler = Optional.empty();

  private WavDecoder() {}

  /**
   * Decodes a file.
   *
   * @param snapshot any bytes
   * @return a sound, perhaps with a warning of bytes after it, or the first fault
   */
  public static Outcome<Sound> decode(Snapshot snapshot) {
    try {
      RiffChunks chunks = new RiffChunks(snapshot);
      WavDecoder decoder = new WavDecoder();
      for (Optional<RiffChunk> next = chunks.next(); next.isPresent(); next = chunks.next()) {
        decoder.take(next.get());
      }
      return new Outcome.Accepted<>(decoder.sound(chunks.file()), chunks.trailingBytes());
    } catch (WavRefusal refusal) {
      return Outcome.refused(refusal.diagnostic());
    }
  }

  private void take(RiffChunk chunk) throws WavRefusal {
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

  private Sound sound(Location file) throws WavRefusal {
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
        samples.sampleFormat(), samples.channels(), samples.sampleRateHz(), chunk.body(), loop);
  }

  private static void requireFrames(WavFormat format, RiffChunk data) throws WavRefusal {
    int sizeBytes = data.body().limit();
    int frameBytes = format.channels() * format.sampleFormat().bytes();
    int frameCount = sizeBytes / frameBytes;
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
  private static void requireNumbers(WavFormat format, RiffChunk data) throws WavRefusal {
    SampleFormat sampleFormat = format.sampleFormat();
    if (!sampleFormat.isFloatingPoint()) {
      return;
    }
    double bound = Float.MAX_VALUE * 32768.0;
    for (int at = 0; at < data.body().limit(); at += sampleFormat.bytes()) {
      double sample = sampleFormat.sample(data.body(), at);
      // Written so that NaN, which compares with nothing, is refused as well.
      if (!(Math.abs(sample) <= bound)) {
        int index = at / sampleFormat.bytes();
        String found = Double.toString(sample / 32768.0);
        throw new WavRefusal(
            Diagnostic.error(
                    DiagnosticCode.WAV_SAMPLE,
                    data.location().atByte((long) data.bodyOffsetBytes() + at),
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
  }
}

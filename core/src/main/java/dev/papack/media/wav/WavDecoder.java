package dev.papack.media.wav;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.MemoryFormula;
import dev.papack.media.SampleFormat;
import dev.papack.media.Sound;
import dev.papack.media.SoundLoops;
import dev.papack.source.Limits;
import dev.papack.source.SourceContent;
import dev.papack.source.SourceReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Decodes WAV files: one {@code fmt } chunk, one {@code data} chunk after it, and perhaps chunks
 * with loops and marks. Other chunks, {@code fact} among them, are skipped. The rules of each are
 * with {@link RiffChunks}, {@link WavFormat} and {@link SamplerChunk}; the first fault decides.
 * Source: Microsoft and IBM, Multimedia Programming Interface and Data Specifications 1.0, and
 * Microsoft's WAVEFORMATEXTENSIBLE.
 *
 * <p>Time is proportional to the file; memory is constant.
 */
public final class WavDecoder {
  /** A multiple of the length of any sample. */
  private static final int PIECE_BYTES = 64 << 10;

  /** Pieces of the file, as many as are in memory at one time. */
  private static final long NEEDED_BYTES = 1 << 20;

  /** What {@link #neededBytes} says. */
  static final MemoryFormula MEMORY =
      new MemoryFormula("WAV sound", "1 MiB, whatever its length", NEEDED_BYTES);

  private Optional<WavFormat> format = Optional.empty();
  private Optional<RiffChunk> data = Optional.empty();
  private Optional<RiffChunk> sampler = Optional.empty();
  private Optional<Diagnostic> secondSampler = Optional.empty();
  private long cuePoints;
  private final WavFaults faults;
  private final WavFindings findings;

  private WavDecoder(WavFaults faults, WavFindings findings) {
    this.faults = faults;
    this.findings = findings;
  }

  /**
   * Decodes a file.
   *
   * @param content any bytes
   * @return a sound, perhaps with warnings of what is odd beside the samples, or the first fault
   * @throws IOException if the bytes can no longer be read
   */
  public static Outcome<Sound> decode(SourceContent content) throws IOException {
    try (SourceReader bytes = content.open()) {
      WavFindings findings = new WavFindings();
      RiffChunks chunks = new RiffChunks(content, bytes, findings);
      WavDecoder decoder =
          new WavDecoder(new WavFaults(chunks.file(), bytes.sizeBytes()), findings);
      Optional<RiffChunk> next = chunks.next(0);
      while (next.isPresent()) {
        decoder.take(next.get());
        next = chunks.next(decoder.frameBytes());
      }
      Sound sound = decoder.sound(content);
      return new Outcome.Accepted<>(sound, findings.all());
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
      case RiffChunk.FORMAT -> {
        requireFirst(format, chunk);
        format = Optional.of(WavFormat.parse(chunk, findings));
      }
      case RiffChunk.DATA -> {
        requireFirst(data, chunk);
        if (format.isEmpty()) {
          throw fault(chunk, "the chunk \"data\" comes before \"fmt \", which says how to read it");
        }
        data = Optional.of(chunk);
      }
      case RiffChunk.SAMPLER -> {
        if (sampler.isPresent()) {
          secondSampler = Optional.of(SamplerChunk.second(chunk));
        } else {
          sampler = Optional.of(chunk);
        }
      }
      case RiffChunk.CUE -> cuePoints = chunk.sizeBytes() < Integer.BYTES ? 0 : chunk.u32(0);
      default -> {}
    }
  }

  private int frameBytes() {
    return format.map(known -> known.layout().frameBytes()).orElse(0);
  }

  private void requireFirst(Optional<?> earlier, RiffChunk chunk) throws WavRefusal {
    if (earlier.isPresent()) {
      throw faults.twice(chunk);
    }
  }

  private static WavRefusal fault(RiffChunk chunk, String message) {
    return new WavRefusal(
        Diagnostic.error(DiagnosticCode.WAV_CHUNK, chunk.location(), message)
            .advice("export the sound again"));
  }

  private Sound sound(SourceContent content) throws WavRefusal, IOException {
    if (format.isEmpty() || data.isEmpty()) {
      String missing = format.isEmpty() ? RiffChunk.FORMAT : RiffChunk.DATA;
      throw new WavRefusal(
          Diagnostic.error(
                  DiagnosticCode.WAV_CHUNK,
                  faults.file(),
                  "the file has no chunk \"" + missing + "\"")
              .supported(missing)
              .advice("export the sound again"));
    }
    WavFormat samples = format.get();
    RiffChunk chunk = wholeFrames(samples, data.get());
    requireFrames(samples, chunk);
    requireNumbers(samples, chunk);
    nestedFile(chunk).ifPresent(findings::add);
    SoundLoops loops = sampler.isPresent() ? SamplerChunk.loops(sampler.get()) : SoundLoops.NONE;
    return new Sound(
        samples.layout(),
        content,
        chunk.bodyOffsetBytes(),
        chunk.sizeBytes(),
        loops.withCuePoints(cuePoints).withOddity(secondSampler));
  }

  /** Without a last frame of which only some bytes are there; they are no sample. */
  private RiffChunk wholeFrames(WavFormat format, RiffChunk data) {
    int frameBytes = format.layout().frameBytes();
    long partBytes = data.sizeBytes() % frameBytes;
    if (partBytes == 0) {
      return data;
    }
    findings.add(
        Diagnostic.warning(
                DiagnosticCode.WAV_PARTIAL_FRAME,
                data.location(),
                "the chunk \"data\" ends with an incomplete frame, which is left out: "
                    + partBytes
                    + " of "
                    + frameBytes
                    + " bytes, after "
                    + data.sizeBytes() / frameBytes
                    + " whole frames")
            .found(data.sizeBytes() + " bytes")
            .supported("a multiple of " + frameBytes + " bytes")
            .advice("if the end of the sound is as it should be, do nothing, or export it again"));
    return data.ofSize(data.sizeBytes() - partBytes);
  }

  /** A program that took a whole file for samples wrote its header into the sound. */
  private static Optional<Diagnostic> nestedFile(RiffChunk data) throws IOException {
    int headBytes = (int) Math.min(data.sizeBytes(), WavContainer.W64.headerBytes());
    ByteBuffer head = data.loaded(0, headBytes);
    boolean isNested =
        WavContainer.of(head)
            .filter(inner -> headBytes >= inner.headerBytes() && inner.isOfSound(head))
            .isPresent();
    return isNested
        ? Optional.of(
            Diagnostic.warning(
                    DiagnosticCode.WAV_NESTED,
                    data.location().atByte(data.bodyOffsetBytes()),
                    "the samples begin with the header of another WAV file, which will be heard as"
                        + " noise")
                .advice("export the sound again, or cut its beginning in an audio editor"))
        : Optional.empty();
  }

  private static void requireFrames(WavFormat format, RiffChunk data) throws WavRefusal {
    long frameCount = data.sizeBytes() / format.layout().frameBytes();
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
    SampleFormat sampleFormat = format.layout().format();
    if (!sampleFormat.isFloatingPoint()) {
      return;
    }
    byte[] piece = new byte[PIECE_BYTES];
    ByteBuffer samples = ByteBuffer.wrap(piece).order(data.order());
    for (long start = 0; start < data.sizeBytes(); start += PIECE_BYTES) {
      int count = (int) Math.min(PIECE_BYTES, data.sizeBytes() - start);
      data.file().read(data.bodyOffsetBytes() + start, piece, 0, count);
      for (int at = 0; at < count; at += sampleFormat.bytes()) {
        double sample = sampleFormat.sample(samples, at);
        // Written so that NaN, which compares with nothing, is refused as well.
        if (!(Math.abs(sample) <= Sound.MAX_SAMPLE)) {
          throw noNumber(format, data, start + at, sample);
        }
      }
    }
  }

  private static WavRefusal noNumber(
      WavFormat format, RiffChunk data, long offsetBytes, double sample) {
    long index = offsetBytes / format.layout().format().bytes();
    String found = Double.toString(sample / 32768.0);
    return new WavRefusal(
        Diagnostic.error(
                DiagnosticCode.WAV_SAMPLE,
                data.location().atByte(data.bodyOffsetBytes() + offsetBytes),
                "frame "
                    + index / format.layout().channels()
                    + ", channel "
                    + index % format.layout().channels()
                    + " is "
                    + found
                    + ", which is not a valid sample")
            .found(found)
            .supported("finite numbers")
            .advice("find and remove the sample in an audio editor, then export again"));
  }
}

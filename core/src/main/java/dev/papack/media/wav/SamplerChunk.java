package dev.papack.media.wav;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.media.SoundLoop;
import dev.papack.media.SoundLoops;
import java.io.IOException;
import java.util.Optional;

/**
 * The chunk {@code smpl}: which parts a sampler repeats. No sample depends on it, so nothing in it
 * refuses a file.
 */
final class SamplerChunk {
  private static final int HEADER_BYTES = 36;
  private static final int LOOP_COUNT_OFFSET_BYTES = 28;
  private static final int LOOP_BYTES = 24;
  private static final int FORWARD = 0;

  private SamplerChunk() {}

  /**
   * Finds the loops. What follows them belongs to some sampler and is skipped; editors disagree on
   * how to count it, so its length is not judged.
   */
  static SoundLoops loops(RiffChunk chunk) throws IOException {
    long sizeBytes = chunk.sizeBytes();
    if (sizeBytes < HEADER_BYTES) {
      return SoundLoops.NONE.withOddity(Optional.of(tooShort(chunk, HEADER_BYTES)));
    }
    long saidCount = chunk.u32(LOOP_COUNT_OFFSET_BYTES);
    long count = Math.min(saidCount, (sizeBytes - HEADER_BYTES) / LOOP_BYTES);
    Optional<SoundLoop> forward = Optional.empty();
    Optional<SoundLoops.Other> other = Optional.empty();
    for (long i = 0; i < count && (forward.isEmpty() || other.isEmpty()); i++) {
      long at = HEADER_BYTES + i * LOOP_BYTES;
      long type = chunk.u32(at + 4);
      SoundLoop loop =
          new SoundLoop(
              chunk.u32(at + 8),
              chunk.u32(at + 12),
              chunk.u32(at + 20),
              chunk.bodyOffsetBytes() + at);
      if (type == FORWARD) {
        forward = forward.or(() -> Optional.of(loop));
      } else {
        other = other.or(() -> Optional.of(new SoundLoops.Other(type, loop)));
      }
    }
    Optional<Diagnostic> oddity =
        count < saidCount
            ? Optional.of(tooShort(chunk, HEADER_BYTES + saidCount * LOOP_BYTES))
            : Optional.empty();
    return new SoundLoops(forward, other, count, 0, oddity);
  }

  /** A second chunk of the name, which is not read. */
  static Diagnostic second(RiffChunk chunk) {
    return Diagnostic.warning(
            DiagnosticCode.WAV_SAMPLER,
            chunk.location(),
            "the chunk \"smpl\" comes a second time; its loops are not read")
        .advice("declare the \"loop\", or export the sound again");
  }

  private static Diagnostic tooShort(RiffChunk chunk, long neededBytes) {
    return Diagnostic.warning(
            DiagnosticCode.WAV_SAMPLER,
            chunk.location(),
            "the chunk \"smpl\" has "
                + chunk.sizeBytes()
                + " bytes, but needs "
                + neededBytes
                + "; the missing loops are not read")
        .found(chunk.sizeBytes() + " bytes")
        .supported(neededBytes + " bytes")
        .advice("declare the \"loop\", or export the sound again");
  }
}

package dev.papack.media.wav;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.media.SoundLoop;
import java.io.IOException;
import java.util.Optional;

/** The chunk {@code smpl}, of which papack wants the first forward loop. */
final class SamplerChunk {
  private static final int HEADER_BYTES = 36;
  private static final int LOOP_COUNT_OFFSET_BYTES = 28;
  private static final int LOOP_BYTES = 24;
  private static final int FORWARD = 0;

  private SamplerChunk() {}

  /**
   * Finds the loop. What follows the loops belongs to some sampler and is skipped; editors disagree
   * on how to count it, so its length is not judged.
   */
  static Optional<SoundLoop> findLoop(RiffChunk chunk) throws WavRefusal, IOException {
    long sizeBytes = chunk.sizeBytes();
    long loopCount = sizeBytes < HEADER_BYTES ? 0 : chunk.u32(LOOP_COUNT_OFFSET_BYTES);
    long neededBytes = HEADER_BYTES + loopCount * LOOP_BYTES;
    if (sizeBytes < neededBytes) {
      throw new WavRefusal(
          Diagnostic.error(
                  DiagnosticCode.WAV_CHUNK,
                  chunk.location(),
                  "the chunk \"smpl\" has "
                      + sizeBytes
                      + " bytes, but "
                      + loopCount
                      + " loops need "
                      + neededBytes)
              .found(sizeBytes + " bytes")
              .supported(neededBytes + " bytes")
              .advice("export the sound again"));
    }
    for (long at = HEADER_BYTES; at < neededBytes; at += LOOP_BYTES) {
      if (chunk.s32(at + 4) == FORWARD) {
        return Optional.of(
            new SoundLoop(chunk.u32(at + 8), chunk.u32(at + 12), chunk.bodyOffsetBytes() + at));
      }
    }
    return Optional.empty();
  }
}

package dev.papack.media;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import java.util.Optional;

/**
 * The first forward loop of a {@code smpl} chunk, in frames, as it is stored: whether it lies
 * inside the sound matters only where nothing else is declared, so it is judged there.
 *
 * @param first its first frame
 * @param last its last frame: the file's end is inclusive, unlike a bank's
 * @param offsetBytes where in the file it is stored
 */
public record WavLoop(long first, long last, long offsetBytes) {
  private static final int HEADER_BYTES = 36;
  private static final int LOOP_COUNT_OFFSET_BYTES = 28;
  private static final int LOOP_BYTES = 24;
  private static final int FORWARD = 0;

  /**
   * Finds it. What follows the loops belongs to some sampler and is skipped; editors disagree on
   * how to count it, so its length is not judged.
   */
  static Optional<WavLoop> find(RiffChunk chunk) throws WavRefusal {
    int sizeBytes = chunk.body().limit();
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
              .help("export the sound again"));
    }
    for (int at = HEADER_BYTES; at < neededBytes; at += LOOP_BYTES) {
      if (chunk.body().getInt(at + 4) == FORWARD) {
        return Optional.of(
            new WavLoop(
                chunk.u32(at + 8), chunk.u32(at + 12), (long) chunk.bodyOffsetBytes() + at));
      }
    }
    return Optional.empty();
  }
}

package dev.papack.media;

import dev.papack.container.SoundsMetadata;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import java.util.Optional;

/**
 * The first forward loop of a {@code smpl} chunk, in frames, not yet compared with the sound.
 *
 * @param location where it is stored
 * @param first its first frame
 * @param last its last frame: the file's end is inclusive, unlike ours
 */
record WavLoop(Location location, long first, long last) {
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
        Location location = chunk.location().atByte((long) chunk.bodyOffsetBytes() + at);
        return Optional.of(new WavLoop(location, chunk.u32(at + 8), chunk.u32(at + 12)));
      }
    }
    return Optional.empty();
  }

  /** The loop with our exclusive end, once it is known to lie inside the sound. */
  SoundsMetadata.Loop within(int frameCount) throws WavRefusal {
    if (first > last || last >= frameCount) {
      throw new WavRefusal(
          Diagnostic.error(
                  DiagnosticCode.WAV_LOOP,
                  location,
                  "the file's loop from frame "
                      + first
                      + " to "
                      + last
                      + (first > last
                          ? " ends before it begins"
                          : " is not inside its "
                              + frameCount
                              + " frames, 0 to "
                              + (frameCount - 1)))
              .found(first + ".." + last)
              .limit(frameCount + " frames")
              .help("set the loop again in the editor that wrote it, or export without loops"));
    }
    return new SoundsMetadata.Loop(first, last + 1);
  }
}

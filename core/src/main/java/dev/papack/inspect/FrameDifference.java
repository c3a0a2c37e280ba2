package dev.papack.inspect;

import dev.papack.comparison.Share;
import dev.papack.container.Slice;
import dev.papack.container.SoundsMetadata;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Which frames of two sounds have other samples. Memory: a buffer for each, whatever their length.
 */
final class FrameDifference {
  /** Holds whole frames of one channel and of two. */
  private static final int BUFFER_BYTES = 256 << 10;

  private FrameDifference() {}

  /** What there is to say of two sounds whose slices need not be read. */
  static Share ofEqualSlices(SoundsMetadata before, SoundsMetadata after) {
    return isComparable(before, after) ? new Share(0, before.frameCount()) : Share.NONE;
  }

  /**
   * Compares frames of the same number.
   *
   * @return not comparable if a frame of the one is not played as a frame of the other is: sample
   *     rate or channels differ
   */
  static Share of(
      Slice before, SoundsMetadata metadataBefore, Slice after, SoundsMetadata metadataAfter)
      throws IOException {
    if (!isComparable(metadataBefore, metadataAfter)) {
      return Share.NONE;
    }
    int frameBytes = metadataBefore.channels() * Short.BYTES;
    long compared = Math.min(metadataBefore.frameCount(), metadataAfter.frameCount());
    long comparedBytes = compared * frameBytes;
    ByteBuffer pieceBefore = ByteBuffer.allocate(BUFFER_BYTES);
    ByteBuffer pieceAfter = ByteBuffer.allocate(BUFFER_BYTES);
    long different = 0;
    for (long at = 0; at < comparedBytes; at += pieceBefore.limit()) {
      int pieceBytes = (int) Math.min(BUFFER_BYTES, comparedBytes - at);
      before.read(at, pieceBefore.clear().limit(pieceBytes));
      after.read(at, pieceAfter.clear().limit(pieceBytes));
      different += differentFrames(pieceBefore.flip(), pieceAfter.flip(), frameBytes);
    }
    return new Share(different, compared);
  }

  private static boolean isComparable(SoundsMetadata before, SoundsMetadata after) {
    return before.sampleRateHz() == after.sampleRateHz() && before.channels() == after.channels();
  }

  private static long differentFrames(ByteBuffer before, ByteBuffer after, int frameBytes) {
    long different = 0;
    for (int at = 0; at < before.limit(); at += frameBytes) {
      different += before.slice(at, frameBytes).equals(after.slice(at, frameBytes)) ? 0 : 1;
    }
    return different;
  }
}

package dev.papack.inspect;

import dev.papack.comparison.Share;
import dev.papack.container.SoundsMetadata;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Which frames of two sounds have other samples. Memory: a buffer for each, whatever their length.
 */
final class FrameDifference {
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
      SliceStream before,
      SoundsMetadata metadataBefore,
      SliceStream after,
      SoundsMetadata metadataAfter)
      throws IOException {
    if (!isComparable(metadataBefore, metadataAfter)) {
      return Share.NONE;
    }
    int frameBytes = metadataBefore.channels() * Short.BYTES;
    long compared = Math.min(metadataBefore.frameCount(), metadataAfter.frameCount());
    long leftBytes = compared * frameBytes;
    long different = 0;
    while (leftBytes > 0) {
      int pieceBytes = (int) Math.min(SliceStream.MAX_BYTES, leftBytes);
      different += differentFrames(before.next(pieceBytes), after.next(pieceBytes), frameBytes);
      leftBytes -= pieceBytes;
    }
    before.finish();
    after.finish();
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

package dev.papack.media.flac;

import java.util.ArrayList;
import java.util.List;

/**
 * Compares what STREAMINFO says of the sizes of blocks and frames with those that are there.
 * Programs that play need it to reserve memory; nothing of a sample follows from it.
 */
final class BlockSizes {
  private static final int MIN_BLOCK_FRAMES = 16;

  private final StreamInfo info;
  private int longest;
  private int shortestButLast = Integer.MAX_VALUE;
  private int last;
  private long largestBytes;
  private long smallestBytes = Long.MAX_VALUE;

  BlockSizes(StreamInfo info) {
    this.info = info;
  }

  /** Adds the next block. */
  void add(int blockFrames, long frameBytes) {
    if (last > 0) {
      shortestButLast = Math.min(shortestButLast, last);
    }
    last = blockFrames;
    longest = Math.max(longest, blockFrames);
    largestBytes = Math.max(largestBytes, frameBytes);
    smallestBytes = Math.min(smallestBytes, frameBytes);
  }

  /** What does not fit, in words. */
  List<String> oddities() {
    List<String> oddities = new ArrayList<>();
    if (longest > info.maxBlockFrames()) {
      oddities.add(said("no block is longer than", info.maxBlockFrames(), "samples", longest));
    }
    if (shortestButLast < info.minBlockFrames()) {
      oddities.add(
          said("no block is shorter than", info.minBlockFrames(), "samples", shortestButLast));
    }
    if (shortestButLast < MIN_BLOCK_FRAMES && shortestButLast >= info.minBlockFrames()) {
      oddities.add("a block of " + shortestButLast + " samples is shorter than FLAC allows");
    }
    if (info.maxFrameBytes() > 0 && largestBytes > info.maxFrameBytes()) {
      oddities.add(said("no frame is larger than", info.maxFrameBytes(), "bytes", largestBytes));
    }
    if (smallestBytes < info.minFrameBytes()) {
      oddities.add(said("no frame is smaller than", info.minFrameBytes(), "bytes", smallestBytes));
    }
    return oddities;
  }

  private static String said(String what, long said, String unit, long found) {
    return "STREAMINFO says that " + what + " " + said + " " + unit + ", and one has " + found;
  }
}

package dev.papack.media.flac;

import dev.papack.media.SeekIndex;
import dev.papack.media.Sound;
import dev.papack.media.flac.FrameReader.Block;
import dev.papack.source.SourceReader;
import java.io.IOException;

/**
 * Decodes a file again that was found to be sound, wherever its samples are wanted. Two blocks are
 * in memory: whoever reads goes forward, and often a few frames back.
 */
final class FlacSamples implements Sound.Samples {
  private final SourceReader file;
  private final FlacFaults faults;
  private final FrameReader frames;
  private final SeekIndex index;
  private final double scale;
  private Block block = Block.NONE;
  private Block before = Block.NONE;
  private int blockStart;

  /** Takes over the reader. */
  FlacSamples(FlacFaults faults, StreamInfo info, SeekIndex index, SourceReader file)
      throws IOException {
    this.file = file;
    this.faults = faults;
    this.frames = new FrameReader(faults, info, file);
    this.index = index;
    this.scale = Math.scalb(1.0, Short.SIZE - info.bits());
    goTo(0);
  }

  @Override
  public void read(int firstFrame, int count, double[][] into, int offset) throws IOException {
    int done = 0;
    while (done < count) {
      int frame = firstFrame + done;
      find(frame);
      boolean isBefore = frame < blockStart;
      Block found = isBefore ? before : block;
      int at = frame - (isBefore ? blockStart - before.frames() : blockStart);
      int part = Math.min(count - done, found.frames() - at);
      for (int channel = 0; channel < into.length; channel++) {
        long[] samples = found.samples()[channel];
        double[] target = into[channel];
        for (int i = 0; i < part; i++) {
          target[offset + done + i] = samples[at + i] * scale;
        }
      }
      done += part;
    }
  }

  /** Goes on until one of the two blocks has a frame. */
  private void find(int frame) throws IOException {
    int point = index.pointAt(frame);
    if (frame < blockStart - before.frames() || index.firstFrame(point) > blockEnd()) {
      goTo(point);
    }
    while (frame >= blockEnd()) {
      advance();
    }
  }

  private int blockEnd() {
    return blockStart + block.frames();
  }

  private void goTo(int point) throws IOException {
    frames.seek(index.positionBytes(point));
    blockStart = index.firstFrame(point);
    block = block.emptied();
    before = before.emptied();
  }

  private void advance() throws IOException {
    try {
      long position = frames.positionBytes();
      FrameHeader header =
          frames.findHeader().orElseThrow(() -> faults.noFrame(position, blockEnd()));
      Block next = frames.readBlock(faults.at(position), header, before);
      blockStart += block.frames();
      before = block;
      block = next;
    } catch (FlacRefusal refusal) {
      throw new IllegalStateException("the file was decoded before", refusal);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

package dev.papack.media.vorbis;

import dev.papack.media.SeekIndex;
import dev.papack.media.Sound;
import dev.papack.source.SourceReader;
import java.io.IOException;

/**
 * Decodes a file again that was found to be sound, wherever its samples are wanted. One block is in
 * memory.
 */
final class VorbisSamples implements Sound.Samples {
  static final double FULL_SCALE = 32_768;

  private final SourceReader file;
  private final SeekIndex index;
  private final int skipped;
  private final VorbisStream stream;
  private final double[][] block;
  private int blockStart;
  private int blockFrames;

  /** Takes over the reader. */
  VorbisSamples(VorbisSetup setup, SeekIndex index, int skipped, SourceReader file)
      throws IOException {
    this.file = file;
    this.index = index;
    this.skipped = skipped;
    this.stream = new VorbisStream(file, setup);
    this.block = new double[setup.channels()][setup.blockSize(true)];
    goTo(0);
  }

  @Override
  public void read(int firstFrame, int frames, double[][] into, int offset) throws IOException {
    int done = 0;
    while (done < frames) {
      int frame = firstFrame + skipped + done;
      find(frame);
      int at = frame - blockStart;
      int count = Math.min(frames - done, blockFrames - at);
      for (int channel = 0; channel < into.length; channel++) {
        for (int i = 0; i < count; i++) {
          into[channel][offset + done + i] = block[channel][at + i] * FULL_SCALE;
        }
      }
      done += count;
    }
  }

  /** Goes on until the block has a frame. */
  private void find(int frame) throws IOException {
    int point = index.pointAt(frame);
    if (frame < blockStart || index.firstFrame(point) > blockStart + blockFrames) {
      goTo(point);
    }
    while (frame >= blockStart + blockFrames) {
      blockStart += blockFrames;
      blockFrames = advance();
    }
  }

  private void goTo(int point) throws IOException {
    stream.seek(index.positionBytes(point));
    advance();
    blockStart = index.firstFrame(point);
    blockFrames = 0;
  }

  private int advance() throws IOException {
    try {
      int count = stream.next(block);
      if (count < 0) {
        throw new IllegalStateException("the file was decoded before, and was longer");
      }
      return count;
    } catch (VorbisRefusal refusal) {
      throw new IllegalStateException("the file was decoded before", refusal);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

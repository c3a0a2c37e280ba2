package dev.papack.media;

import dev.papack.source.SourceReader;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Samples that are in a file one after the other, each by itself. */
final class StoredSamples implements Sound.Samples {
  private static final int PIECE_BYTES = 64 << 10;

  private final Sound.Layout layout;
  private final long positionBytes;
  private final SourceReader reader;
  private final byte[] piece = new byte[PIECE_BYTES];
  private final ByteBuffer stored;

  /** Takes over the reader. */
  StoredSamples(Sound.Layout layout, long positionBytes, SourceReader reader) {
    this.layout = layout;
    this.positionBytes = positionBytes;
    this.reader = reader;
    this.stored = ByteBuffer.wrap(piece).order(layout.order());
  }

  @Override
  public void read(int firstFrame, int frames, double[][] into, int offset) throws IOException {
    SampleFormat format = layout.format();
    int frameBytes = layout.frameBytes();
    int done = 0;
    while (done < frames) {
      int count = Math.min(frames - done, PIECE_BYTES / frameBytes);
      long place = positionBytes + (long) (firstFrame + done) * frameBytes;
      reader.read(place, piece, 0, count * frameBytes);
      for (int channel = 0; channel < layout.channels(); channel++) {
        double[] samples = into[channel];
        int at = channel * format.bytes();
        for (int i = 0; i < count; i++) {
          samples[offset + done + i] = format.sample(stored, at);
          at += frameBytes;
        }
      }
      done += count;
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}

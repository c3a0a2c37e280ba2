package dev.papack.media;

import dev.papack.source.SourceContent;
import dev.papack.source.SourceReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * A decoded sound. Its samples stay where they are, and are read when they are asked for: memory
 * does not grow with its length.
 */
public final class Sound implements Media {
  private final SampleFormat format;
  private final int channels;
  private final int sampleRateHz;
  private final int frameCount;
  private final SourceContent content;
  private final long positionBytes;
  private final Optional<SoundLoop> loop;

  /**
   * A sound whose floating-point samples have been found to be numbers.
   *
   * @param content a file that has the samples, interleaved
   * @param positionBytes where they begin
   * @param sizeBytes at least one frame, and whole frames
   * @param loop as it is stored, not compared with the sound
   * @throws IllegalArgumentException for anything else
   */
  public Sound(
      SampleFormat format,
      int channels,
      int sampleRateHz,
      SourceContent content,
      long positionBytes,
      long sizeBytes,
      Optional<SoundLoop> loop) {
    int frameBytes = channels * format.bytes();
    if ((channels != 1 && channels != 2) || sampleRateHz < 1) {
      throw new IllegalArgumentException(channels + " channels at " + sampleRateHz + " Hz");
    }
    if (sizeBytes < 1 || sizeBytes % frameBytes != 0) {
      throw new IllegalArgumentException(sizeBytes + " bytes are not frames of " + frameBytes);
    }
    this.format = format;
    this.channels = channels;
    this.sampleRateHz = sampleRateHz;
    this.frameCount = Math.toIntExact(sizeBytes / frameBytes);
    this.content = content;
    this.positionBytes = positionBytes;
    this.loop = loop;
  }

  /** How the samples are stored. */
  public SampleFormat format() {
    return format;
  }

  /** 1 or 2; channel 0 of two is the left one. */
  public int channels() {
    return channels;
  }

  /** Frames per second, at least 1. */
  public int sampleRateHz() {
    return sampleRateHz;
  }

  /** How many frames there are, at least 1. A frame is one sample of every channel. */
  public int frameCount() {
    return frameCount;
  }

  /** The part that repeats, as it is stored: nobody has compared it with the frames. */
  public Optional<SoundLoop> loop() {
    return loop;
  }

  /** Opens the samples; the caller closes them. */
  public Samples open() throws IOException {
    return new Samples(this, content.open());
  }

  /** The samples of a sound, to be read from any place on. */
  public static final class Samples implements Closeable {
    private static final int PIECE_BYTES = 64 << 10;

    private final Sound sound;
    private final SourceReader reader;
    private final byte[] piece = new byte[PIECE_BYTES];
    private final ByteBuffer stored = ByteBuffer.wrap(piece).order(ByteOrder.LITTLE_ENDIAN);

    private Samples(Sound sound, SourceReader reader) {
      this.sound = sound;
      this.reader = reader;
    }

    /**
     * Reads samples exactly as they are stored, on the scale of {@link SampleFormat}.
     * Floating-point samples may be beyond full scale, but are finite.
     *
     * @param firstFrame from 0
     * @param frames how many; all of them are in the sound
     * @param into for each channel where its samples go
     * @param offset the place of the first of them
     */
    public void read(int firstFrame, int frames, double[][] into, int offset) throws IOException {
      int sampleBytes = sound.format.bytes();
      int frameBytes = sampleBytes * sound.channels;
      int done = 0;
      while (done < frames) {
        int count = Math.min(frames - done, PIECE_BYTES / frameBytes);
        long place = sound.positionBytes + (long) (firstFrame + done) * frameBytes;
        reader.read(place, piece, 0, count * frameBytes);
        for (int channel = 0; channel < sound.channels; channel++) {
          double[] samples = into[channel];
          int at = channel * sampleBytes;
          for (int i = 0; i < count; i++) {
            samples[offset + done + i] = sound.format.sample(stored, at);
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
}

package dev.papack.media;

import dev.papack.source.SourceContent;
import dev.papack.source.SourceReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A decoded sound. Its samples stay where they are, and are read when they are asked for: memory
 * does not grow with its length.
 */
public final class Sound implements Media {
  /** A sound for more speakers has to be mixed elsewhere. */
  public static final int MAX_CHANNELS = 8;

  private final SampleFormat format;
  private final ByteOrder order;
  private final int channels;
  private final List<Speaker> speakers;
  private final int sampleRateHz;
  private final int frameCount;
  private final SourceContent content;
  private final long positionBytes;
  private final SoundLoops loops;

  /**
   * How the samples of a sound are stored.
   *
   * @param format of one sample
   * @param order of its bytes
   * @param channels 1 to {@value Sound#MAX_CHANNELS}
   * @param speakers one for each channel, if there are more than two; else none
   * @param sampleRateHz at least 1
   */
  public record Layout(
      SampleFormat format,
      ByteOrder order,
      int channels,
      List<Speaker> speakers,
      int sampleRateHz) {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException for anything that is no sound
     */
    public Layout {
      speakers = List.copyOf(speakers);
      if (channels < 1 || channels > MAX_CHANNELS || sampleRateHz < 1) {
        throw new IllegalArgumentException(channels + " channels at " + sampleRateHz + " Hz");
      }
      if (speakers.size() != (channels > 2 ? channels : 0)) {
        throw new IllegalArgumentException(speakers + " for " + channels + " channels");
      }
    }

    /** The length of one frame. */
    public int frameBytes() {
      return channels * format.bytes();
    }
  }

  /**
   * A sound whose floating-point samples have been found to be numbers.
   *
   * @param content a file that has the samples, interleaved
   * @param positionBytes where they begin
   * @param sizeBytes at least one frame, and whole frames
   * @param loops as they are stored, not compared with the sound
   * @throws IllegalArgumentException for anything else
   */
  public Sound(
      Layout layout, SourceContent content, long positionBytes, long sizeBytes, SoundLoops loops) {
    int frameBytes = layout.frameBytes();
    if (sizeBytes < 1 || sizeBytes % frameBytes != 0) {
      throw new IllegalArgumentException(sizeBytes + " bytes are not frames of " + frameBytes);
    }
    this.format = layout.format();
    this.order = layout.order();
    this.channels = layout.channels();
    this.speakers = layout.speakers();
    this.sampleRateHz = layout.sampleRateHz();
    this.frameCount = Math.toIntExact(sizeBytes / frameBytes);
    this.content = content;
    this.positionBytes = positionBytes;
    this.loops = loops;
  }

  /** How the samples are stored. */
  public SampleFormat format() {
    return format;
  }

  /** 1 to {@value #MAX_CHANNELS}; channel 0 of two is the left one. */
  public int channels() {
    return channels;
  }

  /** Where the speakers of more than two channels stand; of one or two it is known. */
  public List<Speaker> speakers() {
    return speakers;
  }

  /** Frames per second, at least 1. */
  public int sampleRateHz() {
    return sampleRateHz;
  }

  /** How many frames there are, at least 1. A frame is one sample of every channel. */
  public int frameCount() {
    return frameCount;
  }

  /** What the file says of loops: nobody has compared it with the frames. */
  public SoundLoops loops() {
    return loops;
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
    private final ByteBuffer stored;

    private Samples(Sound sound, SourceReader reader) {
      this.sound = sound;
      this.reader = reader;
      this.stored = ByteBuffer.wrap(piece).order(sound.order);
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

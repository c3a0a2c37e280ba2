package dev.papack.media;

import dev.papack.source.SourceContent;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A decoded sound. Its samples stay where they are, and are read when they are asked for: memory
 * does not grow with its length.
 */
public final class Sound implements Media {
  /** A sample beyond this, of whichever format, is a defect of what wrote the file. */
  public static final double MAX_SAMPLE = Float.MAX_VALUE * 32768.0;

  /** A sound for more speakers has to be mixed elsewhere. */
  public static final int MAX_CHANNELS = 8;

  private final Shape shape;
  private final Range range;
  private final Storage storage;
  private final SoundLoops loops;

  /**
   * What a sound is, however it is stored.
   *
   * @param channels 1 to {@value Sound#MAX_CHANNELS}; channel 0 of two is the left one
   * @param speakers one for each channel, if there are more than two; else none
   * @param sampleRateHz at least 1
   * @param frameCount at least 1; a frame is one sample of every channel
   */
  public record Shape(int channels, List<Speaker> speakers, int sampleRateHz, int frameCount) {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException for anything that is no sound
     */
    public Shape {
      speakers = List.copyOf(speakers);
      if (channels < 1 || channels > MAX_CHANNELS || sampleRateHz < 1 || frameCount < 1) {
        throw new IllegalArgumentException(
            frameCount + " frames of " + channels + " channels at " + sampleRateHz + " Hz");
      }
      if (speakers.size() != (channels > 2 ? channels : 0)) {
        throw new IllegalArgumentException(speakers + " for " + channels + " channels");
      }
    }
  }

  /** How large a sample may be. */
  public enum Range {
    /** None is beyond full scale. */
    FULL_SCALE,
    /** Some may be, but all are finite. */
    BEYOND_FULL_SCALE
  }

  /** Where the samples are. */
  @FunctionalInterface
  public interface Storage {
    /** Opens them; the caller closes them. */
    Samples open() throws IOException;
  }

  /** The samples of a sound, to be read from any place on. */
  public interface Samples extends Closeable {
    /**
     * Reads samples exactly as they are stored, on the scale of {@link SampleFormat}.
     *
     * @param firstFrame from 0
     * @param frames how many; all of them are in the sound
     * @param into for each channel where its samples go
     * @param offset the place of the first of them
     */
    void read(int firstFrame, int frames, double[][] into, int offset) throws IOException;
  }

  /**
   * How the samples of a sound are stored that is not compressed.
   *
   * @param format of one sample
   * @param order of its bytes
   * @param channels as of {@link Shape}
   * @param speakers likewise
   * @param sampleRateHz likewise
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
      Shape _ = new Shape(channels, speakers, sampleRateHz, 1);
    }

    /** The length of one frame. */
    public int frameBytes() {
      return channels * format.bytes();
    }

    private Shape shape(long sizeBytes) {
      if (sizeBytes < 1 || sizeBytes % frameBytes() != 0) {
        throw new IllegalArgumentException(sizeBytes + " bytes are not frames of " + frameBytes());
      }
      return new Shape(channels, speakers, sampleRateHz, Math.toIntExact(sizeBytes / frameBytes()));
    }
  }

  /**
   * A sound that some decoder reads.
   *
   * @param shape what it is
   * @param range of its samples, whatever they are
   * @param storage where they are read
   * @param loops as they are stored, not compared with the sound
   */
  public Sound(Shape shape, Range range, Storage storage, SoundLoops loops) {
    this.shape = shape;
    this.range = range;
    this.storage = storage;
    this.loops = loops;
  }

  /**
   * A sound that is not compressed, whose floating-point samples have been found to be numbers.
   *
   * @param content a file that has the samples, interleaved
   * @param positionBytes where they begin
   * @param sizeBytes at least one frame, and whole frames
   * @param loops as they are stored, not compared with the sound
   * @throws IllegalArgumentException for anything else
   */
  public Sound(
      Layout layout, SourceContent content, long positionBytes, long sizeBytes, SoundLoops loops) {
    this(
        layout.shape(sizeBytes),
        layout.format().isFloatingPoint() ? Range.BEYOND_FULL_SCALE : Range.FULL_SCALE,
        () -> new StoredSamples(layout, positionBytes, content.open()),
        loops);
  }

  /** How large its samples may be. */
  public Range range() {
    return range;
  }

  /** 1 to {@value #MAX_CHANNELS}; channel 0 of two is the left one. */
  public int channels() {
    return shape.channels();
  }

  /** Where the speakers of more than two channels stand; of one or two it is known. */
  public List<Speaker> speakers() {
    return shape.speakers();
  }

  /** Frames per second, at least 1. */
  public int sampleRateHz() {
    return shape.sampleRateHz();
  }

  /** How many frames there are, at least 1. A frame is one sample of every channel. */
  public int frameCount() {
    return shape.frameCount();
  }

  /** What the file says of loops: nobody has compared it with the frames. */
  public SoundLoops loops() {
    return loops;
  }

  /** Opens the samples; the caller closes them. */
  public Samples open() throws IOException {
    return storage.open();
  }
}

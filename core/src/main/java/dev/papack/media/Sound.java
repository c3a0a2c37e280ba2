package dev.papack.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * A decoded sound. It keeps a view of the stored samples and reads each when it is asked for, so
 * that it costs no memory beyond the snapshot it came from.
 */
public final class Sound implements Media {
  private final SampleFormat format;
  private final int channels;
  private final int sampleRateHz;
  private final int frameCount;
  private final ByteBuffer samples;
  private final Optional<SoundLoop> loop;

  /**
   * Takes over a view of whole frames whose floating-point samples have been found to be numbers.
   *
   * @param samples at least one frame, interleaved, from the position to the limit
   * @param loop as it is stored, not compared with the sound
   * @throws IllegalArgumentException for anything else
   */
  public Sound(
      SampleFormat format,
      int channels,
      int sampleRateHz,
      ByteBuffer samples,
      Optional<SoundLoop> loop) {
    int frameBytes = channels * format.bytes();
    if ((channels != 1 && channels != 2) || sampleRateHz < 1) {
      throw new IllegalArgumentException(channels + " channels at " + sampleRateHz + " Hz");
    }
    if (!samples.hasRemaining() || samples.remaining() % frameBytes != 0) {
      throw new IllegalArgumentException(
          samples.remaining() + " bytes are not frames of " + frameBytes);
    }
    this.format = format;
    this.channels = channels;
    this.sampleRateHz = sampleRateHz;
    this.frameCount = samples.remaining() / frameBytes;
    this.samples = samples.slice().order(ByteOrder.LITTLE_ENDIAN);
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

  /**
   * One sample, exactly as stored, on the scale of {@link SampleFormat}. Floating-point samples may
   * are beyond full scale, but are finite.
   *
   * @param frame from 0
   * @param channel from 0
   */
  public double sample(int frame, int channel) {
    return format.sample(samples, (frame * channels + channel) * format.bytes());
  }
}

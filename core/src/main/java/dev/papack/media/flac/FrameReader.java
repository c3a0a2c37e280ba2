package dev.papack.media.flac;

import dev.papack.diagnostic.Location;
import dev.papack.source.SourceReader;
import java.io.IOException;
import java.util.Optional;

/** Decodes frames, one after the other, from any frame on. */
final class FrameReader {
  private final FlacFaults faults;
  private final StreamInfo info;
  private final BitReader bits;
  private final Subframe subframe;

  /** The samples of a frame, in arrays that a later frame may take over. */
  static final class Block {
    /** Nothing yet. */
    static final Block NONE = new Block(new long[0][0], 0);

    private final long[][] samples;
    private final int frames;

    private Block(long[][] samples, int frames) {
      this.samples = samples;
      this.frames = frames;
    }

    /** Of each channel. */
    long[][] samples() {
      return samples;
    }

    /** How many there are of each channel; the arrays may be longer. */
    int frames() {
      return frames;
    }

    /** The same arrays without a sample. */
    Block emptied() {
      return new Block(samples, 0);
    }
  }

  FrameReader(FlacFaults faults, StreamInfo info, SourceReader file) {
    this.faults = faults;
    this.info = info;
    this.bits = new BitReader(faults, file);
    this.subframe = new Subframe(faults, bits);
  }

  /** Goes to a place of the file. */
  void seek(long positionBytes) throws IOException {
    bits.seek(positionBytes);
  }

  long positionBytes() {
    return bits.positionBytes();
  }

  boolean isAtEnd() {
    return bits.isAtEnd();
  }

  /** The header at the place of the reader, if there is one. */
  Optional<FrameHeader> findHeader() throws FlacRefusal, IOException {
    return FrameHeader.find(bits);
  }

  /**
   * Decodes the frame of which the header was just read.
   *
   * @param reused a block that nobody reads any more
   */
  Block readBlock(Location place, FrameHeader header, Block reused)
      throws FlacRefusal, IOException {
    int count = header.blockFrames();
    int channels = header.channels().count();
    long[][] samples =
        reused.samples().length == channels && reused.samples()[0].length >= count
            ? reused.samples()
            : new long[channels][count];
    for (int channel = 0; channel < channels; channel++) {
      int extraBits = header.channels().extraBits(channel);
      subframe.read(info.bits() + extraBits, samples[channel], count);
    }
    bits.align();
    bits.requireInside();
    int crc = bits.crc16();
    long said = bits.read(16);
    bits.requireInside();
    if (said != crc) {
      throw faults.checksum(place, said, crc);
    }
    restore(header.channels().stereo(), samples, count);
    for (long[] channel : samples) {
      if (!Subframe.fits(channel, count, info.bits())) {
        throw faults.frame(place, "a sample does not fit " + info.bits() + " bits");
      }
    }
    return new Block(samples, count);
  }

  /** Left and right of what is stored. */
  private static void restore(FrameHeader.Stereo stereo, long[][] samples, int count) {
    switch (stereo) {
      case INDEPENDENT -> {}
      case LEFT_SIDE -> {
        for (int i = 0; i < count; i++) {
          samples[1][i] = samples[0][i] - samples[1][i];
        }
      }
      case SIDE_RIGHT -> {
        for (int i = 0; i < count; i++) {
          samples[0][i] += samples[1][i];
        }
      }
      case MID_SIDE -> {
        for (int i = 0; i < count; i++) {
          long side = samples[1][i];
          long sum = (samples[0][i] << 1) | (side & 1);
          samples[0][i] = (sum + side) >> 1;
          samples[1][i] = (sum - side) >> 1;
        }
      }
    }
  }
}

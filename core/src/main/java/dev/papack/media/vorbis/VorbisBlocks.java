package dev.papack.media.vorbis;

import java.util.Arrays;

/** Turns packets into samples. Source: Vorbis I, 4.3. */
final class VorbisBlocks {
  private final VorbisSetup setup;
  private final Imdct[] transforms;
  private final double[][] slopes;
  private final double[][] spectra;
  private final double[][] curves;
  private final double[][] current;
  private final double[][] before;
  private int beforeSize;

  VorbisBlocks(VorbisSetup setup) {
    this.setup = setup;
    int shortSize = setup.blockSize(false);
    int longSize = setup.blockSize(true);
    transforms = new Imdct[] {new Imdct(shortSize), new Imdct(longSize)};
    slopes = new double[][] {slope(shortSize / 2), slope(longSize / 2)};
    spectra = new double[setup.channels()][longSize / 2];
    curves = new double[setup.channels()][longSize / 2];
    current = new double[setup.channels()][longSize];
    before = new double[setup.channels()][longSize];
  }

  private static double[] slope(int count) {
    double[] slope = new double[count];
    for (int i = 0; i < count; i++) {
      double sine = StrictMath.sin((i + 0.5) / count * Math.PI / 2);
      slope[i] = StrictMath.sin(Math.PI / 2 * sine * sine);
    }
    return slope;
  }

  /** Begins anew: the next block overlaps with nothing. */
  void forget() {
    beforeSize = 0;
  }

  /**
   * Decodes a packet of sound, whose first bit was read: the type of the packet.
   *
   * @param into for each channel, room for half a long block
   * @return how many samples; -1 if the packet is coded in no way that the setup has
   */
  int decode(PacketBits bits, double[][] into) {
    int number = bits.readInt(Codebook.log(setup.modeCount() - 1));
    if (bits.isOver() || number >= setup.modeCount()) {
      return -1;
    }
    VorbisSetup.Mode mode = setup.mode(number);
    boolean isLeftLong = mode.isLong() && bits.readFlag();
    boolean isRightLong = mode.isLong() && bits.readFlag();
    int size = setup.blockSize(mode.isLong());
    readSpectra(bits, mode.mapping(), size / 2);
    for (int channel = 0; channel < current.length; channel++) {
      transforms[mode.isLong() ? 1 : 0].transform(spectra[channel], current[channel]);
      window(current[channel], size, isLeftLong, isRightLong);
    }
    return overlap(size, into);
  }

  private void readSpectra(PacketBits bits, VorbisSetup.Mapping mapping, int count) {
    int channels = spectra.length;
    boolean[] isSilent = new boolean[channels];
    for (int channel = 0; channel < channels; channel++) {
      Arrays.fill(spectra[channel], 0);
      Floor floor = mapping.floors[mapping.submapOf[channel]];
      isSilent[channel] = !floor.read(bits, curves[channel], count);
    }
    boolean[] isCurve = new boolean[channels];
    for (int channel = 0; channel < channels; channel++) {
      isCurve[channel] = !isSilent[channel];
    }
    for (int i = 0; i < mapping.magnitudes.length; i++) {
      boolean isBoth = isSilent[mapping.magnitudes[i]] && isSilent[mapping.angles[i]];
      isSilent[mapping.magnitudes[i]] = isBoth;
      isSilent[mapping.angles[i]] = isBoth;
    }
    for (int submap = 0; submap < mapping.residues.length; submap++) {
      readResidue(bits, mapping, submap, isSilent, count);
    }
    for (int i = mapping.magnitudes.length - 1; i >= 0; i--) {
      decouple(spectra[mapping.magnitudes[i]], spectra[mapping.angles[i]], count);
    }
    for (int channel = 0; channel < channels; channel++) {
      for (int i = 0; i < count; i++) {
        spectra[channel][i] = isCurve[channel] ? spectra[channel][i] * curves[channel][i] : 0;
      }
    }
  }

  private void readResidue(
      PacketBits bits, VorbisSetup.Mapping mapping, int submap, boolean[] isSilent, int count) {
    int channels = 0;
    double[][] vectors = new double[spectra.length][];
    boolean[] silent = new boolean[spectra.length];
    for (int channel = 0; channel < spectra.length; channel++) {
      if (mapping.submapOf[channel] == submap) {
        vectors[channels] = spectra[channel];
        silent[channels] = isSilent[channel];
        channels++;
      }
    }
    mapping.residues[submap].read(
        bits, Arrays.copyOf(vectors, channels), Arrays.copyOf(silent, channels), count);
  }

  private static void decouple(double[] magnitudes, double[] angles, int count) {
    for (int i = 0; i < count; i++) {
      double magnitude = magnitudes[i];
      double angle = angles[i];
      if (magnitude > 0) {
        magnitudes[i] = angle > 0 ? magnitude : magnitude + angle;
        angles[i] = angle > 0 ? magnitude - angle : magnitude;
      } else {
        magnitudes[i] = angle > 0 ? magnitude : magnitude - angle;
        angles[i] = angle > 0 ? magnitude + angle : magnitude;
      }
    }
  }

  private void window(double[] block, int size, boolean isLeftLong, boolean isRightLong) {
    double[] left = slopes[isLeftLong ? 1 : 0];
    double[] right = slopes[isRightLong ? 1 : 0];
    int half = size / 2;
    int leftStart = size / 4 - left.length / 2;
    int rightStart = half + size / 4 - right.length / 2;
    Arrays.fill(block, 0, leftStart, 0);
    for (int i = 0; i < left.length; i++) {
      block[leftStart + i] *= left[i];
    }
    for (int i = 0; i < right.length; i++) {
      block[rightStart + i] *= right[right.length - 1 - i];
    }
    Arrays.fill(block, rightStart + right.length, size, 0);
  }

  private int overlap(int size, double[][] into) {
    int count = beforeSize == 0 ? 0 : beforeSize / 4 + size / 4;
    for (int channel = 0; channel < current.length; channel++) {
      double[] last = before[channel];
      double[] next = current[channel];
      int nextAt = size / 4 - beforeSize / 4;
      for (int i = 0; i < count; i++) {
        double sum = beforeSize / 2 + i < beforeSize ? last[beforeSize / 2 + i] : 0;
        into[channel][i] = nextAt + i >= 0 ? sum + next[nextAt + i] : sum;
      }
      System.arraycopy(next, 0, last, 0, size);
    }
    beforeSize = size;
    return count;
  }
}

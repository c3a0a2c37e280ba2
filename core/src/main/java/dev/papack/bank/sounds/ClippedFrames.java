package dev.papack.bank.sounds;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import java.util.List;
import java.util.Locale;

/** Counts frames that are beyond full scale, so that 16 bits cannot hold them. */
final class ClippedFrames {
  private static final double FULL_SCALE = 32_768;

  private long count;
  private long first;
  private double peak;
  private long frames;

  /**
   * Looks at the next frames.
   *
   * @param samples of each channel, before they are rounded
   * @param frameCount how many
   */
  void look(double[][] samples, int frameCount) {
    if (highest(samples, 0, frameCount) > FULL_SCALE) {
      for (int i = 0; i < frameCount; i++) {
        lookAt(highest(samples, i, i + 1), i);
      }
    }
    frames += frameCount;
  }

  private void lookAt(double highest, int frame) {
    if (highest > FULL_SCALE) {
      first = count == 0 ? frames + frame : first;
      count++;
      peak = Math.max(peak, highest);
    }
  }

  private static double highest(double[][] samples, int from, int to) {
    double highest = 0;
    for (double[] channel : samples) {
      for (int i = from; i < to; i++) {
        highest = Math.max(highest, Math.abs(channel[i]));
      }
    }
    return highest;
  }

  /** A warning, or nothing. */
  List<Diagnostic> findings(Location location) {
    if (count == 0) {
      return List.of();
    }
    String decibels =
        String.format(Locale.ROOT, "%+.2f dB", 20 * StrictMath.log10(peak / FULL_SCALE));
    return List.of(
        Diagnostic.warning(
                DiagnosticCode.SOUND_CLIPPED,
                location,
                count
                    + (count == 1 ? " frame is" : " frames are")
                    + " beyond full scale and clipped; the peak is "
                    + decibels
                    + ", the first is frame "
                    + first
                    + " of the bank")
            .found(decibels)
            .limit("0 dB")
            .advice("make the sound quieter by the peak in an audio editor, and export it again"));
  }
}

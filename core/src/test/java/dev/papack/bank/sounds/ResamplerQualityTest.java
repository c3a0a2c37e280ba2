package dev.papack.bank.sounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures what {@link Resampler}'s documentation promises, with tones. */
final class ResamplerQualityTest {
  private static final int OUTPUT_FRAMES = 3_000;
  private static final double PASS_BAND = 0.9;

  /** What is left of a tone after resampling, as factors. */
  private record Response(double gain, double residue) {}

  @ParameterizedTest(name = "{0} to {1} Hz")
  @CsvSource({
    "44100, 48000",
    "48000, 44100",
    "44100, 22050",
    "22050, 44100",
    "48000, 8000",
    "8000, 48000",
    "44100, 47999",
    "768000, 44100"
  })
  void passBandIsFlatAndNothingAliases(int fromHz, int toHz) {
    double nyquistHz = Math.min(fromHz, toHz) / 2.0;
    double ripple = 0;
    double residue = 0;
    for (int step = 1; step < 40; step++) {
      double share = step / 40.0;
      Response response = respond(share * nyquistHz, fromHz, toHz);
      residue = Math.max(residue, response.residue());
      if (share <= PASS_BAND) {
        ripple = Math.max(ripple, Math.abs(decibels(response.gain())));
      }
    }
    // What only the source can hold must vanish.
    for (int step = 0; step < 40 && toHz < fromHz; step++) {
      double hertz = nyquistHz + (fromHz / 2.0 - nyquistHz) * step / 40;
      residue = Math.max(residue, respond(hertz, fromHz, toHz).residue());
    }
    double cutoff = respond(0.95 * nyquistHz, fromHz, toHz).gain();
    System.out.printf(
        Locale.ROOT,
        "%6d -> %5d Hz: ripple %.5f dB, images and aliases %.1f dB, gain at 0.95 %.2f dB%n",
        fromHz,
        toHz,
        ripple,
        decibels(residue),
        decibels(cutoff));
    assertThat(ripple).isLessThan(0.001);
    assertThat(decibels(residue)).isLessThan(-98);
    assertThat(decibels(cutoff)).isBetween(-6.1, -5.9);
  }

  /**
   * Resamples a tone and takes from the middle of the result, where no edge reaches, the same tone
   * at the same time; whatever else is there is residue, at its highest. A tone that the result
   * cannot hold is residue altogether.
   */
  private static Response respond(double hertz, int fromHz, int toHz) {
    double slower = Math.min(1, (double) toHz / fromHz);
    int edge = (int) Math.ceil(66 * (double) toHz / fromHz / slower);
    int sourceFrames = (int) ((long) (OUTPUT_FRAMES + 2 * edge) * fromHz / toHz);
    Tone tone = new Tone(hertz / fromHz, sourceFrames);
    double[] result = ResamplerTest.resample(tone, fromHz, toHz);
    double inPhase = 0;
    if (hertz < toHz / 2.0) {
      inPhase = projection(tone, result, edge, (double) fromHz / toHz);
    }
    double residue = 0;
    for (int k = edge; k < result.length - edge; k++) {
      double expected = inPhase * tone.at(k * (double) fromHz / toHz);
      residue = Math.max(residue, Math.abs(result[k] - expected));
    }
    return new Response(inPhase, residue);
  }

  /** The amplitude of the tone in the result: least squares against its sine and cosine. */
  private static double projection(Tone tone, double[] result, int edge, double framesPerOutput) {
    double ss = 0;
    double sc = 0;
    double cc = 0;
    double sy = 0;
    double cy = 0;
    for (int k = edge; k < result.length - edge; k++) {
      double s = tone.at(k * framesPerOutput);
      double c = tone.quadratureAt(k * framesPerOutput);
      ss += s * s;
      sc += s * c;
      cc += c * c;
      sy += s * result[k];
      cy += c * result[k];
    }
    return (sy * cc - cy * sc) / (ss * cc - sc * sc);
  }

  private static double decibels(double factor) {
    return 20 * Math.log10(Math.max(factor, 1e-12));
  }
}

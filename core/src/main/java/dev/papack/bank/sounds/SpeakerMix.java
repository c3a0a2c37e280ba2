package dev.papack.bank.sounds;

import dev.papack.media.Speaker;
import java.util.List;

/**
 * Mixes the channels of many speakers to one or two. Source of the factors: ITU-R BS.775, table 2,
 * for 3/2; there they are not made smaller, and neither are they here. Side and back channels are
 * its surround channels, and one in the back is both of them at 0.7071. Low-frequency effects are
 * left out.
 *
 * @param factors for each channel of the result, of each channel of the source
 */
record SpeakerMix(List<List<Double>> factors) {
  private static final double HALF_POWER = StrictMath.sqrt(0.5);

  /** Copies the lists. */
  SpeakerMix {
    factors = factors.stream().map(List::copyOf).toList();
  }

  /**
   * The mix of these speakers.
   *
   * @param channels 1 or 2
   */
  static SpeakerMix of(List<Speaker> speakers, int channels) {
    return channels == 1
        ? new SpeakerMix(List.of(speakers.stream().map(SpeakerMix::toMono).toList()))
        : new SpeakerMix(
            List.of(
                speakers.stream().map(SpeakerMix::toLeft).toList(),
                speakers.stream().map(SpeakerMix::toRight).toList()));
  }

  private static double toMono(Speaker speaker) {
    return switch (speaker) {
      case FRONT_LEFT, FRONT_RIGHT, BACK_CENTER -> HALF_POWER;
      case FRONT_CENTER -> 1;
      case BACK_LEFT, BACK_RIGHT, SIDE_LEFT, SIDE_RIGHT -> 0.5;
      case LOW_FREQUENCY -> 0;
    };
  }

  private static double toLeft(Speaker speaker) {
    return switch (speaker) {
      case FRONT_LEFT -> 1;
      case FRONT_CENTER, BACK_LEFT, SIDE_LEFT -> HALF_POWER;
      case BACK_CENTER -> 0.5;
      case FRONT_RIGHT, BACK_RIGHT, SIDE_RIGHT, LOW_FREQUENCY -> 0;
    };
  }

  private static double toRight(Speaker speaker) {
    return switch (speaker) {
      case FRONT_RIGHT -> 1;
      case FRONT_CENTER, BACK_RIGHT, SIDE_RIGHT -> HALF_POWER;
      case BACK_CENTER -> 0.5;
      case FRONT_LEFT, BACK_LEFT, SIDE_LEFT, LOW_FREQUENCY -> 0;
    };
  }

  /** Mixes frames. */
  void mix(double[][] stored, int frames, double[][] into, int offset) {
    for (int channel = 0; channel < into.length; channel++) {
      List<Double> row = factors.get(channel);
      for (int i = 0; i < frames; i++) {
        double sum = 0;
        for (int source = 0; source < stored.length; source++) {
          sum += row.get(source) * stored[source][i];
        }
        into[channel][offset + i] = sum;
      }
    }
  }
}

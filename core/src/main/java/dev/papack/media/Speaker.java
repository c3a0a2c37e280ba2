package dev.papack.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the speaker of a channel stands. Order and bits are those of the channel mask of
 * WAVEFORMATEXTENSIBLE; channels of a file are in this order.
 */
public enum Speaker {
  FRONT_LEFT(0),
  FRONT_RIGHT(1),
  FRONT_CENTER(2),
  /** Low-frequency effects. */
  LOW_FREQUENCY(3),
  BACK_LEFT(4),
  BACK_RIGHT(5),
  BACK_CENTER(8),
  SIDE_LEFT(9),
  SIDE_RIGHT(10);

  private static final List<Speaker> FRONT_AND_BACK =
      List.of(FRONT_LEFT, FRONT_RIGHT, FRONT_CENTER, BACK_LEFT, BACK_RIGHT);
  private static final List<Speaker> FIVE_AND_ONE =
      List.of(FRONT_LEFT, FRONT_RIGHT, FRONT_CENTER, LOW_FREQUENCY, BACK_LEFT, BACK_RIGHT);
  private static final List<Speaker> SEVEN_AND_ONE =
      List.of(
          FRONT_LEFT,
          FRONT_RIGHT,
          FRONT_CENTER,
          LOW_FREQUENCY,
          BACK_LEFT,
          BACK_RIGHT,
          SIDE_LEFT,
          SIDE_RIGHT);

  private final int bit;

  Speaker(int bit) {
    this.bit = bit;
  }

  /**
   * The speakers of a mask.
   *
   * @param channels how many the file has
   * @param mask 0 where it says nothing
   * @return as many; empty if the mask has other speakers or another number of them
   */
  public static Optional<List<Speaker>> ofMask(int channels, long mask) {
    if (mask == 0) {
      return usual(channels);
    }
    List<Speaker> speakers = new ArrayList<>();
    long left = mask;
    for (Speaker speaker : values()) {
      if ((mask >> speaker.bit & 1) == 1) {
        speakers.add(speaker);
        left &= ~(1L << speaker.bit);
      }
    }
    return left == 0 && speakers.size() == channels ? Optional.of(speakers) : Optional.empty();
  }

  /**
   * What every program takes so many channels for. Of 3, 4 and 7 they take them for different
   * things.
   */
  private static Optional<List<Speaker>> usual(int channels) {
    return switch (channels) {
      case 5 -> Optional.of(FRONT_AND_BACK);
      case 6 -> Optional.of(FIVE_AND_ONE);
      case 8 -> Optional.of(SEVEN_AND_ONE);
      default -> Optional.empty();
    };
  }
}

package dev.papack.media;

import dev.papack.diagnostic.Diagnostic;
import java.util.Optional;

/**
 * What a file of sound says of loops. A file may name as many as it likes; the first forward one
 * matters, and that there are others.
 *
 * @param forward the first one that is played forwards
 * @param other the first one of another type
 * @param count of all, taken or not
 * @param cuePoints marks that some programs use for loops
 * @param oddity what is odd about the place where loops are stored; a warning
 */
public record SoundLoops(
    Optional<SoundLoop> forward,
    Optional<Other> other,
    long count,
    long cuePoints,
    Optional<Diagnostic> oddity) {
  /** Nothing is said. */
  public static final SoundLoops NONE =
      new SoundLoops(Optional.empty(), Optional.empty(), 0, 0, Optional.empty());

  /**
   * A loop that is not played forwards.
   *
   * @param type as it is stored: 1 is ping-pong, 2 backward, others belong to some program
   * @param frames which
   */
  public record Other(long type, SoundLoop frames) {
    /** Alternating forwards and backwards. */
    public static final int PING_PONG = 1;

    /** Played backwards. */
    public static final int BACKWARD = 2;
  }

  /** One forward loop, or none. */
  public static SoundLoops of(Optional<SoundLoop> forward) {
    return new SoundLoops(
        forward, Optional.empty(), forward.isPresent() ? 1 : 0, 0, Optional.empty());
  }

  /** The same in a file with so many marks. */
  public SoundLoops withCuePoints(long points) {
    return new SoundLoops(forward, other, count, points, oddity);
  }

  /** The same with something odd, unless there is something already. */
  public SoundLoops withOddity(Optional<Diagnostic> found) {
    return new SoundLoops(forward, other, count, cuePoints, oddity.or(() -> found));
  }
}

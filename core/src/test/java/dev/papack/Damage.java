package dev.papack;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What can happen to a file that is small enough to try all of it. */
public final class Damage {
  private Damage() {}

  /** The file truncated at every length but its own. */
  public static Stream<byte[]> everyCut(byte[] file) {
    return IntStream.range(0, file.length).mapToObj(length -> Arrays.copyOf(file, length));
  }

  /** The file with each of its bits turned over, one at a time. */
  public static Stream<byte[]> everyFlippedBit(byte[] file) {
    return IntStream.range(0, file.length * Byte.SIZE)
        .mapToObj(bit -> {
          byte[] damaged = file.clone();
          damaged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
          return damaged;
        });
  }
}

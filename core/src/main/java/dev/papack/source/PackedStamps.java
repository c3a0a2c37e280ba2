package dev.papack.source;

import dev.papack.disk.FileStamp;
import java.util.Optional;
import java.util.function.IntFunction;

/** Stamps of many files in as little memory as they have: no object for each. */
public final class PackedStamps {
  private static final int NUMBERS = 5;

  /** A size that no file has. */
  private static final long ABSENT = -1;

  private static final FileStamp NONE = new FileStamp(ABSENT, 0, 0, 0, 0);

  private final long[] numbers;

  private PackedStamps(long[] numbers) {
    this.numbers = numbers;
  }

  /**
   * So many, some of which may be absent.
   *
   * @param stamps gives each of them, by its index from 0
   */
  public static PackedStamps of(int count, IntFunction<Optional<FileStamp>> stamps) {
    long[] numbers = new long[count * NUMBERS];
    for (int i = 0; i < count; i++) {
      FileStamp stamp = stamps.apply(i).orElse(NONE);
      int at = i * NUMBERS;
      numbers[at] = stamp.sizeBytes();
      numbers[at + 1] = stamp.modifiedNanos();
      numbers[at + 2] = stamp.changedNanos();
      numbers[at + 3] = stamp.device();
      numbers[at + 4] = stamp.inode();
    }
    return new PackedStamps(numbers);
  }

  /**
   * One of them.
   *
   * @param index from 0
   */
  public Optional<FileStamp> get(int index) {
    int at = index * NUMBERS;
    return numbers[at] == ABSENT
        ? Optional.empty()
        : Optional.of(
            new FileStamp(
                numbers[at], numbers[at + 1], numbers[at + 2], numbers[at + 3], numbers[at + 4]));
  }
}

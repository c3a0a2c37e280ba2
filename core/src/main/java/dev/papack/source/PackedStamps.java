package dev.papack.source;

import dev.papack.disk.FileStamp;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Stamps of many files in as little memory as they have: no object for each. */
public final class PackedStamps {
  private static final int NUMBERS = 5;

  /** A size that no file has. */
  private static final long ABSENT = -1;

  private final long[] numbers;

  private PackedStamps(long[] numbers) {
    this.numbers = numbers;
  }

  /** These, some of which may be absent. */
  public static PackedStamps of(List<Optional<FileStamp>> stamps) {
    long[] numbers = new long[stamps.size() * NUMBERS];
    for (int i = 0; i < stamps.size(); i++) {
      FileStamp stamp = stamps.get(i).orElse(new FileStamp(ABSENT, 0, 0, 0, 0));
      int at = i * NUMBERS;
      numbers[at] = stamp.sizeBytes();
      numbers[at + 1] = stamp.modifiedNanos();
      numbers[at + 2] = stamp.changedNanos();
      numbers[at + 3] = stamp.device();
      numbers[at + 4] = stamp.inode();
    }
    return new PackedStamps(numbers);
  }

  /** Of so many files, all absent. */
  public static PackedStamps absent(int count) {
    return of(Collections.nCopies(count, Optional.empty()));
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

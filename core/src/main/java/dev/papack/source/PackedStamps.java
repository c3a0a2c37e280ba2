package dev.papack.source;

import dev.papack.disk.FileStamp;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Stamps of many files in as little memory as they have: no object for each, and their device,
 * which nearly all share, not for each.
 */
public final class PackedStamps {
  private static final int NUMBERS = 4;

  /** A size that no file has. */
  private static final long ABSENT = -1;

  private static final FileStamp NONE = new FileStamp(ABSENT, 0, 0, 0, 0);

  private final long[] numbers;

  /** The devices, each with the index of the first stamp from which on it is that of all. */
  private final NavigableMap<Integer, Long> devices;

  /** The first of them; there is hardly ever another. */
  private final long firstDevice;

  private PackedStamps(long[] numbers, NavigableMap<Integer, Long> devices) {
    this.numbers = numbers;
    this.devices = devices;
    this.firstDevice = devices.isEmpty() ? 0 : devices.firstEntry().getValue();
  }

  /**
   * So many, some of which may be absent.
   *
   * @param stamps gives each of them, by its index from 0
   */
  public static PackedStamps of(int count, IntFunction<Optional<FileStamp>> stamps) {
    long[] numbers = new long[count * NUMBERS];
    NavigableMap<Integer, Long> devices = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      FileStamp stamp = stamps.apply(i).orElse(NONE);
      int at = i * NUMBERS;
      numbers[at] = stamp.sizeBytes();
      numbers[at + 1] = stamp.modifiedNanos();
      numbers[at + 2] = stamp.changedNanos();
      numbers[at + 3] = stamp.inode();
      if (stamp.sizeBytes() != ABSENT
          && (devices.isEmpty() || devices.lastEntry().getValue() != stamp.device())) {
        devices.put(i, stamp.device());
      }
    }
    return new PackedStamps(numbers, devices);
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
                numbers[at], numbers[at + 1], numbers[at + 2], device(index), numbers[at + 3]));
  }

  private long device(int index) {
    return devices.size() == 1 ? firstDevice : devices.floorEntry(index).getValue();
  }
}

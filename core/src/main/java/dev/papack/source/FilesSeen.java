package dev.papack.source;

import dev.papack.diagnostic.AssetsPath;
import dev.papack.disk.FileStamp;
import java.util.Optional;

/**
 * Which files one walk through {@code assets/} saw, and their stamps, as two numbers, so that two
 * walks of one process can be compared whatever the order each went in. Two that differ have equal
 * numbers about once in 2^32 times; a list of paths, which would never err, takes more memory than
 * all else that is kept of a walk.
 *
 * @param count how many
 * @param sum over a number for each
 */
public record FilesSeen(int count, long sum) {
  /** None. */
  public static final FilesSeen NONE = new FilesSeen(0, 0);

  /**
   * One more.
   *
   * @param folder empty for {@code assets/} itself
   * @param name in there
   */
  FilesSeen with(Optional<AssetsPath> folder, String name, FileStamp stamp) {
    long number = folder.map(outer -> (long) outer.text().hashCode()).orElse(0L);
    number = mixed(number, name.hashCode());
    number = mixed(number, stamp.sizeBytes());
    number = mixed(number, stamp.modifiedNanos());
    number = mixed(number, stamp.changedNanos());
    number = mixed(number, stamp.device());
    number = mixed(number, stamp.inode());
    return new FilesSeen(count + 1, sum + number);
  }

  /** Those of another part of the same walk as well. */
  FilesSeen and(FilesSeen others) {
    return new FilesSeen(count + others.count, sum + others.sum);
  }

  /** Files that swap their names give another sum: that would not hold if this were linear. */
  private static long mixed(long number, long more) {
    long product = (number ^ more) * 0x9E3779B97F4A7C15L;
    return product ^ (product >>> 32);
  }
}

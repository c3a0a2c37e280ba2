package dev.papack.disk;

import java.util.Optional;

/**
 * What tells a folder from every other one, also from its copies: as much as the platform knows. A
 * device number is not part of it, since it may change when the machine starts.
 *
 * @param inode its number in the file system, in digits
 * @param born when it was created, as an instant of ISO 8601
 */
public record FolderId(Optional<String> inode, Optional<String> born) {
  /** A folder of which nothing is known: it is the same as no other. */
  public static final FolderId UNKNOWN = new FolderId(Optional.empty(), Optional.empty());

  /** Whether two are the same folder, as far as both tell; never if they tell nothing in common. */
  public boolean isSame(FolderId other) {
    boolean isComparable =
        (inode.isPresent() && other.inode.isPresent())
            || (born.isPresent() && other.born.isPresent());
    return isComparable && agree(inode, other.inode) && agree(born, other.born);
  }

  private static boolean agree(Optional<String> one, Optional<String> other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }
}

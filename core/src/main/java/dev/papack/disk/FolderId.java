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

  /**
   * Whether two are the same folder; never if they tell nothing. Whoever forges one could guess an
   * inode and leave out the time, so both have to tell the same.
   */
  public boolean isSame(FolderId other) {
    return equals(other) && !equals(UNKNOWN);
  }
}

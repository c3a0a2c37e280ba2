package dev.papack.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Whether what a file system says of its files can be relied on. */
public enum Storage {
  /** A file system of this machine's kernel, which keeps its times itself. */
  LOCAL,
  /**
   * All others: of a network, of a program, or unknown. Their times come from elsewhere, and what
   * they say of a file may be old.
   */
  FOREIGN;

  /**
   * Types as Linux and macOS name them. A list of the foreign ones would trust every type that it
   * does not know.
   */
  private static final Set<String> LOCAL_TYPES =
      Set.of("ext2", "ext3", "ext4", "xfs", "btrfs", "f2fs", "bcachefs", "zfs", "tmpfs", "apfs");

  /**
   * That of a folder. Where Java cannot tell, it is foreign: it looks for the mount point in a
   * table that names none in a changed root.
   */
  static Storage of(Path folder) {
    try {
      return ofType(Files.getFileStore(folder).type());
    } catch (IOException e) {
      return FOREIGN;
    }
  }

  /** What is known of a type of file systems, by its name. */
  private static Storage ofType(String type) {
    return LOCAL_TYPES.contains(type.toLowerCase(Locale.ROOT)) ? LOCAL : FOREIGN;
  }
}

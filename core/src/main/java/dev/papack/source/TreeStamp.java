package dev.papack.source;

import dev.papack.container.Sha256;
import dev.papack.disk.FileStamp;
import dev.papack.disk.ReadableDirectory;
import java.io.IOException;
import java.util.Optional;

/**
 * What the file system says of everything under {@code assets/}, as one digest: of the name of each
 * file and folder, and the stamp of each file. Names that begin with a dot are ignored, as a scan
 * does. If two are equal, every file is what it was.
 *
 * @param digest of names and stamps
 * @param files the same of the files alone, for who went through them in another order
 * @param device the file system that all files are in
 * @param newestNanos when the last of them was changed, since 1970
 */
public record TreeStamp(Sha256 digest, FilesSeen files, long device, long newestNanos) {
  /**
   * Asks the file system for the stamps of all files, and opens none. Several threads look at the
   * folders in {@code assets/}, each with all that is in it; the digest does not depend on them.
   *
   * @param assets the folder {@code assets/}
   * @return empty if that does not say everything: there are links or special files, several file
   *     systems, or one that tells too little
   */
  public static Optional<TreeStamp> of(ReadableDirectory assets) throws IOException {
    return StampWalk.through(assets, StampWalk.Digested::new).flatMap(StampWalk.Digested::stamp);
  }

  /**
   * Whether every later change of a file would show, as {@link FileStamp#isOlderThan} has it.
   *
   * @param clock of a file that was written before the folder was looked at
   */
  public boolean isOlderThan(FileStamp clock) {
    return device == clock.device() && newestNanos < clock.modifiedNanos();
  }
}

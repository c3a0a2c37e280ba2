package dev.papack.disk;

/**
 * What the file system says of a regular file, for whoever asks later whether it is still the same
 * file with the same content. Two stamps are only ever compared whole.
 *
 * @param sizeBytes its length
 * @param modifiedNanos when its content changed, since 1970
 * @param changedNanos when its content or anything else of it changed, since 1970; no program can
 *     set this one
 * @param device the file system it is in
 * @param inode its number there
 */
public record FileStamp(
    long sizeBytes, long modifiedNanos, long changedNanos, long device, long inode) {
  /**
   * Whether every change of the file from a moment on would show: it was last changed before, by
   * the clock of its file system. What is changed within one tick of that clock gets the same time
   * twice.
   *
   * @param clock of a file that was written in that moment, or before
   */
  public boolean isOlderThan(FileStamp clock) {
    return device == clock.device
        && modifiedNanos < clock.modifiedNanos
        && changedNanos < clock.modifiedNanos;
  }
}

package dev.papack.result;

import java.nio.file.Path;

/**
 * A registry that was restored from the declarations.
 *
 * @param workspace the folder
 * @param found what was there before
 * @param change whether the registry was written
 * @param assetCount how many assets it registers now
 * @param retiredCount how many retired ids it knows
 */
public record RebuiltRegistry(
    Path workspace, Found found, FileChange change, int assetCount, int retiredCount) {
  /** What was in place of the registry. */
  public enum Found {
    /** A registry, which is kept and brought up to the declarations. */
    READABLE,
    /** A file that is no registry any more. */
    UNREADABLE,
    /** Nothing. */
    MISSING
  }
}

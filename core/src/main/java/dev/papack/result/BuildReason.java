package dev.papack.result;

import java.util.Locale;
import java.util.Optional;

/**
 * Why an asset was converted, and not taken from the last build.
 *
 * @param kind what differs
 * @param subject of which file, setting or version; empty if the kind says all
 * @param before what it was, where that can be shown
 * @param after what it is, where that can be shown
 */
public record BuildReason(
    Kind kind, String subject, Optional<String> before, Optional<String> after) {
  /** What may differ. */
  public enum Kind {
    /** Nothing of the last build could be taken: the subject is a {@link CacheState}. */
    CACHE,
    /** The last build did not have the asset. */
    NEW_ASSET,
    /** The bytes of a file. */
    SOURCE_BYTES,
    /** Which files it is made from. */
    SOURCES,
    /** The value of a setting. */
    SETTING,
    /** A version of the code that converts. */
    VERSION,
    /** Nothing: it has warnings or notes, which are found by converting it. */
    FINDINGS,
    /** Its slice in the published pack is damaged. */
    SLICE_DAMAGED;

    /**
     * The word that documents use.
     *
     * @return in lower case
     */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A reason that is no change of a value.
   *
   * @param kind what differs
   * @param subject of what
   * @return the reason
   */
  public static BuildReason of(Kind kind, String subject) {
    return new BuildReason(kind, subject, Optional.empty(), Optional.empty());
  }
}

package dev.papack.result;

import java.util.Optional;

/**
 * How to build.
 *
 * @param drift whether authored documents that are not up to date are accepted; if not, nothing is
 *     taken from the cache
 * @param reuse what may be taken from the last build
 * @param proof whether the result is built twice
 * @param explanation for which assets the result says why they were converted
 */
public record BuildRequest(Drift drift, Reuse reuse, Proof proof, Explanation explanation) {
  /** What may be taken from the last build. */
  public enum Reuse {
    /** Every bank whose key is the same. */
    UNCHANGED,
    /** Nothing. */
    NOTHING
  }

  /** Whether the result is built twice. */
  public enum Proof {
    /** Once. */
    NONE,
    /** A second time from nothing; nothing is published if the two differ. */
    REPRODUCED
  }

  /** For which assets the result says why they were converted. */
  public sealed interface Explanation {
    /** For none. */
    record OfNothing() implements Explanation {}

    /** For all. */
    record OfAll() implements Explanation {}

    /**
     * For one.
     *
     * @param asset its name, its root, or its id in digits
     */
    record Of(String asset) implements Explanation {}
  }

  /**
   * The usual build.
   *
   * @param drift whether authored documents that are not up to date are accepted
   * @return what changed is converted, and nothing is explained
   */
  public static BuildRequest of(Drift drift) {
    return new BuildRequest(drift, Reuse.UNCHANGED, Proof.NONE, new Explanation.OfNothing());
  }

  /**
   * What may be taken from the last build in the end.
   *
   * @return nothing if documents must be up to date
   */
  public Reuse effectiveReuse() {
    return drift == Drift.REFUSED ? Reuse.NOTHING : reuse;
  }

  /**
   * The asset that alone is to be explained.
   *
   * @return empty if none or all are
   */
  public Optional<String> explainedAsset() {
    return explanation instanceof Explanation.Of(String asset)
        ? Optional.of(asset)
        : Optional.empty();
  }
}

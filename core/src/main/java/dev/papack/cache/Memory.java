package dev.papack.cache;

import dev.papack.result.CacheState;

/** What is known of the last build. */
public sealed interface Memory {
  /** Everything, and it was written here. */
  record OfBuild(BuildCache cache) implements Memory {}

  /** Nothing that may be used, and why. */
  record Nothing(CacheState why) implements Memory {}
}

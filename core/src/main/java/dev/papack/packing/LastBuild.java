package dev.papack.packing;

import dev.papack.cache.BuildCache;
import dev.papack.cache.CacheDocument;
import dev.papack.cache.Memory;
import dev.papack.diagnostic.Outcome;
import dev.papack.publish.CacheFile;
import dev.papack.publish.OutputFolder;
import dev.papack.result.Drift;
import java.io.IOException;
import java.util.Optional;

/** What the last build remembered, for operations that only look. */
public final class LastBuild {
  private LastBuild() {}

  /**
   * Reads it.
   *
   * @param drift whether anything may be taken from it
   * @return empty also if its version is not supported: that stops only who would write
   */
  public static Optional<BuildCache> read(OutputFolder output, Drift drift) throws IOException {
    return switch (drift) {
      case REFUSED -> Optional.empty();
      case TOLERATED ->
          CacheDocument.read(CacheFile.read(output))
                  instanceof Outcome.Accepted<Memory>(Memory.OfBuild(BuildCache cache), var _)
              ? Optional.of(cache)
              : Optional.empty();
    };
  }
}

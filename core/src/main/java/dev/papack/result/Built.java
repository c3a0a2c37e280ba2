package dev.papack.result;

import dev.papack.container.PackId;
import java.nio.file.Path;
import java.util.List;

/**
 * What a build published, after it was read back and verified.
 *
 * @param packId its identity
 * @param pack where it is
 * @param assetCount how many assets it holds
 * @param packBytes its length
 * @param state whether anything was written
 * @param convertedCount how many assets were converted; the banks of the rest are those of the last
 *     build
 * @param cache what could be taken from the last build
 * @param explained what was done with the assets that the request wants explained, by id
 */
public record Built(
    PackId packId,
    Path pack,
    int assetCount,
    long packBytes,
    State state,
    int convertedCount,
    CacheState cache,
    List<BuiltAsset> explained) {
  /** Whether anything was written. */
  public enum State {
    /** Pack and companions are new. */
    PUBLISHED,
    /** What is published is what a build would publish, so it stayed as it is. */
    UNCHANGED
  }

  /** Copies the list. */
  public Built {
    explained = List.copyOf(explained);
  }
}

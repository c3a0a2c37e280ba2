package dev.papack.packing;

import dev.papack.container.PackId;
import dev.papack.result.Built.State;
import dev.papack.result.BuiltAsset;
import dev.papack.result.CacheState;
import java.util.List;

/**
 * What was published.
 *
 * @param packId the identity of the pack
 * @param assetCount how many assets it holds
 * @param packBytes how long it is
 * @param state whether anything was written
 * @param convertedCount how many banks are new
 * @param cache what could be taken from the last build
 * @param explained the assets that are to be explained
 */
public record PackedSet(
    PackId packId,
    int assetCount,
    long packBytes,
    State state,
    int convertedCount,
    CacheState cache,
    List<BuiltAsset> explained) {
  /** Copies the list. */
  public PackedSet {
    explained = List.copyOf(explained);
  }
}

package dev.papack.result;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.diagnostic.AssetsPath;
import java.util.List;
import java.util.Optional;

/**
 * An asset that is no more. Its id is retired; its sources stay.
 *
 * @param id what it was
 * @param root where it was at home
 * @param declaration the file that was deleted, below {@code assets/}; empty if it was gone already
 * @param sources the author's files, which stay, below {@code assets/}
 */
public record Removed(
    AssetId id, AssetRoot root, Optional<AssetsPath> declaration, List<AssetsPath> sources) {
  /** Copies the list. */
  public Removed {
    sources = List.copyOf(sources);
  }
}

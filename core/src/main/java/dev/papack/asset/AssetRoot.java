package dev.papack.asset;

import dev.papack.diagnostic.AssetsPath;

/**
 * Where an asset is at home, below {@code assets/}.
 *
 * @param path such as {@code sprites/hero}
 */
public record AssetRoot(AssetsPath path) implements Comparable<AssetRoot> {
  @Override
  public int compareTo(AssetRoot other) {
    return path.compareTo(other.path);
  }

  @Override
  public String toString() {
    return path.text();
  }
}

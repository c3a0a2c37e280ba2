package dev.papack.registry;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;

/** What a registry says of an id. */
sealed interface IdState {
  /** Nothing: it has never heard of it. */
  record Absent() implements IdState {}

  /** It means the asset at a root. */
  record Registered(AssetRoot root) implements IdState {}

  /** It meant an asset once and is used up. */
  record Retired(RetiredAsset asset) implements IdState {}

  static IdState of(AssetId id, Registry registry) {
    AssetRoot root = registry.assets().get(id);
    if (root != null) {
      return new Registered(root);
    }
    RetiredAsset asset = registry.retired().get(id);
    return asset == null ? new Absent() : new Retired(asset);
  }
}

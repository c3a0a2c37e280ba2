package dev.papack.registry;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import java.util.Optional;

/** What a registry says of an id. */
sealed interface IdState {
  /** Nothing: it has never heard of it. */
  record Absent() implements IdState {}

  /** It means an asset. */
  record Registered(RegisteredAsset asset) implements IdState {
    AssetRoot root() {
      return asset.root();
    }
  }

  /** It meant an asset once and is used up. */
  record Retired(RetiredAsset asset) implements IdState {}

  static IdState of(AssetId id, Registry registry) {
    Optional<RegisteredAsset> known = registry.find(id);
    if (known.isPresent()) {
      return new Registered(known.get());
    }
    RetiredAsset asset = registry.retired().get(id);
    return asset == null ? new Absent() : new Retired(asset);
  }
}

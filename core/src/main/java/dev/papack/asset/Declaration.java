package dev.papack.asset;

import dev.papack.container.AssetName;
import dev.papack.diagnostic.RelativePath;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an author declares of one asset.
 *
 * @param id absent until the asset is registered
 * @param name what the pack calls it, unique in the workspace
 * @param sources relative to the declaration's folder, in order, at least one
 * @param settings how they become a bank
 * @param preloadSlot the slot that boot fills with it, 0 to 255
 */
public record Declaration(
    Optional<AssetId> id,
    AssetName name,
    List<RelativePath> sources,
    BankSettings settings,
    OptionalInt preloadSlot) {
  /**
   * Refuses a declaration without source.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Declaration {
    sources = List.copyOf(sources);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("an asset has at least one source");
    }
  }

  /**
   * The same asset under an id.
   *
   * @param newId the id
   * @return this with the id
   */
  public Declaration withId(AssetId newId) {
    return new Declaration(Optional.of(newId), name, sources, settings, preloadSlot);
  }

  /**
   * The same asset under another name.
   *
   * @param newName the name
   * @return this with the name
   */
  public Declaration named(AssetName newName) {
    return new Declaration(id, newName, sources, settings, preloadSlot);
  }

  /**
   * The same asset before it has an id.
   *
   * @return this without the id
   */
  public Declaration withoutId() {
    return new Declaration(Optional.empty(), name, sources, settings, preloadSlot);
  }
}

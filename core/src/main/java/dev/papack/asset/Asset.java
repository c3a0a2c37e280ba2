package dev.papack.asset;

import dev.papack.container.AssetName;
import dev.papack.diagnostic.AssetsPath;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A registered asset: its declaration and the registry agree about it.
 *
 * @param id what it is
 * @param name what the pack calls it
 * @param place where it is declared
 * @param sources below {@code assets/}, in order
 * @param settings how they become a bank
 * @param preloadSlot the slot that boot fills with it
 */
public record Asset(
    AssetId id,
    AssetName name,
    DeclarationPlace place,
    List<AssetsPath> sources,
    BankSettings settings,
    OptionalInt preloadSlot) {
  /** Copies the list. */
  public Asset {
    sources = List.copyOf(sources);
  }

  /**
   * Every file that the bank is made from.
   *
   * @return the sources, then the files that the settings name; a file may be both
   */
  public List<AssetsPath> files() {
    List<AssetsPath> references = settings.references();
    return references.isEmpty()
        ? sources
        : Stream.concat(sources.stream(), references.stream()).toList();
  }
}

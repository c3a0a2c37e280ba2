package dev.papack.registry;

import dev.papack.asset.AssetRoot;
import dev.papack.container.AssetName;
import java.util.Optional;

/**
 * What a retired id meant, as far as that is known: of ids that were retired before version 2 of
 * the registry it is not.
 *
 * @param name as it last was
 * @param root as it last was
 */
public record RetiredAsset(Optional<AssetName> name, Optional<AssetRoot> root) {
  /** Of which nothing is known but that it was. */
  public static RetiredAsset unknown() {
    return new RetiredAsset(Optional.empty(), Optional.empty());
  }

  /** What it was called and where it was, as far as that is known: part of a sentence. */
  public String inWords() {
    String called = name.map(known -> "\"" + known.text() + "\"").orElse("an asset (name unknown)");
    return root.filter(known -> name.isEmpty() || !known.toString().equals(name.get().text()))
        .map(known -> called + " at \"" + known + "\"")
        .orElse(called);
  }
}

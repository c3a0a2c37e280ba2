package dev.papack.registry;

import dev.papack.asset.AssetRoot;
import dev.papack.asset.BankSettings;
import dev.papack.asset.Declaration;
import dev.papack.asset.DeclarationPlace;
import dev.papack.container.AssetName;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes equal values of a workspace one value: a root and a name are in the registry and in a
 * declaration, and a handful of settings serves thousands of assets. Several threads may use it.
 */
final class Sharing {
  /** From so many assets on, their texts would be a large part of the memory. */
  private static final int MANY_ASSETS = 20_000;

  private final Registry registry;
  private final Map<BankSettings, BankSettings> settings = new ConcurrentHashMap<>();

  /** Shares what a registry has. */
  Sharing(Registry registry) {
    this.registry = registry;
  }

  /** An equal declaration. */
  LocatedDeclaration shared(LocatedDeclaration read) {
    Declaration declaration = read.declaration();
    Optional<RegisteredAsset> known = declaration.id().flatMap(registry::find);
    return new LocatedDeclaration(
        new DeclarationPlace(
            root(known.map(RegisteredAsset::root), read.place().root()), read.place().form()),
        new Declaration(
            declaration.id(),
            name(known.flatMap(RegisteredAsset::name), declaration.name()),
            declaration.sources(),
            settings.computeIfAbsent(declaration.settings(), same -> same),
            declaration.preloadSlot()),
        read.document());
  }

  /** An equal declaration that was read, with as little else as can be. */
  LocatedDeclaration kept(LocatedDeclaration read) {
    LocatedDeclaration shared = shared(read);
    return registry.assets().size() < MANY_ASSETS ? shared.withoutTrees() : shared.withoutText();
  }

  private static AssetRoot root(Optional<AssetRoot> known, AssetRoot root) {
    return known.filter(root::equals).orElse(root);
  }

  private static AssetName name(Optional<AssetName> known, AssetName name) {
    return known.filter(name::equals).orElse(name);
  }
}

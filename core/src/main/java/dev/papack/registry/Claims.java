package dev.papack.registry;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.container.AssetName;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which declaration claims which id; several may claim one. */
public final class Claims {
  private final SortedMap<AssetRoot, LocatedDeclaration> byRoot = new TreeMap<>();
  private final Map<AssetId, List<LocatedDeclaration>> byId = new HashMap<>();
  private final Map<AssetName, List<LocatedDeclaration>> byName = new HashMap<>();

  /**
   * The claims of a workspace.
   *
   * @param declarations one for each root at most
   */
  public Claims(Collection<LocatedDeclaration> declarations) {
    for (LocatedDeclaration declaration : declarations) {
      byRoot.put(declaration.place().root(), declaration);
    }
    for (LocatedDeclaration declaration : byRoot.values()) {
      byName.merge(declaration.declaration().name(), List.of(declaration), Claims::both);
      declaration
          .declaration()
          .id()
          .ifPresent(id -> byId.merge(id, List.of(declaration), Claims::both));
    }
  }

  /** Almost every list has one element, and there is one for each asset: they are kept small. */
  private static List<LocatedDeclaration> both(
      List<LocatedDeclaration> first, List<LocatedDeclaration> next) {
    return Stream.concat(first.stream(), next.stream()).toList();
  }

  /** Every declaration, by root. */
  public SortedMap<AssetRoot, LocatedDeclaration> declarations() {
    return Collections.unmodifiableSortedMap(byRoot);
  }

  /** The declarations that claim an id, by root. */
  public List<LocatedDeclaration> of(AssetId id) {
    return byId.getOrDefault(id, List.of());
  }

  /** A declaration with a name, other than one. */
  public Optional<LocatedDeclaration> namesake(AssetName name, LocatedDeclaration other) {
    return byName.getOrDefault(name, List.of()).stream()
        .filter(claim -> !claim.equals(other))
        .findFirst();
  }

  /** The declaration of a root, if it claims an id. */
  public Optional<LocatedDeclaration> at(AssetRoot root, AssetId id) {
    return of(id).stream().filter(claim -> claim.place().root().equals(root)).findFirst();
  }
}

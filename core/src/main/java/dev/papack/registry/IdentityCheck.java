package dev.papack.registry;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.diagnostic.Fix.Certainty;
import dev.papack.registry.IdentityFinding.Contested;
import dev.papack.registry.IdentityFinding.Copied;
import dev.papack.registry.IdentityFinding.IdMissing;
import dev.papack.registry.IdentityFinding.IdRetired;
import dev.papack.registry.IdentityFinding.Mismatched;
import dev.papack.registry.IdentityFinding.Moved;
import dev.papack.registry.IdentityFinding.RegisteredId;
import dev.papack.registry.IdentityFinding.RootGone;
import dev.papack.registry.IdentityFinding.Undecided;
import dev.papack.registry.IdentityFinding.Unregistered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether each id is in both places and means the same root. A root that moved is followed: its id
 * is found under one other root and nowhere else. A copy is not: the registered root keeps the id.
 */
final class IdentityCheck {
  private final LocatedRegistry located;
  private final Registry registry;
  private final Claims claims;
  private final Predicate<AssetRoot> isUnreadable;
  private final Certainty certainty;
  private final Map<AssetRoot, AssetId> registeredRoots = new HashMap<>();
  private final List<LocatedDeclaration> agreed = new ArrayList<>();
  private final List<IdentityFinding> findings = new ArrayList<>();

  /**
   * A check of one workspace.
   *
   * @param certainty whether everything was read, so that what only follows from all of it is safe
   */
  IdentityCheck(
      LocatedRegistry located,
      Claims claims,
      Predicate<AssetRoot> isUnreadable,
      Certainty certainty) {
    this.located = located;
    this.registry = located.registry();
    this.claims = claims;
    this.isUnreadable = isUnreadable;
    this.certainty = certainty;
    registry.assets().forEach((id, root) -> registeredRoots.put(root, id));
  }

  void check() {
    for (LocatedDeclaration declaration : claims.declarations().values()) {
      Optional<AssetId> id = declaration.declaration().id();
      if (id.isPresent()) {
        judge(declaration, id.get());
      } else {
        findings.add(withoutId(declaration));
      }
    }
    registry.assets().forEach(this::judgeRegistered);
  }

  /** The declarations that the registry agrees with, by root. */
  List<LocatedDeclaration> agreed() {
    return agreed;
  }

  /** What they do not agree on. */
  List<IdentityFinding> findings() {
    return findings;
  }

  /** The id that the registry has for a root and that no other root has taken along. */
  private Optional<AssetId> registeredStill(AssetRoot root) {
    return Optional.ofNullable(registeredRoots.get(root))
        .filter(id -> claims.of(id).isEmpty() || claims.at(root, id).isPresent());
  }

  private IdentityFinding withoutId(LocatedDeclaration declaration) {
    AssetRoot root = declaration.place().root();
    Optional<RegisteredId> registered = registeredStill(root).map(this::registered);
    return new IdMissing(
        declaration, registered, registered.isPresent() ? certainty : unlessDisplacing(root));
  }

  private RegisteredId registered(AssetId id) {
    return new RegisteredId(id, located.placeOf(id));
  }

  private void judge(LocatedDeclaration declaration, AssetId id) {
    AssetRoot root = declaration.place().root();
    RetiredAsset meaning = registry.retired().get(id);
    if (meaning != null) {
      findings.add(
          new IdRetired(declaration, id, meaning, located.placeOf(id), unlessDisplacing(root)));
      return;
    }
    Optional<AssetRoot> home = Optional.ofNullable(registry.assets().get(id));
    if (home.equals(Optional.of(root))) {
      agreed.add(declaration);
      return;
    }
    Optional<AssetId> registered = registeredStill(root);
    Optional<LocatedDeclaration> keeper = home.flatMap(at -> claims.at(at, id));
    if (registered.isPresent()) {
      findings.add(new Mismatched(declaration, id, registered(registered.get())));
    } else if (keeper.isPresent()) {
      findings.add(new Copied(declaration, id, keeper.get(), unlessDisplacing(root)));
    } else if (claims.of(id).size() > 1) {
      findings.add(new Contested(declaration, id, otherClaim(claims, declaration, id)));
    } else if (home.isEmpty()) {
      findings.add(
          new Unregistered(declaration, id, located.document().location(), unlessDisplacing(root)));
    } else if (!isUnreadable.test(home.get())) {
      // An unreadable home may well hold this id; its own fault has been reported.
      findings.add(moved(declaration, id, home.get()));
      agreed.add(declaration);
    }
  }

  private Moved moved(LocatedDeclaration declaration, AssetId id, AssetRoot home) {
    return new Moved(
        declaration,
        id,
        home,
        located.placeOf(id),
        claims.declarations().containsKey(home) ? Certainty.LIKELY : certainty);
  }

  private static LocatedDeclaration otherClaim(
      Claims claims, LocatedDeclaration declaration, AssetId id) {
    return claims.of(id).stream()
        .filter(other -> !other.place().equals(declaration.place()))
        .findFirst()
        .orElseThrow();
  }

  /** The ids that several declarations claim, where no registry tells who keeps which. */
  static List<IdentityFinding> doubledIds(Claims claims) {
    List<IdentityFinding> doubled = new ArrayList<>();
    for (LocatedDeclaration declaration : claims.declarations().values()) {
      declaration
          .declaration()
          .id()
          .filter(id -> claims.of(id).size() > 1)
          .ifPresent(id ->
              doubled.add(new Undecided(declaration, id, otherClaim(claims, declaration, id))));
    }
    return doubled;
  }

  /** A registered root that is gone, unless its id was found elsewhere and judged there. */
  private void judgeRegistered(AssetId id, AssetRoot root) {
    if (claims.of(id).isEmpty()
        && !claims.declarations().containsKey(root)
        && !isUnreadable.test(root)) {
      findings.add(new RootGone(root, registered(id)));
    }
  }

  /** Another asset that is registered at the root would have to be followed elsewhere first. */
  private Certainty unlessDisplacing(AssetRoot root) {
    return registeredRoots.containsKey(root) ? Certainty.LIKELY : certainty;
  }
}

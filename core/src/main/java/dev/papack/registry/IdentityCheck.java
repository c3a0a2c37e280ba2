package dev.papack.registry;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.container.AssetName;
import dev.papack.diagnostic.Fix.Certainty;
import dev.papack.registry.IdentityFinding.BankChanged;
import dev.papack.registry.IdentityFinding.Contested;
import dev.papack.registry.IdentityFinding.Copied;
import dev.papack.registry.IdentityFinding.Disputed;
import dev.papack.registry.IdentityFinding.IdMissing;
import dev.papack.registry.IdentityFinding.IdRetired;
import dev.papack.registry.IdentityFinding.Mismatched;
import dev.papack.registry.IdentityFinding.Moved;
import dev.papack.registry.IdentityFinding.RegisteredId;
import dev.papack.registry.IdentityFinding.Renamed;
import dev.papack.registry.IdentityFinding.RootGone;
import dev.papack.registry.IdentityFinding.RootTaken;
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

  /** Filled once it is asked for: few workspaces have a declaration without id. */
  private final Map<AssetName, List<AssetId>> idsByName = new HashMap<>();

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
    registry.roots().forEach((id, root) -> registeredRoots.put(root, id));
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
    registry.roots().forEach(this::judgeRegistered);
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
        .filter(id -> rivals(id).isEmpty() || claims.at(root, id).isPresent());
  }

  /** The claims of an id without those that another bank excludes. */
  private List<LocatedDeclaration> rivals(AssetId id) {
    Optional<RegisteredAsset> known = registry.find(id);
    return claims.of(id).stream()
        .filter(claim -> known.isEmpty() || known.get().isBankOf(claim.declaration()))
        .toList();
  }

  private IdentityFinding withoutId(LocatedDeclaration declaration) {
    AssetRoot root = declaration.place().root();
    Optional<AssetId> id = registeredStill(root);
    if (id.isEmpty()) {
      // It gets an id only if a build would accept it, which nobody has tried here.
      return new IdMissing(declaration, Optional.empty(), Certainty.LIKELY);
    }
    RegisteredAsset known = registry.find(id.get()).orElseThrow();
    Optional<RegisteredId> lost = lostNamesake(id.get(), known).map(this::registered);
    if (lost.isPresent()
        || !known.isNamedAs(declaration.declaration())
        || !known.isBankOf(declaration.declaration())) {
      return new RootTaken(declaration, known, registered(id.get()), lost);
    }
    // Of two with the registered name, the one elsewhere may be the original that was moved.
    boolean isOnly = known.name().flatMap(name -> claims.namesake(name, declaration)).isEmpty();
    return new IdMissing(
        declaration, id.map(this::registered), isOnly ? certainty : Certainty.LIKELY);
  }

  /** Another registered asset of the same name that no declaration claims: it may be this one. */
  private Optional<AssetId> lostNamesake(AssetId id, RegisteredAsset known) {
    return known
        .name()
        .flatMap(name ->
            idsOf(name).stream()
                .filter(other -> !other.equals(id) && claims.of(other).isEmpty())
                .findFirst());
  }

  private List<AssetId> idsOf(AssetName name) {
    if (idsByName.isEmpty()) {
      registry
          .roots()
          .keySet()
          .forEach(id ->
              registry
                  .find(id)
                  .flatMap(RegisteredAsset::name)
                  .ifPresent(
                      known -> idsByName.computeIfAbsent(known, _ -> new ArrayList<>(1)).add(id)));
    }
    return idsByName.getOrDefault(name, List.of());
  }

  private RegisteredId registered(AssetId id) {
    return new RegisteredId(id, located.placeOf(id));
  }

  private void judge(LocatedDeclaration declaration, AssetId id) {
    AssetRoot root = declaration.place().root();
    RetiredAsset meaning = registry.retired().get(id);
    if (meaning != null) {
      findings.add(new IdRetired(declaration, id, meaning, located.placeOf(id)));
      return;
    }
    Optional<RegisteredAsset> known = registry.find(id);
    List<LocatedDeclaration> rivals = rivals(id);
    if (known.isPresent() && !known.get().isBankOf(declaration.declaration())) {
      findings.add(
          new BankChanged(
              declaration,
              id,
              known.get().bank().orElseThrow(),
              located.placeOf(id),
              rivals.stream().findFirst()));
      return;
    }
    Optional<AssetRoot> home = known.map(RegisteredAsset::root);
    Optional<LocatedDeclaration> keeper =
        rivals.stream().filter(rival -> home.equals(Optional.of(rival.place().root()))).findFirst();
    Optional<LocatedDeclaration> namesake =
        keeper.flatMap(at -> namesake(known.orElseThrow(), at, rivals));
    if (namesake.isPresent()) {
      findings.add(
          new Disputed(declaration, id, keeper.get(), namesake.get(), known.orElseThrow()));
      return;
    }
    if (home.equals(Optional.of(root))) {
      agree(declaration, id, known.orElseThrow(), certainty);
      return;
    }
    Optional<AssetId> registered = registeredStill(root);
    if (registered.isPresent()) {
      findings.add(new Mismatched(declaration, id, registered(registered.get())));
    } else if (keeper.isPresent()) {
      findings.add(new Copied(declaration, id, keeper.get()));
    } else if (rivals.size() > 1) {
      findings.add(new Contested(declaration, id, otherOf(rivals, declaration)));
    } else if (home.isEmpty()) {
      findings.add(new Unregistered(declaration, id, located.document().location()));
    } else if (!isUnreadable.test(home.get())) {
      // An unreadable home may well hold this id; its own fault has been reported.
      Certainty moved =
          claims.declarations().containsKey(home.get())
                  || !known.orElseThrow().isNamedAs(declaration.declaration())
              ? Certainty.LIKELY
              : certainty;
      findings.add(new Moved(declaration, id, home.get(), located.placeOf(id), moved));
      agree(declaration, id, known.orElseThrow(), Certainty.LIKELY);
    }
  }

  /**
   * The declaration that has the registered name of an asset while the one at the registered root
   * has another: then root and name speak for two answers.
   */
  private static Optional<LocatedDeclaration> namesake(
      RegisteredAsset known, LocatedDeclaration keeper, List<LocatedDeclaration> rivals) {
    return known.isNamedAs(keeper.declaration())
        ? Optional.empty()
        : rivals.stream().filter(rival -> known.isNamedAs(rival.declaration())).findFirst();
  }

  /** It is this asset; that it is called something else by now is for people to know. */
  private void agree(
      LocatedDeclaration declaration, AssetId id, RegisteredAsset known, Certainty renamed) {
    agreed.add(declaration);
    if (known.isNamedAs(declaration.declaration())) {
      return;
    }
    AssetName before = known.name().orElseThrow();
    Optional<LocatedDeclaration> successor = claims.namesake(before, declaration);
    findings.add(
        new Renamed(
            declaration,
            id,
            before,
            located.placeOf(id),
            successor,
            successor.isPresent() ? Certainty.LIKELY : renamed));
  }

  private static LocatedDeclaration otherOf(
      List<LocatedDeclaration> rivals, LocatedDeclaration declaration) {
    return rivals.stream()
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
              doubled.add(new Undecided(declaration, id, otherOf(claims.of(id), declaration))));
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
}

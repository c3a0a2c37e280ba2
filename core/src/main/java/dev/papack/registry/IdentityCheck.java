package dev.papack.registry;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Fix.Certainty;
import dev.papack.diagnostic.Verb;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether each id stands in both places and means the same root. A root that moved is followed: its
 * id is found under one other root and nowhere else. A copy is not: the registered root keeps the
 * id.
 */
final class IdentityCheck {
  private final LocatedRegistry located;
  private final Registry registry;
  private final Claims claims;
  private final Predicate<AssetRoot> isUnreadable;
  private final Certainty certainty;
  private final Map<AssetRoot, AssetId> registeredRoots = new HashMap<>();
  private final List<LocatedDeclaration> agreed = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

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
        diagnostics.add(withoutId(declaration));
      }
    }
    registry.assets().forEach(this::judgeRegistered);
  }

  /** The declarations that the registry agrees with, by root. */
  List<LocatedDeclaration> agreed() {
    return agreed;
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** The id that the registry has for a root and that no other root has taken along. */
  private Optional<AssetId> registeredStill(AssetRoot root) {
    return Optional.ofNullable(registeredRoots.get(root))
        .filter(id -> claims.of(id).isEmpty() || claims.at(root, id).isPresent());
  }

  private Diagnostic withoutId(LocatedDeclaration declaration) {
    AssetRoot root = declaration.place().root();
    Diagnostic fault =
        Diagnostic.error(
            DiagnosticCode.ID_MISSING,
            declaration.document().location(),
            "the declaration of \"" + root + "\" has no asset_id");
    return registeredStill(root)
        .map(id ->
            fault
                .supported(id.toString())
                .related(located.placeOf(id), "the registry knows this root as " + id)
                .fix(add("write it back", certainty, declaration)))
        .orElseGet(() -> fault.fix(add("give it an id", unlessDisplacing(root), declaration)));
  }

  private void judge(LocatedDeclaration declaration, AssetId id) {
    AssetRoot root = declaration.place().root();
    if (registry.retired().containsKey(id)) {
      diagnostics.add(retired(declaration, id));
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
      diagnostics.add(mismatch(declaration, id, registered.get()));
    } else if (keeper.isPresent()) {
      diagnostics.add(
          copy(declaration, id, keeper.get(), "the registered root of this id")
              .fix(add("give the copy an id of its own", unlessDisplacing(root), declaration)));
    } else if (claims.of(id).size() > 1) {
      diagnostics.add(
          copy(declaration, id, otherClaim(claims, declaration, id), "another root with this id")
              .fix(
                  add(
                      "if this is the original, register it; add the others afterwards",
                      Certainty.MANUAL,
                      declaration)));
    } else if (home.isEmpty()) {
      diagnostics.add(unregistered(declaration, id));
    } else if (!isUnreadable.test(home.get())) {
      // An unreadable home may well hold this id; its own fault has been reported.
      diagnostics.add(moved(declaration, id, home.get()));
      agreed.add(declaration);
    }
  }

  private static LocatedDeclaration otherClaim(
      Claims claims, LocatedDeclaration declaration, AssetId id) {
    return claims.of(id).stream()
        .filter(other -> !other.place().equals(declaration.place()))
        .findFirst()
        .orElseThrow();
  }

  /** The ids that several declarations claim, where no registry tells who keeps which. */
  static List<Diagnostic> doubledIds(Claims claims) {
    List<Diagnostic> doubled = new ArrayList<>();
    for (LocatedDeclaration declaration : claims.declarations().values()) {
      declaration
          .declaration()
          .id()
          .filter(id -> claims.of(id).size() > 1)
          .ifPresent(id ->
              doubled.add(
                  copy(
                          declaration,
                          id,
                          otherClaim(claims, declaration, id),
                          "another root with this id")
                      .help("restore the registry first: it knows which of them keeps the id")));
    }
    return doubled;
  }

  /** A registered root that is gone, unless its id was found elsewhere and judged there. */
  private void judgeRegistered(AssetId id, AssetRoot root) {
    if (claims.of(id).isEmpty()
        && !claims.declarations().containsKey(root)
        && !isUnreadable.test(root)) {
      diagnostics.add(
          Diagnostic.error(
                  DiagnosticCode.ROOT_GONE,
                  located.placeOf(id),
                  "the registered root \"" + root + "\" of " + id + " has no declaration any more")
              .found(root.toString())
              .help("restore its declaration from version control")
              .fix(
                  Fix.manual(
                      "or retire the id, if the asset is to go",
                      Fix.run(Verb.REMOVE, new Argument.OfId(id.value())))));
    }
  }

  private Diagnostic retired(LocatedDeclaration declaration, AssetId id) {
    return Diagnostic.error(
            DiagnosticCode.ID_RETIRED,
            declaration.placeOf("asset_id"),
            "the id "
                + id
                + " of \""
                + declaration.place().root()
                + "\" is retired: it meant "
                + Objects.requireNonNull(registry.retired().get(id)).inWords()
                + ", which was removed, and is never used again")
        .found(id.toString())
        .related(located.placeOf(id), "retired here")
        .fix(
            add(
                "give this asset a new id",
                unlessDisplacing(declaration.place().root()),
                declaration));
  }

  private Diagnostic unregistered(LocatedDeclaration declaration, AssetId id) {
    return Diagnostic.error(
            DiagnosticCode.ROOT_UNREGISTERED,
            declaration.placeOf("asset_id"),
            "\""
                + declaration.place().root()
                + "\" is declared as "
                + id
                + ", which the registry does not know")
        .found(id.toString())
        .related(located.document().location(), "the registry")
        .fix(add("register it", unlessDisplacing(declaration.place().root()), declaration));
  }

  private Diagnostic moved(LocatedDeclaration declaration, AssetId id, AssetRoot home) {
    AssetRoot root = declaration.place().root();
    return Diagnostic.warning(
            DiagnosticCode.ROOT_MOVED,
            declaration.placeOf("asset_id"),
            "the asset " + id + " moved from \"" + home + "\" to \"" + root + "\"")
        .found(root.toString())
        .supported(home.toString())
        .related(located.placeOf(id), "the registry still has the old root")
        .fix(
            add(
                "register it at its new place",
                claims.declarations().containsKey(home) ? Certainty.LIKELY : certainty,
                declaration));
  }

  private static Diagnostic copy(
      LocatedDeclaration declaration, AssetId id, LocatedDeclaration other, String whatIsThere) {
    return Diagnostic.error(
            DiagnosticCode.ID_IN_TWO_PLACES,
            declaration.placeOf("asset_id"),
            "the id "
                + id
                + " of \""
                + declaration.place().root()
                + "\" belongs to another root: a copy needs an id of its own")
        .found(id.toString())
        .related(other.placeOf("asset_id"), whatIsThere);
  }

  private Diagnostic mismatch(
      LocatedDeclaration declaration, AssetId declared, AssetId registered) {
    return Diagnostic.error(
            DiagnosticCode.ID_MISMATCH,
            declaration.placeOf("asset_id"),
            "\""
                + declaration.place().root()
                + "\" is declared as "
                + declared
                + " and registered as "
                + registered)
        .found(declared.toString())
        .supported(registered.toString())
        .related(located.placeOf(registered), "registered here")
        .help(
            "restore one of the two files from version control: the id that a released pack has is"
                + " the right one");
  }

  /** Another asset that is registered at the root would have to be followed elsewhere first. */
  private Certainty unlessDisplacing(AssetRoot root) {
    return registeredRoots.containsKey(root) ? Certainty.LIKELY : certainty;
  }

  private static Fix add(String title, Certainty certainty, LocatedDeclaration declaration) {
    return new Fix(title, certainty, Fix.run(Verb.ADD, declaration.argument()));
  }
}

package dev.papack.authoring;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.RelativePath;
import dev.papack.diagnostic.Verb;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.LocatedDeclaration;
import dev.papack.registry.RetiredAsset;
import dev.papack.registry.UnreadClaims;
import dev.papack.result.Added.Action;
import dev.papack.result.Added.AddedAsset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Makes registry and an existing declaration agree, where only one answer is possible: for {@code
 * add} and for {@code doctor} alike. Of a declaration that nobody named, nothing is concluded that
 * a copied and then damaged original would contradict.
 */
public final class Mending {
  /** What this class mends; every other fault of a declaration stays and is reported. */
  private static final Set<DiagnosticCode> MENDED =
      Set.of(
          DiagnosticCode.ID_MISSING,
          DiagnosticCode.ROOT_UNREGISTERED,
          DiagnosticCode.ID_IN_TWO_PLACES,
          DiagnosticCode.ID_RETIRED);

  private final DeclaredWorkspace workspace;
  private final Additions additions;
  private final UnreadClaims unread;
  private final Set<AssetRoot> named;
  private final Set<AssetRoot> handled = new HashSet<>();
  private final Map<String, List<Diagnostic>> errors;

  /**
   * For one request.
   *
   * @param unread what declarations that could not be read may claim
   * @param named the roots that its author named, by declaration or source
   */
  public Mending(
      DeclaredWorkspace workspace, Additions additions, UnreadClaims unread, Set<AssetRoot> named) {
    this.workspace = workspace;
    this.additions = additions;
    this.unread = unread;
    this.named = named;
    this.errors =
        workspace.diagnostics().stream()
            .filter(Diagnostic::isError)
            .collect(
                Collectors.groupingBy(
                    fault -> fault.location().path(), HashMap::new, Collectors.toList()));
  }

  /** Reports what is wrong with a file of a declaration. */
  void report(DeclarationPlace place) {
    additions.refuse(errorsOf(place));
  }

  public void mend(DeclarationPlace place, Explicit explicit) {
    AssetRoot root = place.root();
    LocatedDeclaration located = workspace.scan().declarations().get(root);
    if (located == null) {
      report(place);
      return;
    }
    if (!handled.add(root)) {
      return;
    }
    Optional<AssetId> id = located.declaration().id();
    if (id.isEmpty()) {
      giveMissingId(located, explicit);
    } else if (workspace.registry().registry().retired().containsKey(id.get())) {
      giveNewId(located, explicit, retirement(id.get()));
    } else if (additions.homeOf(id.get()).equals(Optional.of(root))) {
      remark(located, id.get(), explicit);
    } else {
      register(located, id.get(), explicit);
    }
  }

  private String retirement(AssetId id) {
    RetiredAsset meaning =
        Objects.requireNonNull(workspace.registry().registry().retired().get(id));
    return "the id "
        + id
        + " it had is retired: it meant "
        + meaning.inWords()
        + ", and whatever still refers to "
        + id
        + " means that";
  }

  private void giveMissingId(LocatedDeclaration located, Explicit explicit) {
    Optional<AssetId> lost = additions.lostAt(located.place().root());
    if (lost.isPresent() && isContested(located, lost.get(), explicit)) {
      return;
    }
    if (lost.isPresent()) {
      giveId(located, lost.get(), Action.RESTORED, List.of());
    } else if (isDisplacing(located.place().root(), explicit)) {
      report(located.place());
    } else {
      giveId(located, additions.drawId(), Action.REGISTERED, List.of());
    }
  }

  private void giveNewId(LocatedDeclaration located, Explicit explicit, String reason) {
    if (isDisplacing(located.place().root(), explicit)) {
      report(located.place());
    } else {
      giveId(located, additions.drawId(), Action.GIVEN_NEW_ID, List.of(reason));
    }
  }

  /**
   * Whether the registry has another asset at a root, which would have to be followed elsewhere:
   * what stands here may be that asset, with a damaged id, and what stands there its copy.
   */
  private boolean isDisplacing(AssetRoot root, Explicit explicit) {
    return switch (explicit) {
      case NAMED -> false;
      case FOUND -> additions.isRegistered(root);
    };
  }

  /** Reports an id that an unread declaration may claim as well, unless its author settled that. */
  private boolean isContested(LocatedDeclaration located, AssetId id, Explicit explicit) {
    Optional<RelativePath> file =
        switch (explicit) {
          case NAMED -> Optional.empty();
          case FOUND -> unread.find(id);
        };
    file.ifPresent(unreadable -> {
      report(located.place());
      additions.refuse(
          Diagnostic.error(
                  DiagnosticCode.ID_IN_TWO_PLACES,
                  located.placeOf("asset_id"),
                  "the id "
                      + id
                      + " for \""
                      + located.place().root()
                      + "\" stands also in a declaration that cannot be read")
              .found(id.toString())
              .related(Location.of(Artifact.ASSET, "assets/" + unreadable), "it cannot be read")
              .help("fix assets/" + unreadable + " first: it may be the one that has this id"));
    });
    return file.isPresent();
  }

  private void remark(LocatedDeclaration located, AssetId id, Explicit explicit) {
    switch (explicit) {
      case FOUND -> {}
      case NAMED -> {
        additions.refuse(
            Diagnostic.note(
                    DiagnosticCode.ALREADY_DECLARED,
                    Location.of(Artifact.ASSET, pathOf(located.place())),
                    "\""
                        + located.place().root()
                        + "\" is declared and registered already, as "
                        + id)
                .help("edit assets/" + located.place().file() + " to change its settings"));
        report(located.place());
      }
    }
  }

  private void register(LocatedDeclaration located, AssetId id, Explicit explicit) {
    AssetRoot root = located.place().root();
    Optional<AssetRoot> home = additions.homeOf(id);
    SortedSet<AssetRoot> claims = additions.claimsOf(id);
    if (additions.lostAt(root).isPresent()) {
      report(located.place());
    } else if (home.filter(at -> claims.contains(at)).isPresent()) {
      giveNewId(located, explicit, "the id " + id + " it had belongs to " + home.get());
    } else if (claims.size() > 1 && !isTheOneNamed(root, claims, explicit)) {
      report(located.place());
    } else if (home.filter(workspace::isUnreadable).isPresent()) {
      additions.refuse(
          Diagnostic.error(
                  DiagnosticCode.ID_IN_TWO_PLACES,
                  located.placeOf("asset_id"),
                  "the id "
                      + id
                      + " of \""
                      + root
                      + "\" is registered for \""
                      + home.get()
                      + "\", whose declaration cannot be read")
              .found(id.toString())
              .help("fix the declaration of " + home.get() + " first"));
    } else if (isUncertain(located, id, explicit) || isContested(located, id, explicit)) {
      return;
    } else if (additions.enter(id, root, located.placeOf("asset_id"))) {
      additions.register(
          new AddedAsset(
              home.isPresent() ? Action.MOVED : Action.REGISTERED,
              id,
              located.place(),
              located.declaration(),
              home.map(Additions::movedFrom).stream().toList()));
      reportTheRest(located.place());
    }
  }

  /**
   * Reports a move, or a registration, that rests on a root whose asset is not known to be gone. It
   * is gone where no declaration is, or that of an asset that moved there in turn.
   */
  private boolean isUncertain(LocatedDeclaration located, AssetId id, Explicit explicit) {
    if (explicit == Explicit.NAMED) {
      return false;
    }
    AssetRoot root = located.place().root();
    Optional<AssetRoot> home = additions.homeOf(id);
    if (home.isEmpty()) {
      boolean isDisplacing = isDisplacing(root, explicit);
      if (isDisplacing) {
        report(located.place());
      }
      return isDisplacing;
    }
    LocatedDeclaration there = workspace.scan().declarations().get(home.get());
    if (there == null || hasMovedTo(home.get(), there)) {
      return false;
    }
    report(located.place());
    additions.refuse(
        Diagnostic.error(
                DiagnosticCode.ROOT_MOVED,
                located.placeOf("asset_id"),
                "whether the asset "
                    + id
                    + " moved from \""
                    + home.get()
                    + "\" to \""
                    + root
                    + "\" is not certain: something is declared at the old root still")
            .found(root.toString())
            .supported(home.get().toString())
            .related(there.placeOf("asset_id"), "declared at the registered root")
            .fix(
                Fix.manual(
                    "if it moved, register it there",
                    Fix.run(
                        Verb.ADD,
                        new Argument.OfPath(WorkspacePath.inAssets(located.place().file())))))
            .help(
                "if this is a copy, write the asset_id "
                    + id
                    + " back into "
                    + pathOf(there.place())));
    return true;
  }

  private boolean hasMovedTo(AssetRoot root, LocatedDeclaration there) {
    return there
        .declaration()
        .id()
        .filter(id -> additions.homeOf(id).filter(home -> !home.equals(root)).isPresent())
        .filter(id -> additions.claimsOf(id).size() == 1)
        .isPresent();
  }

  /** Of several declarations with one id, the author names the original. */
  private boolean isTheOneNamed(AssetRoot root, SortedSet<AssetRoot> claims, Explicit explicit) {
    return switch (explicit) {
      case FOUND -> false;
      case NAMED -> claims.stream().allMatch(claim -> claim.equals(root) || !named.contains(claim));
    };
  }

  private void giveId(LocatedDeclaration located, AssetId id, Action action, List<String> reasons) {
    if (additions.enter(id, located.place().root(), located.placeOf("asset_id"))) {
      additions.rewrite(
          located,
          new AddedAsset(action, id, located.place(), located.declaration().withId(id), reasons));
      reportTheRest(located.place());
    }
  }

  private void reportTheRest(DeclarationPlace place) {
    additions.refuse(
        errorsOf(place).stream().filter(fault -> !MENDED.contains(fault.code())).toList());
  }

  private List<Diagnostic> errorsOf(DeclarationPlace place) {
    return errors.getOrDefault(pathOf(place), List.of());
  }

  private static String pathOf(DeclarationPlace place) {
    return "assets/" + place.file();
  }
}

package dev.papack.authoring;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Fix.Certainty;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Verb;
import dev.papack.registry.Claims;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.IdentityFinding;
import dev.papack.registry.IdentityFinding.BankChanged;
import dev.papack.registry.IdentityFinding.Contested;
import dev.papack.registry.IdentityFinding.Copied;
import dev.papack.registry.IdentityFinding.Disputed;
import dev.papack.registry.IdentityFinding.IdMissing;
import dev.papack.registry.IdentityFinding.IdRetired;
import dev.papack.registry.IdentityFinding.Mismatched;
import dev.papack.registry.IdentityFinding.Moved;
import dev.papack.registry.IdentityFinding.Renamed;
import dev.papack.registry.IdentityFinding.RootGone;
import dev.papack.registry.IdentityFinding.RootTaken;
import dev.papack.registry.IdentityFinding.Undecided;
import dev.papack.registry.IdentityFinding.Unregistered;
import dev.papack.registry.LocatedDeclaration;
import dev.papack.registry.RegisteredAsset;
import dev.papack.registry.RetiredAsset;
import dev.papack.registry.UnreadClaims;
import dev.papack.result.Added.Action;
import dev.papack.result.Added.AddedAsset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Makes the registry and an existing declaration agree where that is unambiguous, for both {@code
 * add} and {@code doctor}. Nothing is concluded about a declaration that the author did not name if
 * it could also be a copy whose original was damaged.
 */
public final class Fixing {
  private final DeclaredWorkspace workspace;
  private final Additions additions;
  private final UnreadClaims unread;
  private final Set<AssetRoot> named;
  private final Set<AssetRoot> handled = new HashSet<>();
  private final Map<AssetsPath, List<Diagnostic>> errors = new HashMap<>();
  private final Set<Diagnostic> fixed = new HashSet<>();
  private final Claims claims;
  private final Evidence evidence;
  private final Trial trial;
  private final Map<DeclarationPlace, Renamed> renamed = new HashMap<>();
  private final Map<DeclarationPlace, Disputed> disputed = new HashMap<>();
  private final Map<DeclarationPlace, BankChanged> ofOtherBank = new HashMap<>();

  /**
   * For one request.
   *
   * @param evidence of what the ids meant when they were last built
   * @param trial of what gets its first id
   * @param unread what declarations that could not be read may claim
   * @param named the roots that its author named, by declaration or source
   */
  public Fixing(
      DeclaredWorkspace workspace,
      Additions additions,
      Evidence evidence,
      Trial trial,
      UnreadClaims unread,
      Set<AssetRoot> named) {
    this.workspace = workspace;
    this.claims = workspace.claims();
    this.evidence = evidence;
    this.trial = trial;
    this.additions = additions;
    this.unread = unread;
    this.named = named;
    workspace.diagnostics().stream()
        .filter(Diagnostic::isError)
        .forEach(fault ->
            fault
                .location()
                .belowAssets()
                .ifPresent(
                    file -> errors.computeIfAbsent(file, _ -> new ArrayList<>()).add(fault)));
    workspace.reconciliation().findings().stream()
        .filter(Fixing::isFixed)
        .map(IdentityFinding::diagnostic)
        .forEach(fixed::add);
    for (IdentityFinding finding : workspace.reconciliation().findings()) {
      if (finding instanceof Renamed other) {
        renamed.put(other.declaration().place(), other);
      } else if (finding instanceof Disputed other) {
        disputed.put(other.declaration().place(), other);
      } else if (finding instanceof BankChanged other) {
        ofOtherBank.put(other.declaration().place(), other);
      }
    }
  }

  /** Whether this class fixes it; every other fault of a declaration remains and is reported. */
  private static boolean isFixed(IdentityFinding finding) {
    return switch (finding) {
      case IdMissing _,
          Unregistered _,
          Moved _,
          Renamed _,
          BankChanged _,
          Disputed _,
          Copied _,
          Contested _,
          IdRetired _ ->
          true;
      case RootTaken _, Undecided _, Mismatched _, RootGone _ -> false;
    };
  }

  /** Refuses a declaration for everything that is wrong with it. */
  void refuse(DeclarationPlace place) {
    errorsOf(place).forEach(additions::refuse);
  }

  /** Makes the registry and a declaration agree, or refuses the declaration. */
  public void fix(DeclarationPlace place, Selection selection) throws IOException {
    AssetRoot root = place.root();
    LocatedDeclaration located = workspace.scan().declarations().get(root);
    if (located == null) {
      refuse(place);
      return;
    }
    if (!handled.add(root)) {
      return;
    }
    Optional<AssetId> id = located.declaration().id();
    if (id.isEmpty()) {
      giveMissingId(located, selection);
    } else if (workspace.registry().registry().retired().containsKey(id.get())) {
      giveNewId(located, selection, retirement(id.get()));
    } else if (ofOtherBank.containsKey(place)) {
      giveIdOfItsOwn(Objects.requireNonNull(ofOtherBank.get(place)), selection);
    } else if (disputed.containsKey(place)) {
      settle(Objects.requireNonNull(disputed.get(place)), selection);
    } else if (additions.homeOf(id.get()).equals(Optional.of(root))) {
      if (renamed.containsKey(place)) {
        rename(Objects.requireNonNull(renamed.get(place)), selection);
      } else {
        reportDeclared(located, id.get(), selection);
      }
    } else {
      register(located, id.get(), selection);
    }
  }

  private String retirement(AssetId id) {
    RetiredAsset meaning =
        Objects.requireNonNull(workspace.registry().registry().retired().get(id));
    return "its old id "
        + id
        + " was retired when "
        + meaning.inWords()
        + " was removed; references to "
        + id
        + " still mean that asset";
  }

  /**
   * Another bank is another asset; if the one that is meant is declared elsewhere, it goes first.
   */
  private void giveIdOfItsOwn(BankChanged finding, Selection selection) throws IOException {
    LocatedDeclaration located = finding.declaration();
    Optional<LocatedDeclaration> rival = finding.rival();
    if (rival.isEmpty()) {
      refuse(located.place());
      return;
    }
    if (!additions.homeOf(finding.id()).equals(Optional.of(rival.get().place().root()))) {
      fix(rival.get().place(), selection);
    }
    giveNewId(
        located,
        selection,
        "its old id " + finding.id() + " belongs to " + rival.get().place().root());
  }

  /** The one that its author names, having moved it, is the original. */
  private void settle(Disputed finding, Selection selection) {
    LocatedDeclaration located = finding.declaration();
    AssetRoot root = located.place().root();
    boolean isSettled =
        located.equals(finding.namesake())
            && isTheOneNamed(root, additions.claimsOf(finding.id()), selection);
    if (isSettled) {
      follow(located, finding.id(), additions.homeOf(finding.id()));
    } else {
      refuse(located.place());
    }
  }

  private void rename(Renamed finding, Selection selection) throws IOException {
    LocatedDeclaration located = finding.declaration();
    switch (selection) {
      case BY_NAME -> recordName(finding);
      case BY_SCAN -> {
        if (finding.certainty() == Certainty.SAFE
            && !isContradicted(located, finding.id())
            && !isContested(located, finding.id(), selection)) {
          recordName(finding);
        }
      }
    }
  }

  private void recordName(Renamed finding) {
    LocatedDeclaration located = finding.declaration();
    AssetRoot root = located.place().root();
    if (additions.enter(finding.id(), root, located.declaration(), located.placeOf("asset_id"))) {
      additions.register(
          new AddedAsset(
              Action.RENAMED,
              Optional.of(finding.id()),
              Optional.of(finding.id()),
              located.place(),
              located.declaration(),
              List.of(renamedFrom(finding))));
      reportTheRest(located.place());
    }
  }

  private static String renamedFrom(Renamed finding) {
    return "it was registered as \"" + finding.before().text() + "\"";
  }

  /**
   * Refuses what the last build contradicts: another declaration has what the id was built from.
   */
  private boolean isContradicted(LocatedDeclaration supposed, AssetId id) throws IOException {
    Optional<LocatedDeclaration> other = evidence.findOther(id, supposed);
    other.ifPresent(there ->
        additions.refuse(
            Diagnostic.error(
                    DiagnosticCode.ID_CHANGED_MEANING,
                    supposed.placeOf("asset_id"),
                    "the id "
                        + id
                        + " may mean \""
                        + there.place().root()
                        + "\" and not \""
                        + supposed.place().root()
                        + "\": that has the source it was last built from")
                .found(supposed.place().root().toString())
                .supported(there.place().root().toString())
                .related(there.document().location(), "has the source of the last build")
                .advice(
                    "leave the asset_id "
                        + id
                        + " in the declaration of the original alone, then add the other one")));
    return other.isPresent();
  }

  private void giveMissingId(LocatedDeclaration located, Selection selection) throws IOException {
    Optional<AssetId> lost = additions.lostAt(located.place().root());
    if (lost.isPresent() && !isOfRegistered(lost.get(), located)) {
      refuse(located.place());
      return;
    }
    if (lost.isPresent()
        && selection == Selection.BY_SCAN
        && (hasNamesake(located, lost.get()) || isContradicted(located, lost.get()))) {
      return;
    }
    if (lost.isPresent() && isContested(located, lost.get(), selection)) {
      return;
    }
    if (lost.isPresent()) {
      giveId(located, lost.get(), Action.RESTORED, List.of());
    } else if (isDisplacing(located.place().root(), selection)) {
      refuse(located.place());
    } else if (!isRefused(located)) {
      giveId(located, additions.drawId(), Action.REGISTERED, List.of());
    }
  }

  /**
   * Refuses to draw an id for what a build would refuse. What has an id already is something that
   * others may refer to: it is registered, and its other faults are reported.
   */
  private boolean isRefused(LocatedDeclaration located) throws IOException {
    List<Diagnostic> known =
        errorsOf(located.place()).stream().filter(fault -> !fixed.contains(fault)).toList();
    List<Diagnostic> faults = trial.faultsOf(located, known);
    faults.forEach(additions::refuse);
    return !faults.isEmpty();
  }

  /** Refuses an id while another declaration has the name that is registered for it, too. */
  private boolean hasNamesake(LocatedDeclaration located, AssetId id) {
    boolean isOne =
        workspace
            .registry()
            .registry()
            .find(id)
            .flatMap(RegisteredAsset::name)
            .flatMap(name -> claims.namesake(name, located))
            .isPresent();
    if (isOne) {
      refuse(located.place());
    }
    return isOne;
  }

  /** Whether the name and the bank of a registered asset, as far as they are known, are these. */
  private boolean isOfRegistered(AssetId id, LocatedDeclaration located) {
    return workspace
        .registry()
        .registry()
        .find(id)
        .filter(asset ->
            !asset.isNamedAs(located.declaration()) || !asset.isBankOf(located.declaration()))
        .isEmpty();
  }

  private void giveNewId(LocatedDeclaration located, Selection selection, String reason) {
    if (isDisplacing(located.place().root(), selection)) {
      refuse(located.place());
    } else {
      giveId(located, additions.drawId(), Action.GIVEN_NEW_ID, List.of(reason));
    }
  }

  /**
   * Whether the registry has another asset at a root, which would have to be followed elsewhere:
   * what is here may be that asset, with a damaged id, and what is there its copy.
   */
  private boolean isDisplacing(AssetRoot root, Selection selection) {
    return switch (selection) {
      case BY_NAME -> false;
      case BY_SCAN -> additions.isRegistered(root);
    };
  }

  /** Refuses an id that a broken declaration may also claim, unless the author settled that. */
  private boolean isContested(LocatedDeclaration located, AssetId id, Selection selection) {
    Optional<AssetsPath> file =
        switch (selection) {
          case BY_NAME -> Optional.empty();
          case BY_SCAN -> unread.find(id);
        };
    file.ifPresent(unreadable -> {
      refuse(located.place());
      additions.refuse(
          Diagnostic.error(
                  DiagnosticCode.ID_IN_TWO_PLACES,
                  located.placeOf("asset_id"),
                  "the id "
                      + id
                      + " for \""
                      + located.place().root()
                      + "\" is also in a declaration that cannot be read")
              .found(id.toString())
              .related(Location.of(Artifact.ASSET, unreadable), "it cannot be read")
              .advice(
                  "fix "
                      + unreadable.inWorkspace()
                      + " first: it may be the one that has this id"));
    });
    return file.isPresent();
  }

  private void reportDeclared(LocatedDeclaration located, AssetId id, Selection selection) {
    switch (selection) {
      case BY_SCAN -> {}
      case BY_NAME -> {
        additions.report(
            Diagnostic.note(
                    DiagnosticCode.ALREADY_DECLARED,
                    Location.of(Artifact.ASSET, located.place().file()),
                    "\""
                        + located.place().root()
                        + "\" is already declared and registered, as "
                        + id)
                .advice(
                    "edit " + located.place().file().inWorkspace() + " to change its settings"));
        errorsOf(located.place()).forEach(additions::report);
      }
    }
  }

  private void register(LocatedDeclaration located, AssetId id, Selection selection)
      throws IOException {
    AssetRoot root = located.place().root();
    Optional<AssetRoot> home = additions.homeOf(id);
    SortedSet<AssetRoot> claims = rivals(id);
    if (additions.lostAt(root).isPresent()) {
      refuse(located.place());
    } else if (home.filter(at -> claims.contains(at)).isPresent()) {
      LocatedDeclaration original =
          Objects.requireNonNull(workspace.scan().declarations().get(home.get()));
      if (isContradicted(original, id)) {
        return;
      }
      giveNewId(located, selection, "its old id " + id + " belongs to " + home.get());
    } else if (claims.size() > 1 && !isTheOneNamed(root, claims, selection)) {
      refuse(located.place());
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
              .advice("fix the declaration of " + home.get() + " first"));
    } else if (isUncertain(located, id, selection) || isContested(located, id, selection)) {
      return;
    } else {
      follow(located, id, home);
    }
  }

  /** The roots that claim an id, without those that another bank excludes. */
  private SortedSet<AssetRoot> rivals(AssetId id) {
    SortedSet<AssetRoot> rivals = new TreeSet<>(additions.claimsOf(id));
    ofOtherBank.values().stream()
        .filter(other -> other.id().equals(id))
        .forEach(other -> rivals.remove(other.declaration().place().root()));
    return rivals;
  }

  private void follow(LocatedDeclaration located, AssetId id, Optional<AssetRoot> home) {
    AssetRoot root = located.place().root();
    List<String> reasons = new ArrayList<>();
    home.ifPresent(from -> reasons.add(Additions.movedFrom(from)));
    Optional.ofNullable(renamed.get(located.place()))
        .ifPresent(finding -> reasons.add(renamedFrom(finding)));
    if (additions.enter(id, root, located.declaration(), located.placeOf("asset_id"))) {
      additions.register(
          new AddedAsset(
              home.isPresent() ? Action.MOVED : Action.REGISTERED,
              Optional.of(id),
              Optional.of(id),
              located.place(),
              located.declaration(),
              reasons));
      reportTheRest(located.place());
    }
  }

  /**
   * Refuses a move or a registration if the asset may still be at its registered root. It is gone
   * if nothing is declared there, or an asset that itself moved there.
   */
  private boolean isUncertain(LocatedDeclaration located, AssetId id, Selection selection)
      throws IOException {
    if (selection == Selection.BY_NAME) {
      return false;
    }
    AssetRoot root = located.place().root();
    Optional<AssetRoot> home = additions.homeOf(id);
    if (home.isEmpty()) {
      boolean isDisplacing = isDisplacing(root, selection);
      if (isDisplacing) {
        refuse(located.place());
      }
      return isDisplacing;
    }
    LocatedDeclaration there = workspace.scan().declarations().get(home.get());
    if (there == null || ofOtherBank.containsKey(there.place()) || hasMovedTo(home.get(), there)) {
      return isOfOtherName(located, id, home.get()) || isContradicted(located, id);
    }
    refuse(located.place());
    additions.refuse(
        Diagnostic.error(
                DiagnosticCode.ROOT_MOVED,
                located.placeOf("asset_id"),
                "the asset "
                    + id
                    + " may have moved from \""
                    + home.get()
                    + "\" to \""
                    + root
                    + "\", but something is still declared at the old root")
            .found(root.toString())
            .supported(home.get().toString())
            .related(there.placeOf("asset_id"), "declared at the registered root")
            .fix(
                Fix.manual("if it moved, register it there", Fix.run(Verb.ADD, located.argument())))
            .advice(
                "if this is a copy, restore the asset_id "
                    + id
                    + " in "
                    + there.place().file().inWorkspace()));
    return true;
  }

  /** Refuses a move under another name: neither root nor name says that it is the same asset. */
  private boolean isOfOtherName(LocatedDeclaration located, AssetId id, AssetRoot home) {
    Renamed finding = renamed.get(located.place());
    if (finding == null) {
      return false;
    }
    refuse(located.place());
    additions.refuse(
        Diagnostic.error(
                DiagnosticCode.ROOT_MOVED,
                located.placeOf("asset_id"),
                "the asset "
                    + id
                    + " may have moved from \""
                    + home
                    + "\" to \""
                    + located.place().root()
                    + "\", but its name is no longer \""
                    + finding.before().text()
                    + "\"")
            .found(located.place().root().toString())
            .supported(home.toString())
            .fix(
                Fix.manual(
                    "if it is the same asset, register it there",
                    Fix.run(Verb.ADD, located.argument())))
            .advice("if it is another asset, remove its asset_id, then add it"));
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

  /** If several declarations have one id, the one that the author names is the original. */
  private boolean isTheOneNamed(AssetRoot root, SortedSet<AssetRoot> claims, Selection selection) {
    return switch (selection) {
      case BY_SCAN -> false;
      case BY_NAME ->
          claims.stream().allMatch(claim -> claim.equals(root) || !named.contains(claim));
    };
  }

  private void giveId(LocatedDeclaration located, AssetId id, Action action, List<String> reasons) {
    if (additions.enter(
        id, located.place().root(), located.declaration(), located.placeOf("asset_id"))) {
      additions.rewrite(
          located,
          new AddedAsset(
              action,
              Optional.of(id),
              located.declaration().id(),
              located.place(),
              located.declaration().withId(id),
              reasons));
      reportTheRest(located.place());
    }
  }

  private void reportTheRest(DeclarationPlace place) {
    errorsOf(place).stream().filter(fault -> !fixed.contains(fault)).forEach(additions::report);
  }

  private List<Diagnostic> errorsOf(DeclarationPlace place) {
    return errors.getOrDefault(place.file(), List.of());
  }
}

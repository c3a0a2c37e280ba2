package dev.papack.authoring;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.Fix.Certainty;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.IdentityFinding.BankChanged;
import dev.papack.registry.IdentityFinding.Disputed;
import dev.papack.registry.IdentityFinding.Renamed;
import dev.papack.registry.IdentityFinding.RootTaken;
import dev.papack.registry.LocatedDeclaration;
import dev.papack.registry.RetiredAsset;
import dev.papack.registry.UnreadClaims;
import dev.papack.result.Added.Action;
import dev.papack.result.Added.AddedAsset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * Makes the registry and an existing declaration agree where that is unambiguous, for both {@code
 * add} and {@code doctor}. Nothing is concluded about a declaration that the author did not name if
 * it could also be a copy whose original was damaged.
 */
public final class Fixing {
  private final DeclaredWorkspace workspace;
  private final Additions additions;
  private final FindingsByPlace findings;
  private final Doubts doubts;
  private final Set<AssetRoot> handled = new HashSet<>();

  /**
   * For one request.
   *
   * @param evidence of what the ids meant when they were last built
   * @param trial of what the registry is to have
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
    this.additions = additions;
    this.findings = FindingsByPlace.of(workspace.reconciliation().findings());
    this.doubts = new Doubts(workspace, additions, findings, evidence, trial, unread, named);
  }

  /** Refuses a declaration for everything that is wrong with it. */
  void refuse(DeclarationPlace place) {
    doubts.refuse(place);
  }

  /** Makes the registry and a declaration agree, or refuses the declaration. */
  public void fix(DeclarationPlace place, Selection selection) throws IOException {
    AssetRoot root = place.root();
    LocatedDeclaration located = workspace.scan().declarations().get(root);
    if (located == null) {
      doubts.refuse(place);
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
    } else if (findings.bankChanged(place).isPresent()) {
      giveIdOfItsOwn(findings.bankChanged(place).get(), selection);
    } else if (findings.disputed(place).isPresent()) {
      settle(findings.disputed(place).get(), selection);
    } else if (additions.homeOf(id.get()).equals(Optional.of(root))) {
      Optional<Renamed> renamed = findings.renamed(place);
      if (renamed.isPresent()) {
        rename(renamed.get(), selection);
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
      doubts.refuse(located.place());
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
  private void settle(Disputed finding, Selection selection) throws IOException {
    LocatedDeclaration located = finding.declaration();
    AssetRoot root = located.place().root();
    boolean isSettled =
        located.equals(finding.namesake())
            && doubts.isTheOneNamed(root, additions.claimsOf(finding.id()), selection);
    if (isSettled) {
      follow(located, finding.id(), additions.homeOf(finding.id()));
    } else {
      doubts.refuse(located.place());
    }
  }

  private void rename(Renamed finding, Selection selection) throws IOException {
    LocatedDeclaration located = finding.declaration();
    switch (selection) {
      case BY_NAME -> recordName(finding);
      case BY_SCAN -> {
        if (finding.certainty() == Certainty.SAFE
            && !doubts.isContradicted(located, finding.id())
            && !doubts.isContested(located, finding.id(), selection)) {
          recordName(finding);
        }
      }
    }
  }

  private void recordName(Renamed finding) throws IOException {
    enter(finding.declaration(), finding.id(), Action.RENAMED, List.of(renamedFrom(finding)));
  }

  /** Enters a declaration as it is. */
  private void enter(LocatedDeclaration located, AssetId id, Action action, List<String> reasons)
      throws IOException {
    AssetRoot root = located.place().root();
    if (additions.enter(id, root, located.declaration(), located.placeOf("asset_id"))) {
      additions.register(
          new AddedAsset(
              action,
              Optional.of(id),
              Optional.of(id),
              located.place(),
              located.declaration(),
              reasons));
      reportTheRest(located);
    }
  }

  private static String renamedFrom(Renamed finding) {
    return "it was registered as \"" + finding.before().text() + "\"";
  }

  private void giveMissingId(LocatedDeclaration located, Selection selection) throws IOException {
    Optional<AssetId> lost = additions.lostAt(located.place().root());
    boolean isInDoubt =
        findings.rootTaken(located.place()).flatMap(RootTaken::namesake).isPresent();
    if (lost.isPresent() && (isInDoubt || !doubts.isOfRegistered(lost.get(), located))) {
      doubts.refuse(located.place());
      return;
    }
    if (lost.isPresent()
        && selection == Selection.BY_SCAN
        && (doubts.hasNamesake(located, lost.get())
            || doubts.isContradicted(located, lost.get()))) {
      return;
    }
    if (lost.isPresent() && doubts.isContested(located, lost.get(), selection)) {
      return;
    }
    if (lost.isPresent()) {
      giveId(located, lost.get(), Action.RESTORED, List.of());
    } else if (doubts.isDisplacing(located.place().root(), selection)) {
      doubts.refuse(located.place());
    } else if (!doubts.isRefused(located)) {
      giveId(located, additions.drawId(), Action.REGISTERED, List.of());
    }
  }

  private void giveNewId(LocatedDeclaration located, Selection selection, String reason)
      throws IOException {
    if (doubts.isDisplacing(located.place().root(), selection)) {
      doubts.refuse(located.place());
    } else if (!doubts.isRefused(located)) {
      giveId(located, additions.drawId(), Action.GIVEN_NEW_ID, List.of(reason));
    }
  }

  private void reportDeclared(LocatedDeclaration located, AssetId id, Selection selection) {
    switch (selection) {
      case BY_SCAN -> {}
      case BY_NAME -> {
        additions.report(DoubtfulFix.needless(located, id));
        doubts.errorsOf(located.place()).forEach(additions::report);
      }
    }
  }

  private void register(LocatedDeclaration located, AssetId id, Selection selection)
      throws IOException {
    AssetRoot root = located.place().root();
    Optional<AssetRoot> home = additions.homeOf(id);
    SortedSet<AssetRoot> claims = doubts.rivals(id);
    if (additions.lostAt(root).isPresent()) {
      doubts.refuse(located.place());
    } else if (home.filter(at -> claims.contains(at)).isPresent()) {
      LocatedDeclaration original =
          Objects.requireNonNull(workspace.scan().declarations().get(home.get()));
      if (doubts.isContradicted(original, id)) {
        return;
      }
      giveNewId(located, selection, "its old id " + id + " belongs to " + home.get());
    } else if (claims.size() > 1 && !doubts.isTheOneNamed(root, claims, selection)) {
      doubts.refuse(located.place());
    } else if (home.filter(workspace::isUnreadable).isPresent()) {
      additions.refuse(DoubtfulFix.registeredForUnreadable(located, id, home.get()));
    } else if (doubts.isUncertain(located, id, selection)
        || doubts.isContested(located, id, selection)
        || (home.isEmpty() && doubts.isRefused(located))) {
      return;
    } else {
      follow(located, id, home);
    }
  }

  private void follow(LocatedDeclaration located, AssetId id, Optional<AssetRoot> home)
      throws IOException {
    List<String> reasons = new ArrayList<>();
    home.ifPresent(from -> reasons.add(Additions.movedFrom(from)));
    findings.renamed(located.place()).ifPresent(finding -> reasons.add(renamedFrom(finding)));
    enter(located, id, home.isPresent() ? Action.MOVED : Action.REGISTERED, reasons);
  }

  private void giveId(LocatedDeclaration located, AssetId id, Action action, List<String> reasons)
      throws IOException {
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
      reportTheRest(located);
    }
  }

  private void reportTheRest(LocatedDeclaration located) throws IOException {
    doubts.errorsLeftOf(located).forEach(additions::report);
  }
}

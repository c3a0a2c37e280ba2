package dev.papack.authoring;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
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
import dev.papack.registry.UnreadClaims;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What speaks against a fix. Each question that is answered with yes has told the author why,
 * unless it says otherwise.
 */
final class Doubts {
  private final DeclaredWorkspace workspace;
  private final Additions additions;
  private final FindingsByPlace findings;
  private final Evidence evidence;
  private final Trial trial;
  private final UnreadClaims unread;
  private final Set<AssetRoot> named;
  private final Claims claims;
  private final Map<AssetsPath, List<Diagnostic>> errors = new HashMap<>();
  private final Set<Diagnostic> fixed = new HashSet<>();

  /** For one request; the parameters are those of {@link Fixing}. */
  Doubts(
      DeclaredWorkspace workspace,
      Additions additions,
      FindingsByPlace findings,
      Evidence evidence,
      Trial trial,
      UnreadClaims unread,
      Set<AssetRoot> named) {
    this.workspace = workspace;
    this.additions = additions;
    this.findings = findings;
    this.evidence = evidence;
    this.trial = trial;
    this.unread = unread;
    this.named = named;
    this.claims = workspace.claims();
    workspace.diagnostics().stream()
        .filter(Diagnostic::isError)
        .forEach(fault ->
            fault
                .location()
                .belowAssets()
                .ifPresent(
                    file -> errors.computeIfAbsent(file, _ -> new ArrayList<>()).add(fault)));
    workspace.reconciliation().findings().stream()
        .filter(Doubts::isFixed)
        .map(IdentityFinding::diagnostic)
        .forEach(fixed::add);
  }

  /**
   * Whether {@link Fixing} fixes it; every other fault of a declaration remains and is reported.
   */
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

  /**
   * Refuses what the last build contradicts: another declaration has what the id was built from.
   */
  boolean isContradicted(LocatedDeclaration supposed, AssetId id) throws IOException {
    Optional<LocatedDeclaration> other = evidence.findOther(id, supposed);
    other.ifPresent(there -> additions.refuse(DoubtfulFix.contradicted(supposed, id, there)));
    return other.isPresent();
  }

  /**
   * Refuses to register what a build would refuse. What is registered already is something that
   * others may refer to: the registry follows it, and its faults are reported.
   */
  boolean isRefused(LocatedDeclaration located) throws IOException {
    List<Diagnostic> faults = trial.faultsOf(located, remainingErrorsOf(located.place()));
    faults.forEach(additions::refuse);
    return !faults.isEmpty();
  }

  /** Refuses an id while another declaration has the name that is registered for it, too. */
  boolean hasNamesake(LocatedDeclaration located, AssetId id) {
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
  boolean isOfRegistered(AssetId id, LocatedDeclaration located) {
    return workspace
        .registry()
        .registry()
        .find(id)
        .filter(asset ->
            !asset.isNamedAs(located.declaration()) || !asset.isBankOf(located.declaration()))
        .isEmpty();
  }

  /**
   * Whether the registry has another asset at a root, which would have to be followed elsewhere:
   * what is here may be that asset, with a damaged id, and what is there its copy.
   */
  boolean isDisplacing(AssetRoot root, Selection selection) {
    return switch (selection) {
      case BY_NAME -> false;
      case BY_SCAN -> additions.isRegistered(root);
    };
  }

  /** Refuses an id that a broken declaration may also claim, unless the author settled that. */
  boolean isContested(LocatedDeclaration located, AssetId id, Selection selection) {
    Optional<AssetsPath> file =
        switch (selection) {
          case BY_NAME -> Optional.empty();
          case BY_SCAN -> unread.find(id);
        };
    file.ifPresent(unreadable -> {
      refuse(located.place());
      additions.refuse(DoubtfulFix.contestedByUnreadable(located, id, unreadable));
    });
    return file.isPresent();
  }

  /**
   * Refuses a move or a registration if the asset may still be at its registered root. It is gone
   * if nothing is declared there, or an asset that itself moved there.
   */
  boolean isUncertain(LocatedDeclaration located, AssetId id, Selection selection)
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
    if (there == null
        || findings.bankChanged(there.place()).isPresent()
        || hasMovedTo(home.get(), there)) {
      return isOfOtherName(located, id, home.get()) || isContradicted(located, id);
    }
    refuse(located.place());
    additions.refuse(DoubtfulFix.oldRootIsTaken(located, id, there));
    return true;
  }

  /** Refuses a move under another name: neither root nor name says that it is the same asset. */
  private boolean isOfOtherName(LocatedDeclaration located, AssetId id, AssetRoot home) {
    Optional<Renamed> renamed = findings.renamed(located.place());
    renamed.ifPresent(finding -> {
      refuse(located.place());
      additions.refuse(DoubtfulFix.ofOtherName(located, id, home, finding.before()));
    });
    return renamed.isPresent();
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
  boolean isTheOneNamed(AssetRoot root, SortedSet<AssetRoot> claims, Selection selection) {
    return switch (selection) {
      case BY_SCAN -> false;
      case BY_NAME ->
          claims.stream().allMatch(claim -> claim.equals(root) || !named.contains(claim));
    };
  }

  /** The roots that claim an id, without those that another bank excludes. */
  SortedSet<AssetRoot> rivals(AssetId id) {
    SortedSet<AssetRoot> rivals = new TreeSet<>(additions.claimsOf(id));
    findings.ofOtherBank(id).forEach(other -> rivals.remove(other.declaration().place().root()));
    return rivals;
  }

  /** Refuses a declaration for everything that is wrong with it. */
  void refuse(DeclarationPlace place) {
    errorsOf(place).forEach(additions::refuse);
  }

  List<Diagnostic> errorsOf(DeclarationPlace place) {
    return errors.getOrDefault(place.file(), List.of());
  }

  /** Everything for which a build would refuse a declaration that the registry follows. */
  List<Diagnostic> errorsLeftOf(LocatedDeclaration located) throws IOException {
    List<Diagnostic> remaining = remainingErrorsOf(located.place());
    List<Diagnostic> tried = trial.faultsOf(located, List.of());
    return Stream.concat(remaining.stream(), tried.stream()).distinct().toList();
  }

  /** The errors of a declaration that no fix repairs. */
  List<Diagnostic> remainingErrorsOf(DeclarationPlace place) {
    return errorsOf(place).stream().filter(fault -> !fixed.contains(fault)).toList();
  }
}

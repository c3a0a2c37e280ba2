package dev.papack.authoring;

import dev.papack.asset.Asset;
import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.publish.DocumentChange;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.IdentityFinding.BankChanged;
import dev.papack.registry.IdentityFinding.RootTaken;
import dev.papack.registry.LocatedDeclaration;
import dev.papack.registry.RegisteredAsset;
import dev.papack.registry.Registry;
import dev.papack.registry.RetiredAsset;
import dev.papack.result.Removed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Retires an id and deletes the declaration with it. */
public final class Removing {
  private final DeclaredWorkspace workspace;
  private final AssetSearch search;

  public Removing(DeclaredWorkspace workspace) {
    this.workspace = workspace;
    this.search = new AssetSearch(workspace);
  }

  /**
   * Removes one asset.
   *
   * @param wanted a name; or else a root; or else an id
   */
  public Outcome<Proposal<Removed>> remove(String wanted) {
    return search
        .find(wanted)
        .flatMap(found -> found.map(this::remove).orElseGet(() -> removeGone(wanted)));
  }

  private Outcome<Proposal<Removed>> remove(Asset asset) {
    return propose(
        new Removed(
            asset.id(), asset.place().root(), Optional.of(asset.place().file()), asset.sources()),
        Optional.ofNullable(workspace.scan().declarations().get(asset.place().root())));
  }

  /** A registered root whose declaration is gone can still be retired, by its id or its root. */
  private Outcome<Proposal<Removed>> removeGone(String wanted) {
    Set<AssetId> claimed =
        workspace.scan().declarations().values().stream()
            .flatMap(declaration -> declaration.declaration().id().stream())
            .collect(Collectors.toSet());
    for (Map.Entry<AssetId, AssetRoot> entry : workspace.registry().registry().roots().entrySet()) {
      AssetId id = entry.getKey();
      AssetRoot root = entry.getValue();
      if (!id.toString().equals(wanted) && !root.toString().equals(wanted)) {
        continue;
      }
      List<Diagnostic> inTheWay = faultsOf(root);
      if (!inTheWay.isEmpty() && !claimed.contains(id)) {
        return new Outcome.Refused<>(inTheWay);
      }
      boolean isUndeclared =
          !claimed.contains(id) && !workspace.scan().declarations().containsKey(root);
      if (isUndeclared || isReplaced(id)) {
        return propose(new Removed(id, root, Optional.empty(), List.of()), Optional.empty());
      }
    }
    return Outcome.refused(search.none(wanted));
  }

  /**
   * Whether another asset has its root, or claims it with another bank, and no declaration is its.
   */
  private boolean isReplaced(AssetId id) {
    return workspace.reconciliation().findings().stream()
        .anyMatch(finding ->
            (finding instanceof RootTaken taken && taken.registered().id().equals(id))
                || (finding instanceof BankChanged changed
                    && changed.id().equals(id)
                    && changed.rival().isEmpty()));
  }

  /** Why a root cannot be judged: its declaration is there, or may be, and cannot be read. */
  private List<Diagnostic> faultsOf(AssetRoot root) {
    if (!workspace.isUnreadable(root)) {
      return List.of();
    }
    List<Diagnostic> faults =
        DeclarationPlace.allOf(root).stream()
            .flatMap(place -> workspace.errorsIn(place.file()).stream())
            .toList();
    return faults.isEmpty()
        ? workspace.tree().diagnostics().stream().filter(Diagnostic::isError).toList()
        : faults;
  }

  private Outcome<Proposal<Removed>> propose(
      Removed removed, Optional<LocatedDeclaration> declaration) {
    Registry before = workspace.registry().registry();
    RetiredAsset meaning =
        new RetiredAsset(
            declaration
                .map(located -> located.declaration().name())
                .or(() -> before.find(removed.id()).flatMap(RegisteredAsset::name)),
            Optional.of(removed.root()));
    Registry registry = before.retire(removed.id(), meaning).completed(workspace.claims());
    List<DocumentChange> changes = new ArrayList<>();
    declaration.ifPresent(located ->
        changes.add(
            new DocumentChange.OfDeclaration(
                located.place(), Optional.of(located.digest()), Optional.empty())));
    changes.add(
        new DocumentChange.OfRegistry(
            Optional.of(workspace.indexDigest()), workspace.registry().textWith(registry)));
    return Outcome.of(new Proposal<>(removed, changes));
  }
}

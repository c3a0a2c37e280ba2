package dev.papack;

import dev.papack.asset.Asset;
import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Suggestion;
import dev.papack.json.StableForm;
import dev.papack.publish.DocumentChange;
import dev.papack.publish.Publication;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.IndexDocument;
import dev.papack.registry.LocatedDeclaration;
import dev.papack.registry.Registry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Retires an id and deletes the declaration with it. */
final class Removing {
  private final DeclaredWorkspace workspace;

  Removing(DeclaredWorkspace workspace) {
    this.workspace = workspace;
  }

  Outcome<Removed> remove(String wanted, Publication publication) throws IOException {
    for (Asset asset : workspace.reconciliation().assets()) {
      if (asset.name().text().equals(wanted)
          || asset.id().toString().equals(wanted)
          || asset.place().root().toString().equals(wanted)) {
        LocatedDeclaration declaration = workspace.scan().declarations().get(asset.place().root());
        return publish(
            new Removed(
                asset.id(),
                asset.place().root(),
                Optional.of(asset.place().file()),
                asset.sources()),
            Optional.ofNullable(declaration),
            publication);
      }
    }
    return removeGone(wanted, publication);
  }

  /** A registered root whose declaration is gone can still be retired, by its id or its root. */
  private Outcome<Removed> removeGone(String wanted, Publication publication) throws IOException {
    for (Map.Entry<AssetId, AssetRoot> entry :
        workspace.registry().registry().assets().entrySet()) {
      AssetRoot root = entry.getValue();
      boolean isGone =
          !workspace.scan().declarations().containsKey(root)
              && !workspace.scan().brokenRoots().contains(root);
      if (isGone && (entry.getKey().toString().equals(wanted) || root.toString().equals(wanted))) {
        return publish(
            new Removed(entry.getKey(), root, Optional.empty(), List.of()),
            Optional.empty(),
            publication);
      }
    }
    List<String> names =
        workspace.reconciliation().assets().stream().map(asset -> asset.name().text()).toList();
    return Outcome.refused(
        Diagnostic.error(
                DiagnosticCode.ASSET_NOT_FOUND,
                Location.of(Artifact.REQUEST, ""),
                "the workspace has no asset \"" + wanted + "\"")
            .found(wanted)
            .help(
                Suggestion.closest(wanted, names)
                    .map(name -> "did you mean \"" + name + "\"?")
                    .orElse("papack list shows the assets")));
  }

  private Outcome<Removed> publish(
      Removed removed, Optional<LocatedDeclaration> declaration, Publication publication)
      throws IOException {
    Registry registry = workspace.registry().registry().retire(removed.id());
    List<DocumentChange> changes = new ArrayList<>();
    declaration.ifPresent(located ->
        changes.add(
            new DocumentChange(
                located.place().file(), Optional.of(located.digest()), Optional.empty())));
    changes.add(
        new DocumentChange(
            DeclaredWorkspace.INDEX,
            Optional.of(workspace.indexDigest()),
            Optional.of(StableForm.write(IndexDocument.tree(registry)))));
    return publication
        .publishDocuments(changes)
        .map(Outcome::<Removed>refused)
        .orElseGet(() -> Outcome.of(removed));
  }
}

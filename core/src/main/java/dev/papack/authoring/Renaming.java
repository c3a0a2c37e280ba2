package dev.papack.authoring;

import dev.papack.asset.Asset;
import dev.papack.asset.AssetId;
import dev.papack.container.AssetName;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.publish.DocumentChange;
import dev.papack.registry.DeclarationDocument;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.LocatedDeclaration;
import dev.papack.registry.RegistryDraft;
import dev.papack.result.Renamed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Gives an asset another name, in its declaration and in the registry; its id stays. */
public final class Renaming {
  private final DeclaredWorkspace workspace;

  public Renaming(DeclaredWorkspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Renames one asset.
   *
   * @param wanted its name; or else its root; or else its id
   * @param name the new name, as it was typed
   */
  public Outcome<Proposal<Renamed>> rename(String wanted, String name) {
    return new AssetSearch(workspace).require(wanted).flatMap(asset -> rename(asset, name));
  }

  /**
   * Renames the asset of an id.
   *
   * @param name the new name, as it was typed
   */
  public Outcome<Proposal<Renamed>> rename(AssetId wanted, String name) {
    return new AssetSearch(workspace).require(wanted).flatMap(asset -> rename(asset, name));
  }

  private Outcome<Proposal<Renamed>> rename(Asset asset, String name) {
    return parse(name)
        .flatMap(
            parsed -> Outcome.unless(taken(parsed, asset)).flatMap(_ -> propose(asset, parsed)));
  }

  private static Outcome<AssetName> parse(String name) {
    return AssetName.faultOf(name)
        .map(fault ->
            Outcome.<AssetName>refused(
                Diagnostic.error(
                        DiagnosticCode.STRING_FORM,
                        Location.of(Artifact.REQUEST, ""),
                        "the name \"" + name + "\" " + fault)
                    .found(name)
                    .advice("use a-z, 0-9 and _, with single . / or - between them")))
        .orElseGet(() -> Outcome.of(new AssetName(name)));
  }

  /** Who has a name: a declaration, or an asset whose declaration is missing or cannot be read. */
  private Optional<Diagnostic> taken(AssetName name, Asset asset) {
    Optional<LocatedDeclaration> namesake = workspace.claims().namesake(name, declaration(asset));
    if (namesake.isPresent()) {
      return Optional.of(
          taken(name, namesake.get().place().root().toString())
              .related(namesake.get().placeOf("name"), "the other asset of this name"));
    }
    return workspace.registry().registry().assets().entrySet().stream()
        .filter(entry ->
            !entry.getKey().equals(asset.id())
                && entry.getValue().name().equals(Optional.of(name))
                && workspace.claims().of(entry.getKey()).isEmpty())
        .map(Map.Entry::getValue)
        .map(registered ->
            taken(name, registered.root().toString())
                .related(workspace.registry().document().location(), "it is registered here"))
        .findFirst();
  }

  private static Diagnostic taken(AssetName name, String root) {
    return Diagnostic.error(
            DiagnosticCode.NAME_TAKEN,
            Location.of(Artifact.REQUEST, ""),
            "the name \"" + name.text() + "\" belongs to the asset \"" + root + "\"")
        .found(name.text())
        .advice("choose another name, or rename that asset first");
  }

  private Outcome<Proposal<Renamed>> propose(Asset asset, AssetName name) {
    LocatedDeclaration located = declaration(asset);
    List<DocumentChange> changes = new ArrayList<>();
    if (!located.declaration().name().equals(name)) {
      changes.add(
          new DocumentChange.OfDeclaration(
              located.place(),
              Optional.of(located.digest()),
              Optional.of(DeclarationDocument.withName(located.document(), name))));
    }
    registryChange(asset.id(), located, name).ifPresent(changes::add);
    return Outcome.of(
        new Proposal<>(
            new Renamed(asset.id(), asset.name(), name, asset.place().root(), asset.place().file()),
            changes));
  }

  private Optional<DocumentChange> registryChange(
      AssetId id, LocatedDeclaration located, AssetName name) {
    RegistryDraft draft = new RegistryDraft(workspace.registry().registry());
    draft.describe(id, located.declaration().named(name));
    if (!draft.isChanged()) {
      return Optional.empty();
    }
    draft.complete(workspace.claims());
    return Optional.of(
        new DocumentChange.OfRegistry(
            Optional.of(workspace.indexDigest()), workspace.registry().textWith(draft.registry())));
  }

  private LocatedDeclaration declaration(Asset asset) {
    return Objects.requireNonNull(workspace.scan().declarations().get(asset.place().root()));
  }
}

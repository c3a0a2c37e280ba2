package dev.papack.authoring;

import dev.papack.asset.Asset;
import dev.papack.asset.AssetId;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Suggestion;
import dev.papack.diagnostic.Verb;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.RetiredAsset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Finds the asset that an author means by its name, or else its root, or else its id. */
final class AssetSearch {
  private static final List<Function<Asset, String>> MEANINGS =
      List.of(
          asset -> asset.name().text(),
          asset -> asset.place().root().toString(),
          asset -> asset.id().toString());

  private final DeclaredWorkspace workspace;

  AssetSearch(DeclaredWorkspace workspace) {
    this.workspace = workspace;
  }

  /**
   * The one asset on which registry and declaration agree.
   *
   * @return empty if there is none; refused if there are several
   */
  Outcome<Optional<Asset>> find(String wanted) {
    for (Function<Asset, String> meaning : MEANINGS) {
      List<Asset> found =
          workspace.reconciliation().assets().stream()
              .filter(asset -> meaning.apply(asset).equals(wanted))
              .toList();
      if (found.size() > 1) {
        return Outcome.refused(ambiguous(wanted, found));
      }
      if (!found.isEmpty()) {
        return Outcome.of(Optional.of(found.getFirst()));
      }
    }
    return Outcome.of(Optional.empty());
  }

  /** The asset of an id, where there must be one. */
  Outcome<Asset> require(AssetId wanted) {
    return workspace.reconciliation().assets().stream()
        .filter(asset -> asset.id().equals(wanted))
        .findFirst()
        .map(Outcome::of)
        .orElseGet(() -> refuse(wanted.toString()));
  }

  /** The same where there must be one; a declaration that the registry disagrees with says why. */
  Outcome<Asset> require(String wanted) {
    return find(wanted).flatMap(found -> found.map(Outcome::of).orElseGet(() -> refuse(wanted)));
  }

  private Outcome<Asset> refuse(String wanted) {
    List<Diagnostic> errors = errorsOfDisputed(wanted);
    return errors.isEmpty() ? Outcome.refused(none(wanted)) : new Outcome.Refused<>(errors);
  }

  private List<Diagnostic> errorsOfDisputed(String wanted) {
    return workspace.scan().declarations().values().stream()
        .filter(located ->
            located.declaration().name().text().equals(wanted)
                || located.place().root().toString().equals(wanted)
                || located
                    .declaration()
                    .id()
                    .filter(id -> id.toString().equals(wanted))
                    .isPresent())
        .flatMap(located -> workspace.errorsIn(located.place().file()).stream())
        .toList();
  }

  private static Diagnostic ambiguous(String wanted, List<Asset> found) {
    List<String> roots = found.stream().map(asset -> asset.place().root().toString()).toList();
    return Diagnostic.error(
            DiagnosticCode.NAME_TAKEN,
            Location.of(Artifact.REQUEST, ""),
            found.size() + " assets are called \"" + wanted + "\": " + String.join(", ", roots))
        .found(wanted)
        .advice("name the one that you mean by its root, or by its id");
  }

  /** Why there is none. */
  Diagnostic none(String wanted) {
    return retired(wanted)
        .map(gone -> removed(wanted, gone))
        .orElseGet(() ->
            notFound(wanted)
                .fix(
                    Suggestion.closest(
                            wanted,
                            workspace.reconciliation().assets().stream()
                                .map(asset -> asset.name().text())
                                .toList())
                        .map(name -> Fix.advice("did you mean \"" + name + "\"?"))
                        .orElseGet(() -> Fix.manual("list the assets", Fix.run(Verb.LIST)))));
  }

  private Optional<RetiredAsset> retired(String id) {
    return workspace.registry().registry().retired().entrySet().stream()
        .filter(entry -> entry.getKey().toString().equals(id))
        .map(Map.Entry<AssetId, RetiredAsset>::getValue)
        .findFirst();
  }

  private static Diagnostic removed(String id, RetiredAsset gone) {
    return Diagnostic.error(
            DiagnosticCode.ASSET_NOT_FOUND,
            Location.of(Artifact.REQUEST, ""),
            "the id "
                + id
                + " is retired: it belonged to "
                + gone.inWords()
                + ", which was removed")
        .found(id)
        .fix(Fix.manual("list the assets", Fix.run(Verb.LIST)));
  }

  private static Diagnostic notFound(String wanted) {
    return Diagnostic.error(
            DiagnosticCode.ASSET_NOT_FOUND,
            Location.of(Artifact.REQUEST, ""),
            "the workspace has no asset \"" + wanted + "\"")
        .found(wanted);
  }
}

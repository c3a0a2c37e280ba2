package dev.papack;

import dev.papack.Added.Action;
import dev.papack.Added.AddedAsset;
import dev.papack.Adding.Explicit;
import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.LocatedDeclaration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** Makes registry and an existing declaration agree, where only one answer is possible. */
final class Mending {
  /** What this class mends; every other fault of a declaration stays and is reported. */
  private static final Set<DiagnosticCode> MENDED =
      Set.of(
          DiagnosticCode.ID_MISSING,
          DiagnosticCode.ROOT_UNREGISTERED,
          DiagnosticCode.ID_IN_TWO_PLACES,
          DiagnosticCode.ID_RETIRED);

  private final DeclaredWorkspace workspace;
  private final Additions additions;
  private final Set<AssetRoot> named;
  private final Set<AssetRoot> handled = new HashSet<>();
  private final Map<String, List<Diagnostic>> errors;

  /**
   * For one request.
   *
   * @param named the roots that its author named, by declaration or source
   */
  Mending(DeclaredWorkspace workspace, Additions additions, Set<AssetRoot> named) {
    this.workspace = workspace;
    this.additions = additions;
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

  void mend(DeclarationPlace place, Explicit explicit) {
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
      Optional<AssetId> lost = additions.lostAt(root);
      giveId(
          located,
          lost.orElseGet(additions::drawId),
          lost.isPresent() ? Action.RESTORED : Action.REGISTERED,
          List.of());
    } else if (workspace.registry().registry().retired().containsKey(id.get())) {
      giveId(
          located,
          additions.drawId(),
          Action.GIVEN_NEW_ID,
          List.of("the id " + id.get() + " it had is retired"));
    } else if (additions.homeOf(id.get()).equals(Optional.of(root))) {
      remark(located, id.get(), explicit);
    } else {
      register(located, id.get(), explicit);
    }
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
      giveId(
          located,
          additions.drawId(),
          Action.GIVEN_NEW_ID,
          List.of("the id " + id + " it had belongs to " + home.get()));
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
              .help("mend the declaration of " + home.get() + " first"));
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

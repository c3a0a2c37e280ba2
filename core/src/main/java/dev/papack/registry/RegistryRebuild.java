package dev.papack.registry;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Severity;
import dev.papack.diagnostic.Verb;
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
import dev.papack.source.Limits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A registry from the declarations, with the ids they have. What an older registry still says is
 * kept: no id vanishes, a registered root keeps its id, a move is followed.
 */
public final class RegistryRebuild {
  private RegistryRebuild() {}

  /**
   * Makes a registry where there is none to go by.
   *
   * @param declarations all of them, none broken
   * @return the registry, with a warning for each declaration without id; refused if one id is
   *     declared twice, for nobody can say whose it is
   */
  public static Outcome<Registry> anew(Collection<LocatedDeclaration> declarations) {
    Claims claims = new Claims(declarations);
    RegistryDraft draft = new RegistryDraft(Registry.empty());
    List<Diagnostic> findings = new ArrayList<>();
    for (LocatedDeclaration declaration : claims.declarations().values()) {
      Optional<AssetId> id = declaration.declaration().id();
      if (id.isEmpty()) {
        findings.add(withoutId(declaration));
      } else if (claims.of(id.get()).size() > 1) {
        findings.add(ofNobody(declaration, id.get(), claims));
      } else {
        draft.enter(id.get(), declaration.place().root(), inTheWay -> Optional.empty());
      }
    }
    return Outcome.of(draft)
        .and(findings)
        .and(excess(draft, declarations))
        .map(RegistryDraft::registry)
        .map(registry -> registry.completed(claims));
  }

  /**
   * Brings a registry up to its declarations.
   *
   * @param old as it was read
   * @param declarations all of them, none broken
   * @return the registry, with a warning for everything that somebody has to decide; refused if one
   *     id is declared twice and the registered root is neither
   */
  public static Outcome<Registry> of(
      LocatedRegistry old, Collection<LocatedDeclaration> declarations) {
    Claims claims = new Claims(declarations);
    IdentityCheck identities = new IdentityCheck(old, claims, root -> false, Fix.Certainty.LIKELY);
    identities.check();
    List<Diagnostic> findings =
        new ArrayList<>(
            identities.findings().stream()
                .filter(finding -> !isSettled(finding))
                .map(finding -> finding.diagnostic().as(Severity.WARNING))
                .toList());
    RegistryDraft draft = new RegistryDraft(old.registry());
    for (LocatedDeclaration declaration : claims.declarations().values()) {
      Optional<AssetId> id =
          declaration
              .declaration()
              .id()
              .filter(claimed -> !old.registry().retired().containsKey(claimed))
              .filter(claimed -> isBankOf(old.registry(), claimed, declaration));
      if (id.isEmpty()) {
        continue;
      }
      Optional<AssetRoot> home = old.registry().rootOf(id.get());
      if (claims.of(id.get()).size() == 1) {
        draft.enter(id.get(), declaration.place().root(), inTheWay -> onlyRootOf(inTheWay, claims));
      } else if (home.flatMap(at -> claims.at(at, id.get())).isEmpty()) {
        findings.add(ofNobody(declaration, id.get(), claims));
      }
    }
    return Outcome.of(draft)
        .and(findings)
        .and(excess(draft, declarations))
        .map(RegistryDraft::registry)
        .map(registry -> registry.completed(claims));
  }

  /** What has another bank than an id is not what the id means. */
  private static boolean isBankOf(Registry old, AssetId id, LocatedDeclaration declaration) {
    return old.find(id).filter(asset -> !asset.isBankOf(declaration.declaration())).isEmpty();
  }

  /** Whether a rebuild settles it by itself. */
  private static boolean isSettled(IdentityFinding finding) {
    return switch (finding) {
      case Moved _, Unregistered _ -> true;
      case IdMissing _,
          IdRetired _,
          Renamed _,
          BankChanged _,
          RootTaken _,
          Disputed _,
          Copied _,
          Contested _,
          Undecided _,
          Mismatched _,
          RootGone _ ->
          false;
    };
  }

  private static Optional<AssetRoot> onlyRootOf(AssetId id, Claims claims) {
    return claims.of(id).size() == 1
        ? Optional.of(claims.of(id).getFirst().place().root())
        : Optional.empty();
  }

  private static Diagnostic withoutId(LocatedDeclaration declaration) {
    return Diagnostic.warning(
            DiagnosticCode.ID_MISSING,
            declaration.document().location(),
            "the declaration of \"" + declaration.place().root() + "\" has no asset_id")
        .fix(
            Fix.manual(
                "give it a new id, unless an older registry has one for this root",
                Fix.run(Verb.ADD, declaration.argument())));
  }

  private static Diagnostic ofNobody(LocatedDeclaration declaration, AssetId id, Claims claims) {
    LocatedDeclaration other =
        claims.of(id).stream()
            .filter(claim -> !claim.place().equals(declaration.place()))
            .findFirst()
            .orElseThrow();
    return Diagnostic.error(
            DiagnosticCode.ID_IN_TWO_PLACES,
            declaration.placeOf("asset_id"),
            "the id "
                + id
                + " is declared for \""
                + declaration.place().root()
                + "\" and for \""
                + other.place().root()
                + "\", and no registry says which one keeps it")
        .found(id.toString())
        .related(other.placeOf("asset_id"), "the other declaration with this id")
        .advice("remove the asset_id from the copy, rebuild again, then add the copy");
  }

  private static List<Diagnostic> excess(
      RegistryDraft draft, Collection<LocatedDeclaration> declarations) {
    return draft.assetCount() <= Limits.ASSETS
        ? List.of()
        : List.of(
            Diagnostic.error(
                    DiagnosticCode.ASSETS_TOO_MANY,
                    declarations.iterator().next().document().location(),
                    "the workspace has "
                        + draft.assetCount()
                        + " assets; at most "
                        + Limits.ASSETS
                        + " are allowed")
                .limit(String.valueOf(Limits.ASSETS))
                .advice("split the workspace: a pack cannot contain more"));
  }
}

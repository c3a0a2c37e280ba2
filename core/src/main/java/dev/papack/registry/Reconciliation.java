package dev.papack.registry;

import dev.papack.asset.Asset;
import dev.papack.asset.AssetRoot;
import dev.papack.asset.Declaration;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Fix;
import dev.papack.source.AssetTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Registry and declarations held against each other: identities, then names and slots.
 *
 * <p>A copy of a declaration has three faults and they are reported together: giving it an id of
 * its own leaves its name and its slot taken.
 *
 * @param assets those on which both places agree, ascending by id
 * @param findings what they do not agree on, and the moves
 * @param collisions names and slots that two assets have
 */
public record Reconciliation(
    List<Asset> assets, List<IdentityFinding> findings, List<Diagnostic> collisions) {
  public Reconciliation {
    assets = List.copyOf(assets);
    findings = List.copyOf(findings);
    collisions = List.copyOf(collisions);
  }

  /**
   * Reconciles a workspace.
   *
   * @param registry the registry
   * @param declarations one for each root at most
   * @param isUnreadable whether a root may have a declaration that could not be read, which was
   *     reported: nothing is concluded from its absence
   * @param certainty of what follows only if everything was read
   * @param tree whose paths the assets share
   */
  public static Reconciliation of(
      LocatedRegistry registry,
      Collection<LocatedDeclaration> declarations,
      Predicate<AssetRoot> isUnreadable,
      Fix.Certainty certainty,
      AssetTree tree) {
    Identities identities =
        Identities.of(
            new IdentityCheck(registry, new Claims(declarations), isUnreadable, certainty));
    List<Diagnostic> collisions = UniquenessCheck.faultsOf(identities.agreed(), declarations);
    return new Reconciliation(
        identities.agreed().stream()
            .map(located -> asset(located, tree))
            .sorted(Comparator.comparing(Asset::id))
            .toList(),
        identities.findings(),
        collisions);
  }

  /** What is left of the check of identities: the check itself takes much memory. */
  private record Identities(List<LocatedDeclaration> agreed, List<IdentityFinding> findings) {
    Identities {
      agreed = List.copyOf(agreed);
      findings = List.copyOf(findings);
    }

    static Identities of(IdentityCheck check) {
      check.check();
      return new Identities(check.agreed(), check.findings());
    }
  }

  /**
   * What declarations tell alone: ids, names and slots that two of them claim.
   *
   * @param declarations one for each root at most
   */
  static List<Diagnostic> faultsWithoutRegistry(Collection<LocatedDeclaration> declarations) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    IdentityCheck.doubledIds(new Claims(declarations))
        .forEach(finding -> diagnostics.add(finding.diagnostic()));
    diagnostics.addAll(UniquenessCheck.faultsOf(List.of(), declarations));
    return diagnostics;
  }

  private static Asset asset(LocatedDeclaration located, AssetTree tree) {
    Declaration declaration = located.declaration();
    return new Asset(
        declaration.id().orElseThrow(),
        declaration.name(),
        located.place(),
        declaration.sources().stream().map(located.place()::resolve).map(tree::shared).toList(),
        declaration.settings(),
        declaration.preloadSlot());
  }
}

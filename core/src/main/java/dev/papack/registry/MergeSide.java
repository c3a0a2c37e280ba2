package dev.papack.registry;

import dev.papack.asset.AssetId;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.ReadableDirectory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One of the workspaces of a merge, as far as it can be read.
 *
 * @param registry what its registry means; empty if it cannot be read
 * @param claims its declarations
 * @param faults what cannot be read: with one document unread, nothing that is absent proves
 *     anything
 */
public record MergeSide(Optional<Registry> registry, Claims claims, List<Diagnostic> faults) {
  /** Copies the list. */
  public MergeSide {
    faults = List.copyOf(faults);
  }

  /** A workspace in which nothing was declared yet. */
  public static MergeSide empty() {
    return new MergeSide(Optional.of(Registry.empty()), new Claims(List.of()), List.of());
  }

  /**
   * Reads a workspace.
   *
   * @param assets the folder {@code assets/}
   * @return refused only for a version that is not supported
   */
  public static Outcome<MergeSide> read(ReadableDirectory assets) throws IOException {
    return switch (Survey.of(assets)) {
      case Survey.Unsupported(List<Diagnostic> faults) -> new Outcome.Refused<>(faults);
      case Survey.Whole(DeclaredWorkspace workspace) ->
          Outcome.of(
              of(
                  Optional.of(workspace.registry().registry()),
                  workspace.scan(),
                  workspace.tree().diagnostics()));
      case Survey.WithoutRegistry survey -> {
        boolean isThere = assets.find(AssetsPath.INDEX.name()).isPresent();
        List<Diagnostic> faults = new ArrayList<>(survey.tree().diagnostics());
        if (isThere) {
          survey.diagnostics().stream()
              .filter(fault -> fault.location().isIn(AssetsPath.INDEX))
              .forEach(faults::add);
        }
        yield Outcome.of(
            of(isThere ? Optional.empty() : Optional.of(Registry.empty()), survey.scan(), faults));
      }
    };
  }

  private static MergeSide of(
      Optional<Registry> registry, DeclarationScan scan, List<Diagnostic> faults) {
    List<Diagnostic> all = new ArrayList<>(faults);
    all.addAll(scan.diagnostics());
    return new MergeSide(
        registry, new Claims(scan.declarations().values()), all.stream().distinct().toList());
  }

  /** The registry, or an empty one where it cannot be read. */
  Registry known() {
    return registry.orElseGet(Registry::empty);
  }

  /** Every id that is registered, retired or declared. */
  Set<AssetId> ids() {
    Set<AssetId> ids = new TreeSet<>(known().assets().keySet());
    ids.addAll(known().retired().keySet());
    claims.declarations().values().forEach(claim -> claim.declaration().id().ifPresent(ids::add));
    return ids;
  }

  /** The declarations of an id; of several the one at its registered root counts. */
  List<LocatedDeclaration> declarationsOf(AssetId id) {
    return known()
        .rootOf(id)
        .flatMap(root -> claims.at(root, id))
        .map(List::of)
        .orElseGet(() -> claims.of(id));
  }
}

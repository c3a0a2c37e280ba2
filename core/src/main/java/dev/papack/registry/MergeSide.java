package dev.papack.registry;

import dev.papack.asset.AssetId;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.ReadableDirectory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One of the workspaces of a merge.
 *
 * @param registry what its registry means; empty if it has none
 * @param claims its declarations
 */
public record MergeSide(Registry registry, Claims claims) {
  /** A workspace in which nothing was declared yet. */
  public static MergeSide empty() {
    return new MergeSide(Registry.empty(), new Claims(List.of()));
  }

  /**
   * Reads a workspace. With one document unread, nothing that is absent proves anything.
   *
   * @param assets the folder {@code assets/}
   * @return every fault that keeps a document from being read
   */
  public static Outcome<MergeSide> read(ReadableDirectory assets) throws IOException {
    return switch (Survey.of(assets)) {
      case Survey.Unsupported(List<Diagnostic> faults) -> new Outcome.Refused<>(faults);
      case Survey.Whole(DeclaredWorkspace workspace) -> {
        List<Diagnostic> faults = new ArrayList<>(workspace.tree().diagnostics());
        faults.addAll(workspace.scan().diagnostics());
        yield of(workspace.registry().registry(), workspace.scan()).and(faults);
      }
      case Survey.WithoutRegistry survey ->
          assets.find(AssetsPath.INDEX.name()).isPresent()
              ? new Outcome.Refused<>(survey.diagnostics())
              : of(Registry.empty(), survey.scan()).and(survey.scan().diagnostics());
    };
  }

  private static Outcome<MergeSide> of(Registry registry, DeclarationScan scan) {
    return Outcome.of(new MergeSide(registry, new Claims(scan.declarations().values())));
  }

  /** Every id that is registered, retired or declared. */
  Set<AssetId> ids() {
    Set<AssetId> ids = new TreeSet<>(registry.assets().keySet());
    ids.addAll(registry.retired().keySet());
    claims.declarations().values().forEach(claim -> claim.declaration().id().ifPresent(ids::add));
    return ids;
  }

  /** The declarations of an id; of several the one at its registered root counts. */
  List<LocatedDeclaration> declarationsOf(AssetId id) {
    return registry
        .rootOf(id)
        .flatMap(root -> claims.at(root, id))
        .map(List::of)
        .orElseGet(() -> claims.of(id));
  }
}

package dev.papack.registry;

import dev.papack.asset.AssetRoot;
import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.disk.ReadableDirectory;
import dev.papack.source.AssetTree;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The declarations under {@code assets/}, found by their names and read.
 *
 * @param declarations by root, those without fault
 * @param brokenRoots roots whose declaration could not be read
 * @param diagnostics why not
 */
public record DeclarationScan(
    NavigableMap<AssetRoot, LocatedDeclaration> declarations,
    Set<AssetRoot> brokenRoots,
    List<Diagnostic> diagnostics) {
  /** Copies the collections. */
  public DeclarationScan {
    declarations = Collections.unmodifiableNavigableMap(new TreeMap<>(declarations));
    brokenRoots = Set.copyOf(brokenRoots);
    diagnostics = List.copyOf(diagnostics);
  }

  /** Reads every declaration of a tree; one that is ignored is a fault. */
  public static DeclarationScan of(ReadableDirectory assets, AssetTree tree, IgnoreList ignores)
      throws IOException {
    return of(
        assets,
        tree,
        ignores,
        KnownFiles.NONE,
        Registry.empty(),
        Runtime.getRuntime().availableProcessors());
  }

  /**
   * The same, reading only those of which nothing is known.
   *
   * @param registry whose values they share, where they are equal
   * @param threads how many read
   */
  static DeclarationScan of(
      ReadableDirectory assets,
      AssetTree tree,
      IgnoreList ignores,
      KnownFiles known,
      Registry registry,
      int threads)
      throws IOException {
    return new DeclarationReader(assets, ignores, known, registry, threads).read(tree);
  }

  /**
   * Whether a root may have a declaration that could not be read, or is where nothing could be:
   * nothing can be concluded from its absence.
   */
  public boolean isUnreadable(AssetRoot root, AssetTree tree) {
    return brokenRoots.contains(root)
        || tree.isRefused(root.path())
        || DeclarationPlace.allOf(root).stream().anyMatch(place -> tree.isRefused(place.file()));
  }
}

package dev.papack.examination;

import dev.papack.asset.AssetRoot;
import dev.papack.asset.DeclarationPlace;
import dev.papack.authoring.RootChoice;
import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Verb;
import dev.papack.media.formats.MediaFormats;
import dev.papack.registry.DeclarationScan;
import dev.papack.source.AssetTree;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Files under {@code assets/} that no declaration uses. */
final class UnusedFiles {
  private final AssetTree tree;
  private final DeclarationScan scan;
  private final RootChoice roots;

  private UnusedFiles(AssetTree tree, DeclarationScan scan) {
    this.tree = tree;
    this.scan = scan;
    this.roots = new RootChoice(tree, scan);
  }

  /** Those of a workspace; none that a declaration which could not be read may well use. */
  static SortedSet<AssetsPath> of(AssetTree tree, DeclarationScan scan) {
    UnusedFiles unused = new UnusedFiles(tree, scan);
    NavigableSet<AssetsPath> files = new TreeSet<>();
    tree.files().stream().filter(unused::isUnused).forEach(files::add);
    return files;
  }

  private boolean isUnused(AssetsPath file) {
    return !file.isOfWorkspace()
        && !file.name().text().equals(DeclarationPlace.FILE)
        && DeclarationPlace.of(file).isEmpty()
        && roots.ownersOf(file).isEmpty()
        && roots.naturalRoot(file).filter(root -> scan.isUnreadable(root, tree)).isEmpty()
        && !isInsideUnreadableRoot(file);
  }

  private boolean isInsideUnreadableRoot(AssetsPath file) {
    for (Optional<AssetsPath> folder = file.parent();
        folder.isPresent();
        folder = folder.get().parent()) {
      if (scan.brokenRoots().contains(new AssetRoot(folder.get()))) {
        return true;
      }
    }
    return false;
  }

  static Diagnostic note(AssetsPath file) {
    Diagnostic unused =
        Diagnostic.note(
            DiagnosticCode.FILE_UNUSED,
            Location.of(Artifact.SOURCE, file),
            "no declaration uses \"" + file.inWorkspace() + "\"");
    return MediaFormats.SUPPORTED.isNamedLikeOne(file.name())
        ? unused.fix(
            Fix.manual(
                "if it should be packed, add it as an asset",
                Fix.run(Verb.ADD, new Argument.OfPath(file.inWorkspace()))))
        : unused.advice("nothing to do: it is not packed");
  }
}

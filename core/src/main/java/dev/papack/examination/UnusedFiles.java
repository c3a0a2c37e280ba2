package dev.papack.examination;

import dev.papack.asset.AssetRoot;
import dev.papack.asset.DeclarationPlace;
import dev.papack.authoring.RootChoice;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.RelativePath;
import dev.papack.media.formats.MediaFormats;
import dev.papack.registry.DeclarationScan;
import dev.papack.registry.DeclaredWorkspace;
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
  static SortedSet<RelativePath> of(AssetTree tree, DeclarationScan scan) {
    UnusedFiles unused = new UnusedFiles(tree, scan);
    NavigableSet<RelativePath> files = new TreeSet<>();
    tree.files().stream().filter(unused::isUnused).forEach(files::add);
    return files;
  }

  private boolean isUnused(RelativePath file) {
    return !file.equals(DeclaredWorkspace.INDEX)
        && !file.name().text().equals(DeclarationPlace.FILE)
        && DeclarationPlace.of(file).isEmpty()
        && roots.ownersOf(file).isEmpty()
        && roots.naturalRoot(file).filter(root -> scan.isUnreadable(root, tree)).isEmpty()
        && !isInsideUnreadableRoot(file);
  }

  private boolean isInsideUnreadableRoot(RelativePath file) {
    for (Optional<RelativePath> folder = file.parent();
        folder.isPresent();
        folder = folder.get().parent()) {
      if (scan.brokenRoots().contains(new AssetRoot(folder.get()))) {
        return true;
      }
    }
    return false;
  }

  static Diagnostic note(RelativePath file) {
    return Diagnostic.note(
            DiagnosticCode.FILE_UNUSED,
            Location.of(Artifact.SOURCE, "assets/" + file),
            "no declaration uses \"assets/" + file + "\"")
        .help(
            MediaFormats.SUPPORTED.isNamedLikeOne(file.name())
                ? "papack add makes an asset of it; until then it is not packed"
                : "nothing has to be done: it is not packed");
  }
}

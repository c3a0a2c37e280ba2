package dev.papack.workspace;

import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.disk.ReadableDirectory;
import dev.papack.source.AssetTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The authored documents that a user means: the registry, and declarations.
 *
 * @param disk where the paths are
 * @param workspace its absolute path, without links
 * @param paths documents, or folders of them; none for all
 */
public record DocumentSelection(Disk disk, Path workspace, List<Path> paths) {
  /** Copies the list. */
  public DocumentSelection {
    paths = List.copyOf(paths);
  }

  /**
   * Finds them; what cannot be looked into, and so may hide one, is a fault.
   *
   * @param assets the folder {@code assets/}
   * @return paths below {@code assets/}, in order
   */
  public Outcome<List<AssetsPath>> in(ReadableDirectory assets) throws IOException {
    AssetTree tree = AssetTree.scan(assets);
    return NamedPaths.of(disk, workspace, tree, wanted()).flatMap(named -> select(tree, named));
  }

  /** The workspace, named itself, stands for all that is in it. */
  private List<Path> wanted() {
    Path all = workspace.resolve(AssetsPath.FOLDER.text());
    return paths.isEmpty()
        ? List.of(all)
        : paths.stream()
            .map(path -> path.toAbsolutePath().normalize().equals(workspace) ? all : path)
            .toList();
  }

  private static Outcome<List<AssetsPath>> select(AssetTree tree, NamedPaths named) {
    List<Diagnostic> faults = new ArrayList<>();
    tree.unlisted().stream()
        .filter(named::hides)
        .map(AssetTree.Unlisted::fault)
        .forEach(faults::add);
    named.files().stream()
        .filter(file -> !isDocument(file))
        .map(DocumentSelection::noDocument)
        .forEach(faults::add);
    return faults.isEmpty()
        ? Outcome.of(
            tree.files().stream().filter(file -> isDocument(file) && named.contains(file)).toList())
        : new Outcome.Refused<>(faults);
  }

  private static boolean isDocument(AssetsPath file) {
    return file.isOfWorkspace() || DeclarationPlace.of(file).isPresent();
  }

  private static Diagnostic noDocument(AssetsPath file) {
    return Diagnostic.error(
            DiagnosticCode.WRONG_KIND,
            Location.of(Artifact.WORKSPACE, file),
            "\"" + file.inWorkspace() + "\" is not a document of papack")
        .supported("index.json, ignore.json, budgets.json, asset.json, NAME.asset.json")
        .advice("name a document, or a folder of them");
  }
}

package dev.papack.workspace;

import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.disk.Disk;
import dev.papack.disk.ReadableDirectory;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.source.AssetTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The authored documents that a user means: the registry, and declarations.
 *
 * @param disk where the paths lie
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
  public Outcome<List<RelativePath>> in(ReadableDirectory assets) throws IOException {
    AssetTree tree = AssetTree.scan(assets);
    return NamedPaths.of(disk, workspace, tree, wanted()).flatMap(named -> select(tree, named));
  }

  /** The workspace, named itself, stands for all that is in it. */
  private List<Path> wanted() {
    Path all = workspace.resolve(AssetsFolder.NAME.text());
    return paths.isEmpty()
        ? List.of(all)
        : paths.stream()
            .map(path -> path.toAbsolutePath().normalize().equals(workspace) ? all : path)
            .toList();
  }

  private static Outcome<List<RelativePath>> select(AssetTree tree, NamedPaths named) {
    List<Diagnostic> faults = new ArrayList<>();
    tree.diagnostics().stream()
        .filter(fault -> fault.isError() && isWithin(fault, named))
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

  private static boolean isWithin(Diagnostic fault, NamedPaths named) {
    String path = fault.location().path();
    return named.isEverything()
        || named.folders().stream().anyMatch(folder -> path.startsWith("assets/" + folder + "/"));
  }

  private static boolean isDocument(RelativePath file) {
    return file.equals(DeclaredWorkspace.INDEX) || DeclarationPlace.of(file).isPresent();
  }

  private static Diagnostic noDocument(RelativePath file) {
    return Diagnostic.error(
            DiagnosticCode.WRONG_KIND,
            Location.of(Artifact.WORKSPACE, "assets/" + file),
            "\"assets/" + file + "\" is neither the registry nor a declaration")
        .supported("index.json, asset.json, NAME.asset.json")
        .help("name a document, or a folder of them");
  }
}

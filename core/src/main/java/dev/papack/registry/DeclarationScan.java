package dev.papack.registry;

import dev.papack.asset.AssetRoot;
import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.disk.ReadableDirectory;
import dev.papack.migration.Histories;
import dev.papack.migration.Migration;
import dev.papack.source.AssetTree;
import dev.papack.source.FileReader;
import dev.papack.source.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
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

  /** Reads every declaration of a tree. */
  public static DeclarationScan of(ReadableDirectory assets, AssetTree tree) throws IOException {
    DeclarationScan scan = new DeclarationScan(new TreeMap<>(), new HashSet<>(), new ArrayList<>());
    NavigableMap<AssetRoot, DeclarationPlace> places = scan.places(assets, tree);
    for (DeclarationPlace place : places.values()) {
      Outcome<LocatedDeclaration> read = read(assets, place);
      scan.diagnostics.addAll(read.diagnostics());
      switch (read) {
        case Outcome.Accepted<LocatedDeclaration>(
                LocatedDeclaration declaration,
                List<Diagnostic> notes) ->
            scan.declarations.put(place.root(), declaration);
        case Outcome.Refused<LocatedDeclaration> refused -> scan.brokenRoots.add(place.root());
      }
    }
    return scan;
  }

  /**
   * Whether a root may have a declaration that could not be read, or lies where nothing could be:
   * nothing can be concluded from its absence.
   */
  public boolean isUnreadable(AssetRoot root, AssetTree tree) {
    return brokenRoots.contains(root)
        || tree.isRefused(root.path())
        || DeclarationPlace.allOf(root).stream().anyMatch(place -> tree.isRefused(place.file()));
  }

  private static Outcome<LocatedDeclaration> read(ReadableDirectory assets, DeclarationPlace place)
      throws IOException {
    return FileReader.read(assets, place.file(), Limits.DECLARATION_BYTES, Artifact.ASSET)
        .flatMap(snapshot ->
            Migration.read(snapshot, Histories.ASSET)
                .flatMap(document -> DeclarationDocument.read(document, place, snapshot.digest())));
  }

  private NavigableMap<AssetRoot, DeclarationPlace> places(
      ReadableDirectory assets, AssetTree tree) {
    NavigableMap<AssetRoot, DeclarationPlace> places = new TreeMap<>();
    for (RelativePath file : tree.files()) {
      Optional<DeclarationPlace> found = DeclarationPlace.of(file);
      if (found.isEmpty()) {
        if (file.names().size() == 1 && file.name().text().equals(DeclarationPlace.FILE)) {
          diagnostics.add(
              Diagnostic.error(
                      DiagnosticCode.PATH_FORM,
                      location(assets, file),
                      "assets/asset.json declares no root: assets/ itself is none")
                  .help("move it into the folder of the asset, or name it NAME.asset.json"));
        }
        continue;
      }
      DeclarationPlace place = found.get();
      DeclarationPlace other = places.putIfAbsent(place.root(), place);
      if (other != null) {
        brokenRoots.add(place.root());
        diagnostics.add(
            Diagnostic.error(
                    DiagnosticCode.ROOT_DECLARED_TWICE,
                    location(assets, place.file()),
                    "the root \"" + place.root() + "\" is declared from inside and from beside")
                .related(location(assets, other.file()), "the other declaration")
                .help("delete one of the two"));
      }
    }
    brokenRoots.forEach(places::remove);
    refuseNested(assets, places);
    return places;
  }

  private void refuseNested(
      ReadableDirectory assets, NavigableMap<AssetRoot, DeclarationPlace> places) {
    List<DeclarationPlace> nested = new ArrayList<>();
    for (DeclarationPlace place : places.values()) {
      Optional<RelativePath> folder = place.root().path().parent();
      while (folder.isPresent()) {
        DeclarationPlace outer = places.get(new AssetRoot(folder.get()));
        if (outer != null && outer.form() == DeclarationPlace.Form.INSIDE) {
          nested.add(place);
          diagnostics.add(
              Diagnostic.error(
                      DiagnosticCode.ROOT_NESTED,
                      location(assets, place.file()),
                      "the root \""
                          + place.root()
                          + "\" lies inside the root \""
                          + outer.root()
                          + "\"")
                  .related(location(assets, outer.file()), "the outer declaration")
                  .help(
                      "move one of them, or declare the outer one from beside, as "
                          + outer.root()
                          + ".asset.json"));
          break;
        }
        folder = folder.get().parent();
      }
    }
    for (DeclarationPlace place : nested) {
      places.remove(place.root());
      brokenRoots.add(place.root());
    }
  }

  private static Location location(ReadableDirectory assets, RelativePath file) {
    return Location.of(Artifact.ASSET, assets.displayPath() + "/" + file);
  }
}

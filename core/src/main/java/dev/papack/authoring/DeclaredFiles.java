package dev.papack.authoring;

import dev.papack.asset.AssetRoot;
import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.LocatedDeclaration;
import dev.papack.registry.RegisteredAsset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Files that belong to a declaration already: the declarations themselves, and their sources. */
record DeclaredFiles(DeclaredWorkspace workspace, RootChoice roots, Additions additions) {
  /** Whether a file is a declaration, its source, or inside the root of another asset. */
  boolean isDeclared(AssetsPath file) {
    return DeclarationPlace.of(file).isPresent()
        || !roots.ownersOf(file).isEmpty()
        || roots.around(file).isPresent()
        || brokenRoot(file).isPresent();
  }

  /** The root of a file's declaration, if that is broken. */
  private Optional<AssetRoot> brokenRoot(AssetsPath file) {
    return roots.naturalRoot(file).filter(workspace::isUnreadable);
  }

  /** Handles a file that is declared; any other is left alone. */
  void fix(AssetsPath file, Selection selection, Fixing fixing) throws IOException {
    for (DeclarationPlace place : placesOf(file, selection)) {
      fixing.fix(place, selection);
    }
    if (DeclarationPlace.of(file).isPresent() || !roots.ownersOf(file).isEmpty()) {
      return;
    }
    Optional<AssetRoot> outer = roots.around(file);
    if (outer.isPresent()) {
      if (selection == Selection.BY_NAME) {
        additions.refuse(isInside(file, outer.get()));
      }
      return;
    }
    // It has a declaration, which is broken: a second one would make a second asset of it.
    brokenRoot(file).ifPresent(root -> DeclarationPlace.allOf(root).forEach(fixing::refuse));
  }

  /** The declarations that a file stands for: a source stands for its own only if it is named. */
  private List<DeclarationPlace> placesOf(AssetsPath file, Selection selection) {
    Optional<DeclarationPlace> declaration = DeclarationPlace.of(file);
    if (declaration.isPresent()) {
      return List.of(declaration.get());
    }
    return switch (selection) {
      case BY_NAME -> List.copyOf(roots.ownersOf(file));
      case BY_SCAN -> List.of();
    };
  }

  /** The declarations that the registry does not have as they are, by their files. */
  SequencedMap<AssetsPath, LocatedDeclaration> unsettled(Map<AssetsPath, Selection> files) {
    List<DeclarationPlace> places = new ArrayList<>();
    files.forEach((file, selection) -> places.addAll(placesOf(file, selection)));
    SequencedMap<AssetsPath, LocatedDeclaration> unsettled = new LinkedHashMap<>();
    for (DeclarationPlace place : places) {
      LocatedDeclaration located = workspace.scan().declarations().get(place.root());
      if (located != null && !isRegistered(located)) {
        unsettled.put(located.place().file(), located);
      }
    }
    return unsettled;
  }

  private boolean isRegistered(LocatedDeclaration located) {
    Optional<RegisteredAsset> registered =
        located.declaration().id().flatMap(workspace.registry().registry()::find);
    return registered
        .filter(asset -> asset.root().equals(located.place().root()))
        .filter(asset -> asset.isNamedAs(located.declaration()))
        .isPresent();
  }

  private static Diagnostic isInside(AssetsPath file, AssetRoot outer) {
    return Diagnostic.error(
            DiagnosticCode.ROOT_NESTED,
            Location.of(Artifact.SOURCE, file),
            "\"" + file + "\" is inside the asset root \"" + outer + "\"")
        .advice("move it out, or make it a source of that asset");
  }
}

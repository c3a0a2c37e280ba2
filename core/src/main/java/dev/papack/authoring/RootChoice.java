package dev.papack.authoring;

import dev.papack.asset.AssetRoot;
import dev.papack.asset.DeclarationPlace;
import dev.papack.asset.DeclarationPlace.Form;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.RelativePath;
import dev.papack.registry.DeclarationScan;
import dev.papack.registry.LocatedDeclaration;
import dev.papack.source.AssetTree;
import dev.papack.source.Spelling;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which roots and files of a workspace are taken, and which root a new asset gets. */
public final class RootChoice {
  private static final int DECLARATION_END_BYTES = ".".length() + DeclarationPlace.FILE.length();

  /** Every file and folder, as the least particular file system spells it. */
  private final Set<String> taken = new HashSet<>();

  private final Set<AssetsPath> insideDeclarations = new HashSet<>();
  private final Map<AssetsPath, List<DeclarationPlace>> owners = new HashMap<>();

  public RootChoice(AssetTree tree, DeclarationScan scan) {
    for (Set<AssetsPath> paths : List.of(tree.files(), tree.folders(), tree.refused())) {
      paths.forEach(path -> taken.add(Spelling.folded(path.text())));
    }
    for (AssetsPath file : tree.files()) {
      DeclarationPlace.of(file)
          .filter(place -> place.form() == Form.INSIDE)
          .ifPresent(place -> insideDeclarations.add(place.root().path()));
    }
    for (LocatedDeclaration declaration : scan.declarations().values()) {
      for (RelativePath source : declaration.declaration().sources()) {
        own(declaration.place().resolve(source), declaration.place());
      }
      declaration.references().forEach(file -> own(file, declaration.place()));
    }
  }

  private void own(AssetsPath source, DeclarationPlace place) {
    owners.computeIfAbsent(source, key -> new ArrayList<>()).add(place);
  }

  /** A declaration of a file is to be written. */
  void take(DeclarationPlace place, AssetsPath source) {
    taken.add(Spelling.folded(place.file().text()));
    if (place.form() == Form.INSIDE) {
      insideDeclarations.add(place.root().path());
    }
    own(source, place);
  }

  /** The declarations that name a file, as a source or in their settings, by root. */
  public List<DeclarationPlace> ownersOf(AssetsPath source) {
    return owners.getOrDefault(source, List.of());
  }

  /** Whether a file is, or may not be, where a declaration would be. */
  boolean isTaken(DeclarationPlace place) {
    return taken.contains(Spelling.folded(place.file().text()));
  }

  /** The asset root, declared from inside, that a path is in. */
  Optional<AssetRoot> around(AssetsPath path) {
    for (Optional<AssetsPath> folder = path.parent();
        folder.isPresent();
        folder = folder.get().parent()) {
      if (insideDeclarations.contains(folder.get())) {
        return folder.map(AssetRoot::new);
      }
    }
    return Optional.empty();
  }

  /** The root that a file has by its name, whether it is free or not. */
  public Optional<AssetRoot> naturalRoot(AssetsPath file) {
    return root(file, 1).map(DeclarationPlace::root);
  }

  /**
   * A free place beside a file: its root is the file's path without extension, numbered where that
   * is taken and cut where the declaration's name would be too long.
   *
   * @return empty if the file's folder is too deep for any declaration
   */
  Optional<DeclarationPlace> beside(AssetsPath file) {
    for (int number = 1; ; number++) {
      Optional<DeclarationPlace> place = root(file, number);
      if (place.isEmpty()
          || DeclarationPlace.allOf(place.get().root()).stream().noneMatch(this::isTaken)) {
        return place;
      }
    }
  }

  private static Optional<DeclarationPlace> root(AssetsPath file, int number) {
    String suffix = number == 1 ? "" : "_" + number;
    int folderBytes = file.parent().map(folder -> bytes(folder.text()) + 1).orElse(0);
    int maxBytes =
        Math.min(FileName.MAX_BYTES, RelativePath.MAX_BYTES - folderBytes)
            - DECLARATION_END_BYTES
            - suffix.length();
    String stem = cut(stem(file.name().text()), maxBytes);
    if (stem.isEmpty()) {
      return Optional.empty();
    }
    FileName last = new FileName(stem + suffix);
    return DeclarationPlace.find(
        new AssetRoot(
            file.parent().map(folder -> folder.resolve(last)).orElseGet(() -> AssetsPath.of(last))),
        Form.BESIDE);
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    String stem = (dot > 0 ? name.substring(0, dot) : name).stripTrailing();
    return FileName.faultOf(stem).isPresent() ? "asset" : stem;
  }

  /** As many characters as fit, without what a name may not end in. */
  private static String cut(String text, int maxBytes) {
    String cut = text;
    while (!cut.isEmpty() && (bytes(cut) > maxBytes || FileName.faultOf(cut).isPresent())) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}

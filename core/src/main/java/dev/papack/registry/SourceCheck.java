package dev.papack.registry;

import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.RelativePath;
import dev.papack.source.AssetTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether each declared source is where it is declared. Opens none. */
final class SourceCheck {
  private SourceCheck() {}

  static List<MissingSource> missing(AssetTree tree, DeclarationScan scan) {
    List<MissingSource> missing = new ArrayList<>();
    Map<Optional<AssetsPath>, List<String>> names =
        tree.files().stream()
            .collect(
                Collectors.groupingBy(
                    AssetsPath::parent,
                    Collectors.mapping(file -> file.name().text(), Collectors.toList())));
    for (LocatedDeclaration declaration : scan.declarations().values()) {
      List<RelativePath> sources = declaration.declaration().sources();
      for (int i = 0; i < sources.size(); i++) {
        AssetsPath path = declaration.place().resolve(sources.get(i));
        if (!tree.files().contains(path)
            && !tree.isRefused(path)
            && !tree.ignored().contains(path)) {
          missing.add(
              new MissingSource(
                  declaration,
                  i,
                  path,
                  tree.folders().contains(path),
                  names.getOrDefault(path.parent(), List.of())));
        }
      }
    }
    return missing;
  }

  /** Declared sources that are ignored. */
  static List<Diagnostic> ignored(AssetTree tree, DeclarationScan scan, IgnoreList ignores) {
    List<Diagnostic> ignored = new ArrayList<>();
    if (tree.ignored().isEmpty()) {
      return ignored;
    }
    for (LocatedDeclaration declaration : scan.declarations().values()) {
      List<RelativePath> sources = declaration.declaration().sources();
      for (int i = 0; i < sources.size(); i++) {
        AssetsPath path = declaration.place().resolve(sources.get(i));
        if (tree.ignored().contains(path)) {
          ignored.add(ignores.ofSource(path, declaration.placeOfSource(i)));
        }
      }
    }
    return ignored;
  }
}

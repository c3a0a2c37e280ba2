package dev.papack.registry;

import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Fix.Certainty;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.RelativePath;
import dev.papack.diagnostic.Suggestion;
import dev.papack.json.StableForm;
import dev.papack.source.AssetTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether each declared source is where it is declared. Opens none. */
final class SourceCheck {
  private SourceCheck() {}

  static List<MissingSource> missing(AssetTree tree, DeclarationScan scan) {
    List<MissingSource> missing = new ArrayList<>();
    // Filled once it is asked for: few workspaces lack a source.
    Map<Optional<AssetsPath>, List<String>> names = new HashMap<>();
    for (LocatedDeclaration declaration : scan.declarations().values()) {
      List<RelativePath> sources = declaration.declaration().sources();
      for (int i = 0; i < sources.size(); i++) {
        AssetsPath path = declaration.place().resolve(sources.get(i));
        if (!tree.files().contains(path)
            && !tree.isRefused(path)
            && !tree.ignored().contains(path)) {
          if (names.isEmpty()) {
            names.putAll(namesByFolder(tree));
          }
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

  private static Map<Optional<AssetsPath>, List<String>> namesByFolder(AssetTree tree) {
    return tree.files().stream()
        .collect(
            Collectors.groupingBy(
                AssetsPath::parent,
                Collectors.mapping(file -> file.name().text(), Collectors.toList())));
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

  /** The files that settings name and that are not there. */
  static List<Diagnostic> missingReferences(AssetTree tree, DeclarationScan scan) {
    List<Diagnostic> missing = new ArrayList<>();
    for (LocatedDeclaration declaration : scan.declarations().values()) {
      for (AssetsPath path : declaration.references()) {
        if (!tree.files().contains(path) && !tree.isRefused(path)) {
          missing.add(missingReference(declaration, path, tree));
        }
      }
    }
    return missing;
  }

  private static Diagnostic missingReference(
      LocatedDeclaration declaration, AssetsPath path, AssetTree tree) {
    Location place = declaration.placeOfPalettes();
    Diagnostic fault =
        Diagnostic.error(
                DiagnosticCode.SOURCE_MISSING,
                place,
                tree.folders().contains(path)
                    ? "the picture \"" + path + "\" of \"palettes\" is a folder"
                    : "there is no picture \"" + path + "\" for \"palettes\"")
            .found(path.text());
    List<String> near =
        tree.files().stream()
            .filter(file -> file.parent().equals(path.parent()))
            .map(AssetsPath::text)
            .toList();
    return Suggestion.closest(path.text(), near)
        .map(name ->
            fault.fix(
                Fix.edit(
                    "change it to \"" + name + "\"",
                    Certainty.LIKELY,
                    place.edit(StableForm.quoted(name)))))
        .orElseGet(() -> fault.advice("put the file there, or change the declaration"));
  }
}

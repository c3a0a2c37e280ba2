package dev.papack.registry;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.RelativePath;
import dev.papack.diagnostic.Suggestion;
import dev.papack.source.AssetTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether each declared source lies where it is declared. Opens none. */
final class SourceCheck {
  private SourceCheck() {}

  static List<Diagnostic> faultsOf(AssetTree tree, DeclarationScan scan) {
    List<Diagnostic> missing = new ArrayList<>();
    Map<Optional<RelativePath>, List<String>> names =
        tree.files().stream()
            .collect(
                Collectors.groupingBy(
                    RelativePath::parent,
                    Collectors.mapping(file -> file.name().text(), Collectors.toList())));
    for (LocatedDeclaration declaration : scan.declarations().values()) {
      List<RelativePath> sources = declaration.declaration().sources();
      for (int i = 0; i < sources.size(); i++) {
        RelativePath path = declaration.place().resolve(sources.get(i));
        if (!tree.files().contains(path) && !tree.isRefused(path)) {
          missing.add(
              missing(
                  tree,
                  declaration.placeOfSource(i),
                  path,
                  names.getOrDefault(path.parent(), List.of())));
        }
      }
    }
    return missing;
  }

  private static Location near(RelativePath path, String name) {
    String folder = path.parent().map(parent -> parent + "/").orElse("");
    return Location.of(Artifact.SOURCE, "assets/" + folder + name);
  }

  private static Diagnostic missing(
      AssetTree tree, Location place, RelativePath path, List<String> near) {
    Diagnostic fault =
        Diagnostic.error(
                DiagnosticCode.SOURCE_MISSING,
                place,
                tree.folders().contains(path)
                    ? "the source \"" + path + "\" is a folder"
                    : "there is no source \"" + path + "\"")
            .found(path.text());
    Optional<String> closest = Suggestion.closest(path.name().text(), near);
    return closest
        .map(name ->
            fault
                .related(near(path, name), "the closest name")
                .help("did you mean \"" + name + "\"?"))
        .orElseGet(() -> fault.help("put the file there, or change the declaration"));
  }
}

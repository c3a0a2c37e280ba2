package dev.papack.authoring;

import dev.papack.asset.AssetRoot;
import dev.papack.asset.DeclarationPlace;
import dev.papack.asset.DeclarationPlace.Form;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.LocatedDeclaration;
import dev.papack.source.AssetTree;
import dev.papack.workspace.MovePaths;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What two paths mean together: a file, an asset or a folder, and where it goes. */
final class RelocationChoice {
  private final DeclaredWorkspace workspace;
  private final AssetTree tree;

  RelocationChoice(DeclaredWorkspace workspace) {
    this.workspace = workspace;
    this.tree = workspace.tree();
  }

  Outcome<Relocation> of(MovePaths paths) {
    AssetsPath from = paths.from();
    if (from.isOfWorkspace() || paths.to().filter(AssetsPath::isOfWorkspace).isPresent()) {
      return Outcome.refused(
          meaning(
              from.isOfWorkspace() ? from : paths.to().orElseThrow(),
              "papack finds its own documents by their names",
              "choose another path"));
    }
    Optional<DeclarationPlace> declaration =
        DeclarationPlace.of(from).filter(_ -> tree.files().contains(from));
    if (declaration.isPresent()) {
      return switch (declaration.get().form()) {
        case INSIDE -> inside(declaration.get(), paths);
        case BESIDE -> asset(declaration.get(), paths);
      };
    }
    if (tree.files().contains(from) || tree.ignored().contains(from)) {
      return file(from, intoFolder(from, paths));
    }
    if (isFolder(from)) {
      return folder(from, intoFolder(from, paths));
    }
    return DeclarationPlace.find(new AssetRoot(from), Form.BESIDE)
        .filter(place -> tree.files().contains(place.file()))
        .map(place -> asset(place, paths))
        .orElseGet(() -> Outcome.refused(missing(from)));
  }

  private boolean isFolder(AssetsPath path) {
    return tree.folders().contains(path)
        || (tree.isIgnored(path) && !tree.ignored().contains(path));
  }

  /** A folder that is there is moved into, as by other programs. */
  private String intoFolder(AssetsPath moved, MovePaths paths) {
    return paths
        .to()
        .map(to -> isFolder(to) ? to + "/" + moved.name() : to.text())
        .orElseGet(() -> moved.name().text());
  }

  private Outcome<Relocation> file(AssetsPath from, String target) {
    return path(target)
        .flatMap(to ->
            DeclarationPlace.isNamedSo(to.text())
                ? Outcome.refused(
                    meaning(
                        to,
                        "a file with this name would be a declaration",
                        "choose a name that does not end in " + DeclarationPlace.FILE))
                : Outcome.of(
                    new Relocation(List.of(to), new TreeMap<>(Map.of(from, to)), new TreeMap<>())));
  }

  /** The declaration of a folder stands for it. */
  private Outcome<Relocation> inside(DeclarationPlace declaration, MovePaths paths) {
    AssetsPath folder = declaration.root().path();
    Optional<DeclarationPlace> target = paths.to().flatMap(DeclarationPlace::of);
    return target.isPresent()
        ? target.get().form() == Form.INSIDE
            ? folder(folder, target.get().root().path().text())
            : Outcome.refused(otherForm(target.get().file()))
        : folder(folder, intoFolder(folder, paths));
  }

  private Outcome<Relocation> folder(AssetsPath from, String target) {
    List<Diagnostic> unlisted =
        tree.unlisted().stream()
            .filter(one -> one.isWithin(from))
            .map(AssetTree.Unlisted::fault)
            .toList();
    if (!unlisted.isEmpty()) {
      return new Outcome.Refused<>(unlisted);
    }
    if (target.startsWith(from + "/")) {
      return Outcome.refused(
          Diagnostic.error(
                  DiagnosticCode.MOVE_INTO_ITSELF,
                  Location.of(Artifact.WORKSPACE, from),
                  "the folder \"" + from.inWorkspace() + "\" cannot be moved into itself")
              .found(target)
              .advice("choose a path outside of the folder"));
    }
    SortedMap<AssetsPath, AssetsPath> files = new TreeMap<>();
    SortedMap<AssetsPath, AssetsPath> missing = new TreeMap<>();
    Stream<AssetsPath> all = Stream.concat(tree.files().stream(), tree.ignored().stream());
    for (AssetsPath file : all.filter(file -> file.startsWith(from)).toList()) {
      Outcome<AssetsPath> to = path(target + "/" + file.below(from).orElseThrow());
      switch (to) {
        case Outcome.Accepted<AssetsPath>(AssetsPath path, var _) -> files.put(file, path);
        case Outcome.Refused<AssetsPath>(List<Diagnostic> faults) -> {
          return new Outcome.Refused<>(faults);
        }
      }
    }
    if (files.isEmpty()) {
      return Outcome.refused(missing(from));
    }
    for (LocatedDeclaration declaration : workspace.scan().declarations().values()) {
      for (AssetsPath source : named(declaration)) {
        if (source.startsWith(from) && !source.equals(from) && !files.containsKey(source)) {
          String to = target + "/" + source.below(from).orElseThrow();
          if (RelativePath.faultOf(to).isEmpty()) {
            missing.put(source, AssetsPath.of(to));
          }
        }
      }
    }
    return path(target).map(to -> new Relocation(List.of(to), files, missing));
  }

  /** A declaration beside its sources: they keep their names and their places relative to it. */
  private Outcome<Relocation> asset(DeclarationPlace place, MovePaths paths) {
    Optional<DeclarationPlace> named = paths.to().flatMap(DeclarationPlace::of);
    if (named.filter(target -> target.form() == Form.INSIDE).isPresent()) {
      return Outcome.refused(otherForm(named.get().file()));
    }
    LocatedDeclaration declaration = workspace.scan().declarations().get(place.root());
    if (declaration == null) {
      return new Outcome.Refused<>(new MoveCheck(workspace).unreadable(place.file()));
    }
    return named
        .map(Outcome::of)
        .orElseGet(() ->
            path(intoFolder(place.root().path(), paths))
                .flatMap(root ->
                    DeclarationPlace.find(new AssetRoot(root), Form.BESIDE)
                        .map(Outcome::of)
                        .orElseGet(
                            () -> Outcome.refused(badForm(root + ".asset.json", "is too long")))))
        .flatMap(target -> asset(declaration, target));
  }

  private Outcome<Relocation> asset(LocatedDeclaration declaration, DeclarationPlace target) {
    SortedMap<AssetsPath, AssetsPath> files = new TreeMap<>();
    SortedMap<AssetsPath, AssetsPath> missing = new TreeMap<>();
    files.put(declaration.place().file(), target.file());
    if (!declaration.place().folder().equals(target.folder())) {
      for (AssetsPath source : declaration.sources()) {
        RelativePath kept = declaration.place().relativize(source).orElseThrow();
        Outcome<AssetsPath> to =
            path(target.folder().map(folder -> folder + "/" + kept).orElseGet(kept::text));
        switch (to) {
          case Outcome.Accepted<AssetsPath>(AssetsPath path, var _) ->
              (tree.files().contains(source) || tree.ignored().contains(source) ? files : missing)
                  .put(source, path);
          case Outcome.Refused<AssetsPath>(List<Diagnostic> faults) -> {
            return new Outcome.Refused<>(faults);
          }
        }
      }
    }
    return Outcome.of(new Relocation(List.copyOf(files.values()), files, missing));
  }

  private static List<AssetsPath> named(LocatedDeclaration declaration) {
    return Stream.concat(declaration.sources().stream(), declaration.references().stream())
        .toList();
  }

  private static Outcome<AssetsPath> path(String text) {
    return RelativePath.faultOf(text)
        .map(fault -> Outcome.<AssetsPath>refused(badForm(text, fault)))
        .orElseGet(() -> Outcome.of(AssetsPath.of(text)));
  }

  private static Diagnostic badForm(String text, String fault) {
    String path = AssetsPath.FOLDER + "/" + text;
    return Diagnostic.error(
            DiagnosticCode.PATH_FORM,
            Location.of(Artifact.REQUEST, path),
            "the path \"" + path + "\" " + fault)
        .found(path)
        .advice("choose another path");
  }

  private Diagnostic missing(AssetsPath from) {
    return tree.diagnostics().stream()
        .filter(fault -> fault.location().isIn(from))
        .findFirst()
        .orElseGet(() ->
            Diagnostic.error(
                    DiagnosticCode.SOURCE_MISSING,
                    Location.of(Artifact.REQUEST, from.inWorkspace().text()),
                    "there is no file, no asset and no folder with files \""
                        + from.inWorkspace()
                        + "\"")
                .advice("check the spelling; names that start with a dot are ignored"));
  }

  private static Diagnostic otherForm(AssetsPath target) {
    return meaning(
        target,
        "a declaration in a folder and one beside its sources are not the same",
        "name the folder or the asset root that it should have");
  }

  private static Diagnostic meaning(AssetsPath path, String reason, String advice) {
    return Diagnostic.error(
            DiagnosticCode.MOVE_CHANGES_MEANING,
            Location.of(Artifact.REQUEST, path.inWorkspace().text()),
            "\"" + path.inWorkspace() + "\" cannot be part of a move: " + reason)
        .found(path.inWorkspace().text())
        .advice(advice);
  }
}

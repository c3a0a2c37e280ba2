package dev.papack.authoring;

import dev.papack.asset.AssetRoot;
import dev.papack.asset.DeclarationPlace;
import dev.papack.asset.DeclarationPlace.Form;
import dev.papack.container.BankType;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.LocatedDeclaration;
import dev.papack.source.AssetTree;
import dev.papack.source.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a move is refused before anything is written. Each check is of the state after the move. */
final class MoveCheck {
  private final DeclaredWorkspace workspace;
  private final AssetTree tree;

  /** What a move neither causes nor makes worse. */
  private final Set<Diagnostic> kept;

  MoveCheck(DeclaredWorkspace workspace) {
    this.workspace = workspace;
    this.tree = workspace.tree();
    this.kept = Set.copyOf(workspace.findingsOfSources());
  }

  /** Every reason. */
  List<Diagnostic> faultsOf(Relocation relocation) {
    List<Diagnostic> faults = new ArrayList<>();
    faults.addAll(taken(relocation));
    if (faults.isEmpty()) {
      faults.addAll(alike(relocation));
    }
    faults.addAll(unreadable(relocation));
    faults.addAll(declarations(relocation));
    return faults.stream().distinct().sorted().toList();
  }

  /** Targets that are there, or that have a file for a folder. */
  private List<Diagnostic> taken(Relocation relocation) {
    List<Diagnostic> faults = new ArrayList<>();
    for (AssetsPath target : relocation.targets()) {
      if (tree.files().contains(target)
          || tree.folders().contains(target)
          || tree.refused().contains(target)
          || tree.isIgnored(target)) {
        faults.add(exists(target, target));
      }
      for (Optional<AssetsPath> folder = target.parent();
          folder.isPresent();
          folder = folder.get().parent()) {
        if (tree.files().contains(folder.get()) || tree.ignored().contains(folder.get())) {
          faults.add(exists(target, folder.get()));
        }
      }
    }
    return faults;
  }

  private static Diagnostic exists(AssetsPath target, AssetsPath there) {
    return Diagnostic.error(
            DiagnosticCode.MOVE_TARGET_EXISTS,
            Location.of(Artifact.WORKSPACE, there),
            "\"" + there.inWorkspace() + "\" exists already")
        .found(target.inWorkspace().text())
        .advice("choose another path, or move what is there away first");
  }

  /** Targets, or folders of theirs, that some platforms cannot tell from what stays. */
  private List<Diagnostic> alike(Relocation relocation) {
    Map<String, AssetsPath> spellings = new HashMap<>();
    Stream.concat(tree.files().stream(), tree.folders().stream())
        .filter(path -> !relocation.moves(path))
        .forEach(path -> spellings.put(Spelling.folded(path.text()), path));
    List<Diagnostic> faults = new ArrayList<>();
    for (AssetsPath target : relocation.targets()) {
      for (Optional<AssetsPath> part = Optional.of(target);
          part.isPresent();
          part = part.get().parent()) {
        AssetsPath other = spellings.get(Spelling.folded(part.get().text()));
        if (other != null && !other.equals(part.get())) {
          faults.add(
              Diagnostic.error(
                      DiagnosticCode.PATH_COLLISION,
                      Location.of(Artifact.REQUEST, part.get().inWorkspace().text()),
                      "\""
                          + part.get().inWorkspace()
                          + "\" and \""
                          + other.inWorkspace()
                          + "\" are the same name on some platforms")
                  .found(part.get().inWorkspace().text())
                  .related(Location.of(Artifact.WORKSPACE, other), "the other spelling")
                  .advice("choose another path, or the spelling that is there"));
          break;
        }
      }
    }
    return faults;
  }

  /**
   * Declarations that cannot be read, and that move or may refer to what moves: as a source, if it
   * is in their reach, or for its palettes, wherever it is.
   */
  private List<Diagnostic> unreadable(Relocation relocation) {
    List<Diagnostic> faults = new ArrayList<>();
    boolean mayGivePalettes = mayGivePalettes(relocation);
    for (AssetRoot root : workspace.scan().brokenRoots()) {
      for (DeclarationPlace place : DeclarationPlace.allOf(root)) {
        boolean isThere =
            tree.files().contains(place.file()) || tree.ignored().contains(place.file());
        if (isThere
            && (mayGivePalettes
                || relocation.files().keySet().stream()
                    .anyMatch(file -> place.relativize(file).isPresent()))) {
          faults.addAll(unreadable(place.file()));
        }
      }
    }
    return faults;
  }

  /** Whether anything moves that may be a picture: neither a declaration nor a known sound. */
  private boolean mayGivePalettes(Relocation relocation) {
    Set<AssetsPath> sounds =
        workspace.scan().declarations().values().stream()
            .filter(one -> one.declaration().settings().bankType() == BankType.SOUNDS)
            .flatMap(one -> one.sources().stream())
            .collect(Collectors.toSet());
    return relocation.files().keySet().stream()
        .anyMatch(file -> DeclarationPlace.of(file).isEmpty() && !sounds.contains(file));
  }

  /** Why a declaration cannot be read. */
  List<Diagnostic> unreadable(AssetsPath file) {
    List<Diagnostic> own = workspace.errorsIn(file);
    return own.isEmpty() ? workspace.scan().diagnostics() : own;
  }

  private List<Diagnostic> declarations(Relocation relocation) {
    List<Diagnostic> faults = new ArrayList<>();
    for (LocatedDeclaration declaration : workspace.scan().declarations().values()) {
      AssetsPath file = declaration.place().file();
      DeclarationPlace after = DeclarationPlace.of(relocation.after(file)).orElseThrow();
      if (relocation.moves(file)) {
        workspace.errorsIn(file).stream()
            .filter(fault -> !kept.contains(fault))
            .forEach(faults::add);
        faults.addAll(place(after, relocation));
      }
      List<AssetsPath> sources = declaration.sources();
      for (int i = 0; i < sources.size(); i++) {
        AssetsPath before = sources.get(i);
        AssetsPath source = relocation.after(before);
        if (after.relativize(source).isEmpty()) {
          faults.add(outOfReach(declaration, i, before, source));
        } else if (!source.equals(before) && workspace.ignores().covers(source)) {
          faults.add(workspace.ignores().ofSource(source, declaration.placeOfSource(i)));
        }
      }
      for (AssetsPath before : declaration.references()) {
        AssetsPath picture = relocation.after(before);
        if (!picture.equals(before) && workspace.ignores().covers(picture)) {
          faults.add(workspace.ignores().ofSource(picture, declaration.placeOfPalettes()));
        }
      }
    }
    return faults;
  }

  private static Diagnostic outOfReach(
      LocatedDeclaration declaration, int index, AssetsPath before, AssetsPath source) {
    boolean moves = !source.equals(before);
    return Diagnostic.error(
            DiagnosticCode.SOURCE_OUT_OF_REACH,
            declaration.placeOfSource(index),
            "\""
                + declaration.place().file().inWorkspace()
                + "\" could no longer name its source \""
                + source.inWorkspace()
                + "\"")
        .found(source.inWorkspace().text())
        .advice(
            moves
                ? "move its declaration instead, or a folder that contains the file and all"
                    + " declarations that name it"
                : "move the folder that contains both the declaration and its sources");
  }

  /** What is wrong with the new place of a declaration. */
  private List<Diagnostic> place(DeclarationPlace after, Relocation relocation) {
    List<Diagnostic> faults = new ArrayList<>();
    if (workspace.ignores().covers(after.file())) {
      faults.add(workspace.ignores().ofDeclaration(after.file()));
    }
    for (DeclarationPlace same : DeclarationPlace.allOf(after.root())) {
      if (tree.files().contains(same.file()) && !relocation.moves(same.file())) {
        faults.add(exists(after.file(), same.file()));
      }
    }
    for (Optional<AssetsPath> outer = after.root().path().parent();
        outer.isPresent();
        outer = outer.get().parent()) {
      Optional<DeclarationPlace> inside =
          DeclarationPlace.find(new AssetRoot(outer.get()), Form.INSIDE)
              .filter(place -> tree.files().contains(place.file()))
              .filter(place -> !relocation.moves(place.file()));
      if (inside.isPresent()) {
        faults.add(
            Diagnostic.error(
                    DiagnosticCode.ROOT_NESTED,
                    Location.of(Artifact.ASSET, after.file()),
                    "the root \""
                        + after.root()
                        + "\" would be inside the root \""
                        + inside.get().root()
                        + "\"")
                .related(Location.of(Artifact.ASSET, inside.get().file()), "the outer declaration")
                .advice("choose a folder that is not an asset"));
      }
    }
    return faults;
  }
}

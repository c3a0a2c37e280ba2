package dev.papack.authoring;

import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Verb;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.LocatedDeclaration;
import dev.papack.workspace.TargetPattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * The declarations that an author selected, by their own paths, their roots or their sources.
 *
 * @param declarations by path, and how each was selected
 */
record SettingsSelection(SequencedMap<AssetsPath, Selected> declarations) {
  /** Copies the map. */
  SettingsSelection {
    declarations = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(declarations));
  }

  /**
   * A declaration that was selected.
   *
   * @param selection whether itself, its root or a source of it was named
   */
  record Selected(LocatedDeclaration declaration, Selection selection) {}

  /** Finds them; a target that selects none, or one that cannot be read, is an error. */
  static Outcome<SettingsSelection> of(DeclaredWorkspace workspace, List<TargetPattern> targets) {
    TreeMap<AssetsPath, Selected> selected = new TreeMap<>();
    List<Diagnostic> faults = new ArrayList<>();
    List<DeclarationPlace> places =
        workspace.tree().files().stream()
            .flatMap(file -> DeclarationPlace.of(file).stream())
            .toList();
    for (TargetPattern target : targets) {
      boolean isFound = false;
      for (DeclarationPlace place : places) {
        List<AssetsPath> paths = paths(place, workspace);
        if (paths.stream().noneMatch(target::covers)) {
          continue;
        }
        isFound = true;
        LocatedDeclaration declaration = workspace.scan().declarations().get(place.root());
        if (declaration == null) {
          faults.addAll(whyUnread(place, workspace));
          continue;
        }
        Selection selection =
            paths.stream().anyMatch(target::names) ? Selection.BY_NAME : Selection.BY_SCAN;
        selected.merge(
            place.file(),
            new Selected(declaration, selection),
            (old, now) -> old.selection() == Selection.BY_NAME ? old : now);
      }
      if (!isFound) {
        faults.add(nothing(target));
      }
    }
    return faults.isEmpty()
        ? Outcome.of(new SettingsSelection(selected))
        : new Outcome.Refused<>(faults.stream().distinct().sorted().toList());
  }

  private static List<AssetsPath> paths(DeclarationPlace place, DeclaredWorkspace workspace) {
    List<AssetsPath> paths = new ArrayList<>(List.of(place.file(), place.root().path()));
    LocatedDeclaration declaration = workspace.scan().declarations().get(place.root());
    if (declaration != null) {
      declaration.declaration().sources().forEach(source -> paths.add(place.resolve(source)));
    }
    return paths;
  }

  private static List<Diagnostic> whyUnread(DeclarationPlace place, DeclaredWorkspace workspace) {
    List<Diagnostic> errors = workspace.errorsIn(place.file());
    return errors.isEmpty()
        ? workspace.scan().diagnostics().stream().filter(Diagnostic::isError).toList()
        : errors;
  }

  private static Diagnostic nothing(TargetPattern target) {
    return Diagnostic.error(
            DiagnosticCode.NOTHING_SELECTED,
            Location.of(Artifact.REQUEST, target.written()),
            "\"" + target.written() + "\" selects no declaration")
        .found(target.written())
        .advice(
            "name a declaration, an asset root, a source or a folder of them; put patterns in quotes")
        .fix(Fix.manual("list the assets", Fix.run(Verb.LIST)));
  }
}

package dev.papack.authoring;

import dev.papack.asset.TilesSettings.Palettes;
import dev.papack.convert.MemoryBudget;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.disk.ReadableDirectory;
import dev.papack.registry.SettledWorkspace;
import dev.papack.result.AddRequest;
import dev.papack.result.AddRequest.Folders;
import dev.papack.result.Added;
import dev.papack.source.AssetTree;
import dev.papack.workspace.NamedPaths;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a request asks to add, found below {@code assets/}.
 *
 * @param files files that were named
 * @param folders folders that were named
 * @param isEverything whether {@code assets/} itself was named
 * @param palettes the picture whose palettes new assets take
 */
public record AddTargets(
    SortedSet<AssetsPath> files,
    SortedSet<AssetsPath> folders,
    boolean isEverything,
    Optional<AssetsPath> palettes) {
  /** Copies the sets. */
  public AddTargets {
    files = Collections.unmodifiableSortedSet(new TreeSet<>(files));
    folders = Collections.unmodifiableSortedSet(new TreeSet<>(folders));
  }

  public static Outcome<AddTargets> of(
      Disk disk, Path workspace, AssetTree tree, AddRequest request) throws IOException {
    return NamedPaths.of(disk, workspace, tree, request.paths())
        .flatMap(named -> select(named, request))
        .then(targets -> targets.withPalettes(disk, workspace, tree, request));
  }

  /**
   * What is added where all that was asked for belongs to assets already: nothing.
   *
   * @return empty if something may be added, or may be said of what was asked for
   */
  public static Optional<Added> nothingToAdd(
      Disk disk, Path workspace, SettledWorkspace settled, AddRequest request) throws IOException {
    if (request.folders() == Folders.AS_ONE_ASSET
        || request.palettesFrom().isPresent()
        || !settled.filesOfNoAsset().isEmpty()) {
      return Optional.empty();
    }
    return of(disk, workspace, settled.tree(), request)
                instanceof Outcome.Accepted<AddTargets>(AddTargets targets, var _)
            && targets.files().isEmpty()
            && targets.unlistableIn(settled.tree()).isEmpty()
        ? Optional.of(new Added(List.of(), List.of(), List.of()))
        : Optional.empty();
  }

  private Outcome<AddTargets> withPalettes(
      Disk disk, Path workspace, AssetTree tree, AddRequest request) throws IOException {
    if (request.palettesFrom().isEmpty()) {
      return Outcome.of(this);
    }
    Path wanted = request.palettesFrom().get();
    return NamedPaths.of(disk, workspace, tree, List.of(wanted))
        .flatMap(named ->
            named.files().isEmpty()
                ? Outcome.refused(
                    Diagnostic.error(
                            DiagnosticCode.SETTING_NOT_APPLICABLE,
                            Location.of(Artifact.REQUEST, wanted.toString()),
                            "\"" + wanted + "\" is a folder; palettes come from one picture")
                        .advice("name an indexed PNG"))
                : Outcome.of(
                    new AddTargets(
                        files, folders, isEverything, Optional.of(named.files().first()))));
  }

  /** The request with the palettes that it names, read. */
  public Outcome<Wanted> wanted(ReadableDirectory assets, MemoryBudget memory, AddRequest request)
      throws IOException {
    return palettes.isEmpty()
        ? Outcome.of(new Wanted(request, Optional.empty()))
        : SheetFiles.palettes(assets, memory, palettes.get())
            .map(found ->
                new Wanted(request.with(new Palettes.From(palettes.get())), Optional.of(found)));
  }

  private static Outcome<AddTargets> select(NamedPaths named, AddRequest request) {
    Optional<String> unknown = request.name().flatMap(NamePattern::findUnknown);
    if (unknown.isPresent()) {
      return Outcome.refused(
          Diagnostic.error(
                  DiagnosticCode.STRING_FORM,
                  Location.of(Artifact.REQUEST, ""),
                  "\"" + unknown.get() + "\" stands for nothing in a pattern of names")
              .found(unknown.get())
              .supported("{name}, {folder}")
              .advice("use {name} for the name of the file and {folder} for that of its folder"));
    }
    boolean isForOne =
        request.slot().isPresent()
            || request.name().map(NamePattern::new).filter(NamePattern::isOneName).isPresent();
    return isForOne && isMany(named, request)
        ? Outcome.refused(
            Diagnostic.error(
                    DiagnosticCode.SETTING_NOT_APPLICABLE,
                    Location.of(Artifact.REQUEST, ""),
                    "a name or a slot needs exactly one file")
                .advice("choose one file")
                .fix(Fix.request("or one folder that is one asset", Fix.RequestChange.FOLDERS))
                .fix(Fix.request("or a pattern of names", Fix.RequestChange.NAME)))
        : Outcome.of(
            new AddTargets(named.files(), named.folders(), named.isEverything(), Optional.empty()));
  }

  /** The files to add, those named themselves first. */
  SequencedMap<AssetsPath, Selection> filesIn(AssetTree tree, Folders meaning) {
    SequencedMap<AssetsPath, Selection> found = new LinkedHashMap<>();
    files.forEach(file -> found.put(file, Selection.BY_NAME));
    for (AssetsPath file : tree.files()) {
      boolean isFound =
          switch (meaning) {
            case OF_ASSETS -> folders.stream().anyMatch(file::startsWith);
            case AS_ONE_ASSET -> false;
          };
      if ((isFound || isEverything) && !file.isOfWorkspace()) {
        found.putIfAbsent(file, Selection.BY_SCAN);
      }
    }
    return found;
  }

  /** Errors about entries of the requested folders that cannot be read: links, odd names. */
  List<Diagnostic> unlistableIn(AssetTree tree) {
    return tree.unlisted().stream()
        .filter(unlisted -> isEverything || folders.stream().anyMatch(unlisted::isWithin))
        .map(AssetTree.Unlisted::fault)
        .toList();
  }

  private static boolean isMany(NamedPaths named, AddRequest request) {
    return named.isEverything()
        || named.files().size() + named.folders().size() > 1
        || switch (request.folders()) {
          case OF_ASSETS -> !named.folders().isEmpty();
          case AS_ONE_ASSET -> false;
        };
  }
}

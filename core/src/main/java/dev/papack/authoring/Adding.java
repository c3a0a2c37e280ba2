package dev.papack.authoring;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.asset.BankSettings;
import dev.papack.asset.DeclarationPlace;
import dev.papack.asset.DeclarationPlace.Form;
import dev.papack.bank.Choice;
import dev.papack.container.BankType;
import dev.papack.convert.Capacity;
import dev.papack.convert.InOrder;
import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.RelativePath;
import dev.papack.diagnostic.Severity;
import dev.papack.diagnostic.Verb;
import dev.papack.disk.ReadableDirectory;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.RetiredAsset;
import dev.papack.registry.UnreadClaims;
import dev.papack.result.AddRequest;
import dev.papack.result.Added;
import dev.papack.source.AssetTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Declares the files that the author named, as far as a build would accept them. */
public final class Adding {
  private final DeclaredWorkspace workspace;
  private final ReadableDirectory assets;
  private final AddRequest request;
  private final Evidence evidence;
  private final RemovedSources removedSources;
  private final Capacity capacity;
  private final Additions additions;
  private final RootChoice roots;
  private final Declaring declaring;

  public Adding(
      DeclaredWorkspace workspace,
      ReadableDirectory assets,
      AddRequest request,
      Evidence evidence,
      RandomGenerator random,
      Capacity capacity) {
    this.workspace = workspace;
    this.assets = assets;
    this.request = request;
    this.evidence = evidence;
    this.capacity = capacity;
    this.additions = new Additions(workspace, random);
    this.removedSources = new RemovedSources(workspace, evidence);
    this.roots = new RootChoice(workspace.tree(), workspace.scan());
    this.declaring = new Declaring(workspace, request, additions, roots);
  }

  public Proposal<Added> add(AddTargets targets) throws IOException {
    SequencedMap<AssetsPath, Selection> files = filesOf(targets);
    Fixing fixing =
        new Fixing(
            workspace,
            additions,
            evidence,
            Trial.byBuilding(assets, workspace, capacity.memory()),
            UnreadClaims.of(assets, workspace),
            rootsNamed(targets.files()));
    unlistable(targets).forEach(additions::refuse);
    List<AssetsPath> undeclared = new ArrayList<>();
    for (Map.Entry<AssetsPath, Selection> file : files.entrySet()) {
      if (isUndeclared(file.getKey(), file.getValue(), fixing)) {
        undeclared.add(file.getKey());
      }
    }
    declareAll(undeclared, files);
    switch (request.folders()) {
      case OF_ASSETS -> {}
      case AS_ONE_ASSET -> {
        for (AssetsPath folder : targets.folders()) {
          addAsOne(folder, fixing);
        }
      }
    }
    return new Proposal<>(additions.result(), additions.changes());
  }

  /** The files of a request, those named themselves first. */
  private SequencedMap<AssetsPath, Selection> filesOf(AddTargets targets) {
    SequencedMap<AssetsPath, Selection> files = new LinkedHashMap<>();
    targets.files().forEach(file -> files.put(file, Selection.BY_NAME));
    for (AssetsPath file : workspace.tree().files()) {
      boolean isFound =
          switch (request.folders()) {
            case OF_ASSETS -> targets.folders().stream().anyMatch(file::startsWith);
            case AS_ONE_ASSET -> false;
          };
      if ((isFound || targets.isEverything())
          && !file.equals(AssetsPath.INDEX)
          && !file.equals(AssetsPath.IGNORE)) {
        files.putIfAbsent(file, Selection.BY_SCAN);
      }
    }
    return files;
  }

  /** Errors about entries of the requested folders that cannot be read: links, odd names. */
  private List<Diagnostic> unlistable(AddTargets targets) {
    return workspace.tree().unlisted().stream()
        .filter(unlisted ->
            targets.isEverything() || targets.folders().stream().anyMatch(unlisted::isWithin))
        .map(AssetTree.Unlisted::fault)
        .toList();
  }

  private Set<AssetRoot> rootsNamed(Set<AssetsPath> files) {
    Set<AssetRoot> named = new HashSet<>();
    for (AssetsPath file : files) {
      DeclarationPlace.of(file).ifPresent(place -> named.add(place.root()));
      roots.ownersOf(file).forEach(place -> named.add(place.root()));
    }
    return named;
  }

  /** Handles declarations, their sources, and files inside the roots of others. */
  private boolean isUndeclared(AssetsPath file, Selection selection, Fixing fixing)
      throws IOException {
    Optional<DeclarationPlace> declaration = DeclarationPlace.of(file);
    if (declaration.isPresent()) {
      fixing.fix(declaration.get(), selection);
      return false;
    }
    List<DeclarationPlace> owners = roots.ownersOf(file);
    if (!owners.isEmpty()) {
      if (selection == Selection.BY_NAME) {
        for (DeclarationPlace owner : owners) {
          fixing.fix(owner, selection);
        }
      }
      return false;
    }
    Optional<AssetRoot> outer = roots.around(file);
    if (outer.isPresent()) {
      if (selection == Selection.BY_NAME) {
        additions.refuse(
            Diagnostic.error(
                    DiagnosticCode.ROOT_NESTED,
                    location(file),
                    "\"" + file + "\" is inside the asset root \"" + outer.get() + "\"")
                .advice("move it out, or make it a source of that asset"));
      }
      return false;
    }
    Optional<AssetRoot> broken = roots.naturalRoot(file).filter(workspace::isUnreadable);
    // It has a declaration, which is broken: a second one would make a second asset of it.
    broken.ifPresent(root -> DeclarationPlace.allOf(root).forEach(fixing::refuse));
    return broken.isEmpty();
  }

  private void declareAll(List<AssetsPath> files, Map<AssetsPath, Selection> selections)
      throws IOException {
    List<InOrder.Work<MediaFile>> work = new ArrayList<>();
    for (AssetsPath file : files) {
      work.add(() -> MediaFile.choose(assets, capacity.memory(), file, request));
    }
    SequencedMap<AssetsPath, MediaFile> media = new LinkedHashMap<>();
    try (InOrder<MediaFile> results = new InOrder<>(capacity.threads(), work.iterator())) {
      for (AssetsPath file : files) {
        media.put(file, results.next());
      }
    }
    Orphans orphans = orphans(media);
    for (Map.Entry<AssetsPath, MediaFile> each : media.entrySet()) {
      AssetsPath file = each.getKey();
      Selection selection = selections.getOrDefault(file, Selection.BY_SCAN);
      if (selection == Selection.BY_NAME || !isOfAnotherAsset(file, each.getValue(), orphans)) {
        declare(file, roots.beside(file), each.getValue(), selection);
      }
    }
  }

  private Orphans orphans(Map<AssetsPath, MediaFile> media) throws IOException {
    SortedMap<AssetsPath, BankType> fit = new TreeMap<>();
    media.forEach((file, each) -> {
      if (each instanceof MediaFile.Fit(Choice<? extends BankSettings> choice, var _)) {
        fit.put(file, choice.settings().bankType());
      }
    });
    return Orphans.of(evidence, workspace.missingSources(), fit);
  }

  /** Whether a file that nobody named is a declared source under another name, or a removed one. */
  private boolean isOfAnotherAsset(AssetsPath file, MediaFile media, Orphans orphans)
      throws IOException {
    Optional<Diagnostic> orphan = orphans.find(file);
    orphan.ifPresent(additions::refuse);
    if (orphan.isPresent() || !(media instanceof MediaFile.Fit)) {
      return orphan.isPresent();
    }
    Optional<AssetId> removed = removedSources.find(file, roots.naturalRoot(file));
    removed.ifPresent(id -> additions.report(ofRemoved(file, id)));
    return removed.isPresent();
  }

  private Diagnostic ofRemoved(AssetsPath file, AssetId id) {
    RetiredAsset meaning =
        Objects.requireNonNull(workspace.registry().registry().retired().get(id));
    return Diagnostic.note(
            DiagnosticCode.SOURCE_OF_REMOVED,
            location(file),
            "\"" + file + "\" belonged to " + meaning.inWords() + ", which was removed")
        .found(id.toString())
        .fix(
            Fix.manual(
                "to declare it as a new asset, add it by its name",
                Fix.run(Verb.ADD, new Argument.OfPath(file.inWorkspace()))))
        .advice("otherwise delete it, or leave it: it is not packed");
  }

  private void declare(
      AssetsPath file, Optional<DeclarationPlace> place, MediaFile media, Selection selection) {
    switch (media) {
      case MediaFile.Unfit(List<Diagnostic> reasons) -> {
        for (Diagnostic reason : reasons) {
          if (reason.isError()) {
            additions.refuse(reason);
          } else {
            additions.report(reason);
          }
        }
      }
      case MediaFile.Foreign(Diagnostic note) -> {
        switch (selection) {
          case BY_NAME -> additions.refuse(note.as(Severity.ERROR));
          case BY_SCAN -> additions.report(note);
        }
      }
      case MediaFile.Fit(Choice<? extends BankSettings> choice, List<Diagnostic> warnings) -> {
        warnings.forEach(additions::report);
        if (place.isPresent()) {
          declaring.declare(file, place.get(), choice);
        } else {
          additions.refuse(
              Diagnostic.error(
                      DiagnosticCode.PATH_FORM,
                      location(file),
                      "\"" + file + "\" is too deep: the path of its declaration would be too long")
                  .limit(String.valueOf(RelativePath.MAX_BYTES))
                  .advice("move it to a folder closer to assets/"));
        }
      }
    }
  }

  private void addAsOne(AssetsPath folder, Fixing fixing) throws IOException {
    AssetRoot root = new AssetRoot(folder);
    List<DeclarationPlace> declared =
        DeclarationPlace.allOf(root).stream().filter(roots::isTaken).toList();
    if (!declared.isEmpty()) {
      for (DeclarationPlace place : declared) {
        fixing.fix(place, Selection.BY_NAME);
      }
      return;
    }
    List<AssetsPath> inside =
        workspace.tree().files().stream().filter(file -> file.startsWith(folder)).toList();
    if (roots.around(folder).isPresent()
        || inside.stream().anyMatch(file -> DeclarationPlace.of(file).isPresent())) {
      additions.refuse(
          Diagnostic.error(
                  DiagnosticCode.ROOT_NESTED,
                  location(folder),
                  "\"" + folder + "\" cannot be one asset: an asset cannot be inside another one")
              .advice("add the files in it one by one, or remove the other declarations first"));
      return;
    }
    List<AssetsPath> media = new ArrayList<>();
    for (AssetsPath file : inside) {
      if (roots.ownersOf(file).isEmpty() && MediaFile.isOne(assets, file)) {
        media.add(file);
      }
    }
    if (media.size() == 1) {
      declare(
          media.getFirst(),
          DeclarationPlace.find(root, Form.INSIDE),
          MediaFile.choose(assets, capacity.memory(), media.getFirst(), request),
          Selection.BY_NAME);
      return;
    }
    additions.refuse(
        Diagnostic.error(
                DiagnosticCode.NOTHING_TO_ADD,
                location(folder),
                "\""
                    + folder
                    + "\" contains "
                    + media.size()
                    + " pictures and sounds; a folder that is one asset must contain exactly one")
            .found(String.valueOf(media.size()))
            .supported("1")
            .fix(Fix.request("declare each of them as an asset", Fix.RequestChange.FOLDERS)));
  }

  private static Location location(AssetsPath file) {
    return Location.of(Artifact.SOURCE, file);
  }
}

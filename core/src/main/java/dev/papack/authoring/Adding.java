package dev.papack.authoring;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.asset.BankSettings;
import dev.papack.asset.DeclarationPlace;
import dev.papack.asset.DeclarationPlace.Form;
import dev.papack.asset.TilesSettings;
import dev.papack.bank.Choice;
import dev.papack.container.BankType;
import dev.papack.convert.Capacity;
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
import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.LocatedDeclaration;
import dev.papack.registry.RetiredAsset;
import dev.papack.registry.UnreadClaims;
import dev.papack.result.AddRequest;
import dev.papack.result.Added;
import java.io.IOException;
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
  private final Wanted wanted;
  private final Evidence evidence;
  private final RemovedSources removedSources;
  private final Capacity capacity;
  private final Observer observer;
  private final Additions additions;
  private final RootChoice roots;
  private final Declaring declaring;

  public Adding(
      DeclaredWorkspace workspace,
      ReadableDirectory assets,
      Wanted wanted,
      Evidence evidence,
      RandomGenerator random,
      Capacity capacity,
      Observer observer) {
    this.workspace = workspace;
    this.assets = assets;
    this.wanted = wanted;
    this.request = wanted.request();
    this.evidence = evidence;
    this.capacity = capacity;
    this.observer = observer;
    this.additions = new Additions(workspace, random);
    this.removedSources = new RemovedSources(workspace, evidence);
    this.roots = new RootChoice(workspace.tree(), workspace.scan());
    this.declaring = new Declaring(workspace, request, additions, roots);
  }

  /** Tries everything first, then decides file by file in a fixed order. */
  public Proposal<Added> add(AddTargets targets) throws IOException, CancelledException {
    SequencedMap<AssetsPath, Selection> files =
        targets.filesIn(workspace.tree(), request.folders());
    DeclaredFiles declared = new DeclaredFiles(workspace, roots, additions);
    List<AssetsPath> undeclared =
        files.keySet().stream()
            .filter(file -> !declared.isDeclared(file) && !isPalette(file))
            .toList();
    SequencedMap<AssetsPath, LocatedDeclaration> unsettled = declared.unsettled(files);
    Trial trial = Trial.byBuilding(assets, workspace, capacity.memory());
    Trying trying = new Trying(capacity, observer, unsettled.size() + undeclared.size());
    Map<AssetsPath, List<Diagnostic>> faults =
        trying.all(
            List.copyOf(unsettled.keySet()),
            file -> trial.faultsOf(Objects.requireNonNull(unsettled.get(file)), List.of()));
    SequencedMap<AssetsPath, MediaFile> media =
        trying.all(undeclared, file -> choose(file, selectionOf(file, files)));
    Fixing fixing =
        new Fixing(
            workspace,
            additions,
            evidence,
            trial.knowing(faults),
            UnreadClaims.of(assets, workspace),
            rootsNamed(targets.files()));
    targets.unlistableIn(workspace.tree()).forEach(additions::refuse);
    for (Map.Entry<AssetsPath, Selection> file : files.entrySet()) {
      declared.fix(file.getKey(), file.getValue(), fixing);
    }
    declareAll(media, files);
    switch (request.folders()) {
      case OF_ASSETS -> {}
      case AS_ONE_ASSET -> {
        OneAssetFolders one = new OneAssetFolders(workspace, assets, additions, roots);
        for (AssetsPath folder : targets.folders()) {
          addAsOne(folder, one, fixing);
        }
      }
    }
    return new Proposal<>(additions.result(), additions.changes());
  }

  private MediaFile choose(AssetsPath file, Selection selection) throws IOException {
    return MediaFile.choose(assets, capacity.memory(), file, wanted, selection);
  }

  /** Whether the new assets take their palettes from a picture: that becomes none itself. */
  private boolean isPalette(AssetsPath file) {
    return request
        .tiles()
        .palettes()
        .filter(new TilesSettings.Palettes.From(file)::equals)
        .isPresent();
  }

  private static Selection selectionOf(AssetsPath file, Map<AssetsPath, Selection> selections) {
    return selections.getOrDefault(file, Selection.BY_SCAN);
  }

  private Set<AssetRoot> rootsNamed(Set<AssetsPath> files) {
    Set<AssetRoot> named = new HashSet<>();
    for (AssetsPath file : files) {
      DeclarationPlace.of(file).ifPresent(place -> named.add(place.root()));
      roots.ownersOf(file).forEach(place -> named.add(place.root()));
    }
    return named;
  }

  private void declareAll(
      SequencedMap<AssetsPath, MediaFile> media, Map<AssetsPath, Selection> selections)
      throws IOException {
    Orphans orphans = orphans(media);
    SequencedMap<AssetsPath, MediaFile> own = new LinkedHashMap<>();
    for (Map.Entry<AssetsPath, MediaFile> each : media.entrySet()) {
      AssetsPath file = each.getKey();
      Selection selection = selectionOf(file, selections);
      if (selection == Selection.BY_NAME || !isOfAnotherAsset(file, each.getValue(), orphans)) {
        own.put(file, each.getValue());
      }
    }
    leaveOutRepeated(own, selections);
    own.forEach((file, one) -> bankOf(one).ifPresent(bank -> declaring.expect(file, bank)));
    own.forEach((file, one) ->
        declare(List.of(file), roots.beside(file), one, selectionOf(file, selections)));
  }

  /** Animations of a sheet beside them, and sounds that are there in a better format. */
  private void leaveOutRepeated(
      SequencedMap<AssetsPath, MediaFile> own, Map<AssetsPath, Selection> selections)
      throws IOException {
    Previews previews = new Previews(assets, capacity.memory(), workspace.tree().files());
    RepeatedSounds sounds = new RepeatedSounds(assets, capacity.memory(), workspace.tree().files());
    for (AssetsPath file : List.copyOf(own.sequencedKeySet())) {
      Optional<BankType> bank = Optional.ofNullable(own.get(file)).flatMap(Adding::bankOf);
      if (bank.isPresent()) {
        Optional<Diagnostic> repeated =
            switch (bank.get()) {
              case TILES -> previews.find(file);
              case SOUNDS -> sounds.find(file);
            };
        repeated.ifPresent(additions::report);
        if (repeated.isPresent() && selectionOf(file, selections) == Selection.BY_SCAN) {
          own.remove(file);
        }
      }
    }
  }

  private static Optional<BankType> bankOf(MediaFile media) {
    return media instanceof MediaFile.Fit(Choice<? extends BankSettings> choice, var _)
        ? Optional.of(choice.settings().bankType())
        : Optional.empty();
  }

  private Orphans orphans(Map<AssetsPath, MediaFile> media) throws IOException {
    SortedMap<AssetsPath, BankType> fit = new TreeMap<>();
    media.forEach((file, each) -> bankOf(each).ifPresent(bank -> fit.put(file, bank)));
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
      List<AssetsPath> files,
      Optional<DeclarationPlace> place,
      MediaFile media,
      Selection selection) {
    AssetsPath file = files.getFirst();
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
          declaring.declare(files, place.get(), choice);
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

  private void addAsOne(AssetsPath folder, OneAssetFolders one, Fixing fixing) throws IOException {
    AssetRoot root = new AssetRoot(folder);
    List<DeclarationPlace> declared =
        DeclarationPlace.allOf(root).stream().filter(roots::isTaken).toList();
    for (DeclarationPlace place : declared) {
      fixing.fix(place, Selection.BY_NAME);
    }
    Optional<OneAssetFolders.Sources> sources =
        declared.isEmpty() ? one.findSources(folder) : Optional.empty();
    if (sources.isPresent()) {
      List<AssetsPath> files = sources.get().files();
      MediaFile media =
          files.size() == 1
              ? choose(files.getFirst(), Selection.BY_NAME)
              : SheetFiles.choose(assets, capacity.memory(), files, wanted);
      declare(files, DeclarationPlace.find(root, Form.INSIDE), media, Selection.BY_NAME);
    }
  }

  private static Location location(AssetsPath file) {
    return Location.of(Artifact.SOURCE, file);
  }
}

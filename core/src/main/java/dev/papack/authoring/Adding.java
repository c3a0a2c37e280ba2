package dev.papack.authoring;

import dev.papack.asset.AssetRoot;
import dev.papack.asset.BankSettings;
import dev.papack.asset.DeclarationPlace;
import dev.papack.asset.DeclarationPlace.Form;
import dev.papack.bank.Choice;
import dev.papack.convert.InOrder;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.RelativePath;
import dev.papack.diagnostic.Severity;
import dev.papack.disk.ReadableDirectory;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.UnreadClaims;
import dev.papack.result.AddRequest;
import dev.papack.result.Added;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Declares what the author named, as far as a build would accept it. */
public final class Adding {
  private final DeclaredWorkspace workspace;
  private final ReadableDirectory assets;
  private final AddRequest request;
  private final int threads;
  private final Additions additions;
  private final RootChoice roots;
  private final Declaring declaring;

  public Adding(
      DeclaredWorkspace workspace,
      ReadableDirectory assets,
      AddRequest request,
      RandomGenerator random,
      int threads) {
    this.workspace = workspace;
    this.assets = assets;
    this.request = request;
    this.threads = threads;
    this.additions = new Additions(workspace, random);
    this.roots = new RootChoice(workspace.tree(), workspace.scan());
    this.declaring = new Declaring(workspace, request, additions, roots);
  }

  public Proposal<Added> add(AddTargets targets) throws IOException {
    SequencedMap<RelativePath, Explicit> files = filesOf(targets);
    Mending mending =
        new Mending(
            workspace, additions, UnreadClaims.of(assets, workspace), rootsNamed(targets.files()));
    additions.refuse(unlistable(targets));
    List<RelativePath> undeclared = new ArrayList<>();
    files.forEach((file, explicit) -> {
      if (isUndeclared(file, explicit, mending)) {
        undeclared.add(file);
      }
    });
    declareAll(undeclared, files);
    switch (request.folders()) {
      case OF_ASSETS -> {}
      case AS_ONE_ASSET -> {
        for (RelativePath folder : targets.folders()) {
          addAsOne(folder, mending);
        }
      }
    }
    return new Proposal<>(additions.result(), additions.changes());
  }

  /** The files of a request, those named themselves first. */
  private SequencedMap<RelativePath, Explicit> filesOf(AddTargets targets) {
    SequencedMap<RelativePath, Explicit> files = new LinkedHashMap<>();
    targets.files().forEach(file -> files.put(file, Explicit.NAMED));
    for (RelativePath file : workspace.tree().files()) {
      boolean isFound =
          switch (request.folders()) {
            case OF_ASSETS -> targets.folders().stream().anyMatch(file::startsWith);
            case AS_ONE_ASSET -> false;
          };
      if ((isFound || targets.isEverything()) && !file.equals(DeclaredWorkspace.INDEX)) {
        files.putIfAbsent(file, Explicit.FOUND);
      }
    }
    return files;
  }

  /** What lies in the folders of a request and is no file that could be looked at. */
  private List<Diagnostic> unlistable(AddTargets targets) {
    return workspace.tree().diagnostics().stream()
        .filter(fault ->
            targets.isEverything()
                || targets.folders().stream()
                    .anyMatch(
                        folder -> fault.location().path().startsWith("assets/" + folder + "/")))
        .toList();
  }

  private Set<AssetRoot> rootsNamed(Set<RelativePath> files) {
    Set<AssetRoot> named = new HashSet<>();
    for (RelativePath file : files) {
      DeclarationPlace.of(file).ifPresent(place -> named.add(place.root()));
      roots.ownersOf(file).forEach(place -> named.add(place.root()));
    }
    return named;
  }

  /** Deals with declarations, their sources, and what lies in the roots of others. */
  private boolean isUndeclared(RelativePath file, Explicit explicit, Mending mending) {
    Optional<DeclarationPlace> declaration = DeclarationPlace.of(file);
    if (declaration.isPresent()) {
      mending.mend(declaration.get(), explicit);
      return false;
    }
    List<DeclarationPlace> owners = roots.ownersOf(file);
    if (!owners.isEmpty()) {
      if (explicit == Explicit.NAMED) {
        owners.forEach(owner -> mending.mend(owner, explicit));
      }
      return false;
    }
    Optional<AssetRoot> outer = roots.around(file);
    if (outer.isPresent()) {
      if (explicit == Explicit.NAMED) {
        additions.refuse(
            Diagnostic.error(
                    DiagnosticCode.ROOT_NESTED,
                    location(file),
                    "\"" + file + "\" lies inside the asset root \"" + outer.get() + "\"")
                .help("move it out, or make it the source of that asset"));
      }
      return false;
    }
    Optional<AssetRoot> broken = roots.naturalRoot(file).filter(workspace::isUnreadable);
    // Its declaration is there and has a fault: a second one would make a second asset of it.
    broken.ifPresent(root -> DeclarationPlace.allOf(root).forEach(mending::report));
    return broken.isEmpty();
  }

  private void declareAll(List<RelativePath> files, Map<RelativePath, Explicit> explicit)
      throws IOException {
    List<InOrder.Work<MediaFile>> work = new ArrayList<>();
    for (RelativePath file : files) {
      work.add(() -> MediaFile.choose(assets, file, request));
    }
    try (InOrder<MediaFile> results = InOrder.ofSources(threads, work)) {
      for (RelativePath file : files) {
        declare(
            file, roots.beside(file), results.next(), explicit.getOrDefault(file, Explicit.FOUND));
      }
    }
  }

  private void declare(
      RelativePath file, Optional<DeclarationPlace> place, MediaFile media, Explicit explicit) {
    switch (media) {
      case MediaFile.Unfit(List<Diagnostic> reasons) -> additions.refuse(reasons);
      case MediaFile.Foreign(Diagnostic note) ->
          additions.refuse(
              switch (explicit) {
                case NAMED -> note.as(Severity.ERROR);
                case FOUND -> note;
              });
      case MediaFile.Fit(Choice<? extends BankSettings> choice, List<Diagnostic> warnings) -> {
        additions.refuse(warnings);
        if (place.isPresent()) {
          declaring.declare(file, place.get(), choice);
        } else {
          additions.refuse(
              Diagnostic.error(
                      DiagnosticCode.PATH_FORM,
                      location(file),
                      "\""
                          + file
                          + "\" lies too deep: the path of its declaration would be too long")
                  .limit(String.valueOf(RelativePath.MAX_BYTES))
                  .help("move it to a folder further out"));
        }
      }
    }
  }

  private void addAsOne(RelativePath folder, Mending mending) throws IOException {
    AssetRoot root = new AssetRoot(folder);
    List<DeclarationPlace> declared =
        DeclarationPlace.allOf(root).stream().filter(roots::isTaken).toList();
    if (!declared.isEmpty()) {
      declared.forEach(place -> mending.mend(place, Explicit.NAMED));
      return;
    }
    List<RelativePath> inside =
        workspace.tree().files().stream().filter(file -> file.startsWith(folder)).toList();
    if (roots.around(folder).isPresent()
        || inside.stream().anyMatch(file -> DeclarationPlace.of(file).isPresent())) {
      additions.refuse(
          Diagnostic.error(
                  DiagnosticCode.ROOT_NESTED,
                  location(folder),
                  "\"" + folder + "\" cannot be one asset: asset roots do not nest")
              .help("add the files in it one by one, or remove the other declarations first"));
      return;
    }
    List<RelativePath> media = new ArrayList<>();
    for (RelativePath file : inside) {
      if (roots.ownersOf(file).isEmpty() && MediaFile.isOne(assets, file)) {
        media.add(file);
      }
    }
    if (media.size() == 1) {
      declare(
          media.getFirst(),
          DeclarationPlace.find(root, Form.INSIDE),
          MediaFile.choose(assets, media.getFirst(), request),
          Explicit.NAMED);
      return;
    }
    additions.refuse(
        Diagnostic.error(
                DiagnosticCode.NOTHING_TO_ADD,
                location(folder),
                "\""
                    + folder
                    + "\" holds "
                    + media.size()
                    + " pictures and sounds; one asset has one source")
            .found(String.valueOf(media.size()))
            .supported("1")
            .help("leave out --as-one-asset to declare each of them"));
  }

  private static Location location(RelativePath file) {
    return Location.of(Artifact.SOURCE, "assets/" + file);
  }
}

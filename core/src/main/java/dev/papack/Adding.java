package dev.papack;

import dev.papack.Added.Action;
import dev.papack.Added.AddedAsset;
import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.asset.BankSettings;
import dev.papack.asset.Declaration;
import dev.papack.asset.DeclarationPlace;
import dev.papack.asset.DeclarationPlace.Form;
import dev.papack.bank.Choice;
import dev.papack.container.AssetName;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.disk.Disk;
import dev.papack.disk.ReadableDirectory;
import dev.papack.json.StableForm;
import dev.papack.publish.DocumentChange;
import dev.papack.publish.Publication;
import dev.papack.registry.DeclarationDocument;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.IdMint;
import dev.papack.registry.IndexDocument;
import dev.papack.registry.LocatedDeclaration;
import dev.papack.registry.Registry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Declares what the author named, as far as a build would accept it. Works out every change first;
 * the caller publishes them, all or none.
 */
final class Adding {
  private final DeclaredWorkspace workspace;
  private final ReadableDirectory assets;
  private final AddRequest request;
  private final IdMint mint;
  private final AssetNaming naming;
  private final Map<AssetRoot, LocatedDeclaration> declared;
  private final Set<RelativePath> takenFiles;
  private final Set<RelativePath> usedSources;
  private final Map<Integer, AssetRoot> takenSlots = new HashMap<>();
  private final List<AddedAsset> added = new ArrayList<>();
  private final List<Diagnostic> refused = new ArrayList<>();
  private final List<DocumentChange> changes = new ArrayList<>();
  private Registry registry;

  Adding(DeclaredWorkspace workspace, ReadableDirectory assets, AddRequest request, IdMint mint) {
    this.workspace = workspace;
    this.assets = assets;
    this.request = request;
    this.mint = mint;
    this.registry = workspace.registry().registry();
    this.declared = new HashMap<>(workspace.scan().declarations());
    this.takenFiles = new HashSet<>(workspace.tree().files());
    Set<String> names = new HashSet<>();
    this.usedSources = new TreeSet<>();
    for (LocatedDeclaration declaration : declared.values()) {
      names.add(declaration.declaration().name().text());
      declaration.declaration().sources().stream()
          .map(declaration.place()::resolve)
          .forEach(usedSources::add);
      claimSlot(declaration);
    }
    this.naming = new AssetNaming(names);
  }

  /**
   * Carries out a request.
   *
   * @param workspacePath for the paths of the request, which are the user's own
   */
  static Outcome<Added> add(
      Disk disk,
      Path workspacePath,
      ReadableDirectory assets,
      DeclaredWorkspace workspace,
      AddRequest request,
      RandomGenerator random,
      Publication publication)
      throws IOException {
    Outcome<AddTargets> targets = AddTargets.of(disk, workspacePath, workspace.tree(), request);
    if (targets instanceof Outcome.Refused<AddTargets>(List<Diagnostic> faults)) {
      return new Outcome.Refused<>(faults);
    }
    Set<AssetId> held =
        workspace.scan().declarations().values().stream()
            .flatMap(declaration -> declaration.declaration().id().stream())
            .collect(Collectors.toSet());
    Adding adding =
        new Adding(
            workspace, assets, request, new IdMint(random, workspace.registry().registry(), held));
    Added added = adding.run(((Outcome.Accepted<AddTargets>) targets).value());
    List<DocumentChange> changes = adding.changes();
    Optional<Diagnostic> contradiction =
        changes.isEmpty() ? Optional.empty() : publication.publishDocuments(changes);
    return contradiction.map(Outcome::<Added>refused).orElseGet(() -> Outcome.of(added));
  }

  private void claimSlot(LocatedDeclaration declaration) {
    declaration
        .declaration()
        .preloadSlot()
        .ifPresent(slot ->
            takenSlots.put(
                slotKey(declaration.declaration().settings(), slot), declaration.place().root()));
  }

  private static int slotKey(BankSettings settings, int slot) {
    return switch (settings.bankType()) {
      case TILES -> slot;
      case SOUNDS -> -1 - slot;
    };
  }

  private Added run(AddTargets targets) throws IOException {
    for (RelativePath file : targets.files()) {
      addFile(file, Explicit.NAMED);
    }
    for (RelativePath folder : targets.folders()) {
      switch (request.folders()) {
        case OF_ASSETS -> addFolder(folder);
        case AS_ONE_ASSET -> addAsOne(folder);
      }
    }
    if (targets.isEverything()) {
      addEverything();
    }
    return new Added(
        added.stream().sorted(Comparator.comparing(asset -> asset.place().root())).toList(),
        refused.stream().distinct().sorted().toList());
  }

  /** The changes that make it so; none if nothing was added. */
  private List<DocumentChange> changes() {
    if (registry.equals(workspace.registry().registry())) {
      return List.copyOf(changes);
    }
    List<DocumentChange> all = new ArrayList<>(changes);
    all.add(
        new DocumentChange(
            DeclaredWorkspace.INDEX,
            Optional.of(workspace.indexDigest()),
            Optional.of(StableForm.write(IndexDocument.tree(registry)))));
    return all;
  }

  /** Whether the author named the file itself, or a folder above it. */
  private enum Explicit {
    NAMED,
    FOUND
  }

  private void addFolder(RelativePath folder) throws IOException {
    for (RelativePath file : workspace.tree().files()) {
      if (file.startsWith(folder)) {
        addFile(file, Explicit.FOUND);
      }
    }
  }

  private void addEverything() throws IOException {
    for (RelativePath file : workspace.tree().files()) {
      if (!file.equals(DeclaredWorkspace.INDEX)) {
        addFile(file, Explicit.FOUND);
      }
    }
  }

  private void addFile(RelativePath file, Explicit explicit) throws IOException {
    Optional<DeclarationPlace> declaration = DeclarationPlace.of(file);
    if (declaration.isPresent()) {
      mend(declaration.get(), explicit);
      return;
    }
    if (usedSources.contains(file)) {
      mendOwner(file, explicit);
      return;
    }
    Optional<AssetRoot> outer = rootAround(file);
    if (outer.isPresent()) {
      if (explicit == Explicit.NAMED) {
        refused.add(
            Diagnostic.error(
                    DiagnosticCode.ROOT_NESTED,
                    location(file),
                    "\"" + file + "\" lies inside the asset root \"" + outer.get() + "\"")
                .help("move it out, or make it the source of that asset"));
      }
      return;
    }
    declare(file, besidePlace(file), explicit);
  }

  private void mendOwner(RelativePath source, Explicit explicit) throws IOException {
    for (LocatedDeclaration owner : List.copyOf(declared.values())) {
      if (explicit == Explicit.NAMED
          && owner.declaration().sources().stream()
              .map(owner.place()::resolve)
              .anyMatch(source::equals)) {
        mend(owner.place(), explicit);
      }
    }
  }

  private void addAsOne(RelativePath folder) throws IOException {
    AssetRoot root = new AssetRoot(folder);
    DeclarationPlace place = new DeclarationPlace(root, Form.INSIDE);
    if (takenFiles.contains(place.file())) {
      mend(place, Explicit.NAMED);
      return;
    }
    List<RelativePath> inside =
        workspace.tree().files().stream().filter(file -> file.startsWith(folder)).toList();
    boolean holdsDeclaration =
        inside.stream().anyMatch(file -> DeclarationPlace.of(file).isPresent());
    if (holdsDeclaration || declared.containsKey(root) || rootAround(folder).isPresent()) {
      refused.add(
          Diagnostic.error(
                  DiagnosticCode.ROOT_NESTED,
                  location(folder),
                  "\"" + folder + "\" cannot be one asset: asset roots do not nest")
              .help("add the files in it one by one, or remove the other declarations first"));
      return;
    }
    List<RelativePath> media = new ArrayList<>();
    for (RelativePath file : inside) {
      if (MediaFile.isOne(assets, file)) {
        media.add(file);
      }
    }
    if (media.size() != 1) {
      refused.add(
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
      return;
    }
    declare(media.getFirst(), place, Explicit.NAMED);
  }

  private Optional<AssetRoot> rootAround(RelativePath path) {
    for (Optional<RelativePath> folder = path.parent();
        folder.isPresent();
        folder = folder.get().parent()) {
      if (takenFiles.contains(
          new DeclarationPlace(new AssetRoot(folder.get()), Form.INSIDE).file())) {
        return Optional.of(new AssetRoot(folder.get()));
      }
    }
    return Optional.empty();
  }

  /** The root of a file is its path without extension, numbered where that is taken. */
  private DeclarationPlace besidePlace(RelativePath file) {
    String name = file.name().text();
    int dot = name.lastIndexOf('.');
    String stem = (dot > 0 ? name.substring(0, dot) : name).stripTrailing();
    if (FileName.faultOf(stem).isPresent()) {
      stem = "asset";
    }
    for (int number = 1; ; number++) {
      FileName last = new FileName(number == 1 ? stem : stem + "_" + number);
      AssetRoot root =
          new AssetRoot(
              file.parent()
                  .map(folder -> folder.resolve(last))
                  .orElseGet(() -> RelativePath.of(last)));
      boolean isTaken =
          declared.containsKey(root)
              || DeclarationPlace.bothOf(root).stream()
                  .anyMatch(place -> takenFiles.contains(place.file()));
      if (!isTaken) {
        return new DeclarationPlace(root, Form.BESIDE);
      }
    }
  }

  private void declare(RelativePath file, DeclarationPlace place, Explicit explicit)
      throws IOException {
    switch (MediaFile.choose(assets, file, request)) {
      case MediaFile.Unfit(List<Diagnostic> reasons) -> refused.addAll(reasons);
      case MediaFile.Foreign(Diagnostic note) ->
          refused.add(
              switch (explicit) {
                case NAMED ->
                    Diagnostic.error(note.code(), note.location(), note.message())
                        .help("export it as PNG or WAV");
                case FOUND -> note;
              });
      case MediaFile.Fit(Choice<? extends BankSettings> choice, List<Diagnostic> warnings) -> {
        refused.addAll(warnings);
        declare(file, place, choice);
      }
    }
  }

  private void declare(
      RelativePath file, DeclarationPlace place, Choice<? extends BankSettings> choice) {
    BankSettings settings = choice.settings();
    Optional<AssetName> name = nameFor(file, place);
    if (name.isEmpty() || isSlotTaken(file, settings)) {
      return;
    }
    // A registered root without declaration has lost it: the asset is what it always was.
    Optional<AssetId> known = registry.find(place.root()).filter(id -> !isDeclaredSomewhere(id));
    AssetId id = known.orElseGet(mint::draw);
    Declaration declaration =
        new Declaration(
            Optional.of(id), name.get(), List.of(relative(file, place)), settings, request.slot());
    request.slot().ifPresent(slot -> takenSlots.put(slotKey(settings, slot), place.root()));
    takenFiles.add(place.file());
    usedSources.add(file);
    registry = registry.with(id, place.root());
    changes.add(new DocumentChange(place.file(), Optional.empty(), Optional.of(text(declaration))));
    added.add(
        new AddedAsset(
            known.isPresent() ? Action.RESTORED : Action.DECLARED,
            id,
            place,
            declaration,
            choice.reasons()));
  }

  private boolean isDeclaredSomewhere(AssetId id) {
    return declared.values().stream()
        .anyMatch(other -> other.declaration().id().filter(id::equals).isPresent());
  }

  private Optional<AssetName> nameFor(RelativePath file, DeclarationPlace place) {
    if (request.name().isEmpty()) {
      return Optional.of(naming.draw(place.root()));
    }
    String wanted = request.name().get();
    Optional<String> fault = AssetName.faultOf(wanted);
    if (fault.isPresent()) {
      refused.add(
          Diagnostic.error(
                  DiagnosticCode.STRING_FORM,
                  location(file),
                  "the name \"" + wanted + "\" " + fault.get())
              .found(wanted)
              .help("use a-z, 0-9 and _, with single . / or - between them"));
      return Optional.empty();
    }
    AssetName name = new AssetName(wanted);
    if (!naming.claim(name)) {
      refused.add(
          Diagnostic.error(
                  DiagnosticCode.NAME_TAKEN,
                  location(file),
                  "the name \"" + wanted + "\" belongs to another asset")
              .found(wanted)
              .help("choose another name"));
      return Optional.empty();
    }
    return Optional.of(name);
  }

  private boolean isSlotTaken(RelativePath file, BankSettings settings) {
    if (request.slot().isEmpty()) {
      return false;
    }
    int slot = request.slot().getAsInt();
    AssetRoot owner = takenSlots.get(slotKey(settings, slot));
    if (owner == null) {
      return false;
    }
    refused.add(
        Diagnostic.error(
                DiagnosticCode.SLOT_TAKEN,
                location(file),
                "the "
                    + settings.bankType()
                    + " preload slot "
                    + slot
                    + " belongs to \""
                    + owner
                    + "\"")
            .found(String.valueOf(slot))
            .help("choose another slot from 0 to 255"));
    return true;
  }

  /** Makes registry and an existing declaration agree, where only one answer is possible. */
  private void mend(DeclarationPlace place, Explicit explicit) {
    LocatedDeclaration located = declared.get(place.root());
    if (located == null) {
      workspace.diagnostics().stream()
          .filter(
              fault -> fault.isError() && fault.location().path().equals("assets/" + place.file()))
          .forEach(refused::add);
      return;
    }
    AssetRoot root = place.root();
    Optional<AssetId> own = located.declaration().id();
    Optional<AssetId> registered = registry.find(root);
    if (own.isEmpty()) {
      Optional<AssetId> restored = registered.filter(id -> !isDeclaredSomewhere(id));
      rewrite(located, restored.orElseGet(mint::draw), restored.isPresent());
      return;
    }
    AssetId id = own.get();
    Optional<AssetRoot> home = Optional.ofNullable(registry.assets().get(id));
    if (home.equals(Optional.of(root))) {
      if (explicit == Explicit.NAMED) {
        refused.add(
            Diagnostic.note(
                    DiagnosticCode.ALREADY_DECLARED,
                    Location.of(Artifact.ASSET, "assets/" + place.file()),
                    "\"" + root + "\" is declared and registered already, as " + id)
                .help("edit assets/" + place.file() + " to change its settings"));
      }
    } else if (registered.isPresent()) {
      refused.add(
          Diagnostic.error(
                  DiagnosticCode.ID_MISMATCH,
                  located.placeOf("asset_id"),
                  "\""
                      + root
                      + "\" is declared as "
                      + id
                      + " and registered as "
                      + registered.get())
              .found(id.toString())
              .supported(registered.get().toString())
              .help("restore one of the two files from version control"));
    } else if (registry.retired().contains(id) || home.filter(declared::containsKey).isPresent()) {
      rewriteCopy(located, id);
    } else {
      registry = registry.with(id, root);
      added.add(
          new AddedAsset(
              home.isPresent() ? Action.MOVED : Action.REGISTERED,
              id,
              place,
              located.declaration(),
              home.map(old -> List.of("it was registered for " + old)).orElse(List.of())));
    }
  }

  private void rewriteCopy(LocatedDeclaration located, AssetId old) {
    AssetId id = mint.draw();
    rewrite(
        located,
        id,
        new AddedAsset(
            Action.GIVEN_NEW_ID,
            id,
            located.place(),
            located.declaration().withId(id),
            List.of("the id " + old + " it had belongs to another asset, or is retired")));
  }

  private void rewrite(LocatedDeclaration located, AssetId id, boolean restored) {
    rewrite(
        located,
        id,
        new AddedAsset(
            restored ? Action.RESTORED : Action.REGISTERED,
            id,
            located.place(),
            located.declaration().withId(id),
            List.of()));
  }

  private void rewrite(LocatedDeclaration located, AssetId id, AddedAsset result) {
    registry = registry.with(id, located.place().root());
    changes.add(
        new DocumentChange(
            located.place().file(),
            Optional.of(located.digest()),
            Optional.of(text(located.declaration().withId(id)))));
    added.add(result);
  }

  private static String text(Declaration declaration) {
    return StableForm.write(DeclarationDocument.tree(declaration));
  }

  private static RelativePath relative(RelativePath file, DeclarationPlace place) {
    int outer = place.folder().map(folder -> folder.names().size()).orElse(0);
    return new RelativePath(file.names().subList(outer, file.names().size()));
  }

  private static Location location(RelativePath file) {
    return Location.of(Artifact.SOURCE, "assets/" + file);
  }
}

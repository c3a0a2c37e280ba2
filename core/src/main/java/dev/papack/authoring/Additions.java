package dev.papack.authoring;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.asset.Declaration;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.publish.DocumentChange;
import dev.papack.registry.DeclarationDocument;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.IdMint;
import dev.papack.registry.LocatedDeclaration;
import dev.papack.registry.Registry;
import dev.papack.registry.RegistryDraft;
import dev.papack.result.Added;
import dev.papack.result.Added.Action;
import dev.papack.result.Added.AddedAsset;
import dev.papack.source.Limits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * What {@code add} or {@code doctor} has worked out so far: ids entered into the registry,
 * documents to write, what was refused, and what else was found.
 */
public final class Additions {
  private final DeclaredWorkspace workspace;
  private final RegistryDraft draft;
  private final IdMint mint;
  private final Map<AssetId, SortedSet<AssetRoot>> claims = new HashMap<>();
  private final List<AddedAsset> added = new ArrayList<>();
  private final List<Diagnostic> refused = new ArrayList<>();
  private final List<Diagnostic> findings = new ArrayList<>();
  private final List<DocumentChange> changes = new ArrayList<>();

  public Additions(DeclaredWorkspace workspace, RandomGenerator random) {
    this.workspace = workspace;
    this.draft = new RegistryDraft(workspace.registry().registry());
    workspace
        .scan()
        .declarations()
        .forEach((root, declaration) ->
            declaration.declaration().id().ifPresent(id -> claimed(id).add(root)));
    this.mint = new IdMint(random, workspace.registry().registry(), claims.keySet());
  }

  private SortedSet<AssetRoot> claimed(AssetId id) {
    return claims.computeIfAbsent(id, key -> new TreeSet<>());
  }

  /** The roots whose declarations claim an id, the changes so far included. */
  SortedSet<AssetRoot> claimsOf(AssetId id) {
    return claims.getOrDefault(id, new TreeSet<>());
  }

  /** The root that the registry has for an id. */
  Optional<AssetRoot> homeOf(AssetId id) {
    return draft.rootOf(id);
  }

  /** The id that the registry has for a root, if no declaration took it elsewhere. */
  Optional<AssetId> lostAt(AssetRoot root) {
    return draft.find(root).filter(id -> claimsOf(id).isEmpty());
  }

  /** Whether the registry has an id for a root. */
  boolean isRegistered(AssetRoot root) {
    return draft.find(root).isPresent();
  }

  /** An id that means nothing yet. */
  AssetId drawId() {
    return mint.draw();
  }

  /**
   * Enters an id at the root that its declaration has, or will have. Assets whose registered root
   * is needed are followed to where they are now.
   *
   * @param declaration what the id means from now on
   * @param place where messages say that it cannot be
   * @return whether it could be
   */
  boolean enter(AssetId id, AssetRoot root, Declaration declaration, Location place) {
    if (draft.rootOf(id).isEmpty() && draft.assetCount() >= Limits.ASSETS) {
      refuse(
          Diagnostic.error(
                  DiagnosticCode.ASSETS_TOO_MANY,
                  place,
                  "the workspace already has " + Limits.ASSETS + " assets; more are not allowed")
              .limit(String.valueOf(Limits.ASSETS))
              .advice("split the workspace: a pack cannot contain more"));
      return false;
    }
    Optional<SequencedMap<AssetId, AssetRoot>> moves = draft.enter(id, root, this::whereTo);
    if (moves.isEmpty()) {
      refuse(
          Diagnostic.error(
                  DiagnosticCode.ID_MISMATCH,
                  place,
                  "the root \""
                      + root
                      + "\" is registered for an asset whose id is in several places")
              .advice("add the declaration of that asset first"));
      return false;
    }
    moves
        .get()
        .forEach((moved, to) -> {
          if (!moved.equals(id)) {
            follow(moved, to);
          }
        });
    draft.describe(id, declaration);
    claimed(id).add(root);
    return true;
  }

  /** Where an asset went that is in the way, if that is certain. */
  private Optional<AssetRoot> whereTo(AssetId inTheWay) {
    SortedSet<AssetRoot> roots = claimsOf(inTheWay);
    return roots.size() == 1 && isSame(inTheWay, roots.first())
        ? Optional.of(roots.first())
        : Optional.empty();
  }

  /** Whether the declaration at a root has the registered name and bank of an id. */
  private boolean isSame(AssetId id, AssetRoot root) {
    LocatedDeclaration there = workspace.scan().declarations().get(root);
    return there == null
        || workspace
            .registry()
            .registry()
            .find(id)
            .filter(asset ->
                !asset.isNamedAs(there.declaration()) || !asset.isBankOf(there.declaration()))
            .isEmpty();
  }

  private void follow(AssetId id, AssetRoot root) {
    LocatedDeclaration declaration = workspace.scan().declarations().get(root);
    if (declaration != null) {
      added.add(
          new AddedAsset(
              Action.MOVED,
              Optional.of(id),
              Optional.of(id),
              declaration.place(),
              declaration.declaration(),
              workspace.registry().registry().rootOf(id).map(Additions::movedFrom).stream()
                  .toList()));
    }
  }

  static String movedFrom(AssetRoot home) {
    return "it was registered for " + home;
  }

  /** A declaration that is to be written where none was. */
  void write(AddedAsset asset) {
    added.add(asset);
    changes.add(
        new DocumentChange.OfDeclaration(
            asset.place(),
            Optional.empty(),
            Optional.of(DeclarationDocument.textOf(asset.declaration()))));
  }

  /** A declaration that stays as it is; only the registry changes. */
  void register(AddedAsset asset) {
    added.add(asset);
  }

  /** A declaration that is to have another id than it had. */
  void rewrite(LocatedDeclaration before, AddedAsset asset) {
    before.declaration().id().ifPresent(old -> claimed(old).remove(before.place().root()));
    added.add(asset);
    changes.add(
        new DocumentChange.OfDeclaration(
            asset.place(),
            Optional.of(before.digest()),
            Optional.of(DeclarationDocument.withId(before.document(), asset.id().orElseThrow()))));
  }

  /** Records an error that keeps a file or a declaration from being added. */
  void refuse(Diagnostic error) {
    refused.add(error);
  }

  /** Records a finding that keeps nothing from being added. */
  void report(Diagnostic finding) {
    findings.add(finding);
  }

  /** What was added, refused and found, in order. */
  public Added result() {
    return new Added(
        added.stream().sorted(Comparator.comparing(asset -> asset.place().root())).toList(),
        refused.stream().distinct().sorted().toList(),
        findings.stream().distinct().sorted().toList());
  }

  /** The registry with what was entered, and with what it did not say yet. */
  private Registry registry() {
    return draft.registry().completed(workspace.claims());
  }

  /**
   * Has the registry say what it does not say yet, also where nothing else changes.
   *
   * @return how many assets it says more of
   */
  public int completeRegistry() {
    Registry before = draft.registry();
    draft.complete(workspace.claims());
    return (int)
        draft.registry().assets().entrySet().stream()
            .filter(entry -> !before.find(entry.getKey()).equals(Optional.of(entry.getValue())))
            .count();
  }

  /** The changes that make it so; none if nothing was added. */
  public List<DocumentChange> changes() {
    List<DocumentChange> all = new ArrayList<>(changes);
    if (draft.isChanged()) {
      all.add(
          new DocumentChange.OfRegistry(
              Optional.of(workspace.indexDigest()), workspace.registry().textWith(registry())));
    }
    return all;
  }
}

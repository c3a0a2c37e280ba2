package dev.papack;

import dev.papack.cache.CachedFiles;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.disk.ReadableDirectory;
import dev.papack.examination.Examination;
import dev.papack.examination.Examination.Examined;
import dev.papack.git.GitClone;
import dev.papack.git.LackingLines;
import dev.papack.migration.Histories;
import dev.papack.packing.LastBuild;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Phase;
import dev.papack.publish.Operation;
import dev.papack.publish.Publication;
import dev.papack.publish.WorkspaceFolders;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.KnownFiles;
import dev.papack.registry.SettledWorkspace;
import dev.papack.result.CheckedMerge;
import dev.papack.result.ComparedRegistry;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import dev.papack.result.Health;
import dev.papack.result.MergeParents;
import dev.papack.result.Migrated;
import dev.papack.result.MigratedDocument;
import dev.papack.result.RebuiltRegistry;
import dev.papack.result.RegistryInput;
import dev.papack.upkeep.Comparing;
import dev.papack.upkeep.MergeChecking;
import dev.papack.upkeep.Migrating;
import dev.papack.upkeep.Rebuilding;
import dev.papack.workspace.AssetsFolder;
import dev.papack.workspace.DocumentSelection;
import dev.papack.workspace.Stance;
import dev.papack.workspace.WorkspaceDoor;
import dev.papack.workspace.WorkspacePlace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Keeps documents in order, whoever wrote them: migrates, rebuilds, examines and fixes them, and
 * holds them against older ones.
 */
final class DocumentUpkeep {
  private final Disk disk;
  private final Path workspace;
  private final WorkspaceDoor door;
  private final RandomGenerator ids;

  DocumentUpkeep(Disk disk, WorkspacePlace place, WorkspaceDoor door, RandomGenerator ids) {
    this.disk = disk;
    this.workspace = place.workspace();
    this.door = door;
    this.ids = ids;
  }

  Outcome<Migrated> migrate(List<Path> documents, Effect effect, Consumer<MigratedDocument> shown)
      throws IOException, CancelledException {
    DocumentSelection selection = new DocumentSelection(disk, workspace, documents);
    return switch (effect) {
      case SHOW ->
          door.readAssets(Stance.JUDGE, assets -> migrating(assets, shown).show(selection));
      case WRITE ->
          door.writeAssets(
              Operation.MIGRATE,
              (assets, publication) -> migrating(assets, shown).migrate(selection, publication));
    };
  }

  private Migrating migrating(ReadableDirectory assets, Consumer<MigratedDocument> shown) {
    return new Migrating(assets, Histories.ASSET, Histories.INDEX, door.observer(), shown);
  }

  Outcome<ComparedRegistry> compareRegistry(RegistryInput older)
      throws IOException, CancelledException {
    door.begin(Phase.READ);
    return door.readAssets(
        Stance.JUDGE,
        assets ->
            DeclaredWorkspace.read(assets)
                .then(declared -> new Comparing(disk, declared).compare(older)));
  }

  Outcome<ComparedRegistry> comparePack(Path pack) throws IOException, CancelledException {
    door.begin(Phase.READ);
    return door.readAssets(
        Stance.JUDGE,
        assets ->
            DeclaredWorkspace.read(assets)
                .then(declared -> new Comparing(disk, declared).comparePack(pack)));
  }

  Outcome<CheckedMerge> checkMerge(MergeParents parents) throws IOException, CancelledException {
    door.begin(Phase.READ);
    return door.readAssets(Stance.JUDGE, assets -> new MergeChecking(disk).check(assets, parents));
  }

  Outcome<RebuiltRegistry> rebuildRegistry(Effect effect) throws IOException, CancelledException {
    door.begin(Phase.READ);
    return switch (effect) {
      case SHOW ->
          door.readAssets(Stance.JUDGE, assets -> new Rebuilding(workspace, assets).show());
      case WRITE ->
          door.writeAssets(
              Operation.REBUILD_REGISTRY,
              (assets, publication) -> new Rebuilding(workspace, assets).rebuild(publication));
    };
  }

  Outcome<Health> doctor() throws IOException, CancelledException {
    door.begin(Phase.READ);
    return door.read(
        Stance.LOOK,
        folders ->
            AssetsFolder.within(folders.workspace(), assets -> examineByCache(folders, assets))
                .map(examined -> examined.proposal().result().proposed()));
  }

  Outcome<Health> fix(Effect effect) throws IOException, CancelledException {
    door.begin(Phase.READ);
    return switch (effect) {
      case SHOW ->
          door.read(
              Stance.JUDGE,
              folders ->
                  examine(folders)
                      .then(examined ->
                          examined.proposal().show(examined.pending()).map(Health::proposed)));
      case WRITE ->
          door.writeDocuments(
              Operation.FIX,
              (folders, publication) ->
                  examine(door.followed(folders))
                      .then(examined -> fix(examined, folders, publication)));
    };
  }

  private Outcome<Health> fix(Examined examined, WorkspaceFolders folders, Publication publication)
      throws IOException, CancelledException {
    return examined
        .proposal()
        .carryOut(examined.pending(), publication, door.observer())
        .then(before -> {
          for (LackingLines lacking : examined.gitFiles()) {
            publication.replace(lacking.file(), lacking.before(), lacking.completedBytes());
          }
          return Outcome.of(before);
        })
        .then(before ->
            examine(folders).map(remaining -> remaining.proposal().result().after(before)));
  }

  private Outcome<Examined> examine(WorkspaceFolders folders)
      throws IOException, CancelledException {
    return AssetsFolder.within(
        folders.workspace(), assets -> examination(folders, assets).examine(KnownFiles.NONE));
  }

  /** The same for who writes nothing, with what the last build knows. */
  private Outcome<Examined> examineByCache(WorkspaceFolders folders, ReadableDirectory assets)
      throws IOException {
    Examination examination = examination(folders, assets);
    Optional<SettledWorkspace> settled = LastBuild.findSettled(folders.output(), assets);
    return settled.isPresent()
        ? Outcome.of(examination.examine(settled.get()))
        : examination.examine(CachedFiles.of(LastBuild.read(folders.output(), Drift.TOLERATED)));
  }

  private Examination examination(WorkspaceFolders folders, ReadableDirectory assets)
      throws IOException {
    return new Examination(folders, assets, ids, GitClone.find(disk, workspace));
  }
}

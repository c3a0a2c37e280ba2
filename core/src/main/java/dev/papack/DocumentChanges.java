package dev.papack;

import dev.papack.asset.AssetId;
import dev.papack.authoring.AddTargets;
import dev.papack.authoring.Adding;
import dev.papack.authoring.ChangingSettings;
import dev.papack.authoring.Evidence;
import dev.papack.authoring.Ignoring;
import dev.papack.authoring.Moving;
import dev.papack.authoring.Proposal;
import dev.papack.authoring.Removing;
import dev.papack.authoring.Renaming;
import dev.papack.convert.Capacity;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.disk.ReadableDirectory;
import dev.papack.packing.LastBuild;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Phase;
import dev.papack.publish.Operation;
import dev.papack.publish.OutputFolder;
import dev.papack.publish.WorkspaceFolders;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.PendingDocuments;
import dev.papack.registry.SettledWorkspace;
import dev.papack.result.AddRequest;
import dev.papack.result.Added;
import dev.papack.result.ChangedSettings;
import dev.papack.result.Effect;
import dev.papack.result.IgnoreRequest;
import dev.papack.result.Ignored;
import dev.papack.result.MovedFiles;
import dev.papack.result.ProposedText;
import dev.papack.result.Removed;
import dev.papack.result.Renamed;
import dev.papack.result.SettingsRequest;
import dev.papack.workspace.AssetsFolder;
import dev.papack.workspace.MovePaths;
import dev.papack.workspace.Stance;
import dev.papack.workspace.TargetPattern;
import dev.papack.workspace.WorkspaceDoor;
import dev.papack.workspace.WorkspacePlace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Changes of documents that authors ask for: each is worked out as a proposal first, which is then
 * written as a whole, or only shown.
 */
final class DocumentChanges {
  private final Disk disk;
  private final Path workspace;
  private final WorkspaceDoor door;
  private final RandomGenerator ids;
  private final Capacity capacity;

  DocumentChanges(
      Disk disk, WorkspacePlace place, WorkspaceDoor door, RandomGenerator ids, Capacity capacity) {
    this.disk = disk;
    this.workspace = place.workspace();
    this.door = door;
    this.ids = ids;
    this.capacity = capacity;
  }

  Outcome<Added> add(AddRequest request, Effect effect) throws IOException, CancelledException {
    Outcome<Added> outcome =
        change(
            Operation.ADD,
            effect,
            (output, assets) -> {
              Optional<SettledWorkspace> settled = LastBuild.findSettled(output, assets);
              return settled.isPresent()
                  ? AddTargets.nothingToAdd(disk, workspace, settled.get(), request)
                  : Optional.empty();
            },
            (output, assets, declared) ->
                AddTargets.of(disk, workspace, declared.tree(), request)
                    .then(targets ->
                        targets
                            .wanted(assets, capacity.memory(), request)
                            .then(wanted ->
                                Outcome.of(
                                    new Adding(
                                            declared,
                                            assets,
                                            wanted,
                                            new Evidence(output, assets, declared),
                                            ids,
                                            capacity,
                                            door.observer())
                                        .add(targets)))));
    return switch (effect) {
      case WRITE -> outcome;
      case SHOW -> outcome.map(Added::proposed);
    };
  }

  Outcome<Removed> remove(String asset, Effect effect) throws IOException, CancelledException {
    return change(
        Operation.REMOVE, effect, (_, _, declared) -> new Removing(declared).remove(asset));
  }

  Outcome<Renamed> rename(String asset, String name, Effect effect)
      throws IOException, CancelledException {
    return change(
        Operation.RENAME, effect, (_, _, declared) -> new Renaming(declared).rename(asset, name));
  }

  /** What documents would be after {@link #rename}. */
  Outcome<List<ProposedText>> proposeRename(AssetId asset, String name)
      throws IOException, CancelledException {
    return door.read(
        Stance.JUDGE,
        directory ->
            decide(
                directory,
                (_, _) -> Optional.empty(),
                (_, _, declared) -> new Renaming(declared).rename(asset, name).map(Proposal::texts),
                Proposal::show));
  }

  Outcome<MovedFiles> move(Path from, Path to, Effect effect)
      throws IOException, CancelledException {
    return change(
        Operation.MOVE,
        effect,
        (_, _, declared) ->
            MovePaths.of(disk, workspace, from, to)
                .flatMap(paths -> new Moving(declared).move(paths)));
  }

  Outcome<ChangedSettings> set(SettingsRequest request, Effect effect)
      throws IOException, CancelledException {
    return change(
        Operation.SET,
        effect,
        (_, assets, declared) ->
            TargetPattern.of(disk, workspace, request.targets())
                .then(targets ->
                    new ChangingSettings(declared, assets, capacity, request.changes())
                        .change(targets)));
  }

  Outcome<Ignored> ignore(IgnoreRequest request, Effect effect)
      throws IOException, CancelledException {
    return change(
        Operation.IGNORE, effect, (_, _, declared) -> new Ignoring(declared).change(request));
  }

  /** Works out changes of authored documents. */
  @FunctionalInterface
  private interface DocumentWork<T> {
    Outcome<Proposal<T>> apply(
        OutputFolder output, ReadableDirectory assets, DeclaredWorkspace declared)
        throws IOException, CancelledException;
  }

  /** The result where there is nothing to do, if that can be told without reading documents. */
  @FunctionalInterface
  private interface NothingToDo<T> {
    Optional<T> find(OutputFolder output, ReadableDirectory assets) throws IOException;
  }

  /** What becomes of a proposal. */
  @FunctionalInterface
  private interface Decision<T> {
    Outcome<T> apply(Proposal<T> proposal, PendingDocuments pending)
        throws IOException, CancelledException;
  }

  private <T> Outcome<T> change(Operation operation, Effect effect, DocumentWork<T> work)
      throws IOException, CancelledException {
    return change(operation, effect, (_, _) -> Optional.empty(), work);
  }

  private <T> Outcome<T> change(
      Operation operation, Effect effect, NothingToDo<T> nothing, DocumentWork<T> work)
      throws IOException, CancelledException {
    return switch (effect) {
      case SHOW ->
          door.read(Stance.JUDGE, folders -> decide(folders, nothing, work, Proposal::show));
      case WRITE ->
          door.writeDocuments(
              operation,
              (folders, publication) ->
                  decide(
                      folders,
                      nothing,
                      work,
                      (proposal, pending) ->
                          proposal.carryOut(pending, publication, door.observer())));
    };
  }

  private <T> Outcome<T> decide(
      WorkspaceFolders folders, NothingToDo<T> nothing, DocumentWork<T> work, Decision<T> decision)
      throws IOException, CancelledException {
    door.begin(Phase.READ);
    return AssetsFolder.within(
        door.followed(folders).workspace(),
        assets -> {
          Optional<T> done = nothing.find(folders.output(), assets);
          return done.isPresent()
              ? Outcome.of(done.get())
              : DeclaredWorkspace.read(assets)
                  .then(declared ->
                      declared.hasVersionFault()
                          ? new Outcome.Refused<>(declared.diagnostics())
                          : decide(folders.output(), assets, declared, work, decision));
        });
  }

  private static <T> Outcome<T> decide(
      OutputFolder output,
      ReadableDirectory assets,
      DeclaredWorkspace declared,
      DocumentWork<T> work,
      Decision<T> decision)
      throws IOException, CancelledException {
    return work.apply(output, assets, declared)
        .then(proposal -> decision.apply(proposal, declared.pending()));
  }
}

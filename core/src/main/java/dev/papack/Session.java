package dev.papack;

import dev.papack.authoring.AddTargets;
import dev.papack.authoring.Adding;
import dev.papack.authoring.Proposal;
import dev.papack.authoring.Removing;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.disk.ReadableDirectory;
import dev.papack.examination.Examination;
import dev.papack.examination.Examination.Examined;
import dev.papack.inspect.PublishedBuild;
import dev.papack.inspect.PublishedPack;
import dev.papack.migration.Histories;
import dev.papack.packing.Building;
import dev.papack.packing.Planning;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import dev.papack.publish.Operation;
import dev.papack.publish.PackSlot;
import dev.papack.publish.Publication;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.result.AddRequest;
import dev.papack.result.Added;
import dev.papack.result.Built;
import dev.papack.result.Checked;
import dev.papack.result.ComparedRegistry;
import dev.papack.result.Drift;
import dev.papack.result.Health;
import dev.papack.result.Inventory;
import dev.papack.result.Migrated;
import dev.papack.result.MigratedDocument;
import dev.papack.result.PackListing;
import dev.papack.result.Plan;
import dev.papack.result.RebuiltRegistry;
import dev.papack.result.Recovered;
import dev.papack.result.RegistryInput;
import dev.papack.result.Removed;
import dev.papack.upkeep.Comparing;
import dev.papack.upkeep.Migrating;
import dev.papack.upkeep.Rebuilding;
import dev.papack.workspace.AssetsFolder;
import dev.papack.workspace.DocumentSelection;
import dev.papack.workspace.WorkspaceDoor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * A workspace at work. Every method is one operation from beginning to end; between two nothing is
 * held, neither handle nor lock, so a session needs no closing and sees each time what is there.
 *
 * <p>The stages in order, as {@link #build} goes through them: read the registry and the
 * declarations ({@code source}, {@code json}, {@code document}, {@code migration}), reconcile them
 * into assets ({@code asset}, {@code registry}), convert each ({@code media}, {@code bank}, {@code
 * build}), pack ({@code container}), read back, publish ({@code publish}).
 */
public final class Session {
  private final Disk disk;
  private final Path workspace;
  private final WorkspaceDoor door;
  private final RandomGenerator ids;
  private final int threads;

  Session(Disk disk, Path workspace, RandomGenerator ids, int threads) {
    this.disk = disk;
    this.workspace = workspace;
    this.door = new WorkspaceDoor(disk, workspace);
    this.ids = ids;
    this.threads = threads;
  }

  /**
   * The workspace.
   *
   * @return its absolute path, without links
   */
  public Path workspace() {
    return workspace;
  }

  /**
   * Makes the folder that every writing operation stages in, where it is missing, and nothing else:
   * for a program that then has its own process confined to what such an operation needs.
   *
   * @return that folder, in which everything may be written; in the rest of the workspace files are
   *     only renamed to and deleted, and one folder is made; or why it cannot be made
   * @throws IOException if the file system fails
   */
  public Outcome<Path> prepareWriting() throws IOException {
    return door.prepareWriting();
  }

  /**
   * Finds everything that a build would refuse, without building.
   *
   * @param drift whether authored documents may lag behind
   * @param observer follows the work
   * @return how many assets a build would pack, or every fault
   * @throws IOException if the file system fails
   * @throws CancelledException if the observer wanted so
   */
  public Outcome<Checked> check(Drift drift, Observer observer)
      throws IOException, CancelledException {
    return door.read(directory -> new Building(directory, drift, threads, observer).check());
  }

  /**
   * Compares the workspace with what is published.
   *
   * @param drift whether authored documents may lag behind
   * @return what a build would change, or what stops it before it opens a source
   * @throws IOException if the file system fails
   */
  public Outcome<Plan> plan(Drift drift) throws IOException {
    return door.read(directory ->
        AssetsFolder.with(
            directory,
            assets ->
                DeclaredWorkspace.read(assets)
                    .map(declared -> declared.judged(drift::judge))
                    .then(declared ->
                        declared.hasError()
                            ? new Outcome.Refused<Plan>(declared.diagnostics())
                            : new Planning(assets, PublishedBuild.read(directory))
                                .plan(declared.assets())
                                .with(declared.diagnostics()))));
  }

  /**
   * Checks, converts, packs, reads back and publishes. The pack and its companions appear together
   * or not at all.
   *
   * @param drift whether authored documents may lag behind
   * @param observer follows the work
   * @return what was published, or every fault; then what was published before is still there
   * @throws IOException if the file system fails
   * @throws CancelledException if the observer wanted so
   */
  public Outcome<Built> build(Drift drift, Observer observer)
      throws IOException, CancelledException {
    return door.write(
        Operation.BUILD,
        (directory, publication) ->
            new Building(directory, drift, threads, observer)
                .build(publication)
                .map(packed ->
                    new Built(
                        packed.packId(),
                        workspace.resolve(PackSlot.PACK.path().text()),
                        packed.assetCount(),
                        packed.packBytes())));
  }

  /**
   * Declares and registers files, or folders of them, as far as a build would accept them.
   *
   * @param request what to declare, and what its author said of it
   * @return what was added and what was not, or why nothing could be
   * @throws IOException if the file system fails
   */
  public Outcome<Added> add(AddRequest request) throws IOException {
    return write(
        Operation.ADD,
        (assets, declared) ->
            AddTargets.of(disk, workspace, declared.tree(), request)
                .then(targets ->
                    Outcome.of(new Adding(declared, assets, request, ids, threads).add(targets))));
  }

  /**
   * Retires the id of an asset and deletes its declaration. Its sources stay.
   *
   * @param asset its name, its root, or its id in digits
   * @return what was removed, or why nothing was
   * @throws IOException if the file system fails
   */
  public Outcome<Removed> remove(String asset) throws IOException {
    return write(Operation.REMOVE, (assets, declared) -> new Removing(declared).remove(asset));
  }

  /**
   * Shows what {@link #migrate} would change, and writes nothing.
   *
   * @param documents the registry, declarations, folders of them; none for all
   * @param shown takes each change as it comes, once every document has been judged
   * @param observer follows the work
   * @return how many documents are of an older version, or every fault
   * @throws IOException if the file system fails
   * @throws CancelledException if the observer wanted so
   */
  public Outcome<Migrated> planMigration(
      List<Path> documents, Consumer<MigratedDocument> shown, Observer observer)
      throws IOException, CancelledException {
    DocumentSelection selection = new DocumentSelection(disk, workspace, documents);
    return door.readAssets(assets -> migrating(assets, shown, observer).plan(selection));
  }

  /**
   * Writes documents of older versions in the current ones, all or none. Memory holds one document
   * at a time.
   *
   * @param documents the registry, declarations, folders of them; none for all
   * @param shown takes each change as it comes, once every document has been judged
   * @param observer follows the work
   * @return how many documents were migrated, or every fault; then none was
   * @throws IOException if the file system fails
   * @throws CancelledException if the observer wanted so
   */
  public Outcome<Migrated> migrate(
      List<Path> documents, Consumer<MigratedDocument> shown, Observer observer)
      throws IOException, CancelledException {
    DocumentSelection selection = new DocumentSelection(disk, workspace, documents);
    return door.write(
        Operation.MIGRATE,
        (directory, publication) ->
            AssetsFolder.with(
                directory,
                assets -> migrating(assets, shown, observer).migrate(selection, publication)));
  }

  private static Migrating migrating(
      ReadableDirectory assets, Consumer<MigratedDocument> shown, Observer observer) {
    return new Migrating(assets, Histories.ASSET, Histories.INDEX, observer, shown);
  }

  /**
   * Lists the assets.
   *
   * @return the assets, and the faults of the rest; refused if the registry cannot be read
   * @throws IOException if the file system fails
   */
  public Outcome<Inventory> list() throws IOException {
    return door.readAssets(assets ->
        DeclaredWorkspace.read(assets)
            .map(declared ->
                new Inventory(declared.reconciliation().assets(), declared.diagnostics())));
  }

  /**
   * Holds the registry against an older one: whether an id changed its meaning, was used again or
   * vanished.
   *
   * @param older such as the registry of the branch to merge into
   * @return what was added, moved and removed, or every id that no longer means what it meant
   * @throws IOException if the file system or the stream fails
   */
  public Outcome<ComparedRegistry> compareRegistry(RegistryInput older) throws IOException {
    return door.readAssets(assets ->
        DeclaredWorkspace.read(assets)
            .then(declared -> new Comparing(disk, declared).compare(older)));
  }

  /**
   * Restores the registry from the declarations: one that is missing, mangled, or lags behind. Ids
   * stay as they are declared.
   *
   * @return what was done, with a warning for what nobody can know any more; or why nothing was
   * @throws IOException if the file system fails
   */
  public Outcome<RebuiltRegistry> rebuildRegistry() throws IOException {
    return door.write(
        Operation.REBUILD_REGISTRY,
        (directory, publication) ->
            AssetsFolder.with(
                directory, assets -> new Rebuilding(workspace, assets, publication).rebuild()));
  }

  /**
   * Examines the workspace as a whole, also one whose registry is lost. Writes nothing.
   *
   * @return how it is, and what {@link #mend} would put right; refused if the registry is of a
   *     version that is not supported
   * @throws IOException if the file system fails
   */
  public Outcome<Health> doctor() throws IOException {
    return door.read(
        directory -> examine(directory).map(examined -> examined.proposal().result().proposed()));
  }

  /**
   * Puts right where only one answer is possible, all or nothing: follows moves that are certain,
   * gives copies and declarations with a retired id ids of their own, registers what is declared
   * under a free id, gives a declaration without id one, or the one that its root has. Touches no
   * source, deletes no declaration and retires no id.
   *
   * @return how the workspace is then, and what was put right; refused if that would write a
   *     document whose migration is pending
   * @throws IOException if the file system fails
   */
  public Outcome<Health> mend() throws IOException {
    return door.write(
        Operation.MEND,
        (directory, publication) ->
            examine(directory).then(examined -> mend(examined, directory, publication)));
  }

  private Outcome<Health> mend(
      Examined examined, ReadableDirectory directory, Publication publication) throws IOException {
    return examined
        .proposal()
        .carryOut(examined.pending(), publication)
        .then(before ->
            examine(directory).map(remaining -> remaining.proposal().result().after(before)));
  }

  private Outcome<Examined> examine(ReadableDirectory directory) throws IOException {
    return AssetsFolder.with(
        directory, assets -> new Examination(directory, assets, ids).examine());
  }

  /**
   * Lists what the published pack holds.
   *
   * @return the listing, or the fault
   * @throws IOException if the pack cannot be read
   */
  public Outcome<PackListing> inspect() throws IOException {
    return door.read(directory -> new PublishedPack(directory).inspect());
  }

  /**
   * Verifies the published pack to its last digest, and that its companions are exactly what it
   * implies.
   *
   * @return the listing of a valid set, or every fault
   * @throws IOException if a file cannot be read
   */
  public Outcome<PackListing> verify() throws IOException {
    return door.read(directory -> new PublishedPack(directory).verify());
  }

  /**
   * Finishes what a crash left decided and unfinished, and clears what it left staged.
   *
   * @return done, or what stands in the way
   * @throws IOException if the file system fails
   */
  public Outcome<Recovered> recover() throws IOException {
    return settle(Operation.RECOVER);
  }

  /**
   * Gives up what a crash left decided and unfinished: every file stays as it stands.
   *
   * @return done
   * @throws IOException if the file system fails
   */
  public Outcome<Recovered> discardUnfinished() throws IOException {
    return settle(Operation.DISCARD_UNFINISHED);
  }

  private Outcome<Recovered> settle(Operation operation) throws IOException {
    return door.write(
        operation,
        (directory, publication) ->
            Outcome.of(
                switch (publication.found()) {
                  case NOTHING -> Recovered.NOTHING_FOUND;
                  case UNFINISHED ->
                      operation == Operation.DISCARD_UNFINISHED
                          ? Recovered.DISCARDED
                          : Recovered.FINISHED;
                }));
  }

  /** Works out changes of authored documents, under the lock. */
  @FunctionalInterface
  private interface DocumentWork<T> {
    Outcome<Proposal<T>> apply(ReadableDirectory assets, DeclaredWorkspace declared)
        throws IOException;
  }

  private <T> Outcome<T> write(Operation operation, DocumentWork<T> work) throws IOException {
    return door.write(
        operation,
        (directory, publication) ->
            AssetsFolder.with(
                directory,
                assets ->
                    DeclaredWorkspace.read(assets)
                        .then(declared -> write(work, assets, declared, publication))));
  }

  private static <T> Outcome<T> write(
      DocumentWork<T> work,
      ReadableDirectory assets,
      DeclaredWorkspace declared,
      Publication publication)
      throws IOException {
    if (declared.hasVersionFault()) {
      return new Outcome.Refused<>(declared.diagnostics());
    }
    return work.apply(assets, declared)
        .then(proposal -> proposal.carryOut(declared.pending(), publication));
  }
}

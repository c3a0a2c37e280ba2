package dev.papack;

import dev.papack.asset.Asset;
import dev.papack.asset.AssetId;
import dev.papack.convert.Capacity;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Done;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.disk.Disk;
import dev.papack.disk.FolderNotices;
import dev.papack.disk.ReadableDirectory;
import dev.papack.editing.PictureParts;
import dev.papack.git.GitClone;
import dev.papack.git.UnfinishedMerge;
import dev.papack.inspect.PublishedPack;
import dev.papack.inspect.SetVerification;
import dev.papack.packing.BuildMemory;
import dev.papack.packing.Building;
import dev.papack.packing.Constants;
import dev.papack.packing.Listing;
import dev.papack.packing.OutputOrigin;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import dev.papack.progress.Phase;
import dev.papack.registry.Survey;
import dev.papack.result.AddRequest;
import dev.papack.result.Added;
import dev.papack.result.AssetConstants;
import dev.papack.result.BuildRequest;
import dev.papack.result.Built;
import dev.papack.result.CacheContents;
import dev.papack.result.CacheSample;
import dev.papack.result.CacheVerification;
import dev.papack.result.ChangedSettings;
import dev.papack.result.Checked;
import dev.papack.result.CheckedMerge;
import dev.papack.result.ComparedRegistry;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import dev.papack.result.FramesListing;
import dev.papack.result.Health;
import dev.papack.result.IgnoreRequest;
import dev.papack.result.Ignored;
import dev.papack.result.Inventory;
import dev.papack.result.MergeParents;
import dev.papack.result.Migrated;
import dev.papack.result.MigratedDocument;
import dev.papack.result.MissingFolder;
import dev.papack.result.MovedFiles;
import dev.papack.result.PackListing;
import dev.papack.result.PackUse;
import dev.papack.result.PalettesListing;
import dev.papack.result.PicturePart;
import dev.papack.result.Plan;
import dev.papack.result.ProposedText;
import dev.papack.result.RebuiltRegistry;
import dev.papack.result.Recorded;
import dev.papack.result.Recovered;
import dev.papack.result.RegistryInput;
import dev.papack.result.Removed;
import dev.papack.result.Renamed;
import dev.papack.result.SettingsRequest;
import dev.papack.watch.Watch;
import dev.papack.watch.changes.WatchedWorkspace;
import dev.papack.workspace.DiskWork;
import dev.papack.workspace.NamedPaths;
import dev.papack.workspace.OutputSearch;
import dev.papack.workspace.Stance;
import dev.papack.workspace.WorkspaceDoor;
import dev.papack.workspace.WorkspacePlace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * An open workspace. Every method is one complete operation. Between two operations a session holds
 * no handle and no lock: it needs no closing, and each operation sees the files as they are then.
 * Only what {@link #watch} returns has to be closed.
 *
 * <p>The stages in order, as {@link #build} goes through them: read the registry and the
 * declarations ({@code source}, {@code json}, {@code document}, {@code migration}), reconcile them
 * into assets ({@code asset}, {@code registry}), convert each ({@code media}, {@code bank}, {@code
 * convert}), pack ({@code container}), read back, publish ({@code publish}).
 */
public final class Session {
  /** Between two looks at a lock. */
  private static final long PAUSE_MILLIS = 50;

  private final Disk disk;
  private final WorkspacePlace place;
  private final Path workspace;
  private final WorkspaceDoor door;
  private final RandomGenerator ids;
  private final Capacity capacity;
  private final Optional<BuildMemory> memory;
  private final DocumentChanges documents;
  private final DocumentUpkeep upkeep;
  private final OutputWork output;

  Session(Disk disk, WorkspacePlace place, RandomGenerator ids, Capacity capacity) {
    this(
        disk,
        new WorkspaceDoor(disk, place, new SetVerification(capacity.threads()), Observer.NONE),
        ids,
        capacity,
        Optional.empty());
  }

  private Session(
      Disk disk,
      WorkspaceDoor door,
      RandomGenerator ids,
      Capacity capacity,
      Optional<BuildMemory> memory) {
    this.disk = disk;
    this.place = door.place();
    this.workspace = place.workspace();
    this.door = door;
    this.ids = ids;
    this.capacity = capacity;
    this.memory = memory;
    this.documents = new DocumentChanges(disk, place, door, ids, capacity);
    this.upkeep = new DocumentUpkeep(disk, place, door, ids);
    this.output = new OutputWork(place, door, capacity, memory);
  }

  /**
   * The same workspace with an observer. {@link #recover}, {@link #discardUnfinished} and {@link
   * #clearCache} repair what is there, so they cannot be cancelled.
   *
   * @param observer follows the operations of the session that is returned, and may cancel them;
   *     several threads may ask it
   * @return a session that does the same
   */
  public Session followedBy(Observer observer) {
    return new Session(disk, door.followedBy(observer), ids, capacity, memory);
  }

  /**
   * The same workspace for a program that stays, and builds again and again. What a build finds is
   * kept, about 1,400 bytes for each asset; the next one looks at every file, as always, and reads
   * and judges only documents and sources that changed since. What is built is the same.
   *
   * @return a session that does the same; those that come from it share what is kept, unless they
   *     publish elsewhere
   */
  public Session remembering() {
    return new Session(disk, door, ids, capacity, Optional.of(new BuildMemory()));
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
   * Which file or folder of the workspace a path leads to, whether or not anything is there. Links
   * in the folders above it are followed.
   *
   * @param file any path
   * @return its path below the workspace; empty if it is outside, or no workspace may have that
   *     name
   */
  public Optional<WorkspacePath> locate(Path file) {
    return NamedPaths.locate(disk, workspace, file);
  }

  /**
   * The folder in which the workspace publishes: the pack, its companions, and the folder {@code
   * .papack} with everything that a build needs.
   *
   * @return its absolute path, without links; the workspace itself unless {@link #withOutput} says
   *     otherwise
   */
  public Path output() {
    return place.output();
  }

  /**
   * The same workspace with another folder to publish in. A build then writes nothing in the
   * workspace, which may lie on a file system that cannot be written, and takes its lock in that
   * folder; everything that looks at what is published looks there. Documents are read and written
   * in the workspace as before.
   *
   * @param folder any path; the workspace itself for what is usual
   * @param missing what becomes of a folder that is not there
   * @return the session, or why the workspace cannot publish there: the folder is among assets,
   *     around the workspace or another workspace, or has what another workspace published
   * @throws IOException if the file system fails
   * @throws CancelledException if the thread is interrupted; its flag stays set
   */
  public Outcome<Session> withOutput(Path folder, MissingFolder missing)
      throws IOException, CancelledException {
    return DiskWork.run(() -> new OutputSearch(disk, workspace).find(folder, missing))
        .then(found -> {
          Session session =
              new Session(
                  disk,
                  door.publishingIn(found),
                  ids,
                  capacity,
                  memory.map(_ -> new BuildMemory()));
          return switch (session.door.read(
              Stance.LOOK, folders -> Outcome.unless(OutputOrigin.findForeign(folders)))) {
            case Outcome.Refused<Done>(List<Diagnostic> faults) -> new Outcome.Refused<>(faults);
            // What is unfinished there is for the operations to report.
            case Outcome.Accepted<Done> _ -> Outcome.of(session);
          };
        });
  }

  /**
   * The workspace as an editor sees it, which has texts that are not saved.
   *
   * @param clock milliseconds since 1970, such as {@code System::currentTimeMillis}: a file that
   *     changed just before it was read is read again by the next look
   * @return so far without any text
   */
  public Draft draft(LongSupplier clock) {
    return Draft.of(disk, place, ids, capacity, clock);
  }

  /**
   * Makes the folder that every change of documents stages in, where it is missing, and nothing
   * else: for a program that then has its own process confined to what such an operation needs.
   *
   * @return that folder, in which everything may be written; in the rest of the workspace files are
   *     only renamed, linked and deleted, and folders are made; or why it cannot be made
   * @throws IOException if the file system fails
   * @throws CancelledException if the thread is interrupted; its flag stays set
   */
  public Outcome<Path> prepareWriting() throws IOException, CancelledException {
    return door.prepareWriting(workspace);
  }

  /**
   * The same for the operations that write what is published: in {@link #output}.
   *
   * @return as {@link #prepareWriting}
   * @throws IOException if the file system fails
   * @throws CancelledException if the thread is interrupted; its flag stays set
   */
  public Outcome<Path> prepareOutput() throws IOException, CancelledException {
    return door.prepareWriting(place.output());
  }

  /**
   * Finds everything that a build would refuse, without building.
   *
   * @param drift whether authored documents that are not up to date are accepted
   * @return how many assets a build would pack, or every fault
   * @throws IOException if the file system fails
   * @throws CancelledException if the observer cancels, or the thread is interrupted
   */
  public Outcome<Checked> check(Drift drift) throws IOException, CancelledException {
    return door.read(
        OutputWork.stanceOf(drift),
        folders ->
            new Building(folders, drift, capacity, door.observer())
                .check()
                .and(underWay().stream().toList()));
  }

  private Optional<Diagnostic> underWay() throws IOException {
    Optional<GitClone> clone = GitClone.find(disk, workspace);
    return clone.isEmpty()
        ? Optional.empty()
        : clone.get().unfinishedMerge().map(UnfinishedMerge::warning);
  }

  /**
   * Where declarations name files: for programs that show a fault of a picture in the document that
   * can be edited. What cannot be read names nothing.
   *
   * @param files the files
   * @return by file; without those that no declaration names
   * @throws IOException if the file system fails
   * @throws CancelledException if the observer cancels, or the thread is interrupted
   */
  public Map<AssetsPath, List<Location>> placesOf(Set<AssetsPath> files)
      throws IOException, CancelledException {
    return switch (door.readAssets(
        Stance.LOOK, assets -> Outcome.of(Survey.places(assets, files)))) {
      case Outcome.Accepted<Map<AssetsPath, List<Location>>>(var places, var _) -> places;
      case Outcome.Refused<Map<AssetsPath, List<Location>>> _ -> Map.of();
    };
  }

  /**
   * Something that a session does.
   *
   * @param <T> its result
   */
  @FunctionalInterface
  public interface Use<T> {
    /**
     * Does it.
     *
     * @param session the workspace
     * @return as the method of the session gives it
     * @throws IOException if the file system fails
     * @throws CancelledException if it is cancelled
     */
    Outcome<T> of(Session session) throws IOException, CancelledException;
  }

  /**
   * Does something once no other papack is writing in the workspace. An operation that finds it
   * locked has done nothing yet, so it is simply begun again.
   *
   * @param maxMillis how long to wait at most, from 0
   * @param use what to do, such as {@code session -> session.build(request)}
   * @param <T> its result
   * @return what came of it; refused with {@code WORKSPACE_LOCKED} if another papack is still
   *     writing then
   * @throws IOException if the file system fails
   * @throws CancelledException if the observer cancels, or the thread is interrupted
   */
  public <T> Outcome<T> waiting(long maxMillis, Use<T> use) throws IOException, CancelledException {
    Outcome<T> outcome = use.of(this);
    for (long waited = 0; waited < maxMillis && isLocked(outcome); waited += PAUSE_MILLIS) {
      pause(door.observer());
      outcome = use.of(this);
    }
    return outcome;
  }

  private static boolean isLocked(Outcome<?> outcome) {
    return outcome.diagnostics().stream()
        .anyMatch(diagnostic -> diagnostic.isFixedBy(Fix.RequestChange.WAIT));
  }

  private static void pause(Observer observer) throws CancelledException {
    if (observer.isCancelled()) {
      throw new CancelledException();
    }
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  /**
   * Compares the workspace with what is published.
   *
   * @param drift whether authored documents that are not up to date are accepted
   * @return what a build would change, or what stops it before it opens a source
   * @throws IOException if the file system fails
   * @throws CancelledException if the observer cancels, or the thread is interrupted
   */
  public Outcome<Plan> plan(Drift drift) throws IOException, CancelledException {
    return output.plan(drift);
  }

  /**
   * Checks, converts, packs, reads back and publishes. The pack and its companions appear together
   * or not at all.
   *
   * @param drift whether authored documents that are not up to date are accepted
   * @return what was published, or every fault; then what was published before is still there
   * @throws IOException if the file system fails
   * @throws CancelledException if the observer cancels, or the thread is interrupted
   */
  public Outcome<Built> build(Drift drift) throws IOException, CancelledException {
    return build(BuildRequest.of(drift));
  }

  /**
   * Checks, takes from the last build what is still the same, converts the rest, packs, reads back
   * and publishes. The pack and its companions appear together or not at all; if nothing changed,
   * nothing is written.
   *
   * @param request how
   * @return what is published, or every fault; then what was published before is still there
   * @throws IOException if the file system fails
   * @throws CancelledException if the observer cancels, or the thread is interrupted
   */
  public Outcome<Built> build(BuildRequest request) throws IOException, CancelledException {
    return output.build(request);
  }

  /**
   * Tells what changes below {@code assets/}, from now on until the watch is closed.
   *
   * @param settle how long nothing changes before a change is told; not negative. Programs write
   *     files in pieces, and several of them at once
   * @return tells what changes
   * @throws IOException if the file system fails
   * @throws CancelledException if the thread is interrupted; its flag stays set
   * @throws IllegalArgumentException if the time is negative
   */
  public Watch watch(Duration settle) throws IOException, CancelledException {
    return WatchedWorkspace.begin(
        new WatchedWorkspace.Access() {
          @Override
          public ReadableDirectory open() throws IOException {
            return disk.openForReading(workspace, "");
          }

          @Override
          public Optional<FolderNotices> notices() throws IOException {
            return disk.notices(workspace, "");
          }
        },
        settle);
  }

  /**
   * What the workspace remembers of its last build.
   *
   * @return its contents, whether or not they may be used; refused if its version is not supported
   * @throws IOException if the file system fails
   * @throws CancelledException if the observer cancels, or the thread is interrupted
   */
  public Outcome<CacheContents> cache() throws IOException, CancelledException {
    return output.cache();
  }

  /**
   * Converts some of the assets again that the next build would take from the last one. Writes
   * nothing.
   *
   * @param sample how many; which ones depends on the pack
   * @return how many were compared; or every asset whose bank differs
   * @throws IOException if the file system fails
   * @throws CancelledException if the observer cancels, or the thread is interrupted
   */
  public Outcome<CacheVerification> verifyCache(CacheSample sample)
      throws IOException, CancelledException {
    return output.verifyCache(sample);
  }

  /**
   * Forgets the last build, of whatever version or state its memory is. The next one starts from
   * nothing.
   *
   * @return what was forgotten: how many bytes
   * @throws IOException if the file system fails
   * @throws CancelledException if the thread is interrupted; its flag stays set
   */
  public Outcome<Long> clearCache() throws IOException, CancelledException {
    return output.clearCache();
  }

  /**
   * Declares and registers files, or folders of them, as far as a build would accept them.
   *
   * @param request what to declare, with the settings that the author chose
   * @param effect whether the documents are written
   * @return what was added and what was not, or why nothing could be
   * @throws IOException if the file system fails
   * @throws CancelledException if the observer cancels, or the thread is interrupted
   */
  public Outcome<Added> add(AddRequest request, Effect effect)
      throws IOException, CancelledException {
    return documents.add(request, effect);
  }

  /**
   * Retires the id of an asset and deletes its declaration. Its sources stay.
   *
   * @param asset its name, its root, or its id in digits
   * @param effect whether the documents are written
   * @return what was removed, or why nothing was
   * @throws IOException if the file system fails
   * @throws CancelledException if the observer cancels, or the thread is interrupted
   */
  public Outcome<Removed> remove(String asset, Effect effect)
      throws IOException, CancelledException {
    return documents.remove(asset, effect);
  }

  /**
   * Gives an asset another name, in its declaration and in the registry. Its id stays.
   *
   * @param asset its name, its root, or its id in digits
   * @param name the new name: {@code a-z}, {@code 0-9} and {@code _}, with single {@code .}, {@code
   *     /} or {@code -} between them; at most 128 bytes
   * @param effect whether the documents are written
   * @return what was renamed, or why nothing was
   * @throws IOException if the file system fails
   * @throws CancelledException if the observer cancels, or the thread is interrupted
   */
  public Outcome<Renamed> rename(String asset, String name, Effect effect)
      throws IOException, CancelledException {
    return documents.rename(asset, name, effect);
  }

  /** What documents would be after {@link #rename}. */
  Outcome<List<ProposedText>> proposeRename(AssetId asset, String name)
      throws IOException, CancelledException {
    return documents.proposeRename(asset, name);
  }

  /**
   * Moves a file, an asset or a folder inside {@code assets/}, with everything that refers to it,
   * all or none. Ids, names and settings stay.
   *
   * @param from a file, a folder, a declaration, or an asset root; a declaration and a root mean
   *     the asset with its sources
   * @param to its new path, or an existing folder to move it into; folders that are missing are
   *     made
   * @param effect whether anything is moved
   * @return every file that moved, and what changed with it; or why nothing did
   * @throws IOException if the file system fails
   * @throws CancelledException if the observer cancels, or the thread is interrupted
   */
  public Outcome<MovedFiles> move(Path from, Path to, Effect effect)
      throws IOException, CancelledException {
    return documents.move(from, to, effect);
  }

  /**
   * Changes settings in many declarations, all or none. Each new declaration is judged as if it
   * were read, and its sources are converted; a declaration that could not be converted before may
   * stay so.
   *
   * @param request which settings of which declarations
   * @param effect whether the documents are written
   * @return the change of each declaration, or every reason why none changes
   * @throws IOException if the file system fails
   * @throws CancelledException if the observer cancels, or the thread is interrupted
   */
  public Outcome<ChangedSettings> set(SettingsRequest request, Effect effect)
      throws IOException, CancelledException {
    return documents.set(request, effect);
  }

  /**
   * Changes which files of {@code assets/} are ignored: not declared by {@link #add}, not listed
   * and not examined. A request that changes nothing tells what is ignored.
   *
   * @param request patterns to add and to remove
   * @param effect whether the document is written
   * @return what is ignored then; or why nothing changes, such as that a pattern covers a declared
   *     source
   * @throws IOException if the file system fails
   * @throws CancelledException if the observer cancels, or the thread is interrupted
   */
  public Outcome<Ignored> ignore(IgnoreRequest request, Effect effect)
      throws IOException, CancelledException {
    return documents.ignore(request, effect);
  }

  /**
   * Brings documents of older schema versions to the current ones, all or none. Memory holds one
   * document at a time.
   *
   * @param documents the registry, declarations, or folders of them; empty for all
   * @param effect whether the documents are written
   * @param shown takes the change of each document, once all have been checked
   * @return how many documents are of an older version, or every fault; then none was written
   * @throws IOException if the file system fails
   * @throws CancelledException if the observer cancels, or the thread is interrupted
   */
  public Outcome<Migrated> migrate(
      List<Path> documents, Effect effect, Consumer<MigratedDocument> shown)
      throws IOException, CancelledException {
    return upkeep.migrate(documents, effect, shown);
  }

  /**
   * Lists the assets.
   *
   * @return the assets, and the faults of the rest; refused if the registry cannot be read
   * @throws IOException if the file system fails
   * @throws CancelledException if the observer cancels, or the thread is interrupted
   */
  public Outcome<Inventory> list() throws IOException, CancelledException {
    door.begin(Phase.READ);
    return door.read(Stance.LOOK, Listing::of);
  }

  /**
   * Holds the registry against an older one: whether an id changed its meaning, was used again or
   * vanished.
   *
   * @param older such as the registry of the branch to merge into
   * @return what was added, moved, renamed and removed, or every id that no longer means what it
   *     meant
   * @throws IOException if the file system or the stream fails
   * @throws CancelledException if the observer cancels, or the thread is interrupted
   */
  public Outcome<ComparedRegistry> compareRegistry(RegistryInput older)
      throws IOException, CancelledException {
    return upkeep.compareRegistry(older);
  }

  /**
   * Holds the workspace against a pack that was shipped: whether an id changed its meaning or its
   * bank, or vanished. Of the pack only the header is read.
   *
   * @param pack any path
   * @return what was added, renamed and removed since, or every id that no longer means what it
   *     meant
   * @throws IOException if the file system fails
   * @throws CancelledException if the observer cancels, or the thread is interrupted
   */
  public Outcome<ComparedRegistry> comparePack(Path pack) throws IOException, CancelledException {
    return upkeep.comparePack(pack);
  }

  /**
   * Holds a merge against the workspaces that it was made of: by id, what at most one side changed
   * must be what that side says.
   *
   * @param parents the other workspaces
   * @return how many ids were compared, with a note for each setting that both sides changed; or
   *     every setting that is not as it must be
   * @throws IOException if the file system fails
   * @throws CancelledException if the observer cancels, or the thread is interrupted
   */
  public Outcome<CheckedMerge> checkMerge(MergeParents parents)
      throws IOException, CancelledException {
    return upkeep.checkMerge(parents);
  }

  /**
   * Restores a registry that is missing, damaged or outdated from the declarations. Declared ids
   * stay the same.
   *
   * @param effect whether the registry is written
   * @return what was done, with a warning about what cannot be restored; or why nothing was
   * @throws IOException if the file system fails
   * @throws CancelledException if the observer cancels, or the thread is interrupted
   */
  public Outcome<RebuiltRegistry> rebuildRegistry(Effect effect)
      throws IOException, CancelledException {
    return upkeep.rebuildRegistry(effect);
  }

  /**
   * Examines the workspace as a whole, even if its registry is lost. Writes nothing.
   *
   * @return its state and what {@link #fix} would fix; refused if the version of the registry is
   *     not supported
   * @throws IOException if the file system fails
   * @throws CancelledException if the observer cancels, or the thread is interrupted
   */
  public Outcome<Health> doctor() throws IOException, CancelledException {
    return upkeep.doctor();
  }

  /**
   * Fixes everything that can be fixed unambiguously, all or none: follows moves that are certain;
   * gives new ids to copies and to declarations with a retired id; registers declarations with an
   * unused id; gives a declaration without id a new one, or the one registered for its root.
   * Changes no source, deletes no declaration and retires no id.
   *
   * @param effect whether the documents are written
   * @return with {@link Effect#WRITE} the state of the workspace afterwards and what was fixed,
   *     with {@link Effect#SHOW} its state now and what would be; refused if that writes a document
   *     whose migration is pending
   * @throws IOException if the file system fails
   * @throws CancelledException if the observer cancels, or the thread is interrupted
   */
  public Outcome<Health> fix(Effect effect) throws IOException, CancelledException {
    return upkeep.fix(effect);
  }

  /**
   * Lists what the published pack holds.
   *
   * @return the listing, or the fault
   * @throws IOException if the pack cannot be read
   * @throws CancelledException if the observer cancels, or the thread is interrupted
   */
  public Outcome<PackListing> inspect() throws IOException, CancelledException {
    return door.read(Stance.LOOK, folders -> new PublishedPack(folders).inspect());
  }

  /**
   * Lists what the published pack holds, with a lower bound for the palettes of each picture.
   *
   * @return the listing, or the fault; every TILES slice was checked, too
   * @throws IOException if the pack cannot be read
   * @throws CancelledException if the observer cancels, or the thread is interrupted
   */
  public Outcome<PalettesListing> inspectPalettes() throws IOException, CancelledException {
    return door.read(Stance.LOOK, folders -> new PublishedPack(folders).inspectPalettes());
  }

  /**
   * Lists what the published pack holds, with the frames of each picture: durations, tags and
   * slices. The last build recorded them in a companion; the pack itself has none.
   *
   * @return the listing, or every fault of the pack's header or of its companions
   * @throws IOException if a file cannot be read
   * @throws CancelledException if the observer cancels, or the thread is interrupted
   */
  public Outcome<FramesListing> inspectFrames() throws IOException, CancelledException {
    return door.read(Stance.LOOK, folders -> new PublishedPack(folders).inspectFrames());
  }

  /**
   * Opens the published pack while it is used: for clients that show what is in it.
   *
   * @param use gets the pack, and what the build recorded of its assets
   * @param <T> what comes of it
   * @return what came of it, or a fault of the pack
   * @throws IOException if the file system fails, or as the use does
   * @throws CancelledException if the observer cancels, or the thread is interrupted
   */
  public <T> Outcome<T> usePack(PackUse<T> use) throws IOException, CancelledException {
    return door.read(Stance.LOOK, directory -> new PublishedPack(directory).use(use));
  }

  /**
   * Parts of source pictures, in the colours of their files: for clients that show what diagnostics
   * speak of. Each picture is decoded once.
   *
   * @param places of each picture, as diagnostics name them
   * @return for each place its part, cut where the picture ends and at {@value
   *     PicturePart#MAX_SIDE_PIXELS} pixels; empty where there is none, or the file cannot be
   *     decoded
   * @throws IOException if the file system fails
   * @throws CancelledException if the observer cancels, or the thread is interrupted
   */
  public Map<AssetsPath, List<Optional<PicturePart>>> pictureParts(
      Map<AssetsPath, List<PixelRectangle>> places) throws IOException, CancelledException {
    List<Asset> declared =
        list() instanceof Outcome.Accepted<Inventory>(Inventory inventory, List<Diagnostic> _)
            ? inventory.assets()
            : List.of();
    Outcome<Map<AssetsPath, List<Optional<PicturePart>>>> parts =
        door.readAssets(
            Stance.LOOK,
            assets -> Outcome.of(new PictureParts(assets, capacity.memory()).of(places, declared)));
    return parts
            instanceof
            Outcome.Accepted<Map<AssetsPath, List<Optional<PicturePart>>>>(var found, var _)
        ? found
        : Map.of();
  }

  /**
   * What the code of a game may want to know of the published pack by name.
   *
   * @return names with their numbers, or every fault of the pack's header, of its companions or of
   *     the registry
   * @throws IOException if a file cannot be read
   * @throws CancelledException if the observer cancels, or the thread is interrupted
   */
  public Outcome<AssetConstants> constants() throws IOException, CancelledException {
    return door.read(Stance.LOOK, Constants::of);
  }

  /**
   * Verifies the published pack to its last digest, and that its companions are exactly what it
   * implies.
   *
   * @param sources whether the recorded sources must be those on the disk
   * @return the listing of a valid set, or every fault
   * @throws IOException if a file cannot be read
   * @throws CancelledException if the observer cancels, or the thread is interrupted
   */
  public Outcome<PackListing> verify(Recorded sources) throws IOException, CancelledException {
    return output.verify(sources);
  }

  /**
   * Completes a publication that was decided and not finished, and clears what was staged. A pack
   * is published only after it has been verified to its last digest.
   *
   * @param effect whether it is completed, or only shown
   * @return what it changes, or what stands in the way
   * @throws IOException if the file system fails
   * @throws CancelledException if the thread is interrupted; its flag stays set
   */
  public Outcome<Recovered> recover(Effect effect) throws IOException, CancelledException {
    return output.recover(effect);
  }

  /**
   * Gives up a publication that was decided and not finished. What it replaced becomes again what
   * it was, where the old files are kept; every other file stays as it is.
   *
   * @return done; with a warning if old and new files are mixed now
   * @throws IOException if the file system fails
   * @throws CancelledException if the thread is interrupted; its flag stays set
   */
  public Outcome<Recovered> discardUnfinished() throws IOException, CancelledException {
    return output.discardUnfinished();
  }
}

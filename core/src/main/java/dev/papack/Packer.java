package dev.papack;

import dev.papack.comparison.PackComparison;
import dev.papack.convert.Capacity;
import dev.papack.convert.MemoryBudget;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.disk.EnvironmentFault;
import dev.papack.disk.OutOfMemoryException;
import dev.papack.disk.SystemDisk;
import dev.papack.git.GitClone;
import dev.papack.inspect.Extraction;
import dev.papack.inspect.Listing;
import dev.papack.inspect.PackDifference;
import dev.papack.inspect.PreviewPng;
import dev.papack.inspect.VerifiedPack;
import dev.papack.outside.OutputFile;
import dev.papack.outside.PackFile;
import dev.papack.progress.CancelledException;
import dev.papack.publish.PackSlot;
import dev.papack.result.ContractArtifact;
import dev.papack.result.Existing;
import dev.papack.result.Extracted;
import dev.papack.result.FormatVersions;
import dev.papack.result.Initialized;
import dev.papack.result.Limit;
import dev.papack.result.MemoryNeed;
import dev.papack.result.MergeRequest;
import dev.papack.result.MergedFile;
import dev.papack.result.OpenPack;
import dev.papack.result.PackListing;
import dev.papack.result.PackUse;
import dev.papack.result.PalettesListing;
import dev.papack.result.Preview;
import dev.papack.result.SchemaText;
import dev.papack.result.SettingDescription;
import dev.papack.schema.PublishedSchema;
import dev.papack.supported.AllLimits;
import dev.papack.supported.AllMemoryNeeds;
import dev.papack.supported.AllSettings;
import dev.papack.supported.Contract;
import dev.papack.supported.Formats;
import dev.papack.upkeep.FileMerging;
import dev.papack.workspace.DiskWork;
import dev.papack.workspace.Initialization;
import dev.papack.workspace.WorkspacePlace;
import dev.papack.workspace.WorkspaceSearch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.random.RandomGenerator;

/**
 * The entry point of the library. A packer holds no state: it opens workspaces, each as a {@link
 * Session}, and reads packs anywhere. Several sessions may work in one process at the same time.
 *
 * <p>What an author can fix comes back as an {@link Outcome}; a failure of the machine is thrown as
 * an {@link IOException} ({@link #diagnose} makes a diagnostic of it); everything else that is
 * thrown is a defect of the packer. Nothing is printed, and no clock, locale or environment
 * variable is read.
 */
public final class Packer {
  private final Disk disk;
  private final RandomGenerator ids;
  private final Capacity capacity;

  Packer(Disk disk, RandomGenerator ids, Capacity capacity) {
    this.disk = disk;
    this.ids = ids;
    this.capacity = capacity;
  }

  /**
   * A packer on the machine's own disk, with as many threads as it has processors.
   *
   * @return a new packer
   */
  public static Packer create() {
    return new Packer(new SystemDisk(), new SecureRandom(), Capacity.ofProcess());
  }

  /**
   * The same packer with another number of threads. No output depends on it.
   *
   * @param count at least 1
   * @return a new packer
   */
  public Packer withThreads(int count) {
    return new Packer(disk, ids, capacity.withThreads(count));
  }

  /**
   * The same packer with another budget for all conversions under way. No output depends on it.
   * Without it the budget is half of what Java's heap may be, without 64 MiB; at least 4 MiB and at
   * most 512 MiB. An asset that needs more than the budget is converted alone.
   *
   * @param bytes at least 1
   * @return a new packer
   */
  public Packer withMemory(long bytes) {
    return new Packer(disk, ids, capacity.withMemory(MemoryBudget.of(bytes)));
  }

  /**
   * Which versions of which formats this packer reads and writes.
   *
   * @return documents first, then the parts of a pack
   */
  public static List<FormatVersions> versions() {
    return Formats.all();
  }

  /**
   * What a shipper, or any other program, may rely on in a workspace.
   *
   * @return every artifact: the published ones, the authored ones, control data
   */
  public static List<ContractArtifact> contract() {
    return Contract.all();
  }

  /**
   * What an author can set in a declaration of the current version, for editors and completion.
   *
   * @return every setting, in the order of the document
   */
  public static List<SettingDescription> settings() {
    return AllSettings.all();
  }

  /**
   * The JSON Schema of a kind of document, as it is published.
   *
   * @param kind such as {@code asset}
   * @param version of the kind, from 1
   * @return its text; empty if there is none of that version
   */
  public static Optional<String> schema(String kind, int version) {
    return PublishedSchema.find(kind, version).map(PublishedSchema::text);
  }

  /**
   * The JSON Schema that somebody asks for.
   *
   * @param kind such as {@code asset}
   * @param version of the kind, from 1; the newest if empty
   * @return the schema, or what there is instead
   */
  public static Outcome<SchemaText> requireSchema(String kind, OptionalInt version) {
    return PublishedSchema.require(kind, version);
  }

  /**
   * The kinds of documents and lines that have a JSON Schema.
   *
   * @return each with its newest version; every version from 1 on has one
   */
  public static SortedMap<String, Integer> schemas() {
    return PublishedSchema.newest();
  }

  /**
   * A preview as a file that any program shows.
   *
   * @param preview what is shown
   * @return a PNG in truecolour with alpha
   */
  public static byte[] png(Preview preview) {
    return PreviewPng.of(preview);
  }

  /**
   * What this packer accepts at most.
   *
   * @return documents, sources, the workspace, the pack
   */
  public static List<Limit> limits() {
    return AllLimits.all();
  }

  /**
   * How much memory this packer takes at most for each kind of input. What is converted at the same
   * time takes no more than its budget ({@link #withMemory}), unless one input alone needs more.
   *
   * @return formats, banks, documents
   */
  public static List<MemoryNeed> memoryNeeds() {
    return AllMemoryNeeds.all();
  }

  /**
   * Whether a path that a user gave leads to a folder, and so to a workspace rather than a pack.
   *
   * @param path any path
   * @return true for an existing folder
   */
  public boolean isFolder(Path path) {
    return disk.isDirectory(path);
  }

  /**
   * Finds the workspace that publishes a pack.
   *
   * @param pack any path
   * @return a session if this is the place where a workspace's own pack is, else empty
   * @throws IOException if the file system fails
   * @throws CancelledException if the thread was interrupted
   */
  public Optional<Session> findPublisher(Path pack) throws IOException, CancelledException {
    return DiskWork.run(() -> publisher(pack.toAbsolutePath().normalize()));
  }

  private Optional<Session> publisher(Path pack) throws IOException {
    Path folder = pack.getParent();
    if (folder == null || !pack.endsWith(PackSlot.PACK.path().text()) || !isFolder(folder)) {
      return Optional.empty();
    }
    Path workspace = disk.canonical(folder);
    return search().findObstacle(workspace).isEmpty()
        ? Optional.of(new Session(disk, WorkspacePlace.together(workspace), ids, capacity))
        : Optional.empty();
  }

  /**
   * Opens the workspace that a folder is, or is in.
   *
   * @param within a folder
   * @return a session, or why there is none
   * @throws IOException if the file system fails
   * @throws CancelledException if the thread was interrupted
   */
  public Outcome<Session> open(Path within) throws IOException, CancelledException {
    return DiskWork.run(() ->
        search()
            .find(within)
            .map(folder -> new Session(disk, WorkspacePlace.together(folder), ids, capacity)));
  }

  /**
   * Opens a workspace as {@link #open} does, and one that has lost its registry as well: the
   * nearest folder whose {@code assets/} declares something.
   *
   * @param within a folder
   * @return a session, or why there is none
   * @throws IOException if the file system fails
   * @throws CancelledException if the thread was interrupted
   */
  public Outcome<Session> openForRepair(Path within) throws IOException, CancelledException {
    return DiskWork.run(() ->
        search()
            .findLost(within)
            .map(folder -> new Session(disk, WorkspacePlace.together(folder), ids, capacity)));
  }

  /**
   * The machine's trouble as a diagnostic, for clients that show both in one way.
   *
   * @param trouble what an operation threw
   * @return an error of the environment stage
   */
  public static Diagnostic diagnose(IOException trouble) {
    return EnvironmentFault.diagnostic(trouble);
  }

  /**
   * Whether a file changed while it was read, so that an editor looks again and shows nothing.
   *
   * @param trouble what an operation threw
   * @return true if who looks again finds the file whole
   */
  public static boolean isOvertaken(IOException trouble) {
    return EnvironmentFault.isChange(trouble);
  }

  /**
   * That Java's heap is too small, as a diagnostic. A session says so itself, as an {@link
   * IOException}; whoever reads a pack, or works on what came back, may meet the error.
   *
   * @param tooSmall what was thrown
   * @return an error of the environment stage
   */
  public static Diagnostic diagnose(OutOfMemoryError tooSmall) {
    return diagnose(new OutOfMemoryException());
  }

  private WorkspaceSearch search() {
    return new WorkspaceSearch(disk);
  }

  /**
   * Makes a folder a workspace: an empty registry, and files that tell git what is derived. Files
   * that exist are kept as they are.
   *
   * @param folder created where it is missing
   * @return what was created, with a note for each file that was kept
   * @throws IOException if the file system fails
   * @throws CancelledException if the thread was interrupted
   */
  public Outcome<Initialized> init(Path folder) throws IOException, CancelledException {
    return DiskWork.run(() -> new Initialization(disk).init(folder));
  }

  /**
   * Creates a folder, with those above it, unless it is there.
   *
   * @param folder any path
   * @return its absolute path without links, or why it cannot be there
   * @throws IOException if the file system fails
   * @throws CancelledException if the thread was interrupted
   */
  public Outcome<Path> createFolder(Path folder) throws IOException, CancelledException {
    return DiskWork.run(() -> new Initialization(disk).createFolder(folder));
  }

  /**
   * Finds the repository that a folder is in, as git would.
   *
   * @param folder an absolute path
   * @return the top of the work tree; empty outside of any
   * @throws IOException if the file system fails
   * @throws CancelledException if the thread was interrupted
   */
  public Optional<Path> findRepository(Path folder) throws IOException, CancelledException {
    return DiskWork.run(() -> GitClone.find(disk, folder).map(GitClone::top));
  }

  /**
   * Opens a file that is written later, for a program that then has its own process confined so
   * that it can open none. The file is created empty, in place of one that has its name.
   *
   * @param output any path; a link, a folder, a pipe and a device are refused
   * @return the file, to be closed once everything is written, or why it cannot be there
   * @throws IOException if the file system fails
   * @throws CancelledException if the thread was interrupted
   */
  public Outcome<OutputStream> openOutput(Path output) throws IOException, CancelledException {
    return DiskWork.run(() -> new OutputFile(disk, output, Existing.REPLACE).open());
  }

  /**
   * Lists what a pack holds.
   *
   * @param pack any file
   * @return the listing of a pack whose header has passed every check, or the fault
   * @throws IOException if the file cannot be read
   * @throws CancelledException if the thread was interrupted
   */
  public Outcome<PackListing> inspect(Path pack) throws IOException, CancelledException {
    return DiskWork.run(() -> pack(pack).read(reader -> Outcome.of(Listing.of(reader))));
  }

  /**
   * Lists what a pack holds, with a lower bound for the palettes of each picture.
   *
   * @param pack any file
   * @return the listing, or the fault; every TILES slice was checked, too
   * @throws IOException if the file cannot be read
   * @throws CancelledException if the thread was interrupted
   */
  public Outcome<PalettesListing> inspectPalettes(Path pack)
      throws IOException, CancelledException {
    return DiskWork.run(() -> pack(pack).read(reader -> Outcome.of(Listing.withPalettes(reader))));
  }

  /**
   * Opens a pack while it is used: for clients that show what is in it.
   *
   * @param pack any file
   * @param use gets the pack; nothing is recorded of its assets
   * @param <T> what comes of it
   * @return what came of it, or a fault of the pack
   * @throws IOException if the file cannot be read, or as the use does
   * @throws CancelledException if the thread was interrupted
   */
  public <T> Outcome<T> usePack(Path pack, PackUse<T> use) throws IOException, CancelledException {
    return DiskWork.run(() ->
        pack(pack)
            .read(reader ->
                Outcome.of(use.apply(new OpenPack(reader, Listing.of(reader), List.of())))));
  }

  /**
   * Verifies a pack to its last digest.
   *
   * @param pack any file
   * @return the listing of a valid pack, or the first fault in the reading order
   * @throws IOException if the file cannot be read
   * @throws CancelledException if the thread was interrupted
   */
  public Outcome<PackListing> verify(Path pack) throws IOException, CancelledException {
    return DiskWork.run(() -> verified(pack));
  }

  private Outcome<PackListing> verified(Path pack) throws IOException {
    return pack(pack)
        .read(reader -> {
          reader.verify(capacity.threads());
          return Outcome.of(Listing.of(reader));
        });
  }

  /**
   * Compares two packs by id, and judges what the newer one is to a game that was shipped with the
   * older one. Both are verified to their last digest first; memory holds both headers and one bank
   * of each at a time.
   *
   * @param older any file
   * @param newer any file
   * @return how they differ, or every fault that keeps either from being compared
   * @throws IOException if a file cannot be read
   * @throws CancelledException if the thread was interrupted
   */
  public Outcome<PackComparison> diff(Path older, Path newer)
      throws IOException, CancelledException {
    return DiskWork.run(() -> difference(older, newer));
  }

  private Outcome<PackComparison> difference(Path older, Path newer) throws IOException {
    Outcome<PackComparison> compared =
        pack(older)
            .read(before -> {
              VerifiedPack old = VerifiedPack.of(before, older.toString(), capacity.threads());
              return pack(newer)
                  .read(after ->
                      Outcome.of(
                          PackDifference.of(
                              old, VerifiedPack.of(after, newer.toString(), capacity.threads()))));
            });
    return switch (compared) {
      case Outcome.Accepted<PackComparison> accepted -> accepted;
      // The first fault hides those of the other pack.
      case Outcome.Refused<PackComparison>(List<Diagnostic> faults) -> {
        Set<Diagnostic> all = new LinkedHashSet<>(faults);
        all.addAll(verified(older).diagnostics());
        all.addAll(verified(newer).diagnostics());
        yield new Outcome.Refused<>(List.copyOf(all));
      }
    };
  }

  /**
   * Writes an asset of a pack as a file that other programs read: TILES as PNG, SOUNDS as WAV.
   *
   * @param pack any file
   * @param asset a name, or an id in digits
   * @param output where to
   * @param existing what to do with a file that is there already
   * @return what was written, or why nothing was
   * @throws IOException if a file cannot be read or written
   * @throws CancelledException if the thread was interrupted
   */
  public Outcome<Extracted> extract(Path pack, String asset, Path output, Existing existing)
      throws IOException, CancelledException {
    OutputFile file = new OutputFile(disk, output, existing);
    return DiskWork.run(() ->
        pack(pack)
            .read(reader ->
                Extraction.of(reader, pack.toString(), asset)
                    .then(extraction ->
                        file.write(extraction::write)
                            .map(path -> new Extracted(extraction.entry(), path)))));
  }

  /**
   * Merges two versions of a declaration or of the registry, as git's merge driver. Declarations
   * are merged setting by setting, and only if both mean the same asset; registries by id, under
   * the promise that an id means the same asset for ever. Needs no workspace.
   *
   * @param request the files
   * @return what came of it, conflicts of registries among its findings; or why the files cannot be
   *     merged: then the file of ours is as it was
   * @throws IOException if a file cannot be read or written
   * @throws CancelledException if the thread was interrupted
   */
  public Outcome<MergedFile> mergeFile(MergeRequest request)
      throws IOException, CancelledException {
    return DiskWork.run(() -> new FileMerging(disk, request).merge());
  }

  private PackFile pack(Path path) {
    return new PackFile(disk, path);
  }
}

package dev.papack;

import dev.papack.container.PackException;
import dev.papack.container.PackReader;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.ReadableFile;
import dev.papack.disk.WritableDirectory;
import dev.papack.inspect.CompanionCheck;
import dev.papack.inspect.DiskPackBytes;
import dev.papack.inspect.PackFaults;
import dev.papack.inspect.PublishedBuild;
import dev.papack.migration.Histories;
import dev.papack.publish.PackSlot;
import dev.papack.publish.Publication;
import dev.papack.publish.Publication.Leftover;
import dev.papack.registry.DeclaredWorkspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
  private final RandomGenerator ids;
  private final int threads;

  Session(Disk disk, Path workspace, RandomGenerator ids, int threads) {
    this.disk = disk;
    this.workspace = workspace;
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
   * The lines that this session's diagnostics speak of.
   *
   * @return a reader for the documents of this workspace
   */
  public Excerpts excerpts() {
    return new Excerpts(disk, workspace);
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
    try (ReadableDirectory directory = disk.openForReading(workspace, "")) {
      return remarked(new Building(directory, drift, threads, observer).check(), directory);
    }
  }

  /**
   * Compares the workspace with what is published.
   *
   * @param drift whether authored documents may lag behind
   * @return what a build would change, or what stops it before it opens a source
   * @throws IOException if the file system fails
   */
  public Outcome<Plan> plan(Drift drift) throws IOException {
    try (ReadableDirectory directory = disk.openForReading(workspace, "")) {
      return remarked(
          AssetsFolder.with(
              directory,
              assets ->
                  switch (DeclaredWorkspace.read(assets)
                      .map(asItIs -> asItIs.judged(drift::judge))) {
                    case Outcome.Refused<DeclaredWorkspace>(List<Diagnostic> faults) ->
                        new Outcome.Refused<>(faults);
                    case Outcome.Accepted<DeclaredWorkspace>(
                            DeclaredWorkspace declared,
                            List<Diagnostic> notes) ->
                        declared.hasError()
                            ? new Outcome.Refused<Plan>(declared.diagnostics())
                            : new Planning(assets, PublishedBuild.read(directory))
                                .plan(declared.assets())
                                .with(declared.diagnostics());
                  }),
          directory);
    }
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
    try (WritableDirectory directory = disk.openForWriting(workspace, "")) {
      return switch (Publication.begin(directory, Leftover.FINISH)) {
        case Outcome.Refused<Publication>(List<Diagnostic> faults) -> new Outcome.Refused<>(faults);
        case Outcome.Accepted<Publication>(Publication publication, List<Diagnostic> notes) -> {
          try (publication) {
            yield new Building(directory, drift, threads, observer).build(publication, workspace);
          }
        }
      };
    }
  }

  /**
   * Declares and registers files, or folders of them, as far as a build would accept them.
   *
   * @param request what to declare, and what its author said of it
   * @return what was added and what was not, or why nothing could be
   * @throws IOException if the file system fails
   */
  public Outcome<Added> add(AddRequest request) throws IOException {
    return write((assets, declared) ->
        switch (AddTargets.of(disk, workspace, declared.tree(), request)) {
          case Outcome.Refused<AddTargets>(List<Diagnostic> faults) ->
              new Outcome.Refused<>(faults);
          case Outcome.Accepted<AddTargets>(AddTargets targets, List<Diagnostic> notes) ->
              Outcome.of(new Adding(declared, assets, request, ids, threads).add(targets));
        });
  }

  /**
   * Retires the id of an asset and deletes its declaration. Its sources stay.
   *
   * @param asset its name, its root, or its id in digits
   * @return what was removed, or why nothing was
   * @throws IOException if the file system fails
   */
  public Outcome<Removed> remove(String asset) throws IOException {
    return write((assets, declared) -> new Removing(declared).remove(asset));
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
    try (ReadableDirectory directory = disk.openForReading(workspace, "")) {
      return remarked(
          AssetsFolder.with(
              directory, assets -> migrating(assets, shown, observer).plan(selection)),
          directory);
    }
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
    try (WritableDirectory directory = disk.openForWriting(workspace, "")) {
      return switch (Publication.begin(directory, Leftover.FINISH)) {
        case Outcome.Refused<Publication>(List<Diagnostic> faults) -> new Outcome.Refused<>(faults);
        case Outcome.Accepted<Publication>(Publication publication, List<Diagnostic> notes) -> {
          try (publication) {
            yield AssetsFolder.with(
                directory,
                assets -> migrating(assets, shown, observer).migrate(selection, publication));
          }
        }
      };
    }
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
    try (ReadableDirectory directory = disk.openForReading(workspace, "")) {
      return remarked(
          AssetsFolder.with(
              directory,
              assets ->
                  DeclaredWorkspace.read(assets)
                      .map(declared ->
                          new Inventory(
                              declared.reconciliation().assets(), declared.diagnostics()))),
          directory);
    }
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
    try (ReadableDirectory directory = disk.openForReading(workspace, "")) {
      return remarked(
          AssetsFolder.with(
              directory,
              assets ->
                  switch (DeclaredWorkspace.read(assets)) {
                    case Outcome.Refused<DeclaredWorkspace>(List<Diagnostic> faults) ->
                        new Outcome.Refused<>(faults);
                    case Outcome.Accepted<DeclaredWorkspace>(
                            DeclaredWorkspace declared,
                            List<Diagnostic> notes) ->
                        new Comparing(disk, declared).compare(older);
                  }),
          directory);
    }
  }

  Outcome<RebuiltRegistry> rebuildRegistry() throws IOException {
    try (WritableDirectory directory = disk.openForWriting(workspace, "")) {
      return switch (Publication.begin(directory, Leftover.FINISH)) {
        case Outcome.Refused<Publication>(List<Diagnostic> faults) -> new Outcome.Refused<>(faults);
        case Outcome.Accepted<Publication>(Publication publication, List<Diagnostic> notes) -> {
          try (publication) {
            yield AssetsFolder.with(
                directory, assets -> new Rebuilding(workspace, assets, publication).rebuild());
          }
        }
      };
    }
  }

  /**
   * Lists what the published pack holds.
   *
   * @return the listing, or the fault
   * @throws IOException if the pack cannot be read
   */
  public Outcome<PackListing> inspect() throws IOException {
    return readPack((reader, directory) -> List.of());
  }

  /**
   * Verifies the published pack to its last digest, and that its companions are exactly what it
   * implies.
   *
   * @return the listing of a valid set, or every fault
   * @throws IOException if a file cannot be read
   */
  public Outcome<PackListing> verify() throws IOException {
    return readPack((reader, directory) -> {
      reader.verify();
      return CompanionCheck.faultsOf(directory, reader.packId(), reader.header());
    });
  }

  /**
   * Finishes what a crash left decided and unfinished, and clears what it left staged.
   *
   * @return done, or what stands in the way
   * @throws IOException if the file system fails
   */
  public Outcome<Recovered> recover() throws IOException {
    return settle(Leftover.FINISH);
  }

  /**
   * Gives up what a crash left decided and unfinished: every file stays as it stands.
   *
   * @return done
   * @throws IOException if the file system fails
   */
  public Outcome<Recovered> discardUnfinished() throws IOException {
    return settle(Leftover.DISCARD);
  }

  private Outcome<Recovered> settle(Leftover leftover) throws IOException {
    try (WritableDirectory directory = disk.openForWriting(workspace, "")) {
      return switch (Publication.begin(directory, leftover)) {
        case Outcome.Refused<Publication>(List<Diagnostic> faults) -> new Outcome.Refused<>(faults);
        case Outcome.Accepted<Publication>(Publication publication, List<Diagnostic> notes) -> {
          publication.close();
          yield Outcome.of(
              switch (publication.found()) {
                case NOTHING -> Recovered.NOTHING_FOUND;
                case UNFINISHED ->
                    switch (leftover) {
                      case FINISH -> Recovered.FINISHED;
                      case DISCARD -> Recovered.DISCARDED;
                    };
              });
        }
      };
    }
  }

  /** Works out changes of authored documents, under the lock. */
  @FunctionalInterface
  private interface DocumentWork<T> {
    Outcome<Proposal<T>> apply(ReadableDirectory assets, DeclaredWorkspace declared)
        throws IOException;
  }

  private <T> Outcome<T> write(DocumentWork<T> work) throws IOException {
    try (WritableDirectory directory = disk.openForWriting(workspace, "")) {
      return switch (Publication.begin(directory, Leftover.FINISH)) {
        case Outcome.Refused<Publication>(List<Diagnostic> faults) -> new Outcome.Refused<>(faults);
        case Outcome.Accepted<Publication>(Publication publication, List<Diagnostic> notes) -> {
          try (publication) {
            yield AssetsFolder.with(
                directory,
                assets ->
                    switch (DeclaredWorkspace.read(assets)) {
                      case Outcome.Refused<DeclaredWorkspace>(List<Diagnostic> faults) ->
                          new Outcome.Refused<>(faults);
                      case Outcome.Accepted<DeclaredWorkspace>(
                              DeclaredWorkspace declared,
                              List<Diagnostic> more) ->
                          declared.hasVersionFault()
                              ? new Outcome.Refused<T>(declared.diagnostics())
                              : carryOut(work.apply(assets, declared), declared, publication);
                    });
          }
        }
      };
    }
  }

  private static <T> Outcome<T> carryOut(
      Outcome<Proposal<T>> outcome, DeclaredWorkspace declared, Publication publication)
      throws IOException {
    return switch (outcome) {
      case Outcome.Refused<Proposal<T>>(List<Diagnostic> faults) -> new Outcome.Refused<>(faults);
      case Outcome.Accepted<Proposal<T>>(Proposal<T> proposal, List<Diagnostic> notes) -> {
        Optional<Diagnostic> stop = declared.pending().findStop(proposal.rewritten());
        if (stop.isEmpty() && !proposal.changes().isEmpty()) {
          stop = publication.publishDocuments(proposal.changes());
        }
        yield stop.map(Outcome::<T>refused)
            .orElseGet(() -> new Outcome.Accepted<>(proposal.result(), notes));
      }
    };
  }

  /** What is asked of the published pack; the answer is faults. */
  @FunctionalInterface
  private interface PackUse {
    List<Diagnostic> apply(PackReader reader, ReadableDirectory directory)
        throws IOException, PackException;
  }

  private Outcome<PackListing> readPack(PackUse use) throws IOException {
    FileName name = PackSlot.PACK.path().name();
    try (ReadableDirectory directory = disk.openForReading(workspace, "")) {
      return remarked(readPack(directory, name, use), directory);
    }
  }

  private static Outcome<PackListing> readPack(
      ReadableDirectory directory, FileName name, PackUse use) throws IOException {
    Optional<Diagnostic> obstacle = PackSlot.PACK.findObstacle(directory);
    if (obstacle.isPresent()) {
      return Outcome.refused(obstacle.get());
    }
    if (directory.find(name).isEmpty()) {
      return Outcome.refused(
          Diagnostic.error(
                  DiagnosticCode.PACK_NOT_FOUND,
                  Location.of(Artifact.PACK, name.text()),
                  "the workspace has no pack yet")
              .help("papack build writes it"));
    }
    try (ReadableFile file = directory.openFile(name)) {
      PackReader reader = PackReader.open(new DiskPackBytes(file, name.text()));
      return Outcome.of(PackListing.of(reader)).with(use.apply(reader, directory));
    } catch (PackException e) {
      return Outcome.refused(PackFaults.diagnostic(e, name.text()));
    }
  }

  /** Readers recover nothing; they remark that a publication is unfinished. */
  private static <T> Outcome<T> remarked(Outcome<T> outcome, ReadableDirectory directory)
      throws IOException {
    if (!Publication.isUnfinished(directory)) {
      return outcome;
    }
    return outcome.with(
        List.of(
            Diagnostic.warning(
                    DiagnosticCode.PUBLICATION_UNFINISHED,
                    Location.of(Artifact.JOURNAL, ".papack/journal.json"),
                    "a publication was decided and not finished: a crash came between")
                .help("papack recover finishes it; so does the next command that writes")));
  }
}

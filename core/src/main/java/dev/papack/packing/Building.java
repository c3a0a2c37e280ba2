package dev.papack.packing;

import dev.papack.cache.CacheDocument;
import dev.papack.cache.CacheMemory;
import dev.papack.cache.CacheRoom;
import dev.papack.cache.CachedFiles;
import dev.papack.cache.LastResult;
import dev.papack.cache.Unchanged;
import dev.papack.convert.Capacity;
import dev.papack.convert.Conversion;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Done;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.FileStamp;
import dev.papack.disk.ReadableDirectory;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import dev.papack.progress.Phase;
import dev.papack.progress.Progress;
import dev.papack.publish.CacheFile;
import dev.papack.publish.PackSlot;
import dev.papack.publish.Publication;
import dev.papack.publish.WorkspaceFolders;
import dev.papack.registry.KnownFiles;
import dev.papack.result.BuildRequest;
import dev.papack.result.BuildRequest.Reuse;
import dev.papack.result.Built.State;
import dev.papack.result.CacheState;
import dev.papack.result.Checked;
import dev.papack.result.Drift;
import dev.papack.source.TreeStamp;
import dev.papack.workspace.AssetsFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The stages of a build in their order. */
public final class Building {
  private final WorkspaceFolders folders;
  private final Capacity capacity;
  private final Observer observer;
  private final Stages stages;
  private final Optional<BuildMemory> memory;

  public Building(WorkspaceFolders folders, Drift drift, Capacity capacity, Observer observer) {
    this(folders, drift, capacity, observer, Optional.empty());
  }

  /**
   * One in a process that may stay.
   *
   * @param memory of the builds before, for those after this
   */
  public Building(
      WorkspaceFolders folders,
      Drift drift,
      Capacity capacity,
      Observer observer,
      Optional<BuildMemory> memory) {
    this.folders = folders;
    this.capacity = capacity;
    this.observer = observer;
    this.stages = new Stages(folders, drift, capacity, observer);
    this.memory = memory;
  }

  /** Everything that a build would refuse; assets of the last build are not converted again. */
  public Outcome<Checked> check() throws IOException, CancelledException {
    return new Checking(stages).check();
  }

  /**
   * Takes from the last build what is still the same, converts the rest, packs, reads back and
   * publishes; nothing is staged before the gate. If nothing changed, nothing is published, and if
   * no file did, nothing is read.
   */
  public Outcome<PackedSet> build(Publication publication, BuildRequest request)
      throws IOException, CancelledException {
    observer.observe(new Progress.Begun(Phase.READ, 0));
    return AssetsFolder.within(
        folders.workspace(),
        assets -> {
          Look look = look(assets, publication, request);
          Optional<LastResult> same = findSame(request, look.tree());
          return same.isPresent()
              ? Outcome.of(unchanged(same.get())).and(same.get().said())
              : Outcome.unless(OutputOrigin.findForeign(folders))
                  .then(_ ->
                      build(
                          new Begun(
                              publication, request, assets, look, DocumentsSeen.of(folders))));
        });
  }

  /**
   * All files, before any was read.
   *
   * @param tree of all of them, if anything is to be known of that
   * @param sight the same for a process that stays
   */
  private record Look(Optional<TreeStamp> tree, Optional<BuildMemory.Sight> sight) {}

  private Look look(ReadableDirectory assets, Publication publication, BuildRequest request)
      throws IOException {
    Optional<FileStamp> clock = publication.begunAt();
    if (clock.isEmpty()) {
      return new Look(Optional.empty(), Optional.empty());
    }
    if (memory.isEmpty() || request.effectiveReuse() == Reuse.NOTHING) {
      return new Look(TreeStamp.of(assets), Optional.empty());
    }
    Optional<BuildMemory.Sight> sight = memory.get().look(assets, clock.get());
    return new Look(sight.map(seen -> seen.files().tree()), sight);
  }

  /** The result of the last build, if this one would have the same. */
  private Optional<LastResult> findSame(BuildRequest request, Optional<TreeStamp> tree)
      throws IOException {
    if (!request.equals(BuildRequest.of(Drift.TOLERATED)) || tree.isEmpty()) {
      return Optional.empty();
    }
    Outputs outputs = Outputs.of(folders.output());
    return LastBuild.same(CacheDocument.readResult(CacheFile.read(folders.output())), tree)
        .filter(result -> outputs.areUntouchedByStamp(result.outputs()));
  }

  private static PackedSet unchanged(LastResult result) {
    return new PackedSet(
        result.packId(),
        result.assetCount(),
        result.outputs().get(PackSlot.PACK.number()).sizeBytes(),
        State.UNCHANGED,
        0,
        CacheState.VALID,
        List.of());
  }

  /**
   * A build that has something to do.
   *
   * @param publication what it writes through
   * @param request how to build
   * @param assets the folder {@code assets/}
   * @param look all its files
   * @param seen its documents, before any was read, where nothing else keeps them as they are
   */
  private record Begun(
      Publication publication,
      BuildRequest request,
      ReadableDirectory assets,
      Look look,
      Optional<DocumentsSeen> seen) {
    /** Documents of one moment, also where another papack may write them. */
    Outcome<Done> unlessChanged() throws IOException {
      return seen.isEmpty() ? Outcome.done() : Outcome.unless(seen.get().findChange(assets));
    }
  }

  private Outcome<PackedSet> build(Begun begun) throws IOException, CancelledException {
    Outcome<Prior> read =
        Prior.read(
            folders.output(),
            begun.request().effectiveReuse(),
            memory.map(BuildMemory::cache).orElseGet(CacheMemory::new));
    return stages.pastTheGate(
        begun.assets(),
        others -> declared(begun, read, others),
        begun.publication().findObstacle(),
        (declared, budgets) ->
            Outcome.unless(Explaining.findUnknown(begun.request(), declared.assets()))
                .then(_ -> read)
                .then(prior -> build(begun, declared, budgets, prior)));
  }

  private Outcome<DeclaredAssets> declared(
      Begun begun, Outcome<Prior> read, List<Diagnostic> others) throws IOException {
    Optional<BuildMemory.Sight> sight = begun.look().sight();
    Optional<Outcome<DeclaredAssets>> known = sight.flatMap(seen -> seen.find(others));
    if (known.isPresent()) {
      return known.get();
    }
    Outcome<DeclaredAssets> declared =
        stages.read(
            begun.assets(),
            read instanceof Outcome.Accepted<Prior>(Prior prior, var _)
                    && begun.publication().begunAt().isPresent()
                ? CachedFiles.of(prior.cache())
                : KnownFiles.NONE,
            others);
    if (declared instanceof Outcome.Accepted<DeclaredAssets>(DeclaredAssets sound, var _)) {
      sight.ifPresent(seen -> seen.keep(sound));
    }
    return declared;
  }

  private Outcome<PackedSet> build(
      Begun begun, DeclaredAssets declared, BudgetCheck budgets, Prior read)
      throws IOException, CancelledException {
    Publication publication = begun.publication();
    BuildRequest request = begun.request();
    CacheRoom room = room(request, declared.assets().size());
    Prior prior = read.within(room);
    Optional<FileStamp> begunAt =
        switch (room) {
          case ENOUGH -> publication.begunAt();
          case TOO_LITTLE -> Optional.empty();
        };
    Conversion conversion = new Conversion(begun.assets(), capacity.memory());
    PackAssembly assembly = new PackAssembly(publication);
    Renewal renewal =
        new Renewal(prior, new Unchanged(begun.assets(), declared.stamps()), conversion, assembly);
    CacheUpdate update =
        new CacheUpdate(
            folders.output(),
            publication,
            begun.look().tree(),
            declared,
            begunAt,
            prior,
            room,
            memory.flatMap(kept -> kept.cacheOf(declared.assets().size())));
    Publishing publishing =
        new Publishing(stages, request, publication, prior, assembly, renewal, update);
    return stages
        .makeAll(declared, renewal, assembly::add)
        .then(_ -> reproduced(request, conversion, declared, assembly.stored()))
        .then(_ -> budgets.judge(assembly.stored().stream().map(BankLoad::of).toList()))
        .then(_ -> begun.unlessChanged())
        .then(_ -> publishing.publish());
  }

  /** A second build is compared with the first, key by key. */
  private static CacheRoom room(BuildRequest request, int assetCount) {
    return switch (request.proof()) {
      case NONE -> CacheRoom.of(assetCount, Runtime.getRuntime().maxMemory());
      case REPRODUCED -> CacheRoom.ENOUGH;
    };
  }

  /** A second build from nothing, if it was asked for. */
  private Outcome<Done> reproduced(
      BuildRequest request, Conversion conversion, DeclaredAssets declared, List<StoredAsset> first)
      throws IOException, CancelledException {
    if (request.proof() == BuildRequest.Proof.NONE) {
      return Outcome.done();
    }
    Reproduction reproduction = new Reproduction(conversion);
    List<StoredAsset> second = new ArrayList<>();
    return switch (stages.makeAll(declared.silent(), reproduction::make, second::add)) {
      case Outcome.Refused<Checked>(List<Diagnostic> faults) -> new Outcome.Refused<>(faults);
      // The first build has said what there is to say.
      case Outcome.Accepted<Checked> _ ->
          Outcome.unless(Reproduction.findDifference(first, second));
    };
  }
}

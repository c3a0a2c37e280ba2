package dev.papack;

import dev.papack.convert.Capacity;
import dev.papack.diagnostic.Outcome;
import dev.papack.inspect.PublishedPack;
import dev.papack.packing.BuildMemory;
import dev.papack.packing.Building;
import dev.papack.packing.CacheChecking;
import dev.papack.packing.Planning;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Phase;
import dev.papack.publish.CacheFile;
import dev.papack.publish.Operation;
import dev.papack.publish.PackSlot;
import dev.papack.result.BuildRequest;
import dev.papack.result.Built;
import dev.papack.result.CacheContents;
import dev.papack.result.CacheSample;
import dev.papack.result.CacheVerification;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import dev.papack.result.PackListing;
import dev.papack.result.Plan;
import dev.papack.result.Recorded;
import dev.papack.result.Recovered;
import dev.papack.upkeep.Recovering;
import dev.papack.workspace.Stance;
import dev.papack.workspace.WorkspaceDoor;
import dev.papack.workspace.WorkspacePlace;
import java.io.IOException;
import java.util.Optional;

/**
 * What is published: planned, built, verified and recovered, with what the last build remembers of
 * it.
 */
final class OutputWork {
  private final WorkspacePlace place;
  private final WorkspaceDoor door;
  private final Capacity capacity;
  private final Optional<BuildMemory> memory;

  OutputWork(
      WorkspacePlace place, WorkspaceDoor door, Capacity capacity, Optional<BuildMemory> memory) {
    this.place = place;
    this.door = door;
    this.capacity = capacity;
    this.memory = memory;
  }

  Outcome<Plan> plan(Drift drift) throws IOException, CancelledException {
    door.begin(Phase.READ);
    return door.read(stanceOf(drift), folders -> Planning.of(folders, drift));
  }

  Outcome<Built> build(BuildRequest request) throws IOException, CancelledException {
    return door.writeOutput(
        Operation.BUILD,
        stanceOf(request.drift()),
        (folders, publication) ->
            new Building(folders, request.drift(), capacity, door.observer(), memory)
                .build(publication, request)
                .map(packed ->
                    new Built(
                        packed.packId(),
                        place.output().resolve(PackSlot.PACK.path().text()),
                        packed.assetCount(),
                        packed.packBytes(),
                        packed.state(),
                        packed.convertedCount(),
                        packed.cache(),
                        packed.explained())));
  }

  Outcome<CacheContents> cache() throws IOException, CancelledException {
    return door.read(
        Stance.LOOK, folders -> new CacheChecking(folders, capacity, door.observer()).contents());
  }

  Outcome<CacheVerification> verifyCache(CacheSample sample)
      throws IOException, CancelledException {
    return door.read(
        Stance.LOOK,
        folders -> new CacheChecking(folders, capacity, door.observer()).verify(sample));
  }

  Outcome<Long> clearCache() throws IOException, CancelledException {
    return door.lockedOutput(
        Operation.CLEAR_CACHE,
        (folders, publication) -> {
          long sizeBytes = CacheFile.sizeBytes(folders.output());
          publication.clearCache();
          return Outcome.of(sizeBytes);
        });
  }

  Outcome<PackListing> verify(Recorded sources) throws IOException, CancelledException {
    door.begin(Phase.VERIFY);
    return door.read(
        Stance.VERIFY, folders -> new PublishedPack(folders).verify(sources, capacity.threads()));
  }

  Outcome<Recovered> recover(Effect effect) throws IOException, CancelledException {
    return door.lockedOutput(
        Operation.RECOVER,
        (folders, publication) ->
            WorkspaceDoor.gate(folders.workspace())
                .then(_ -> new Recovering(folders, publication).recover(effect)));
  }

  Outcome<Recovered> discardUnfinished() throws IOException, CancelledException {
    return door.lockedOutput(
        Operation.DISCARD_UNFINISHED,
        (folders, publication) -> new Recovering(folders, publication).giveUp());
  }

  /** How much may be unsettled. */
  static Stance stanceOf(Drift drift) {
    return switch (drift) {
      case TOLERATED -> Stance.JUDGE;
      case REFUSED -> Stance.JUDGE_STRICTLY;
    };
  }
}

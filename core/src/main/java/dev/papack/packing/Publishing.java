package dev.papack.packing;

import dev.papack.cache.BuildCache;
import dev.papack.container.Header;
import dev.papack.container.PackId;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.DiskException;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Phase;
import dev.papack.progress.Progress;
import dev.papack.publish.PackSlot;
import dev.papack.publish.Publication;
import dev.papack.result.BuildRequest;
import dev.papack.result.Built.State;
import dev.papack.result.CacheState;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The end of a build, once every asset has its bank: the published set is kept if it is what would
 * be published, or another one is packed, read back and published.
 *
 * @param stages of the build
 * @param request how to build
 * @param publication what it writes through
 * @param prior what may be taken from the last build
 * @param assembly the pack
 * @param renewal the assets
 * @param update remembers it for the next build
 */
record Publishing(
    Stages stages,
    BuildRequest request,
    Publication publication,
    Prior prior,
    PackAssembly assembly,
    Renewal renewal,
    CacheUpdate update) {
  /** Publishes, if there is anything new. */
  Outcome<PackedSet> publish() throws IOException, CancelledException {
    return renewal.isWhatWasBuilt(assembly.stored()) && prior.isPublishedUntouched()
        ? keep()
        : renew();
  }

  private PackedSet set(PackId packId, long packBytes, State state, CacheState cache) {
    List<StoredAsset> stored = assembly.stored();
    return new PackedSet(
        packId,
        stored.size(),
        packBytes,
        state,
        Renewal.convertedCount(stored),
        cache,
        Explaining.explain(request, stored, renewal));
  }

  /** What is published is what would be. */
  private Outcome<PackedSet> keep() {
    BuildCache cache = prior.cache().orElseThrow();
    long packBytes = cache.outputs().get(PackSlot.PACK.number()).sizeBytes();
    Optional<Diagnostic> unwritten = update.withoutPublication(assembly.stored());
    return Outcome.of(set(cache.packId(), packBytes, State.UNCHANGED, CacheState.VALID))
        .and(unwritten.stream().toList());
  }

  private Outcome<PackedSet> renew() throws IOException, CancelledException {
    Optional<BuildCache> cache = prior.cache();
    Optional<PublishedPack> published =
        cache.isEmpty()
            ? Optional.empty()
            : PublishedPack.open(stages.folders().output(), cache.get().packId());
    try {
      assembly.copyFrom(published);
      // Slices are held against their digests as they are copied. Only if one of them is damaged,
      // or the pack is not there, they are looked at one by one.
      Outcome<Optional<PackedSet>> packed =
          cache.isPresent() && published.isEmpty() ? Outcome.of(Optional.empty()) : pack(published);
      return packed.then(
          first -> first.isPresent() ? Outcome.of(first.get()) : confirmed(published));
    } finally {
      if (published.isPresent()) {
        published.get().close();
      }
    }
  }

  /** The same once it is known which slices are still there. */
  private Outcome<PackedSet> confirmed(Optional<PublishedPack> published)
      throws IOException, CancelledException {
    return renewal
        .confirm(assembly.stored(), published, stages.capacity())
        .then(all -> {
          assembly.replaceStored(all);
          return pack(published);
        })
        .then(packed -> {
          if (packed.isEmpty()) {
            throw new DiskException(
                DiskException.Trouble.CHANGED,
                stages.folders().output().shown(PackSlot.PACK),
                "the published pack changed while its slices were copied");
          }
          return Outcome.of(packed.get());
        });
  }

  /** Empty if a slice that stays the same could not be copied. */
  private Outcome<Optional<PackedSet>> pack(Optional<PublishedPack> published)
      throws IOException, CancelledException {
    return assembly
        .layOut()
        .then(header -> {
          stages.observer().observe(new Progress.Begun(Phase.PACK, 0));
          Optional<PackId> written = assembly.writePack(header);
          return written.isEmpty()
              ? Outcome.of(Optional.empty())
              : publish(header, written.get(), published).map(Optional::of);
        });
  }

  private Outcome<PackedSet> publish(
      Header header, PackId packId, Optional<PublishedPack> published)
      throws IOException, CancelledException {
    stages.observer().observe(new Progress.Begun(Phase.VERIFY, 0));
    return assembly
        .complete(packId, header, stages.capacity().threads())
        .then(_ -> {
          stages.stopIfCancelled();
          if (published.isPresent()) {
            // Where an open file is in the way of its successor.
            published.get().close();
          }
          stages.observer().observe(new Progress.Begun(Phase.PUBLISH, 0));
          return publication.publishPack(packId);
        })
        .then(_ ->
            Outcome.of(set(packId, assembly.packBytes(), State.PUBLISHED, renewal.state()))
                .and(update.afterPublication(packId, header, assembly.stored()).stream().toList()));
  }
}

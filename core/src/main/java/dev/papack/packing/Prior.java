package dev.papack.packing;

import dev.papack.cache.BuildCache;
import dev.papack.cache.CacheDocument;
import dev.papack.cache.CacheMemory;
import dev.papack.cache.CacheRoom;
import dev.papack.cache.CachedAsset;
import dev.papack.cache.Memory;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.FileStamp;
import dev.papack.publish.CacheFile;
import dev.papack.publish.OutputFolder;
import dev.papack.publish.PackSlot;
import dev.papack.result.BuildRequest.Reuse;
import dev.papack.result.CacheState;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * What a build may take from the one before it.
 *
 * @param cache what that one remembered, if it may be used
 * @param byId its assets
 * @param state whether it may, or why not
 * @param outputs the published files, before any of them was read
 */
record Prior(
    Optional<BuildCache> cache, Map<Integer, CachedAsset> byId, CacheState state, Outputs outputs) {
  /** Copies the map. */
  Prior {
    byId = Map.copyOf(byId);
  }

  /**
   * Reads what the last build remembered, and looks whether the pack is still its own.
   *
   * @return refused if the version of the cache is not supported
   */
  static Outcome<Prior> read(OutputFolder folder, Reuse reuse) throws IOException {
    return read(folder, reuse, new CacheMemory());
  }

  /**
   * The same in a process that may have built before.
   *
   * @param written what it remembered then
   */
  static Outcome<Prior> read(OutputFolder folder, Reuse reuse, CacheMemory written)
      throws IOException {
    Outputs outputs = Outputs.of(folder);
    return CacheDocument.read(CacheFile.read(folder), written)
        .map(memory ->
            switch (reuse) {
              case NOTHING -> nothing(CacheState.NOT_ASKED, outputs);
              case UNCHANGED -> of(memory, outputs);
            });
  }

  /** A cache, if the pack is still its own. */
  static Prior of(BuildCache cache, OutputFolder folder) throws IOException {
    return of(new Memory.OfBuild(cache), Outputs.of(folder));
  }

  /** The same, or nothing to take from it if there is no memory for that. */
  Prior within(CacheRoom room) {
    return switch (room) {
      case ENOUGH -> this;
      case TOO_LITTLE -> nothing(CacheState.TOO_LARGE, outputs);
    };
  }

  private static Prior of(Memory memory, Outputs outputs) {
    return switch (memory) {
      case Memory.Nothing(CacheState why) -> nothing(why, outputs);
      case Memory.OfBuild(BuildCache cache) -> {
        Optional<FileStamp> recorded = cache.outputs().get(PackSlot.PACK.number()).stamp();
        Optional<FileStamp> now = outputs.stamp(PackSlot.PACK);
        yield recorded.isPresent() && !recorded.equals(now)
            ? nothing(CacheState.PACK_CHANGED, outputs)
            : new Prior(Optional.of(cache), cache.byId(), CacheState.VALID, outputs);
      }
    };
  }

  private static Prior nothing(CacheState why, Outputs outputs) {
    return new Prior(Optional.empty(), Map.of(), why, outputs);
  }

  /**
   * Whether the published files are what the last build published. Those of unsure age are read.
   */
  boolean isPublishedUntouched() throws IOException {
    return cache.isPresent() && outputs.areUntouched(cache.get().outputs());
  }
}

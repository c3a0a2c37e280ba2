package dev.papack.packing;

import dev.papack.cache.BuildCache;
import dev.papack.cache.BuildCache.CachedOutput;
import dev.papack.cache.CacheDocument;
import dev.papack.cache.CacheRoom;
import dev.papack.cache.CachedAsset;
import dev.papack.cache.Memory;
import dev.papack.container.Sha256;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.FileStamp;
import dev.papack.disk.ReadableFile;
import dev.papack.publish.CacheFile;
import dev.papack.publish.OutputFolder;
import dev.papack.publish.PackFiles;
import dev.papack.publish.PackSlot;
import dev.papack.result.BuildRequest.Reuse;
import dev.papack.result.CacheState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a build may take from the one before it.
 *
 * @param cache what that one remembered, if it may be used
 * @param byId its assets
 * @param state whether it may, or why not
 * @param outputs what the file system said of the published files before any of them was read
 */
record Prior(
    Optional<BuildCache> cache,
    Map<Integer, CachedAsset> byId,
    CacheState state,
    Map<PackSlot, FileStamp> outputs) {
  private static final int BUFFER_BYTES = 256 << 10;

  /** Copies the maps. */
  Prior {
    byId = Map.copyOf(byId);
    outputs = Map.copyOf(outputs);
  }

  /**
   * Reads what the last build remembered, and looks whether the pack is still its own.
   *
   * @return refused if the version of the cache is not supported
   */
  static Outcome<Prior> read(OutputFolder output, Reuse reuse) throws IOException {
    Map<PackSlot, FileStamp> outputs = outputs(output);
    return CacheDocument.read(CacheFile.read(output))
        .map(memory ->
            switch (reuse) {
              case NOTHING -> nothing(CacheState.NOT_ASKED, outputs);
              case UNCHANGED -> of(memory, outputs);
            });
  }

  /** A cache, if the pack is still its own. */
  static Prior of(BuildCache cache, OutputFolder output) throws IOException {
    return of(new Memory.OfBuild(cache), outputs(output));
  }

  private static Map<PackSlot, FileStamp> outputs(OutputFolder output) throws IOException {
    Map<PackSlot, FileStamp> outputs = new EnumMap<>(PackSlot.class);
    for (PackSlot slot : PackSlot.values()) {
      slot.stamp(output).ifPresent(stamp -> outputs.put(slot, stamp));
    }
    return outputs;
  }

  /** The same, or nothing to take from it if there is no memory for that. */
  Prior within(CacheRoom room) {
    return switch (room) {
      case ENOUGH -> this;
      case TOO_LITTLE -> nothing(CacheState.TOO_LARGE, outputs);
    };
  }

  private static Prior of(Memory memory, Map<PackSlot, FileStamp> outputs) {
    return switch (memory) {
      case Memory.Nothing(CacheState why) -> nothing(why, outputs);
      case Memory.OfBuild(BuildCache cache) -> {
        Optional<FileStamp> recorded = cache.outputs().get(PackSlot.PACK.number()).stamp();
        Optional<FileStamp> now = Optional.ofNullable(outputs.get(PackSlot.PACK));
        yield recorded.isPresent() && !recorded.equals(now)
            ? nothing(CacheState.PACK_CHANGED, outputs)
            : new Prior(Optional.of(cache), cache.byId(), CacheState.VALID, outputs);
      }
    };
  }

  private static Prior nothing(CacheState why, Map<PackSlot, FileStamp> outputs) {
    return new Prior(Optional.empty(), Map.of(), why, outputs);
  }

  /** The same without anything to take from it: the pack is not what it was. */
  Prior withoutPack() {
    return nothing(CacheState.PACK_CHANGED, outputs);
  }

  /**
   * Whether the published files are what the last build published. Those of unsure age are read.
   */
  boolean isPublishedUntouched(OutputFolder folder) throws IOException {
    if (cache.isEmpty()) {
      return false;
    }
    for (PackSlot slot : PackSlot.values()) {
      CachedOutput output = cache.get().outputs().get(slot.number());
      Optional<FileStamp> now = Optional.ofNullable(outputs.get(slot));
      boolean isSame =
          output.stamp().isPresent() ? output.stamp().equals(now) : isOf(folder, slot, output);
      if (!isSame) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOf(OutputFolder folder, PackSlot slot, CachedOutput output)
      throws IOException {
    if (slot.find(folder).filter(found -> found.sizeBytes() == output.sizeBytes()).isEmpty()) {
      return false;
    }
    try (ReadableFile file = PackFiles.published(folder).of(slot).open()) {
      MessageDigest digest = Sha256.newMessageDigest();
      ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
      for (long done = 0; ; ) {
        int count = file.read(done, buffer.clear());
        if (count < 0) {
          return done == output.sizeBytes() && Sha256.finish(digest).equals(output.digest());
        }
        digest.update(buffer.flip());
        done += count;
      }
    }
  }

  /**
   * The published files as they were found untouched, with what the file system says of them now.
   *
   * @param begunAt a clock from before they were looked at
   */
  List<CachedOutput> renewedOutputs(Optional<FileStamp> begunAt) {
    List<CachedOutput> renewed = new ArrayList<>();
    for (PackSlot slot : PackSlot.values()) {
      CachedOutput output = cache.orElseThrow().outputs().get(slot.number());
      Optional<FileStamp> now =
          Optional.ofNullable(outputs.get(slot))
              .filter(stamp -> begunAt.filter(stamp::isOlderThan).isPresent());
      renewed.add(
          output.stamp().isPresent()
              ? output
              : new CachedOutput(output.sizeBytes(), output.digest(), now));
    }
    return renewed;
  }
}

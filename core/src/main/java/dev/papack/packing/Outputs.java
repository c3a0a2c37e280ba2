package dev.papack.packing;

import dev.papack.cache.BuildCache.CachedOutput;
import dev.papack.container.Sha256;
import dev.papack.disk.FileStamp;
import dev.papack.disk.ReadableFile;
import dev.papack.publish.OutputFolder;
import dev.papack.publish.PackFiles;
import dev.papack.publish.PackSlot;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The published files.
 *
 * @param folder that they are in
 * @param stamps what the file system said of them before any of them was read
 */
record Outputs(OutputFolder folder, Map<PackSlot, FileStamp> stamps) {
  private static final int BUFFER_BYTES = 256 << 10;

  /** Copies the map. */
  Outputs {
    stamps = Map.copyOf(stamps);
  }

  static Outputs of(OutputFolder folder) throws IOException {
    Map<PackSlot, FileStamp> stamps = new EnumMap<>(PackSlot.class);
    for (PackSlot slot : PackSlot.values()) {
      slot.stamp(folder).ifPresent(stamp -> stamps.put(slot, stamp));
    }
    return new Outputs(folder, stamps);
  }

  Optional<FileStamp> stamp(PackSlot slot) {
    return Optional.ofNullable(stamps.get(slot));
  }

  /** Whether they are those that a build published, and none of them need be read to know it. */
  boolean areUntouchedByStamp(List<CachedOutput> published) {
    for (PackSlot slot : PackSlot.values()) {
      Optional<FileStamp> before = published.get(slot.number()).stamp();
      if (before.isEmpty() || !before.equals(stamp(slot))) {
        return false;
      }
    }
    return true;
  }

  /** Whether they are those that a build published. Those of unsure age are read. */
  boolean areUntouched(List<CachedOutput> published) throws IOException {
    for (PackSlot slot : PackSlot.values()) {
      CachedOutput output = published.get(slot.number());
      boolean isSame =
          output.stamp().isPresent() ? output.stamp().equals(stamp(slot)) : isOf(slot, output);
      if (!isSame) {
        return false;
      }
    }
    return true;
  }

  private boolean isOf(PackSlot slot, CachedOutput output) throws IOException {
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
   * These as they were found untouched, with what the file system says of them now.
   *
   * @param begunAt a clock from before they were looked at
   */
  List<CachedOutput> renewed(List<CachedOutput> published, Optional<FileStamp> begunAt) {
    List<CachedOutput> renewed = new ArrayList<>();
    for (PackSlot slot : PackSlot.values()) {
      CachedOutput output = published.get(slot.number());
      Optional<FileStamp> now =
          stamp(slot).filter(stamp -> begunAt.filter(stamp::isOlderThan).isPresent());
      renewed.add(
          output.stamp().isPresent()
              ? output
              : new CachedOutput(output.sizeBytes(), output.digest(), now));
    }
    return renewed;
  }
}

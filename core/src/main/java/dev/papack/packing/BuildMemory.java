package dev.papack.packing;

import dev.papack.asset.DeclarationPlace;
import dev.papack.cache.CacheMemory;
import dev.papack.cache.CacheRoom;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.FileStamp;
import dev.papack.disk.ReadableDirectory;
import dev.papack.source.TreeLook;
import dev.papack.source.TreeStamp;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a process that stays keeps of its last build, so that the next one need not find it again.
 * Nothing of it is used before the file system says that it is still so. Several threads may use it
 * at once.
 */
public final class BuildMemory {
  private final AtomicReference<Optional<Known>> last = new AtomicReference<>(Optional.empty());
  private final CacheMemory cache = new CacheMemory();

  /**
   * What documents meant.
   *
   * @param documents their stamp, every change of which would show
   * @param declared has no fault
   */
  private record Known(TreeStamp documents, DeclaredAssets declared) {}

  /** What the last build remembers on disk. */
  CacheMemory cache() {
    return cache;
  }

  /** The same to keep in memory what a build of so many assets writes, if there is room for it. */
  Optional<CacheMemory> cacheOf(int assetCount) {
    return hasRoom(assetCount) ? Optional.of(cache) : Optional.empty();
  }

  /** All that is kept takes about as much again as the caches of two builds, which come and go. */
  private static boolean hasRoom(int assetCount) {
    return CacheRoom.of(2 * assetCount, Runtime.getRuntime().maxMemory()) == CacheRoom.ENOUGH;
  }

  /**
   * Looks at every file.
   *
   * @param clock of a file that was written just before
   * @return empty where the file system says too little
   */
  Optional<Sight> look(ReadableDirectory assets, FileStamp clock) throws IOException {
    return TreeLook.at(
            assets, file -> file.isOfWorkspace() || DeclarationPlace.isNamedSo(file.text()))
        .map(files -> new Sight(this, files, clock));
  }

  /**
   * What one build sees before it reads anything.
   *
   * @param memory of the builds before
   * @param files all of them
   * @param clock of a file that was written before they were looked at
   */
  record Sight(BuildMemory memory, TreeLook files, FileStamp clock) {
    /**
     * What was declared then, if no document changed and the same files are there.
     *
     * @param others what else was found this time
     */
    Optional<Outcome<DeclaredAssets>> find(List<Diagnostic> others) {
      return memory
          .last
          .get()
          .filter(known -> known.documents().equals(files.documents()))
          .map(known -> known.declared().again(files, others));
    }

    /** Keeps what was read, if every change of it would show. */
    void keep(DeclaredAssets declared) {
      boolean isSure = files.documents().isOlderThan(clock);
      boolean isSound = declared.ofDocuments().stream().noneMatch(Diagnostic::isError);
      memory.last.set(
          isSure && isSound && isOf(declared) && hasRoom(declared.assets().size())
              ? Optional.of(new Known(files.documents(), declared))
              : Optional.empty());
    }

    /** A file that came or went after this look, and goes or comes again, would not show. */
    private boolean isOf(DeclaredAssets declared) {
      return files.tree().files().equals(declared.seen());
    }
  }
}

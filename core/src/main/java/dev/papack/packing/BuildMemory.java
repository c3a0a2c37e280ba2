package dev.papack.packing;

import dev.papack.asset.DeclarationPlace;
import dev.papack.cache.CacheMemory;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.disk.FileStamp;
import dev.papack.disk.ReadableDirectory;
import dev.papack.source.TreeLook;
import dev.papack.source.TreeStamp;
import java.io.IOException;
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

  /** Looks at every file; empty where the file system says too little. */
  static Optional<TreeLook> look(ReadableDirectory assets) throws IOException {
    return TreeLook.at(
        assets, file -> file.isOfWorkspace() || DeclarationPlace.isNamedSo(file.text()));
  }

  /** What the last build remembers on disk. */
  CacheMemory cache() {
    return cache;
  }

  /** What was declared then, if no document changed and the same files are there. */
  Optional<DeclaredAssets> find(TreeLook now) {
    return last.get()
        .filter(known -> known.documents().equals(now.documents()))
        .map(Known::declared);
  }

  /**
   * Keeps what was read.
   *
   * @param look from before anything was read
   * @param clock of a file that was written before that
   */
  void keep(TreeLook look, FileStamp clock, DeclaredAssets declared) {
    boolean isSure = look.documents().isOlderThan(clock);
    boolean isSound = declared.ofDocuments().stream().noneMatch(Diagnostic::isError);
    last.set(
        isSure && isSound ? Optional.of(new Known(look.documents(), declared)) : Optional.empty());
  }
}

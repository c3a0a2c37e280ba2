package dev.papack.disk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Flushes of many files at once. Each one alone waits for a commit of the file system's journal;
 * those that wait together share it: 2,000 small files take a tenth of the time.
 */
final class ManyFlushes {
  private static final int MAX_THREADS = 8;

  private ManyFlushes() {}

  /** Flushes all, and fails as the first of them that fails; an interrupt is kept for later. */
  static void of(List<? extends WritableFile> files) throws IOException {
    if (files.isEmpty()) {
      return;
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(Math.min(files.size(), MAX_THREADS))) {
      List<Future<Void>> flushes = new ArrayList<>();
      for (WritableFile file : files) {
        flushes.add(
            pool.submit(() -> {
              file.flush();
              return null;
            }));
      }
      for (Future<Void> flush : flushes) {
        Void _ = Uninterrupted.await(flush);
      }
    }
  }
}

package dev.papack.disk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Flushes of many files at once. Each one alone waits for a commit of the file system's journal;
 * those that wait together share it: 2,000 small files take a tenth of the time.
 */
final class ManyFlushes {
  private static final int MAX_THREADS = 8;

  private final List<? extends WritableFile> files;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicReference<Optional<Throwable>> failure =
      new AtomicReference<>(Optional.empty());

  private ManyFlushes(List<? extends WritableFile> files) {
    this.files = files;
  }

  /**
   * Flushes all; after the first failure no other is begun. The threads are none of the caller's,
   * so that an interrupt closes no file in the middle of it: it is kept for later.
   */
  static void of(List<? extends WritableFile> files) throws IOException {
    new ManyFlushes(files).run();
  }

  private void run() throws IOException {
    if (files.size() < 2) {
      flushRest();
    } else {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < Math.min(files.size(), MAX_THREADS); i++) {
        threads.add(Thread.ofPlatform().name("flush-" + i).start(this::flushRest));
      }
      threads.forEach(ManyFlushes::await);
    }
    if (failure.get().isPresent()) {
      switch (failure.get().get()) {
        case IOException trouble -> throw trouble;
        case Error defect -> throw defect;
        case RuntimeException defect -> throw defect;
        case Throwable other -> throw new IllegalStateException(other);
      }
    }
  }

  private void flushRest() {
    for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
      try {
        files.get(i).flush();
      } catch (IOException | RuntimeException | Error thrown) {
        failure.compareAndSet(Optional.empty(), Optional.of(thrown));
        next.set(files.size());
      }
    }
  }

  private static void await(Thread thread) {
    boolean isInterrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

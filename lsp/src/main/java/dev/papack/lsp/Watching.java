package dev.papack.lsp;

import dev.papack.Packer;
import dev.papack.Session;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import dev.papack.progress.Progress;
import dev.papack.watch.Watch;
import dev.papack.watch.WatchEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Notices files that change on the disk: not every editor tells of them. */
final class Watching implements Observer {
  private static final Duration SETTLE = Duration.ofMillis(100);

  /** How often a workspace that is gone is looked for: another branch may not have it. */
  private static final long RETRY_MILLIS = 1_000;

  private final Session session;
  private final Runnable changed;
  private final Consumer<String> log;
  private final CountDownLatch stopped = new CountDownLatch(1);

  // Of the one thread that watches.
  private Sight sight = Sight.KEPT;

  /** Whether changes are noticed. */
  private enum Sight {
    KEPT,
    LOST
  }

  Watching(Session session, Runnable changed, Consumer<String> log) {
    this.session = session;
    this.changed = changed;
    this.log = log;
  }

  /** Begins to watch. */
  Thread start() {
    return Thread.ofPlatform().daemon().name("watching").start(this::run);
  }

  /** Ends soon. */
  void stop() {
    stopped.countDown();
  }

  private boolean isStopped() {
    return stopped.getCount() == 0;
  }

  private void run() {
    try {
      while (!isStopped()) {
        try {
          follow();
        } catch (IOException e) {
          lose(e);
          boolean _ = stopped.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        }
      }
    } catch (CancelledException | InterruptedException e) {
      // It was stopped.
    } catch (RuntimeException e) {
      log.accept(Defect.inWords(e));
    }
  }

  private void follow() throws IOException, CancelledException {
    try (Watch watch = session.watch(SETTLE)) {
      if (sight == Sight.LOST) {
        sight = Sight.KEPT;
        log.accept("files are watched again");
        changed.run();
      }
      while (!isStopped()) {
        switch (watch.next(this)) {
          case WatchEvent.Changed _ -> changed.run();
          case WatchEvent.Polling(var diagnostic) -> log.accept(diagnostic.message());
        }
      }
    }
  }

  /** Whatever is wrong with the workspace is said once. */
  private void lose(IOException why) {
    if (sight == Sight.KEPT) {
      sight = Sight.LOST;
      log.accept("files are no longer watched: " + Packer.diagnose(why).message());
      changed.run();
    }
  }

  @Override
  public void observe(Progress event) {}

  @Override
  public boolean isCancelled() {
    return isStopped();
  }
}

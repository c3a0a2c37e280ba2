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
import java.util.function.Consumer;

/** Notices files that change on the disk: not every editor tells of them. */
final class Watching implements Observer {
  private static final Duration SETTLE = Duration.ofMillis(100);

  private final Session session;
  private final Runnable changed;
  private final Consumer<String> log;
  private volatile boolean isStopped;

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
    isStopped = true;
  }

  private void run() {
    try (Watch watch = session.watch(SETTLE)) {
      while (!isStopped) {
        switch (watch.next(this)) {
          case WatchEvent.Changed _ -> changed.run();
          case WatchEvent.Polling(var diagnostic) -> log.accept(diagnostic.message());
        }
      }
    } catch (CancelledException e) {
      // It was stopped.
    } catch (IOException e) {
      log.accept("files are no longer watched: " + Packer.diagnose(e).message());
    } catch (RuntimeException e) {
      log.accept(Defect.inWords(e));
    }
  }

  @Override
  public void observe(Progress event) {}

  @Override
  public boolean isCancelled() {
    return isStopped;
  }
}

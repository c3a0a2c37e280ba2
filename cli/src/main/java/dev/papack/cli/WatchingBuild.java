package dev.papack.cli;

import dev.papack.Packer;
import dev.papack.Session;
import dev.papack.cli.output.Arrival;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import dev.papack.watch.Watch;
import dev.papack.watch.WatchEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Builds once, then after each change, until it is cancelled. A build that fails is shown only once
 * nothing has changed for a while: what a program is still writing is not faulty but not ready.
 *
 * @param session builds and watches
 * @param building one build
 * @param means prints and waits
 * @param observer cancels
 */
record WatchingBuild(Session session, Building building, Means means, Observer observer) {
  /** Programs write a file in pieces that follow each other faster than this. */
  private static final Duration SETTLE = Duration.ofMillis(100);

  /** How long nothing changes before a fault is shown. */
  private static final Duration READY = Duration.ofSeconds(1);

  /** One build. */
  @FunctionalInterface
  interface Building {
    Completed run(WatchedChanges changes) throws UsageException, IOException, CancelledException;
  }

  /** Prints what a command does before it is done. */
  interface Reports {
    /** That the watching itself is not as usual. */
    void print(Diagnostic diagnostic);

    /** What came of a build, and whether that arrived. */
    Arrival print(WatchedChanges changes, Completed completed);
  }

  /**
   * What watching needs of the process.
   *
   * @param reports prints
   * @param patience waits for another papack that is writing
   */
  record Means(Reports reports, Patience patience) {}

  /**
   * Does so.
   *
   * @return once what is printed does not arrive any more
   * @throws CancelledException at every other end
   */
  Completed run() throws UsageException, IOException, CancelledException {
    try (Watch watch = session.watch(SETTLE)) {
      WatchedChanges changes = WatchedChanges.NONE;
      while (true) {
        WatchedChanges since = changes;
        Completed completed = means.patience().run(() -> build(since));
        if (completed.result().isPresent() || watch.staysQuiet(READY, observer)) {
          switch (means.reports().print(changes, completed.in(session))) {
            case WHOLE -> {}
            case READER_LEFT, LOST -> {
              return new Completed(List.of(), Optional.empty());
            }
          }
          changes = WatchedChanges.NONE;
        }
        changes = changes.and(awaitChange(watch));
      }
    }
  }

  /** The machine's trouble may pass, as a full disk does. */
  private Completed build(WatchedChanges changes) throws UsageException, CancelledException {
    try {
      return building.run(changes);
    } catch (IOException e) {
      return Completed.refused(Packer.diagnose(e));
    }
  }

  private WatchEvent.Changed awaitChange(Watch watch) throws IOException, CancelledException {
    while (true) {
      switch (watch.next(observer)) {
        case WatchEvent.Changed change -> {
          return change;
        }
        case WatchEvent.Polling(Diagnostic why) -> means.reports().print(why);
      }
    }
  }
}

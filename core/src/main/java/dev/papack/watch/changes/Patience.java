package dev.papack.watch.changes;

import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import java.time.Duration;

/**
 * How long to wait, in steps that are short enough to notice a cancellation. Its clock is that of
 * this process alone; no output depends on it.
 */
final class Patience {
  /** A cancellation has to be noticed within 100 ms. */
  private static final long STEP_NANOS = 40_000_000;

  private static final long NANOS_PER_MILLISECOND = 1_000_000;

  private final Observer observer;
  private final long begunNanos = System.nanoTime();
  private final long nanos;

  private Patience(Observer observer, long nanos) {
    this.observer = observer;
    this.nanos = nanos;
  }

  static Patience of(Duration duration, Observer observer) {
    return new Patience(observer, nanos(duration));
  }

  static Patience endless(Observer observer) {
    return new Patience(observer, Long.MAX_VALUE);
  }

  /** The longest that can be counted is as good as for ever. */
  private static long nanos(Duration duration) {
    return duration.compareTo(Duration.ofNanos(Long.MAX_VALUE)) < 0
        ? duration.toNanos()
        : Long.MAX_VALUE;
  }

  /** How long this has lasted. */
  long passedNanos() {
    return System.nanoTime() - begunNanos;
  }

  boolean isOver() {
    return passedNanos() >= nanos;
  }

  /**
   * How long to wait now, before looking whether it is over.
   *
   * @return milliseconds, at least 1
   * @throws CancelledException if the observer wants so
   */
  long stepMilliseconds() throws CancelledException {
    if (observer.isCancelled()) {
      throw new CancelledException();
    }
    long left = Math.min(STEP_NANOS, nanos - passedNanos());
    return Math.max(1, left / NANOS_PER_MILLISECOND);
  }
}

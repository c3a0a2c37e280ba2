package dev.papack.disk;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * Work that an interrupt must not tear: Java closes the channel of a thread that is interrupted, in
 * the middle of whatever it does. So the work is done by a thread that nobody else knows.
 */
public final class Uninterrupted {
  private Uninterrupted() {}

  /**
   * What is done to its end.
   *
   * @param <T> what comes of it
   */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it. */
    T run() throws IOException;
  }

  /** Does it, and waits for it; an interrupt that comes meanwhile is kept for later. */
  public static <T> T call(Work<T> work) throws IOException {
    FutureTask<T> task = new FutureTask<>(work::run);
    Thread.ofPlatform().name("publication").start(task);
    return await(task);
  }

  /** Waits for work of another thread; an interrupt that comes meanwhile is kept for later. */
  static <T> T await(Future<T> work) throws IOException {
    boolean isInterrupted = false;
    try {
      while (true) {
        try {
          return work.get();
        } catch (InterruptedException _) {
          isInterrupted = true;
        }
      }
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException trouble -> throw trouble;
        case Error defect -> throw defect;
        case RuntimeException defect -> throw defect;
        case null, default -> throw new IllegalStateException(e);
      }
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

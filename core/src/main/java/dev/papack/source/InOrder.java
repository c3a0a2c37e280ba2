package dev.papack.source;

import dev.papack.disk.DiskException;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Work on many things by several threads, its results handed out in the things' order, so that
 * nothing later can depend on the threads.
 *
 * <p>Only so many tasks are given to the threads ahead of the result that is wanted next, so that
 * few results wait. What the tasks need while they run is theirs to limit.
 *
 * @param <R> what the work makes of a thing
 */
public final class InOrder<R> implements Closeable {
  private static final int AHEAD_PER_THREAD = 16;

  private final Iterator<Work<R>> later;
  private final Queue<Future<R>> inFlight = new ArrayDeque<>();
  private final ExecutorService pool;
  private final int mostInFlight;

  /**
   * The work on one thing.
   *
   * @param <R> its result
   */
  @FunctionalInterface
  public interface Work<R> {
    /** Does it, on some thread. */
    R run() throws IOException;
  }

  /**
   * Begins to work.
   *
   * @param threads at least 1
   * @param work in the order in which its results are wanted; taken as it is needed
   */
  public InOrder(int threads, Iterator<Work<R>> work) {
    later = work;
    mostInFlight = threads * AHEAD_PER_THREAD;
    pool = Executors.newFixedThreadPool(threads);
    fill();
  }

  /** Whether there is another result. */
  public boolean hasNext() {
    return !inFlight.isEmpty();
  }

  /** The next result, once it is there. */
  public R next() throws IOException {
    if (!hasNext()) {
      throw new NoSuchElementException("every result was handed out");
    }
    R result = await(inFlight.remove());
    fill();
    return result;
  }

  private void fill() {
    while (later.hasNext() && inFlight.size() < mostInFlight) {
      Work<R> work = later.next();
      inFlight.add(pool.submit(work::run));
    }
  }

  private static <R> R await(Future<R> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw DiskException.interrupted("");
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException trouble -> throw trouble;
        case Error defect -> throw defect;
        case RuntimeException defect -> throw defect;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  /** Abandons what is in flight and waits until no thread works any more. */
  @Override
  public void close() {
    inFlight.forEach(task -> task.cancel(false));
    pool.shutdown();
    pool.close();
  }
}

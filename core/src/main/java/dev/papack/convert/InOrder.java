package dev.papack.convert;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Work on many things by several threads, its results handed out in the things' order, so that
 * nothing later can depend on the threads. At most twice as many results as threads are in memory.
 *
 * @param <R> what the work makes of a thing
 */
public final class InOrder<R> implements Closeable {
  private final int maxUnderWay;
  private final Iterator<? extends Task<R>> waiting;
  private final Queue<Future<R>> underWay = new ArrayDeque<>();
  private final ExecutorService pool;

  /**
   * The work on one thing.
   *
   * @param <R> its result
   */
  @FunctionalInterface
  public interface Task<R> {
    /** Does it, on some thread. */
    R run() throws IOException;
  }

  /**
   * Begins to work.
   *
   * @param threads at least 1
   * @param tasks in the order in which their results are wanted
   */
  public InOrder(int threads, List<? extends Task<R>> tasks) {
    maxUnderWay = 2 * threads;
    waiting = tasks.iterator();
    pool = Executors.newFixedThreadPool(threads);
    fill();
  }

  /** Whether there is another result. */
  public boolean hasNext() {
    return !underWay.isEmpty();
  }

  /** The next result, once it is there. */
  public R next() throws IOException {
    if (underWay.isEmpty()) {
      throw new NoSuchElementException("every result was handed out");
    }
    R result = await(underWay.remove());
    fill();
    return result;
  }

  private void fill() {
    while (waiting.hasNext() && underWay.size() < maxUnderWay) {
      Task<R> task = waiting.next();
      underWay.add(pool.submit(task::run));
    }
  }

  private static <R> R await(Future<R> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException trouble -> throw trouble;
        case Error defect -> throw defect;
        case RuntimeException defect -> throw defect;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  /** Abandons what is under way and waits until no thread works any more. */
  @Override
  public void close() {
    underWay.forEach(task -> task.cancel(false));
    pool.shutdown();
    pool.close();
  }
}

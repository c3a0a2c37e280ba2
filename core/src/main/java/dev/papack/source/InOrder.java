package dev.papack.source;

import dev.papack.disk.DiskException;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/**
 * Work on many things by several threads, its results handed out in the things' order, so that
 * nothing later can depend on the threads.
 *
 * <p>Only so many tasks are given to the threads ahead of the result that is wanted next, so that
 * few results wait. What the tasks need while they run is theirs to limit. One thread alone is that
 * of whoever wants the results: each is made when it is wanted, and no other thread is begun.
 *
 * @param <R> what the work makes of a thing
 */
public final class InOrder<R> implements Closeable {
  private static final int AHEAD_PER_THREAD = 16;

  private final Iterator<Work<R>> later;
  private final Queue<FutureTask<R>> inFlight = new ArrayDeque<>();
  private final Optional<ExecutorService> others;
  private final int maxInFlight;

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
    others = threads == 1 ? Optional.empty() : Optional.of(Executors.newFixedThreadPool(threads));
    maxInFlight = threads == 1 ? 1 : threads * AHEAD_PER_THREAD;
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
    FutureTask<R> task = inFlight.remove();
    if (others.isEmpty()) {
      task.run();
    }
    try {
      return await(task);
    } finally {
      fill();
    }
  }

  private void fill() {
    while (later.hasNext() && inFlight.size() < maxInFlight) {
      FutureTask<R> task = new FutureTask<>(later.next()::run);
      inFlight.add(task);
      others.ifPresent(threads -> threads.execute(task));
    }
  }

  private static <R> R await(FutureTask<R> task) throws IOException {
    try {
      return task.get();
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
    others.ifPresent(ExecutorService::close);
  }
}

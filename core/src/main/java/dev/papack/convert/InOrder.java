package dev.papack.convert;

import dev.papack.disk.DiskException;
import dev.papack.source.Limits;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Work on many things by several threads, its results handed out in the things' order, so that
 * nothing later can depend on the threads.
 *
 * <p>Each task has a weight, and the tasks in flight together weigh at most so much; a heavier one
 * waits until it is alone, and then runs. A task is in flight from the moment that it is given to
 * the threads until its result has been handed out and the next one is asked for.
 *
 * @param <R> what the work makes of a thing
 */
public final class InOrder<R> implements Closeable {
  private final long mostBytes;
  private final Iterator<Task<R>> later;
  private final Queue<InFlight<R>> inFlight = new ArrayDeque<>();
  private final ExecutorService pool;
  private Optional<Task<R>> waiting;

  /** Of all that is in flight, the result that was handed out last among it. */
  private long inFlightBytes;

  private long handedOutBytes;

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
   * Work and what it weighs.
   *
   * @param weightBytes how much memory it and its result need at most, as far as that is known
   *     before it runs; at least 1
   * @param work what is to be done
   * @param <R> its result
   */
  public record Task<R>(long weightBytes, Work<R> work) {
    /**
     * Refuses weights below 1: any number of such tasks could be in flight.
     *
     * @throws IllegalArgumentException naming the weight
     */
    public Task {
      if (weightBytes < 1) {
        throw new IllegalArgumentException("weight " + weightBytes);
      }
    }
  }

  private record InFlight<R>(long weightBytes, Future<R> result) {}

  /**
   * Begins to work.
   *
   * @param threads at least 1
   * @param mostBytes what the tasks in flight weigh at most, unless one alone weighs more; at least
   *     1
   * @param tasks in the order in which their results are wanted
   */
  public InOrder(int threads, long mostBytes, List<Task<R>> tasks) {
    if (mostBytes < 1) {
      throw new IllegalArgumentException("most bytes " + mostBytes);
    }
    this.mostBytes = mostBytes;
    later = List.copyOf(tasks).iterator();
    waiting = following();
    pool = Executors.newFixedThreadPool(threads);
    fill();
  }

  /**
   * Begins to work on sources whose sizes are not known: each task weighs as much as the largest
   * source may, and two for each thread are in flight.
   *
   * @param threads at least 1
   * @param work in the order in which its results are wanted
   */
  public static <R> InOrder<R> ofSources(int threads, List<Work<R>> work) {
    return new InOrder<>(
        threads,
        2L * threads * Limits.SOURCE_BYTES,
        work.stream().map(one -> new Task<>(Limits.SOURCE_BYTES, one)).toList());
  }

  /** Whether there is another result. */
  public boolean hasNext() {
    return !inFlight.isEmpty() || waiting.isPresent();
  }

  /** The next result, once it is there; the one before it no longer counts. */
  public R next() throws IOException {
    if (!hasNext()) {
      throw new NoSuchElementException("every result was handed out");
    }
    inFlightBytes -= handedOutBytes;
    handedOutBytes = 0;
    fill();
    InFlight<R> next = inFlight.remove();
    handedOutBytes = next.weightBytes();
    return await(next.result());
  }

  private void fill() {
    while (waiting.isPresent() && isAllowed(waiting.get())) {
      Task<R> task = waiting.get();
      inFlight.add(new InFlight<>(task.weightBytes(), pool.submit(task.work()::run)));
      inFlightBytes += task.weightBytes();
      waiting = following();
    }
  }

  private boolean isAllowed(Task<R> task) {
    return inFlightBytes == 0 || task.weightBytes() <= mostBytes - inFlightBytes;
  }

  private Optional<Task<R>> following() {
    return later.hasNext() ? Optional.of(later.next()) : Optional.empty();
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
    inFlight.forEach(task -> task.result().cancel(false));
    pool.shutdown();
    pool.close();
  }
}

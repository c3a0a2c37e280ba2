package dev.papack.convert;

import dev.papack.disk.DiskException;
import dev.papack.disk.OutOfMemoryException;
import java.io.IOException;
import java.util.concurrent.Semaphore;

/**
 * How much memory all work under way may need together. Whoever needs more than there is waits
 * until it is alone, and then goes on: what no budget allows may still fit into the heap.
 *
 * <p>Work that has a share must not ask for another one: two that wait for each other would wait
 * for ever.
 */
public final class MemoryBudget {
  /** What is left to everything that is not counted. */
  private static final long UNCOUNTED_BYTES = 64L << 20;

  private static final long MIN_BYTES = 4L << 20;
  private static final long MAX_BYTES = 512L << 20;
  private static final int UNIT_BYTES = 1 << 10;

  private final int units;

  /** First come, first served: otherwise a large one could wait for ever. */
  private final Semaphore free;

  private MemoryBudget(long bytes) {
    units = Math.clamp(bytes / UNIT_BYTES, 1, Integer.MAX_VALUE);
    free = new Semaphore(units, true);
  }

  /**
   * A budget that was asked for.
   *
   * @param bytes at least 1
   */
  public static MemoryBudget of(long bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("bytes " + bytes);
    }
    return new MemoryBudget(bytes);
  }

  /**
   * Half of a heap without 64 MiB; at least 4 MiB and at most 512 MiB.
   *
   * @param heapBytes how large the heap may become
   */
  public static MemoryBudget ofHeap(long heapBytes) {
    return new MemoryBudget(Math.clamp((heapBytes - UNCOUNTED_BYTES) / 2, MIN_BYTES, MAX_BYTES));
  }

  /** How much there is for all. */
  public long bytes() {
    return (long) units * UNIT_BYTES;
  }

  /** A part of the budget, until it is closed. */
  final class Share implements AutoCloseable {
    private final int taken;

    private Share(int taken) {
      this.taken = taken;
    }

    @Override
    public void close() {
      free.release(taken);
    }
  }

  /**
   * Work on one asset.
   *
   * @param <T> what comes of it
   */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it, with the memory that was asked for. */
    T run() throws IOException;
  }

  /**
   * Waits for memory, and works with it.
   *
   * @param need how much, and for which asset
   * @throws OutOfMemoryException naming the asset, if the heap is too small even so
   * @throws IOException as the work does, or if the thread is interrupted while it waits
   */
  public <T> T within(OutOfMemoryException.Need need, Work<T> work) throws IOException {
    try (Share _ = take(need.bytes())) {
      return work.run();
    } catch (OutOfMemoryError tooSmall) {
      throw new OutOfMemoryException(need);
    }
  }

  /**
   * Waits for memory.
   *
   * @param neededBytes how much; what is above the budget takes all of it
   * @throws DiskException if the thread is interrupted while it waits
   */
  Share take(long neededBytes) throws DiskException {
    int wanted = Math.clamp(Math.ceilDiv(neededBytes, UNIT_BYTES), 1, units);
    try {
      free.acquire(wanted);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw DiskException.interrupted("");
    }
    return new Share(wanted);
  }
}

package dev.papack.convert;

/**
 * How much may be done at once. No output depends on it.
 *
 * @param threads at least 1
 * @param memory what all work under way may need together
 */
public record Capacity(int threads, MemoryBudget memory) {
  /**
   * Refuses to do without threads.
   *
   * @throws IllegalArgumentException naming their number
   */
  public Capacity {
    if (threads < 1) {
      throw new IllegalArgumentException("threads " + threads);
    }
  }

  /** What this process has: all processors, and the heap. */
  public static Capacity ofProcess() {
    Runtime runtime = Runtime.getRuntime();
    return new Capacity(runtime.availableProcessors(), MemoryBudget.ofHeap(runtime.maxMemory()));
  }

  /** The same memory with another number of threads. */
  public Capacity withThreads(int count) {
    return new Capacity(count, memory);
  }

  /** The same threads with another budget. */
  public Capacity withMemory(MemoryBudget other) {
    return new Capacity(threads, other);
  }
}

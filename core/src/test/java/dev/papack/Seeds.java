package dev.papack;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Plays one story for each of many seeds, on all processors. */
final class Seeds {
  private Seeds() {}

  /**
   * A story.
   *
   * @param <T> what came of it
   */
  @FunctionalInterface
  interface Story<T> {
    /** Plays it: the same for the same seed. */
    T play(long seed) throws Exception;
  }

  /** What came of so many seeds, in their order. */
  static <T> List<T> play(long first, int count, Story<T> story) throws Exception {
    try (ExecutorService pool =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      List<Future<T>> played = new ArrayList<>();
      for (int number = 0; number < count; number++) {
        long seed = first + number;
        played.add(pool.submit(() -> story.play(seed)));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : played) {
        results.add(one.get());
      }
      return results;
    }
  }
}

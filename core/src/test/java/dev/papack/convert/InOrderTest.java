package dev.papack.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.convert.InOrder.Task;
import dev.papack.convert.InOrder.Work;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The order of results, and how much is in flight. */
class InOrderTest {
  /** Threads enough for every task of a test: what is given to them starts at once. */
  private static final int MANY = 32;

  /** Tasks that say when they start; the weight of those that are in flight, and its peak. */
  private static final class Scale {
    private final Semaphore started = new Semaphore(0);
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong peakBytes = new AtomicLong();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger peakCount = new AtomicInteger();

    Work<Long> work(long weightBytes) {
      return () -> {
        peakBytes.accumulateAndGet(bytes.addAndGet(weightBytes), Math::max);
        peakCount.accumulateAndGet(count.incrementAndGet(), Math::max);
        started.release();
        return weightBytes;
      };
    }

    List<Task<Long>> tasks(long... weights) {
      return LongStream.of(weights).mapToObj(bytes -> new Task<>(bytes, work(bytes))).toList();
    }

    void awaitStarted(int more) {
      try {
        assertThat(started.tryAcquire(more, 30, TimeUnit.SECONDS)).as("%s started", more).isTrue();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    void release(long weightBytes) {
      bytes.addAndGet(-weightBytes);
      count.decrementAndGet();
    }

    /** Takes every result, holding each until the next one is asked for; the results in order. */
    List<Long> drain(InOrder<Long> results) throws IOException {
      List<Long> all = new ArrayList<>();
      while (results.hasNext()) {
        if (!all.isEmpty()) {
          release(all.getLast());
        }
        all.add(results.next());
      }
      return all;
    }
  }

  @Test
  void resultsComeInTheOrderOfTheTasksWhoeverIsDoneFirst() throws IOException {
    CountDownLatch lastIsDone = new CountDownLatch(1);
    List<Task<Integer>> tasks =
        List.of(
            new Task<>(
                1,
                () -> {
                  await(lastIsDone);
                  return 1;
                }),
            new Task<>(1, () -> 2),
            new Task<>(
                1,
                () -> {
                  lastIsDone.countDown();
                  return 3;
                }));
    try (InOrder<Integer> results = new InOrder<>(3, 3, tasks)) {
      assertThat(List.of(results.next(), results.next(), results.next())).containsExactly(1, 2, 3);
      assertThat(results.hasNext()).isFalse();
      assertThatThrownBy(results::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatIsInFlightWeighsNoMoreThanAllowed() throws IOException {
    Scale scale = new Scale();
    long[] weights = {4, 5, 1, 9, 3, 3, 3, 2, 10, 1, 6, 4};
    try (InOrder<Long> results = new InOrder<>(MANY, 10, scale.tasks(weights))) {
      scale.awaitStarted(3);
      assertThat(scale.drain(results))
          .containsExactly(LongStream.of(weights).boxed().toArray(Long[]::new));
    }
    assertThat(scale.peakBytes).hasValue(10);
  }

  @Test
  void withMoreAllowedMoreIsInFlight() throws IOException {
    Scale scale = new Scale();
    try (InOrder<Long> results = new InOrder<>(MANY, 20, scale.tasks(4, 5, 1, 9, 3))) {
      scale.awaitStarted(4);
      scale.drain(results);
    }
    assertThat(scale.peakBytes)
        .as("the scale sees what the other test denies")
        .hasValueGreaterThan(10);
  }

  @Test
  void aTaskHeavierThanAllThatIsAllowedRunsAlone() throws IOException {
    Scale scale = new Scale();
    try (InOrder<Long> results =
        new InOrder<>(MANY, 10, scale.tasks(5, 100, 5, Long.MAX_VALUE, 1))) {
      assertThat(scale.drain(results)).containsExactly(5L, 100L, 5L, Long.MAX_VALUE, 1L);
    }
    assertThat(scale.peakCount).hasValue(1);
  }

  @Test
  void aResultCountsUntilTheNextIsAskedFor() throws IOException {
    Scale scale = new Scale();
    try (InOrder<Long> results = new InOrder<>(MANY, 2, scale.tasks(1, 1, 1))) {
      scale.awaitStarted(2);
      results.next();
      assertThat(scale.started.drainPermits()).isZero();
      scale.release(1);
      results.next();
      scale.awaitStarted(1);
    }
    assertThat(scale.peakBytes).hasValue(2);
  }

  @Test
  void ofSourcesTwoForEachThreadAreInFlight() throws IOException {
    for (int threads : new int[] {1, 2, 5}) {
      CountDownLatch gate = new CountDownLatch(1);
      AtomicInteger made = new AtomicInteger();
      AtomicInteger taken = new AtomicInteger();
      AtomicInteger peak = new AtomicInteger();
      List<Work<Integer>> work =
          IntStream.range(0, 8 * threads)
              .<Work<Integer>>mapToObj(number ->
                  () -> {
                    await(gate);
                    peak.accumulateAndGet(made.incrementAndGet() - taken.get(), Math::max);
                    return number;
                  })
              .toList();
      try (InOrder<Integer> results = InOrder.ofSources(threads, work)) {
        gate.countDown();
        for (int number = 0; results.hasNext(); number++) {
          awaitMade(made, Math.min(Math.max(number - 1, 0) + 2 * threads, work.size()));
          // The one before is held until the next one is asked for.
          taken.set(number);
          assertThat(results.next()).isEqualTo(number);
        }
      }
      assertThat(peak).hasValue(2 * threads);
    }
  }

  private static void awaitMade(AtomicInteger made, int wanted) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (made.get() < wanted) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  @Test
  void troubleComesInItsPlaceAndWhatFollowsIsStillThere() throws IOException {
    List<Task<Integer>> tasks =
        List.of(
            new Task<>(1, () -> 1),
            new Task<>(
                1,
                () -> {
                  throw new IOException("the disk");
                }),
            new Task<>(
                1,
                () -> {
                  throw new IllegalStateException("a defect");
                }),
            new Task<>(1, () -> 4));
    try (InOrder<Integer> results = new InOrder<>(1, 1, tasks)) {
      assertThat(results.next()).isEqualTo(1);
      assertThatThrownBy(results::next).isInstanceOf(IOException.class).hasMessage("the disk");
      assertThatThrownBy(results::next)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("a defect");
      assertThat(results.next()).isEqualTo(4);
    }
  }

  @Test
  void closingAbandonsWhatHasNotBegunAndWaitsForTheRest() throws IOException {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicInteger ended = new AtomicInteger();
    List<Task<Integer>> tasks =
        List.of(
            new Task<>(
                1,
                () -> {
                  begun.countDown();
                  sleep();
                  return ended.incrementAndGet();
                }),
            new Task<>(1, ended::incrementAndGet));
    InOrder<Integer> results = new InOrder<>(1, 2, tasks);
    await(begun);
    results.close();
    assertThat(ended).hasValue(1);
  }

  private static void sleep() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  @Test
  void nothingWeighsNothing() {
    assertThatThrownBy(() -> new Task<>(0, () -> 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new InOrder<>(1, 0, List.<Task<Integer>>of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

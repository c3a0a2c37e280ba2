package dev.papack.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.source.InOrder.Work;
import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The order of results, and how many are in flight. */
class InOrderTest {
  private static final int AHEAD_PER_THREAD = 16;

  @Test
  void resultsComeInTheOrderOfTheTasksWhoeverIsDoneFirst() throws IOException {
    CountDownLatch lastIsDone = new CountDownLatch(1);
    List<Work<Integer>> tasks =
        List.of(
            () -> {
              await(lastIsDone);
              return 1;
            },
            () -> 2,
            () -> {
              lastIsDone.countDown();
              return 3;
            });
    try (InOrder<Integer> results = new InOrder<>(3, tasks.iterator())) {
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
  void onlySoManyAreAheadOfTheResultThatIsWanted() throws IOException {
    for (int threads : new int[] {2, 5}) {
      int ahead = AHEAD_PER_THREAD * threads;
      AtomicInteger made = new AtomicInteger();
      AtomicInteger taken = new AtomicInteger();
      AtomicInteger peak = new AtomicInteger();
      List<Work<Integer>> work =
          IntStream.range(0, 3 * ahead)
              .<Work<Integer>>mapToObj(number ->
                  () -> {
                    peak.accumulateAndGet(made.incrementAndGet() - taken.get(), Math::max);
                    return number;
                  })
              .toList();
      try (InOrder<Integer> results = new InOrder<>(threads, work.iterator())) {
        for (int number = 0; results.hasNext(); number++) {
          awaitMade(made, Math.min(number + ahead, work.size()));
          assertThat(made).hasValue(Math.min(number + ahead, work.size()));
          taken.set(number + 1);
          assertThat(results.next()).isEqualTo(number);
        }
      }
      assertThat(peak).hasValue(ahead);
    }
  }

  @Test
  void oneThreadIsThatOfWhoWantsTheResultsAndMakesEachThen() throws IOException {
    AtomicInteger made = new AtomicInteger();
    Work<Thread> work =
        () -> {
          made.incrementAndGet();
          return Thread.currentThread();
        };
    try (InOrder<Thread> results = new InOrder<>(1, List.of(work, work).iterator())) {
      assertThat(made).hasValue(0);
      assertThat(results.next()).isSameAs(Thread.currentThread());
      assertThat(made).hasValue(1);
      assertThat(results.next()).isSameAs(Thread.currentThread());
      assertThat(results.hasNext()).isFalse();
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
    List<Work<Integer>> tasks =
        List.of(
            () -> 1,
            () -> {
              throw new IOException("the disk");
            },
            () -> {
              throw new IllegalStateException("a defect");
            },
            () -> 4);
    for (int threads : new int[] {1, 2}) {
      troubleComesInItsPlace(threads, tasks);
    }
  }

  private static void troubleComesInItsPlace(int threads, List<Work<Integer>> tasks)
      throws IOException {
    try (InOrder<Integer> results = new InOrder<>(threads, tasks.iterator())) {
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
    CountDownLatch begun = new CountDownLatch(2);
    AtomicInteger ended = new AtomicInteger();
    List<Work<Integer>> tasks =
        List.of(
            () -> {
              begun.countDown();
              sleep();
              return ended.incrementAndGet();
            },
            () -> {
              begun.countDown();
              sleep();
              return ended.incrementAndGet();
            },
            ended::incrementAndGet,
            ended::incrementAndGet);
    InOrder<Integer> results = new InOrder<>(2, tasks.iterator());
    await(begun);
    results.close();
    assertThat(ended).hasValue(2);
  }

  private static void sleep() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }
}

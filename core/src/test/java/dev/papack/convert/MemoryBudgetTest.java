package dev.papack.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.disk.DiskException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryBudgetTest {
  private static final long KIB = 1 << 10;
  private static final long MIB = 1 << 20;

  @ParameterizedTest
  @CsvSource({"1, 4", "64, 4", "72, 4", "96, 16", "128, 32", "256, 96", "1088, 512", "9999, 512"})
  void isHalfOfTheHeapWithoutSixtyFourMebibytes(long heapMib, long budgetMib) {
    assertThat(MemoryBudget.ofHeap(heapMib * MIB).bytes()).isEqualTo(budgetMib * MIB);
  }

  @Test
  void canBeSaid() {
    assertThat(MemoryBudget.of(5 * MIB).bytes()).isEqualTo(5 * MIB);
    assertThatThrownBy(() -> MemoryBudget.of(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sharesTogetherNeverExceedIt() throws ExecutionException, InterruptedException {
    MemoryBudget budget = MemoryBudget.of(100 * KIB);
    AtomicLong taken = new AtomicLong();
    AtomicLong peak = new AtomicLong();
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      List<Future<?>> all = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        Random random = new Random(thread);
        all.add(
            pool.submit(() -> {
              for (int i = 0; i < 500; i++) {
                long needed = (1 + random.nextInt(60)) * KIB;
                try (MemoryBudget.Share _ = budget.take(needed)) {
                  peak.accumulateAndGet(taken.addAndGet(needed), Math::max);
                  Thread.onSpinWait();
                  taken.addAndGet(-needed);
                }
              }
              return true;
            }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    assertThat(peak.get()).isBetween(KIB, 100 * KIB);
  }

  @Test
  void whatFitsTogetherDoesNotWait() throws DiskException {
    MemoryBudget budget = MemoryBudget.of(100 * KIB);
    try (MemoryBudget.Share _ = budget.take(40 * KIB);
        MemoryBudget.Share _ = budget.take(60 * KIB)) {
      assertThat(budget.bytes()).isEqualTo(100 * KIB);
    }
  }

  @Test
  void whatNeedsMoreThanThereIsRunsAlone() throws Exception {
    MemoryBudget budget = MemoryBudget.of(100 * KIB);
    AtomicInteger running = new AtomicInteger();
    try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
      Future<Integer> large;
      try (MemoryBudget.Share _ = budget.take(1)) {
        large =
            pool.submit(() -> {
              try (MemoryBudget.Share _ = budget.take(Long.MAX_VALUE)) {
                return running.incrementAndGet();
              }
            });
        assertThatThrownBy(() -> large.get(50, TimeUnit.MILLISECONDS))
            .isInstanceOf(TimeoutException.class);
      }
      assertThat(large.get(30, TimeUnit.SECONDS)).isEqualTo(1);
    }
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    MemoryBudget budget = MemoryBudget.of(KIB);
    try (MemoryBudget.Share _ = budget.take(KIB)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> budget.take(1))
          .isInstanceOfSatisfying(
              DiskException.class,
              trouble ->
                  assertThat(trouble.trouble()).isEqualTo(DiskException.Trouble.INTERRUPTED));
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}

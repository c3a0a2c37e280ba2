package dev.papack.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** Publishing many documents takes work in proportion to them, counted. */
class PublishingWorkTest {
  private static final int FEW = 100;

  /** What a publication of no document takes is in both counts. */
  private static final int MAX_OPERATIONS_FOR_A_DOCUMENT = 60;

  private static final int MAX_LOOKS_AT_A_DOCUMENT = 60;

  private record Work(long operations, long looks) {}

  private static Work of(int documents) {
    IntUnaryOperator publishing = counted();
    AtomicInteger operations = new AtomicInteger();
    long looks = Visits.Walks.during(() -> operations.set(publishing.applyAsInt(documents)));
    return new Work(operations.get(), looks);
  }

  private static IntUnaryOperator counted() {
    try {
      Class<?> publishing = new CountingLoader().loadClass(Publishing.class.getName());
      return (IntUnaryOperator) publishing.getEnumConstants()[0];
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void twiceAsManyDocumentsTakeTwiceTheWork() {
    Work few = of(FEW);
    Work many = of(2 * FEW);
    Work most = of(4 * FEW);
    double operations = (double) (many.operations - few.operations) / FEW;
    double looks = (double) (many.looks - few.looks) / FEW;
    assertThat(operations).isBetween(1.0, (double) MAX_OPERATIONS_FOR_A_DOCUMENT);
    assertThat(looks).isBetween(1.0, (double) MAX_LOOKS_AT_A_DOCUMENT);
    // The next hundred takes what the hundred before took: nothing grows faster.
    assertThat((double) (most.operations - many.operations) / (2 * FEW))
        .isLessThanOrEqualTo(1.02 * operations);
    assertThat((double) (most.looks - many.looks) / (2 * FEW)).isLessThanOrEqualTo(1.02 * looks);
    Campaign.report(
        "work-publishing",
        String.format(
            Locale.ROOT,
            "%.1f operations of the disk and %.1f looks for each document",
            operations,
            looks));
  }
}

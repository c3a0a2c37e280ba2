package dev.papack;

import dev.papack.diagnostic.Outcome;
import dev.papack.progress.Observer;
import dev.papack.progress.Progress;
import dev.papack.result.Effect;
import dev.papack.result.Migrated;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Another process that migrates a workspace and says what it took. */
final class MigrationProbe {
  private MigrationProbe() {}

  public static void main(String[] arguments) throws Exception {
    Session session =
        ((Outcome.Accepted<Session>) Packer.create().open(Path.of(arguments[0]))).value();
    AtomicLong lines = new AtomicLong();
    HeapObserver heap = new HeapObserver();
    long begun = System.nanoTime();
    Outcome<Migrated> outcome =
        session
            .followedBy(heap)
            .migrate(
                List.of(),
                Effect.WRITE,
                change -> change.diff().forEachLine(_ -> lines.incrementAndGet()));
    long millis = (System.nanoTime() - begun) / 1_000_000;
    System.out.println(
        outcome
            + ", "
            + lines
            + " lines of diff, "
            + millis
            + " ms, peak of the heap "
            + (heap.peakBytes >> 20)
            + " MiB");
  }

  /** Looks at the heap each time something happens. */
  private static final class HeapObserver implements Observer {
    private long peakBytes;

    @Override
    public void observe(Progress event) {
      Runtime runtime = Runtime.getRuntime();
      peakBytes = Math.max(peakBytes, runtime.totalMemory() - runtime.freeMemory());
    }

    @Override
    public boolean isCancelled() {
      return false;
    }
  }
}

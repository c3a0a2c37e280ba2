package dev.papack.cli;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Fix;
import dev.papack.progress.CancelledException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Waits for another papack that is writing in the workspace. A command that finds the workspace
 * locked has done nothing yet, so it is simply run again.
 *
 * @param maxSeconds how long to wait in total
 * @param nanoClock counts nanoseconds
 * @param isCancelled whether the user cancelled the command
 * @param announced is told once what papack is waiting for
 */
record Patience(
    int maxSeconds,
    LongSupplier nanoClock,
    BooleanSupplier isCancelled,
    Consumer<Diagnostic> announced) {
  private static final long PAUSE_MILLISECONDS = 50;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /** One run of a command. */
  @FunctionalInterface
  interface Attempt {
    Completed run() throws UsageException, IOException, CancelledException;
  }

  /** Runs a command until the workspace is not locked, or the time is over. */
  Completed run(Attempt attempt) throws UsageException, IOException, CancelledException {
    long begun = nanoClock.getAsLong();
    Completed completed = attempt.run();
    Optional<Diagnostic> locked = lock(completed);
    if (locked.isPresent() && maxSeconds > 0) {
      announced.accept(locked.get());
    }
    while (locked.isPresent()
        && nanoClock.getAsLong() - begun < maxSeconds * NANOS_PER_SECOND
        && pause()) {
      completed = attempt.run();
      locked = lock(completed);
    }
    return completed;
  }

  private static Optional<Diagnostic> lock(Completed completed) {
    return completed.diagnostics().stream()
        .filter(diagnostic -> diagnostic.isFixedBy(Fix.RequestChange.WAIT))
        .findFirst();
  }

  /** Whether to try again. */
  private boolean pause() {
    try {
      Thread.sleep(PAUSE_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return !isCancelled.getAsBoolean();
  }
}

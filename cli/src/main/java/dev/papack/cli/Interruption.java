package dev.papack.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Ctrl-C and every other signal that ends the process: asks the command to stop before its next
 * asset, and keeps the process alive until it has.
 */
final class Interruption implements BooleanSupplier {
  /**
   * A command that still runs after this time is killed, as in a crash: what was published stays,
   * or the next command completes the publication.
   */
  private static final long PATIENCE_SECONDS = 30;

  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean isRequested;

  /** Starts listening. */
  void install() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::request, "interruption"));
  }

  private void request() {
    if (ended.getCount() == 0) {
      return;
    }
    isRequested = true;
    try {
      boolean _ = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The command has ended, one way or another. */
  void end() {
    ended.countDown();
  }

  @Override
  public boolean getAsBoolean() {
    return isRequested;
  }
}

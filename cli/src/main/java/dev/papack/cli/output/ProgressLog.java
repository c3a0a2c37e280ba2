package dev.papack.cli.output;

import dev.papack.progress.Progress;
import java.util.function.LongSupplier;

/** Progress as plain lines for a log: nothing of quick work, then a line now and then. */
public final class ProgressLog implements ProgressDisplay {
  private static final long INTERVAL_NANOS = 2_000_000_000L;

  private final TextOutput out;
  private final LongSupplier nanoClock;
  private long lastNanos;

  /**
   * A display that begins now.
   *
   * @param out takes the lines
   * @param nanoClock counts nanoseconds from anywhere
   */
  public ProgressLog(TextOutput out, LongSupplier nanoClock) {
    this.out = out;
    this.nanoClock = nanoClock;
    this.lastNanos = nanoClock.getAsLong();
  }

  @Override
  public void show(Progress event) {
    long now = nanoClock.getAsLong();
    if (now - lastNanos >= INTERVAL_NANOS) {
      lastNanos = now;
      out.line(ProgressDisplay.position(event));
      out.flush();
    }
  }

  @Override
  public void giveWay() {}

  @Override
  public void close() {}
}

package dev.papack.cli;

import dev.papack.cli.output.ProgressDisplay;
import dev.papack.progress.Observer;
import dev.papack.progress.Progress;
import java.util.function.BooleanSupplier;

/**
 * Shows a session's progress, and calls it off when the user does.
 *
 * @param display takes the events
 * @param cancellation whether the user called the command off
 */
record ProgressObserver(ProgressDisplay display, BooleanSupplier cancellation) implements Observer {
  @Override
  public void observe(Progress event) {
    display.show(event);
  }

  @Override
  public boolean isCancelled() {
    return cancellation.getAsBoolean();
  }
}

package dev.papack.cli;

import dev.papack.cli.output.ProgressDisplay;
import dev.papack.progress.Observer;
import dev.papack.progress.Progress;
import java.util.function.BooleanSupplier;

/**
 * Shows the progress of a session, and cancels it when the user does.
 *
 * @param display takes the events
 * @param cancellation whether the user cancelled the command
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

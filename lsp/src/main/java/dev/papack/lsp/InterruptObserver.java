package dev.papack.lsp;

import dev.papack.progress.Observer;
import dev.papack.progress.Progress;

/** Calls off what the thread is doing once the thread is interrupted. */
final class InterruptObserver implements Observer {
  @Override
  public void observe(Progress event) {}

  @Override
  public boolean isCancelled() {
    return Thread.currentThread().isInterrupted();
  }
}

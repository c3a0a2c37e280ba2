package dev.papack.cli.output;

import dev.papack.progress.Phase;
import dev.papack.progress.Progress;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Progress in the last line of a terminal, written over and over, once work takes longer than half
 * a second. A thread of its own redraws it, since a single asset may take long.
 */
public final class ProgressBar implements ProgressDisplay {
  private static final long DELAY_NANOS = 500_000_000L;
  private static final long REDRAW_MILLIS = 100;
  private static final int BAR_CELLS = 24;

  private final TextOutput out;
  private final LongSupplier nanoClock;
  private final int widthCells;
  private final long begunNanos;
  private Optional<Progress> last = Optional.empty();
  private State state = State.WAITING;
  private Animation animation = Animation.NONE;

  private enum State {
    WAITING,
    DRAWN,
    CLOSED
  }

  private enum Animation {
    NONE,
    WANTED,
    BEGUN
  }

  /**
   * A bar that begins now.
   *
   * @param out a terminal
   * @param nanoClock counts nanoseconds from anywhere
   * @param widthCells how many cells a line has
   */
  public ProgressBar(TextOutput out, LongSupplier nanoClock, int widthCells) {
    this.out = out;
    this.nanoClock = nanoClock;
    this.widthCells = widthCells;
    this.begunNanos = nanoClock.getAsLong();
  }

  /**
   * Redraws from time to time, from the first event until this is closed. Not before: a thread that
   * begins later is confined as the one that begins it.
   *
   * @return this
   */
  public ProgressBar animate() {
    animation = Animation.WANTED;
    return this;
  }

  private synchronized void redrawUntilClosed() {
    try {
      while (state != State.CLOSED) {
        draw();
        wait(REDRAW_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void show(Progress event) {
    last = Optional.of(event);
    if (animation == Animation.WANTED) {
      animation = Animation.BEGUN;
      Thread.ofPlatform().daemon().name("progress").start(this::redrawUntilClosed);
    }
  }

  /** Draws, if it is time to. */
  synchronized void draw() {
    long elapsedNanos = nanoClock.getAsLong() - begunNanos;
    if (state == State.CLOSED || last.isEmpty() || elapsedNanos < DELAY_NANOS) {
      return;
    }
    state = State.DRAWN;
    out.rewind();
    out.print(line(last.get()));
    out.flush();
  }

  private String line(Progress event) {
    return switch (event) {
      case Progress.Begun begun -> ProgressDisplay.position(begun);
      case Progress.Advanced(Phase phase, int done, int total, var asset) ->
          line(event, done, total, asset.text());
      case Progress.Passed(Phase phase, int done, int total, var document) ->
          line(event, done, total, document.text());
    };
  }

  private String line(Progress event, int done, int total, String name) {
    int full = (int) ((long) BAR_CELLS * done / Math.max(1, total));
    String bar = "[" + "#".repeat(full) + "-".repeat(BAR_CELLS - full) + "] ";
    String line = bar + ProgressDisplay.position(event) + " " + name;
    return line.substring(0, Math.min(line.length(), Math.max(0, widthCells - 1)));
  }

  @Override
  public synchronized void giveWay() {
    if (state == State.DRAWN) {
      out.rewind();
      out.flush();
      state = State.WAITING;
    }
    last = Optional.empty();
  }

  @Override
  public synchronized void close() {
    if (state == State.DRAWN) {
      out.rewind();
      out.flush();
    }
    state = State.CLOSED;
    notifyAll();
  }
}

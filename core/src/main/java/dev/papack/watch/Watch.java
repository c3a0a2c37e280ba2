package dev.papack.watch;

import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/**
 * A workspace that is watched, from the moment in which the session returned it. What changes while
 * nobody waits is not lost: the next event tells it. For one thread at a time. It holds a handle of
 * the system until it is closed, and takes no lock.
 *
 * <p>Whoever reads the workspace after each event, and once before the first one, has always seen
 * its last state. Everything below {@code assets/} counts, except what is in files and folders
 * whose names begin with a dot, as in a build. What papack itself writes, {@code assets.pa}, {@code
 * build/} and {@code .papack}, does not.
 */
public interface Watch extends Closeable {
  /**
   * Waits for the next event, without working meanwhile. A change is told once nothing has changed
   * for the time that the session was given.
   *
   * @param observer asked whether to stop, at least every 100 ms
   * @return what happened
   * @throws IOException if the file system fails, or the workspace is gone
   * @throws CancelledException if the observer cancels, or the thread is interrupted, whose flag
   *     then stays set; nothing is lost, and the wait may be begun again
   */
  WatchEvent next(Observer observer) throws IOException, CancelledException;

  /**
   * Waits as long as nothing changes. Who found a fault asks this before it is shown: a file that
   * another program is still writing is not faulty but not ready, and its next piece ends the wait.
   *
   * @param quiet how long
   * @param observer asked whether to stop, at least every 100 ms
   * @return true if nothing changed for that long; false as soon as something does, which the next
   *     event tells
   * @throws IOException if the file system fails, or the workspace is gone
   * @throws CancelledException as of {@link #next}
   */
  boolean staysQuiet(Duration quiet, Observer observer) throws IOException, CancelledException;

  /** Watches no longer. */
  @Override
  void close() throws IOException;
}

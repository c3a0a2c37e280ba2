package dev.papack.watch.changes;

import dev.papack.disk.ReadableDirectory;
import dev.papack.progress.CancelledException;
import java.io.Closeable;
import java.io.IOException;

/** A way to learn what changed below {@code assets/}. */
interface ChangeSource extends Closeable {
  /** Opens the workspace; its user closes it. */
  @FunctionalInterface
  interface Opening {
    ReadableDirectory open() throws IOException;
  }

  /**
   * Waits until something changed.
   *
   * @param patience how long at most
   * @param into takes what changed
   * @return whether anything did
   * @throws CancelledException if the observer wants so
   */
  boolean await(Patience patience, Changes into) throws IOException, CancelledException;
}

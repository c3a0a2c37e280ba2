package dev.papack.disk;

import dev.papack.diagnostic.FileName;
import java.io.Closeable;
import java.io.IOException;

/**
 * The way down from an open folder. It holds one folder at a time, however deep it goes: a process
 * may only have so many open.
 *
 * @param <D> how the folders are open
 */
public final class Descent<D extends ReadableDirectory> implements Closeable {
  private final Opening<D> opening;
  private D current;
  private int depth;

  /** Opens a folder in another. */
  @FunctionalInterface
  private interface Opening<D> {
    D open(D outer, FileName name) throws IOException;
  }

  private Descent(D start, Opening<D> opening) {
    this.opening = opening;
    this.current = start;
  }

  /** A way through folders that are read. The first one is kept open; its owner closes it. */
  public static Descent<ReadableDirectory> reading(ReadableDirectory start) {
    return new Descent<>(start, ReadableDirectory::openDirectory);
  }

  /** A way through folders that are written. The first one is kept open; its owner closes it. */
  public static Descent<WritableDirectory> writing(WritableDirectory start) {
    return new Descent<>(start, WritableDirectory::openDirectory);
  }

  /** Where the way has come to. */
  public D folder() {
    return current;
  }

  /** Goes into a folder, and leaves the one before it. */
  public void enter(FileName name) throws IOException {
    D left = current;
    current = opening.open(left, name);
    depth++;
    if (depth > 1) {
      left.close();
    }
  }

  /** Leaves the folder where the way has come to. */
  @Override
  public void close() throws IOException {
    if (depth > 0) {
      current.close();
    }
  }
}

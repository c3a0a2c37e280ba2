package dev.papack.disk;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.ReadOnlyFileSystemException;

/** A call of the platform whose failure, of whatever type, comes back with the path. */
final class Attempt {
  private Attempt() {}

  /** A call that gives something. */
  @FunctionalInterface
  interface Call<T> {
    T get() throws IOException;
  }

  /** A call that only does something. */
  @FunctionalInterface
  interface Action {
    void run() throws IOException;
  }

  static <T> T get(String displayPath, Call<T> call) throws DiskException {
    try {
      return call.get();
    } catch (DirectoryIteratorException e) {
      throw DiskException.of(displayPath, e);
    } catch (ReadOnlyFileSystemException e) {
      throw DiskException.readOnly(displayPath, e);
    } catch (IOException e) {
      throw DiskException.of(displayPath, e);
    }
  }

  static void run(String displayPath, Action action) throws DiskException {
    get(
        displayPath,
        () -> {
          action.run();
          return displayPath;
        });
  }
}

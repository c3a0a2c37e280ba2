package dev.papack.result;

import dev.papack.container.PackException;
import java.io.IOException;

/**
 * What is done with a pack while it is open.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
public interface PackUse<T> {
  /**
   * Uses the pack.
   *
   * @param pack open until this returns
   * @return what came of it
   * @throws IOException if it cannot be read, or the result cannot be written
   * @throws PackException if a slice is damaged; the caller gets a diagnostic
   */
  T apply(OpenPack pack) throws IOException, PackException;
}

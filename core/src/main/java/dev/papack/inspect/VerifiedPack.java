package dev.papack.inspect;

import dev.papack.container.PackException;
import dev.papack.container.PackReader;
import java.io.IOException;

/**
 * A pack of which every byte has been checked.
 *
 * @param reader of it
 * @param path as messages name it
 */
public record VerifiedPack(PackReader reader, String path) {
  /**
   * Checks every byte.
   *
   * @param reader of an open pack
   * @param path as messages name it
   * @param threads how many check, at least 1
   * @throws PackException with the first fault
   */
  public static VerifiedPack of(PackReader reader, String path, int threads)
      throws IOException, PackException {
    reader.verify(threads);
    return new VerifiedPack(reader, path);
  }
}

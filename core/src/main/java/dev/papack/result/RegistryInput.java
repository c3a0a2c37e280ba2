package dev.papack.result;

import java.io.InputStream;
import java.nio.file.Path;

/** A registry that a user hands over, from wherever: untrusted, and read within its limit. */
public sealed interface RegistryInput {
  /**
   * A file outside of the workspace, or in it.
   *
   * @param path any path
   */
  record OfFile(Path path) implements RegistryInput {}

  /**
   * A stream, such as what another program prints.
   *
   * @param stream kept, and closed by its owner
   * @param name how messages call it
   */
  record OfStream(InputStream stream, String name) implements RegistryInput {}
}

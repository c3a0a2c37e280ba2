package dev.papack.result;

import java.nio.file.Path;

/** Which assets an author means, by paths. */
public sealed interface PathTarget {
  /**
   * A declaration, an asset root, a source, or a folder with everything in it.
   *
   * @param path any path below {@code assets/}, or that folder, or the workspace
   */
  record Named(Path path) implements PathTarget {}

  /**
   * All whose declaration, asset root or source a pattern matches.
   *
   * @param folder where the pattern begins
   * @param pattern names with {@code /} between them; {@code *} stands for any part of a name, the
   *     name {@code **} for any number of names; what it matches stands for all that is in it
   */
  record Matching(Path folder, String pattern) implements PathTarget {}
}

package dev.papack.cli.output;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Paths as every platform reads them. */
public final class PathText {
  private PathText() {}

  /**
   * A path with slashes between its names. A backslash in a name, as only Windows forbids it, stays
   * what it is.
   *
   * @param path any
   * @return its text
   */
  public static String of(Path path) {
    String names =
        StreamSupport.stream(path.spliterator(), false)
            .map(Path::toString)
            .collect(Collectors.joining("/"));
    return Optional.ofNullable(path.getRoot())
        .map(root -> root.toString().replace('\\', '/') + names)
        .orElse(names);
  }
}

package dev.papack.cli;

import dev.papack.result.PathTarget;
import java.nio.file.Path;

/** Paths and patterns on the command line. */
final class PathTargets {
  private static final char STAR = '*';

  private PathTargets() {}

  /** What an argument means: a pattern begins in the folder before its first name with a star. */
  static PathTarget of(String text, Invocation invocation) {
    int star = text.indexOf(STAR);
    if (star < 0) {
      return new PathTarget.Named(invocation.path(text));
    }
    int begin = text.lastIndexOf('/', star) + 1;
    String folder = text.substring(0, begin);
    return new PathTarget.Matching(
        folder.isEmpty() ? invocation.folder() : invocation.path(folder), text.substring(begin));
  }

  /** Where the target is, to find the workspace that it belongs to. */
  static Path folderOf(PathTarget target) {
    return switch (target) {
      case PathTarget.Named(Path path) -> path;
      case PathTarget.Matching(Path folder, var _) -> folder;
    };
  }
}

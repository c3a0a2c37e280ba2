package dev.papack.publish;

import dev.papack.diagnostic.FileName;
import dev.papack.disk.Descent;
import dev.papack.disk.FileType;
import dev.papack.disk.WritableDirectory;
import dev.papack.source.Obstacle;
import java.io.IOException;
import java.util.List;

/**
 * The folders of all files that a publication changes, each once. One that is not there is passed
 * over: there is nothing of ours in it.
 *
 * @param workspace where they begin
 * @param ways from there, one for each folder
 */
record TargetFolders(WritableDirectory workspace, List<List<FileName>> ways) {
  /** Copies the list. */
  TargetFolders {
    ways = List.copyOf(ways);
  }

  /** What is done in a folder. */
  @FunctionalInterface
  interface Use {
    void of(WritableDirectory folder) throws IOException;
  }

  static TargetFolders of(WritableDirectory workspace, List<Replacement> replacements) {
    return new TargetFolders(
        workspace, replacements.stream().map(Replacement::folder).distinct().toList());
  }

  /** Does something in each. */
  void each(Use use) throws IOException {
    for (List<FileName> way : ways) {
      in(workspace, way, use);
    }
  }

  /** Does something in the folder of a file. */
  void in(Replacement replacement, Use use) throws IOException {
    in(workspace, replacement.folder(), use);
  }

  /** Does something in a folder below another. */
  static void in(WritableDirectory start, List<FileName> names, Use use) throws IOException {
    try (Descent<WritableDirectory> way = Descent.writing(start)) {
      for (FileName name : names) {
        if (way.folder().find(name).isEmpty()
            || Obstacle.find(way.folder(), name, FileType.DIRECTORY).isPresent()) {
          return;
        }
        way.enter(name);
      }
      use.of(way.folder());
    }
  }
}

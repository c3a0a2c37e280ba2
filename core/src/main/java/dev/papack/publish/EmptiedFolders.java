package dev.papack.publish;

import dev.papack.diagnostic.FileName;
import dev.papack.disk.FileStatus;
import dev.papack.disk.FileType;
import dev.papack.disk.WritableDirectory;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The folders that files moved away from, and those around them, the innermost first; none where
 * files are deleted and no file is new. Nothing depends on whether they go, so it is done when all
 * else is, and by nobody after a crash.
 *
 * @param workspace where the ways begin
 * @param ways from there, never that of {@code assets/} itself
 */
record EmptiedFolders(WritableDirectory workspace, List<List<FileName>> ways) {
  /** Copies the list. */
  EmptiedFolders {
    ways = List.copyOf(ways);
  }

  static EmptiedFolders of(WritableDirectory workspace, List<Replacement> replacements) {
    if (replacements.stream().noneMatch(one -> one.isNew() && !one.leaves())) {
      return new EmptiedFolders(workspace, List.of());
    }
    Set<List<FileName>> ways = new LinkedHashSet<>();
    for (Replacement replacement : replacements) {
      if (replacement.leaves()) {
        for (int length = replacement.folder().size(); length > 1; length--) {
          ways.add(replacement.folder().subList(0, length));
        }
      }
    }
    return new EmptiedFolders(
        workspace,
        ways.stream()
            .sorted(Comparator.<List<FileName>>comparingInt(List::size).reversed())
            .toList());
  }

  /** Deletes those that are empty. */
  void delete() throws IOException {
    for (List<FileName> way : ways) {
      TargetFolders.in(
          workspace, way.subList(0, way.size() - 1), around -> deleteIn(around, way.getLast()));
    }
  }

  private static void deleteIn(WritableDirectory around, FileName name) throws IOException {
    Optional<FileType> type = around.find(name).map(FileStatus::type);
    if (type.filter(FileType.DIRECTORY::equals).isPresent() && isEmpty(around, name)) {
      around.deleteDirectory(name);
    }
  }

  private static boolean isEmpty(WritableDirectory around, FileName name) throws IOException {
    try (WritableDirectory folder = around.openDirectory(name)) {
      return folder.list().isEmpty();
    }
  }
}

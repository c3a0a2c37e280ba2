package dev.papack;

import dev.papack.disk.MemoryDisk;
import dev.papack.progress.CancelledException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Merges the files of two branches path by path, as git does without renames. */
final class TreeMerge {
  /** Merges one file that both changed; the result goes to a disk. */
  @FunctionalInterface
  interface FileMerge {
    /** Whether there is no conflict. */
    boolean merge(MemoryDisk base, MemoryDisk ours, MemoryDisk theirs, MemoryDisk into)
        throws IOException, CancelledException;
  }

  private final Path temporary;
  private final FileMerge ofIndex;

  TreeMerge(Path temporary, FileMerge ofIndex) {
    this.temporary = temporary;
    this.ofIndex = ofIndex;
  }

  /** Merges everything under {@code assets/} and names the paths with conflicts. */
  Set<String> merge(MemoryDisk base, MemoryDisk ours, MemoryDisk theirs, MemoryDisk into)
      throws IOException, CancelledException {
    Set<String> paths = new TreeSet<>(base.files("game/assets").keySet());
    paths.addAll(ours.files("game/assets").keySet());
    paths.addAll(theirs.files("game/assets").keySet());
    Set<String> conflicts = new TreeSet<>();
    for (String path : paths) {
      if (isSame(path, ours, theirs) || isSame(path, base, theirs)) {
        copy(path, ours, into);
      } else if (isSame(path, base, ours)) {
        copy(path, theirs, into);
      } else if (!ours.has(path) || !theirs.has(path)) {
        // One changed what the other deleted: git keeps the change and stops.
        copy(path, ours.has(path) ? ours : theirs, into);
        conflicts.add(path);
      } else if (!mergeFile(path, base, ours, theirs, into)) {
        conflicts.add(path);
      }
    }
    return conflicts;
  }

  private boolean mergeFile(
      String path, MemoryDisk base, MemoryDisk ours, MemoryDisk theirs, MemoryDisk into)
      throws IOException, CancelledException {
    if (path.endsWith(".png")) {
      copy(path, ours, into);
      return false;
    }
    return path.equals(Branch.INDEX)
        ? ofIndex.merge(base, ours, theirs, into)
        : asText(path, base, ours, theirs, into);
  }

  private static boolean isSame(String path, MemoryDisk one, MemoryDisk other) {
    if (one.has(path) && other.has(path)) {
      return Arrays.equals(one.read(path), other.read(path));
    }
    return one.has(path) == other.has(path);
  }

  private static void copy(String path, MemoryDisk from, MemoryDisk into) {
    if (from.has(path)) {
      into.write(path, from.read(path));
    }
  }

  /** The merge of git's own program. */
  boolean asText(String path, MemoryDisk base, MemoryDisk ours, MemoryDisk theirs, MemoryDisk into)
      throws IOException, CancelledException {
    Path here = Files.writeString(temporary.resolve("ours"), ours.text(path));
    Path was = Files.writeString(temporary.resolve("base"), base.has(path) ? base.text(path) : "");
    Path there = Files.writeString(temporary.resolve("theirs"), theirs.text(path));
    Process git =
        new ProcessBuilder(
                "git", "merge-file", "-p", here.toString(), was.toString(), there.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String merged = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    into.write(path, merged);
    try {
      int conflicts = git.waitFor();
      if (conflicts > 127) {
        throw new IOException("git merge-file: " + conflicts);
      }
      return conflicts == 0;
    } catch (InterruptedException e) {
      throw new IOException(Objects.toString(e.getMessage()), e);
    }
  }
}

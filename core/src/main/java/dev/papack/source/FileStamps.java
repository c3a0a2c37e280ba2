package dev.papack.source;

import dev.papack.diagnostic.AssetsPath;
import dev.papack.disk.FileStamp;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the file system said of files before any of them was read. If a file then gives other bytes
 * than it would have given here, it gets another stamp too.
 */
public final class FileStamps {
  /** Of no file. */
  public static final FileStamps NONE = new FileStamps(new TreeMap<>());

  private final AssetsPath[] files;
  private final PackedStamps stamps;

  /** Whether a scan takes the stamp of each file, which needs memory. */
  public enum Taking {
    NONE,
    OF_EACH_FILE
  }

  /** A file, and what the file system said of it. */
  record Stamped(AssetsPath file, FileStamp stamp) {}

  /** Those of some files, in any order, none of them twice. */
  static FileStamps of(List<Stamped> files) {
    Stamped[] inOrder = files.toArray(Stamped[]::new);
    Arrays.sort(inOrder, Comparator.comparing(Stamped::file));
    return new FileStamps(
        Arrays.stream(inOrder).map(Stamped::file).toArray(AssetsPath[]::new),
        PackedStamps.of(inOrder.length, i -> Optional.of(inOrder[i].stamp())));
  }

  /** These, as far as the platform tells them. */
  FileStamps(SortedMap<AssetsPath, FileStamp> stamps) {
    this.files = stamps.keySet().toArray(AssetsPath[]::new);
    Iterator<FileStamp> next = stamps.values().iterator();
    this.stamps = PackedStamps.of(files.length, _ -> Optional.of(next.next()));
  }

  private FileStamps(AssetsPath[] files, PackedStamps stamps) {
    this.files = files;
    this.stamps = stamps;
  }

  /** That of a file; empty where the platform tells none, or there is none. */
  public Optional<FileStamp> find(AssetsPath file) {
    int index = Arrays.binarySearch(files, file);
    return index < 0 ? Optional.empty() : stamps.get(index);
  }

  /** Those of some files alone. */
  public FileStamps of(Collection<AssetsPath> wanted) {
    AssetsPath[] some =
        wanted.stream().filter(this::has).sorted().distinct().toArray(AssetsPath[]::new);
    return new FileStamps(some, PackedStamps.of(some.length, i -> find(some[i])));
  }

  private boolean has(AssetsPath file) {
    return Arrays.binarySearch(files, file) >= 0;
  }
}

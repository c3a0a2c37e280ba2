package dev.papack.source;

import dev.papack.diagnostic.AssetsPath;
import dev.papack.disk.FileStamp;
import java.util.Arrays;
import java.util.Collection;
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

  /** These, as far as the platform tells them. */
  FileStamps(SortedMap<AssetsPath, FileStamp> stamps) {
    this.files = stamps.keySet().toArray(AssetsPath[]::new);
    this.stamps = PackedStamps.of(stamps.values().stream().map(Optional::of).toList());
  }

  /** That of a file; empty where the platform tells none, or there is none. */
  public Optional<FileStamp> find(AssetsPath file) {
    int index = Arrays.binarySearch(files, file);
    return index < 0 ? Optional.empty() : stamps.get(index);
  }

  /** Those of some files alone. */
  public FileStamps of(Collection<AssetsPath> wanted) {
    SortedMap<AssetsPath, FileStamp> some = new TreeMap<>();
    for (AssetsPath file : wanted) {
      find(file).ifPresent(stamp -> some.put(file, stamp));
    }
    return new FileStamps(some);
  }
}

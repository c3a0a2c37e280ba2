package dev.papack.source;

import dev.papack.diagnostic.AssetsPath;
import dev.papack.disk.FileStamp;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the file system said of files before any of them was read. If a file then gives other bytes
 * than it would have given here, it gets another stamp too.
 */
public sealed interface FileStamps {
  /** Whether a scan takes the stamp of each file, which needs memory. */
  enum Taking {
    NONE,
    OF_EACH_FILE
  }

  /** That of a file; empty where the platform tells none, or there is none. */
  Optional<FileStamp> find(AssetsPath file);

  /** Those of some files alone, in little memory. */
  default FileStamps of(Collection<AssetsPath> wanted) {
    AssetsPath[] some =
        wanted.stream()
            .filter(file -> find(file).isPresent())
            .sorted()
            .distinct()
            .toArray(AssetsPath[]::new);
    return new Packed(some, PackedStamps.of(some.length, i -> find(some[i])));
  }

  /** In little memory: a file is found by halving the list. */
  final class Packed implements FileStamps {
    /** Of no file. */
    public static final FileStamps NONE = of(new TreeMap<>());

    private final AssetsPath[] files;
    private final PackedStamps stamps;

    private Packed(AssetsPath[] files, PackedStamps stamps) {
      this.files = files;
      this.stamps = stamps;
    }

    static Packed of(SortedMap<AssetsPath, FileStamp> stamps) {
      AssetsPath[] files = stamps.keySet().toArray(AssetsPath[]::new);
      Iterator<FileStamp> next = stamps.values().iterator();
      return new Packed(files, PackedStamps.of(files.length, _ -> Optional.of(next.next())));
    }

    @Override
    public Optional<FileStamp> find(AssetsPath file) {
      int index = Arrays.binarySearch(files, file);
      return index < 0 ? Optional.empty() : stamps.get(index);
    }
  }

  /**
   * Found at once, for one look at many files.
   *
   * @param stamps by file
   */
  record Mapped(Map<AssetsPath, FileStamp> stamps) implements FileStamps {
    /** Copies the map. */
    public Mapped {
      stamps = Map.copyOf(stamps);
    }

    @Override
    public Optional<FileStamp> find(AssetsPath file) {
      return Optional.ofNullable(stamps.get(file));
    }
  }
}

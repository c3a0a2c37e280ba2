package dev.papack.source;

import dev.papack.diagnostic.AssetsPath;
import dev.papack.disk.FileStamp;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the file system said of files before any of them was read. If a file then gives other bytes
 * than it would have given here, it gets another stamp too.
 *
 * @param stamps by file, as far as the platform tells them
 */
public record FileStamps(Map<AssetsPath, FileStamp> stamps) {
  /** Of no file. */
  public static final FileStamps NONE = new FileStamps(Map.of());

  /** Whether a scan takes the stamp of each file, which needs memory. */
  public enum Taking {
    NONE,
    OF_EACH_FILE
  }

  /** Takes over a map that nobody else keeps: there are thousands. */
  public FileStamps {
    stamps = Collections.unmodifiableMap(stamps);
  }

  /** That of a file; empty where the platform tells none, or there is none. */
  public Optional<FileStamp> find(AssetsPath file) {
    return Optional.ofNullable(stamps.get(file));
  }

  /** Those of some files alone. */
  public FileStamps of(Collection<AssetsPath> files) {
    Map<AssetsPath, FileStamp> some = HashMap.newHashMap(files.size());
    for (AssetsPath file : files) {
      find(file).ifPresent(stamp -> some.put(file, stamp));
    }
    return new FileStamps(some);
  }
}

package dev.papack.cache;

import dev.papack.asset.Asset;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.FileName;
import dev.papack.disk.Descent;
import dev.papack.disk.DiskException;
import dev.papack.disk.FileStamp;
import dev.papack.disk.ReadableDirectory;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the file system says of files before any of them is read. If a file then gives other bytes
 * than it would have given here, it gets another stamp too.
 */
public final class SourceStamps {
  /** Of no file. */
  public static final SourceStamps NONE = new SourceStamps(Map.of());

  private final Map<AssetsPath, FileStamp> stamps;

  private SourceStamps(Map<AssetsPath, FileStamp> stamps) {
    this.stamps = stamps;
  }

  /** Asks about the files of all assets; every folder is opened once. */
  public static SourceStamps of(ReadableDirectory assets, List<Asset> all) throws IOException {
    Map<Optional<AssetsPath>, Set<AssetsPath>> byFolder = new LinkedHashMap<>();
    for (Asset asset : all) {
      for (AssetsPath file : asset.files()) {
        byFolder.computeIfAbsent(file.parent(), _ -> new LinkedHashSet<>()).add(file);
      }
    }
    Map<AssetsPath, FileStamp> stamps = new HashMap<>();
    for (Map.Entry<Optional<AssetsPath>, Set<AssetsPath>> folder : byFolder.entrySet()) {
      try (Descent<ReadableDirectory> way = Descent.reading(assets)) {
        for (FileName name : folder.getKey().map(AssetsPath::names).orElse(List.of())) {
          way.enter(name);
        }
        for (AssetsPath file : folder.getValue()) {
          way.folder().stamp(file.name()).ifPresent(stamp -> stamps.put(file, stamp));
        }
      } catch (DiskException e) {
        if (e.trouble() == DiskException.Trouble.INTERRUPTED) {
          throw e;
        }
        // Whoever reads these files says what is wrong with them.
      }
    }
    return new SourceStamps(stamps);
  }

  /** That of a file; empty where the platform tells none. */
  public Optional<FileStamp> find(AssetsPath file) {
    return Optional.ofNullable(stamps.get(file));
  }
}

package dev.papack.source;

import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.disk.ReadableDirectory;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is under {@code assets/}: the files with a good name. Names that begin with a dot are
 * ignored; links, special files, and names that another platform could not tell apart are faults.
 *
 * @param files paths below {@code assets/}
 * @param folders paths below {@code assets/}
 * @param refused paths below {@code assets/} whose name is good and which were not looked into:
 *     links, special files, the second of two spellings of a name
 * @param unlisted the faults of what is not listed, in order
 */
public record AssetTree(
    SortedSet<AssetsPath> files,
    SortedSet<AssetsPath> folders,
    SortedSet<AssetsPath> refused,
    List<Unlisted> unlisted) {
  /** Copies the collections. */
  public AssetTree {
    files = Collections.unmodifiableSortedSet(new TreeSet<>(files));
    folders = Collections.unmodifiableSortedSet(new TreeSet<>(folders));
    refused = Collections.unmodifiableSortedSet(new TreeSet<>(refused));
    unlisted = List.copyOf(unlisted);
  }

  /**
   * Something that is not listed.
   *
   * @param folder the folder it is in; empty for {@code assets/} itself
   * @param fault why
   */
  public record Unlisted(Optional<AssetsPath> folder, Diagnostic fault) {
    /** Whether it is in a folder, however deep. */
    public boolean isWithin(AssetsPath outer) {
      return folder.filter(inner -> inner.startsWith(outer)).isPresent();
    }
  }

  /** Every fault, in order. */
  public List<Diagnostic> diagnostics() {
    return unlisted.stream().map(Unlisted::fault).toList();
  }

  /** Lists {@code assets/} and everything in it; opens no file. */
  public static AssetTree scan(ReadableDirectory assets) throws IOException {
    return new AssetTreeScan().scan(assets);
  }

  /** Whether a path, or a folder it is in, was not looked into: nothing is known of it. */
  public boolean isRefused(AssetsPath path) {
    for (Optional<AssetsPath> part = Optional.of(path);
        part.isPresent();
        part = part.get().parent()) {
      if (refused.contains(part.get())) {
        return true;
      }
    }
    return false;
  }
}

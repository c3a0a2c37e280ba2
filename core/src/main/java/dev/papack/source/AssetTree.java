package dev.papack.source;

import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.disk.ReadableDirectory;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What is under {@code assets/}: the files with a good name. Names that begin with a dot are
 * ignored; links, special files, and names that another platform could not tell apart are faults.
 *
 * @param files paths below {@code assets/}
 * @param folders paths below {@code assets/}
 * @param refused paths below {@code assets/} whose name is good and which were not looked into:
 *     links, special files, the second of two spellings of a name
 * @param ignored files that its author has papack ignore, paths below {@code assets/}; no fault is
 *     looked for in their folders
 * @param unlisted the faults of what is not listed, in order
 * @param seen all files with a stamp, the ignored ones too
 * @param stamps what the file system says of the files, as far as it was asked
 */
public record AssetTree(
    NavigableSet<AssetsPath> files,
    SortedSet<AssetsPath> folders,
    SortedSet<AssetsPath> refused,
    SortedSet<AssetsPath> ignored,
    List<Unlisted> unlisted,
    FilesSeen seen,
    FileStamps stamps) {
  /** Copies the collections. */
  public AssetTree {
    files = Collections.unmodifiableNavigableSet(new TreeSet<>(files));
    folders = Collections.unmodifiableSortedSet(new TreeSet<>(folders));
    refused = Collections.unmodifiableSortedSet(new TreeSet<>(refused));
    ignored = Collections.unmodifiableSortedSet(new TreeSet<>(ignored));
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

  /** An equal path, which is the one that this has, if it has it: it is kept only once. */
  public AssetsPath shared(AssetsPath path) {
    AssetsPath same = files.ceiling(path);
    return path.equals(same) ? same : path;
  }

  /** Every fault, in order. */
  public List<Diagnostic> diagnostics() {
    return unlisted.stream().map(Unlisted::fault).toList();
  }

  /** Lists {@code assets/} and everything in it, what is ignored too; opens no file. */
  public static AssetTree scan(ReadableDirectory assets) throws IOException {
    return scan(assets, _ -> false);
  }

  /** The same without what is ignored, and without stamps. */
  public static AssetTree scan(ReadableDirectory assets, Predicate<AssetsPath> isIgnored)
      throws IOException {
    return scan(assets, isIgnored, FileStamps.Taking.NONE);
  }

  /**
   * The same without what is ignored.
   *
   * @param isIgnored asked for each file and folder; true for all that is in an ignored folder
   * @param taking whether the stamp of each file is taken
   */
  public static AssetTree scan(
      ReadableDirectory assets, Predicate<AssetsPath> isIgnored, FileStamps.Taking taking)
      throws IOException {
    return new AssetTreeScan(isIgnored, taking).scan(assets);
  }

  /** Whether a file is ignored, or a folder with all that is in it. */
  public boolean isIgnored(AssetsPath path) {
    return !files.contains(path)
        && !folders.contains(path)
        && ignored.stream().anyMatch(file -> file.startsWith(path));
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

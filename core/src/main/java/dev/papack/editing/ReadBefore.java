package dev.papack.editing;

import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.disk.FileStamp;
import dev.papack.overlay.UnsavedTexts;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.KnownFiles;
import dev.papack.registry.LocatedDeclaration;
import dev.papack.source.FileStamps;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an earlier look at the same workspace has read of declarations. A file is believed to be the
 * same only if it had not changed for a while when it was read: longer than any clock's tick.
 */
final class ReadBefore implements KnownFiles {
  /** Nothing yet. */
  static final ReadBefore NOTHING = new ReadBefore(Map.of());

  private static final long SETTLED_NANOS = 3_000_000_000L;

  private final Map<DeclarationPlace, Entry> entries;

  private ReadBefore(Map<DeclarationPlace, Entry> entries) {
    this.entries = entries;
  }

  private record Entry(FileStamp stamp, Declared declared) {}

  /**
   * What a look has read.
   *
   * @param begunNanos the time when it began, since 1970
   */
  static ReadBefore of(DeclaredWorkspace declared, long begunNanos) {
    Set<AssetsPath> spoken =
        declared.scan().diagnostics().stream()
            .map(Diagnostic::location)
            .flatMap(location -> location.belowAssets().stream())
            .collect(Collectors.toSet());
    Map<DeclarationPlace, Entry> entries = new HashMap<>();
    for (LocatedDeclaration declaration : declared.scan().declarations().values()) {
      DeclarationPlace place = declaration.place();
      declared
          .tree()
          .stamps()
          .find(place.file())
          .filter(stamp -> isSettled(stamp, begunNanos) && !spoken.contains(place.file()))
          .ifPresent(stamp ->
              entries.put(
                  place,
                  new Entry(
                      stamp,
                      new Declared(
                          declaration.declaration(), declaration.document().declaredVersion()))));
    }
    return new ReadBefore(entries);
  }

  private static boolean isSettled(FileStamp stamp, long begunNanos) {
    return UnsavedTexts.isOfText(stamp)
        || (stamp.modifiedNanos() < begunNanos - SETTLED_NANOS
            && stamp.changedNanos() < begunNanos - SETTLED_NANOS);
  }

  @Override
  public FileStamps.Taking stamps(int registeredCount) {
    return FileStamps.Taking.OF_EACH_FILE;
  }

  @Override
  public Optional<Declared> find(DeclarationPlace place, FileStamp stamp) {
    return Optional.ofNullable(entries.get(place))
        .filter(entry -> entry.stamp().equals(stamp))
        .map(Entry::declared);
  }

  @Override
  public boolean isSource(AssetsPath file, FileStamp stamp) {
    return false;
  }
}

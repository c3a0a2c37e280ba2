package dev.papack;

import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.diagnostic.TextRange;
import dev.papack.disk.Disk;
import dev.papack.disk.ReadableDirectory;
import dev.papack.json.LineIndex;
import dev.papack.source.FileReader;
import dev.papack.source.Limits;
import dev.papack.source.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The lines that diagnostics speak of, as they are now. Keeps the last document, so that showing
 * many faults in their order reads each file once. Not for several threads.
 */
public final class Excerpts {
  /** The longest stretch of a line; a terminal shows no more. */
  public static final int MAX_CHARACTERS = 160;

  /** How much of a long line stands before the fault. */
  private static final int CHARACTERS_BEFORE = 60;

  private final Disk disk;
  private final Path workspace;
  private String path = "";
  private Optional<LineIndex> lines = Optional.empty();

  Excerpts(Disk disk, Path workspace) {
    this.disk = disk;
    this.workspace = workspace;
  }

  /**
   * Finds the line in which a place begins.
   *
   * @param location any place of a diagnostic
   * @return the line; empty if the place is in no text, or the document is gone, too large or
   *     shorter now
   */
  public Optional<Excerpt> find(Location location) {
    return location.text().flatMap(range -> linesOf(location).flatMap(all -> cut(all, range)));
  }

  private Optional<LineIndex> linesOf(Location location) {
    if (!location.path().equals(path)) {
      lines = read(location);
      path = location.path();
    }
    return lines;
  }

  private Optional<LineIndex> read(Location location) {
    if (RelativePath.faultOf(location.path()).isPresent()) {
      return Optional.empty();
    }
    RelativePath file = RelativePath.of(location.path());
    try (ReadableDirectory directory = disk.openForReading(workspace, "")) {
      return switch (FileReader.read(directory, file, Limits.INDEX_BYTES, location.artifact())) {
        case Outcome.Accepted<Snapshot>(Snapshot snapshot, var notes) ->
            Optional.of(LineIndex.of(StandardCharsets.UTF_8.decode(snapshot.bytes())));
        case Outcome.Refused<Snapshot> refused -> Optional.empty();
      };
    } catch (IOException e) {
      // The fault itself is known; a document that cannot be read again is only not shown.
      return Optional.empty();
    }
  }

  private static Optional<Excerpt> cut(LineIndex all, TextRange range) {
    if (range.line() > all.lineCount()) {
      return Optional.empty();
    }
    String line = all.line(range.line());
    if (range.column() > line.length() + 1) {
      return Optional.empty();
    }
    if (line.length() <= MAX_CHARACTERS) {
      return Optional.of(new Excerpt(range.line(), line, 1, line.length()));
    }
    int from = Math.max(0, range.column() - 1 - CHARACTERS_BEFORE);
    int to = Math.min(line.length(), from + MAX_CHARACTERS);
    return Optional.of(
        new Excerpt(range.line(), line.substring(from, to), from + 1, line.length()));
  }
}

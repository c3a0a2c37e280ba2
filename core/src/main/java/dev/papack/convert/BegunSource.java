package dev.papack.convert;

import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.DiskException;
import dev.papack.disk.ReadableDirectory;
import dev.papack.media.Extent;
import dev.papack.media.MediaFormat;
import dev.papack.source.FileReader;
import dev.papack.source.Limits;
import dev.papack.source.OpenSource;
import dev.papack.source.SourceContent;
import dev.papack.source.SourceHead;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * A source of which only the beginning was read: its format is known, and with it what the rest
 * needs. What no format is like has been refused by then, however large it is.
 *
 * @param assets where it is
 * @param path below {@code assets/}
 * @param head its beginning
 * @param sizeBytes of the whole file
 * @param format its format
 * @param extent how much there is in it
 * @param open the file, unless it is to be opened again to read the rest: an asset may have more
 *     sources than a process may have open files
 * @param <F> formats of one medium
 */
record BegunSource<F extends MediaFormat>(
    ReadableDirectory assets,
    AssetsPath path,
    SourceHead head,
    long sizeBytes,
    F format,
    Extent extent,
    Optional<OpenSource> open)
    implements Closeable {
  /** What stays open of an asset's sources. */
  enum Keeping {
    /** The file. */
    OPEN,
    /** Nothing. */
    CLOSED
  }

  /**
   * Tells the format of a file.
   *
   * @param <F> formats of one medium
   */
  @FunctionalInterface
  interface Recognition<F extends MediaFormat> {
    Outcome<F> formatOf(SourceHead head);
  }

  /** Opens a source and reads its beginning. */
  static <F extends MediaFormat> Outcome<BegunSource<F>> begin(
      ReadableDirectory assets, AssetsPath path, Recognition<F> recognition, Keeping keeping)
      throws IOException {
    return FileReader.open(assets, path, Limits.SOURCE_BYTES)
        .then(source -> {
          Optional<OpenSource> kept = Optional.empty();
          try {
            Outcome<F> format = recognition.formatOf(source.head());
            if (keeping == Keeping.OPEN && format instanceof Outcome.Accepted<F>) {
              kept = Optional.of(source);
            }
            Optional<OpenSource> open = kept;
            return format.then(known ->
                Outcome.of(
                    new BegunSource<>(
                        assets,
                        path,
                        source.head(),
                        source.sizeBytes(),
                        known,
                        known.extentOf(source.reader()),
                        open)));
          } finally {
            if (kept.isEmpty()) {
              source.close();
            }
          }
        });
  }

  /**
   * Reads it to its end.
   *
   * @param mostKeptBytes a larger file is not kept in memory
   */
  Source<F> read(long mostKeptBytes) throws IOException {
    SourceContent content =
        open.isPresent() ? open.get().read(mostKeptBytes) : readAgain(mostKeptBytes);
    return new Source<>(
        new SourceFile(path, content.sizeBytes(), content.digest()), format, content);
  }

  private SourceContent readAgain(long mostKeptBytes) throws IOException {
    return switch (FileReader.open(assets, path, Limits.SOURCE_BYTES)) {
      case Outcome.Accepted<OpenSource>(OpenSource again, var _) -> {
        try (again) {
          if (again.sizeBytes() != sizeBytes || !again.head().bytes().equals(head.bytes())) {
            throw changed();
          }
          yield again.read(mostKeptBytes);
        }
      }
      case Outcome.Refused<OpenSource> _ -> throw changed();
    };
  }

  private DiskException changed() {
    return new DiskException(
        DiskException.Trouble.CHANGED, head.path(), "the file changed while the asset was built");
  }

  @Override
  public void close() throws IOException {
    if (open.isPresent()) {
      open.get().close();
    }
  }
}

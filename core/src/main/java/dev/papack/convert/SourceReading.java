package dev.papack.convert;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.DiskException;
import dev.papack.disk.ReadableDirectory;
import dev.papack.media.MediaFormat;
import dev.papack.source.FileReader;
import dev.papack.source.Limits;
import dev.papack.source.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads all sources of an asset, since its key needs the digest of each before the first is
 * decoded. Of several only so many bytes are kept; what is beyond them is read again when it is
 * decoded, and has to be what it was.
 */
final class SourceReading {
  private final ReadableDirectory assets;
  private final long mostKeptBytes;

  SourceReading(ReadableDirectory assets, long mostKeptBytes) {
    this.assets = assets;
    this.mostKeptBytes = mostKeptBytes;
  }

  /**
   * Tells the format of a file.
   *
   * @param <F> formats of one medium
   */
  @FunctionalInterface
  interface Recognition<F extends MediaFormat> {
    Outcome<F> formatOf(Snapshot snapshot);
  }

  /** What became of each source, in order; a single one is always kept. */
  <F extends MediaFormat> List<Outcome<Source<F>>> readAll(
      List<AssetsPath> paths, Recognition<F> recognition) throws IOException {
    List<Outcome<Source<F>>> all = new ArrayList<>();
    long keptBytes = 0;
    for (AssetsPath path : paths) {
      switch (read(path)) {
        case Outcome.Refused<Snapshot>(List<Diagnostic> faults) ->
            all.add(new Outcome.Refused<>(faults));
        case Outcome.Accepted<Snapshot>(Snapshot snapshot, List<Diagnostic> _) -> {
          boolean isKept = paths.size() == 1 || snapshot.sizeBytes() <= mostKeptBytes - keptBytes;
          keptBytes += isKept ? snapshot.sizeBytes() : 0;
          SourceFile file = new SourceFile(path, snapshot.sizeBytes(), snapshot.digest());
          Source.Content content = isKept ? () -> snapshot : () -> readAgain(file);
          all.add(
              recognition.formatOf(snapshot).map(format -> new Source<>(file, format, content)));
        }
      }
    }
    return all;
  }

  private Outcome<Snapshot> read(AssetsPath path) throws IOException {
    return FileReader.read(assets, path, Limits.SOURCE_BYTES, Artifact.SOURCE);
  }

  private Snapshot readAgain(SourceFile file) throws IOException {
    return switch (read(file.path())) {
      case Outcome.Accepted<Snapshot>(Snapshot snapshot, List<Diagnostic> _)
          when snapshot.digest().equals(file.digest()) ->
          snapshot;
      case Outcome.Accepted<Snapshot> _, Outcome.Refused<Snapshot> _ ->
          throw new DiskException(
              DiskException.Trouble.CHANGED,
              assets.displayPath() + "/" + file.path(),
              "the file changed while the asset was built");
    };
  }
}

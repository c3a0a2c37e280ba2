package dev.papack.inspect;

import dev.papack.bank.TilesDecoder;
import dev.papack.container.Entry;
import dev.papack.container.Header;
import dev.papack.container.PackException;
import dev.papack.container.PackReader;
import dev.papack.container.Slice;
import dev.papack.container.SoundsMetadata;
import dev.papack.container.TilesMetadata;
import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Suggestion;
import dev.papack.diagnostic.Verb;
import dev.papack.media.IndexedRows;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** An asset of a pack as a file that other programs read: TILES as PNG, SOUNDS as WAV. */
public final class Extraction {
  private final Slice slice;
  private final ContentWriter writer;

  private Extraction(Slice slice, ContentWriter writer) {
    this.slice = slice;
    this.writer = writer;
  }

  @FunctionalInterface
  private interface ContentWriter {
    void write(OutputStream out) throws IOException;
  }

  /**
   * Finds an asset and checks its slice; nothing has been written yet.
   *
   * @param path the pack, as messages name it
   * @param wanted a name, or an id in digits
   */
  public static Outcome<Extraction> of(PackReader reader, String path, String wanted)
      throws IOException, PackException {
    Header header = reader.header();
    for (Entry entry : header.assetTable()) {
      if (entry.assetName().text().equals(wanted)
          || String.valueOf(entry.assetId()).equals(wanted)) {
        return of(reader.slice(entry.assetId()), path);
      }
    }
    List<String> names =
        header.assetTable().stream().map(entry -> entry.assetName().text()).toList();
    Diagnostic fault =
        Diagnostic.error(
                DiagnosticCode.ASSET_NOT_FOUND,
                Location.of(Artifact.PACK, path),
                "the pack has no asset \"" + wanted + "\"")
            .found(wanted);
    return Outcome.refused(
        Suggestion.closest(wanted, names)
            .map(name -> fault.advice("did you mean \"" + name + "\"?"))
            .orElseGet(() ->
                fault.fix(
                    Fix.manual(
                        "list the assets of the pack",
                        Fix.run(Verb.INSPECT, new Argument.OfNamedPath(path))))));
  }

  private static Outcome<Extraction> of(Slice slice, String path) throws IOException {
    return switch (slice.entry().metadata()) {
      case TilesMetadata tiles ->
          Outcome.of(
              new Extraction(slice, out -> write(new TilesDecoder(slice.copy(), tiles), out)));
      case SoundsMetadata sounds ->
          WavWriter.of(path, sounds)
              .map(wav -> new Extraction(slice, out -> wav.write(slice::writeTo, out)));
    };
  }

  /** With its palettes where a PNG has room for them. */
  private static void write(TilesDecoder tiles, OutputStream out) throws IOException {
    Optional<IndexedRows> indexed = tiles.indexed();
    if (indexed.isPresent()) {
      PngWriter.write(indexed.get(), out);
    } else {
      PngWriter.write(tiles, out);
    }
  }

  /** Whose bytes they are. */
  public Entry entry() {
    return slice.entry();
  }

  /** Writes the file. */
  public void write(OutputStream out) throws IOException {
    writer.write(out);
  }
}

package dev.papack.convert;

import dev.papack.asset.Asset;
import dev.papack.asset.SoundsSettings;
import dev.papack.asset.TilesSettings;
import dev.papack.bank.Sheet;
import dev.papack.bank.SoundsEncoder;
import dev.papack.bank.TilesEncoder;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.disk.ReadableDirectory;
import dev.papack.media.Pictures;
import dev.papack.media.Sound;
import dev.papack.media.formats.MediaFormats;
import dev.papack.source.FileReader;
import dev.papack.source.Limits;
import dev.papack.source.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One asset from its sources to its bank. */
public final class Conversion {
  private final ReadableDirectory assets;

  /** Converts sources below {@code assets}, which stays open until the last conversion. */
  public Conversion(ReadableDirectory assets) {
    this.assets = assets;
  }

  /** Reads, decodes and encodes; the machine's trouble is thrown. */
  public Outcome<ConvertedAsset> convert(Asset asset) throws IOException {
    return switch (asset.settings()) {
      case TilesSettings tiles -> tiles(asset, tiles);
      case SoundsSettings sounds -> sound(asset, sounds);
    };
  }

  /** Of several sheets one file at a time is held, and their pixels share the limit of one. */
  private Outcome<ConvertedAsset> tiles(Asset asset, TilesSettings settings) throws IOException {
    List<Sheet> sheets = new ArrayList<>();
    List<SourceFile> sources = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    long pixels = 0;
    for (RelativePath path : asset.sources()) {
      Outcome<Snapshot> read = read(path);
      diagnostics.addAll(read.diagnostics());
      if (read instanceof Outcome.Accepted<Snapshot>(Snapshot snapshot, List<Diagnostic> notes)) {
        Outcome<Pictures> decoded = MediaFormats.SUPPORTED.picture(snapshot);
        diagnostics.addAll(decoded.diagnostics());
        if (decoded
            instanceof Outcome.Accepted<Pictures>(Pictures pictures, List<Diagnostic> more)) {
          pixels += pictures.pixelCount();
          if (pixels > Limits.PNG_PIXELS) {
            diagnostics.add(tooManyPixels(snapshot.path(), pixels));
            break;
          }
          pictures.pictures().forEach(picture -> sheets.add(new Sheet(snapshot.path(), picture)));
          sources.add(source(path, snapshot));
        }
      }
    }
    return sources.size() < asset.sources().size()
        ? new Outcome.Refused<>(diagnostics)
        : TilesEncoder.encode(sheets, settings)
            .map(bank -> new ConvertedAsset(asset, sources, bank))
            .with(diagnostics);
  }

  private static Diagnostic tooManyPixels(String path, long pixels) {
    return Diagnostic.error(
            DiagnosticCode.PNG_LIMIT,
            Location.of(Artifact.SOURCE, path),
            "with this sheet the asset has "
                + pixels
                + " pixels; all its sheets together may have "
                + Limits.PNG_PIXELS)
        .found(String.valueOf(pixels))
        .limit(String.valueOf(Limits.PNG_PIXELS))
        .help("divide the sheets among several assets");
  }

  private Outcome<ConvertedAsset> sound(Asset asset, SoundsSettings settings) throws IOException {
    RelativePath path = asset.sources().getFirst();
    return switch (read(path)) {
      case Outcome.Refused<Snapshot>(List<Diagnostic> faults) -> new Outcome.Refused<>(faults);
      case Outcome.Accepted<Snapshot>(Snapshot snapshot, List<Diagnostic> notes) ->
          switch (MediaFormats.SUPPORTED.sound(snapshot)) {
            case Outcome.Refused<Sound>(List<Diagnostic> faults) -> new Outcome.Refused<>(faults);
            case Outcome.Accepted<Sound>(Sound sound, List<Diagnostic> more) ->
                SoundsEncoder.encode(snapshot.path(), sound, settings)
                    .map(bank -> new ConvertedAsset(asset, List.of(source(path, snapshot)), bank))
                    .with(more);
          };
    };
  }

  private Outcome<Snapshot> read(RelativePath path) throws IOException {
    return FileReader.read(assets, path, Limits.SOURCE_BYTES, Artifact.SOURCE);
  }

  private static SourceFile source(RelativePath path, Snapshot snapshot) {
    return new SourceFile(path, snapshot.sizeBytes(), snapshot.digest());
  }
}

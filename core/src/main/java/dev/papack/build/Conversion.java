package dev.papack.build;

import dev.papack.asset.Asset;
import dev.papack.asset.SoundsSettings;
import dev.papack.asset.TilesSettings;
import dev.papack.bank.Bank;
import dev.papack.bank.Sheet;
import dev.papack.bank.SoundsEncoder;
import dev.papack.bank.TilesEncoder;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.disk.ReadableDirectory;
import dev.papack.media.Picture;
import dev.papack.media.PngDecoder;
import dev.papack.media.Sound;
import dev.papack.media.WavDecoder;
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
    List<Snapshot> snapshots = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (RelativePath source : asset.sources()) {
      Outcome<Snapshot> read =
          FileReader.read(assets, source, Limits.SOURCE_BYTES, Artifact.SOURCE);
      diagnostics.addAll(read.diagnostics());
      if (read instanceof Outcome.Accepted<Snapshot>(Snapshot snapshot, List<Diagnostic> notes)) {
        snapshots.add(snapshot);
      }
    }
    if (snapshots.size() < asset.sources().size()) {
      return new Outcome.Refused<>(diagnostics);
    }
    Outcome<Bank> bank =
        switch (asset.settings()) {
          case TilesSettings tiles -> tiles(snapshots, tiles);
          case SoundsSettings sounds -> sounds(snapshots, sounds);
        };
    List<SourceFile> sources = new ArrayList<>();
    for (int i = 0; i < snapshots.size(); i++) {
      Snapshot snapshot = snapshots.get(i);
      sources.add(new SourceFile(asset.sources().get(i), snapshot.sizeBytes(), snapshot.digest()));
    }
    return bank.map(made -> new ConvertedAsset(asset, sources, made));
  }

  private static Outcome<Bank> tiles(List<Snapshot> snapshots, TilesSettings settings) {
    List<Sheet> sheets = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Snapshot snapshot : snapshots) {
      Outcome<Picture> decoded = PngDecoder.decode(snapshot);
      diagnostics.addAll(decoded.diagnostics());
      if (decoded instanceof Outcome.Accepted<Picture>(Picture picture, List<Diagnostic> notes)) {
        sheets.add(new Sheet(snapshot.path(), picture));
      }
    }
    return sheets.size() < snapshots.size()
        ? new Outcome.Refused<>(diagnostics)
        : TilesEncoder.encode(sheets, settings).with(diagnostics);
  }

  private static Outcome<Bank> sounds(List<Snapshot> snapshots, SoundsSettings settings) {
    Snapshot snapshot = snapshots.getFirst();
    return switch (WavDecoder.decode(snapshot)) {
      case Outcome.Refused<Sound>(List<Diagnostic> faults) -> new Outcome.Refused<>(faults);
      case Outcome.Accepted<Sound>(Sound sound, List<Diagnostic> notes) ->
          SoundsEncoder.encode(snapshot.path(), sound, settings).with(notes);
    };
  }
}

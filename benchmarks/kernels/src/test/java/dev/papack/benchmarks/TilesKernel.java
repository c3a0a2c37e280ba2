package dev.papack.benchmarks;

import dev.papack.asset.TilesSettings;
import dev.papack.asset.TilesSettings.Fit;
import dev.papack.asset.TilesSettings.Index0;
import dev.papack.asset.TilesSettings.Palettes;
import dev.papack.bank.Bank;
import dev.papack.bank.Sheet;
import dev.papack.bank.TilesEncoder;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Location;
import dev.papack.media.PixelRule;
import dev.papack.media.png.PngDecoder;
import dev.papack.source.SourceContent;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A decoded picture of 16,384 tiles of 8 x 8 to a bank, with palettes computed. */
@State(Scope.Benchmark)
public class TilesKernel {
  private static final TilesSettings SETTINGS =
      new TilesSettings(8, Palettes.AUTO, Fit.EXACT, OptionalInt.empty(), Index0.AS_DECLARED);

  private List<Sheet> sheets = List.of();

  /** Draws and decodes the picture. */
  @Setup
  public void draw() throws IOException {
    SourceContent content = SourceContent.of("a.png", DrawnPicture.TILES.png());
    sheets =
        List.of(
            new Sheet(
                Location.of(Artifact.SOURCE, "a.png"),
                Accepted.valueOf(PngDecoder.decode(content, PixelRule.STRICT))));
  }

  /** Encodes it, and writes its slice to nowhere. */
  @Benchmark
  public Bank encode() throws IOException {
    Bank bank = Accepted.valueOf(TilesEncoder.encode(sheets, Optional.empty(), SETTINGS));
    bank.writeTo(OutputStream.nullOutputStream());
    return bank;
  }
}

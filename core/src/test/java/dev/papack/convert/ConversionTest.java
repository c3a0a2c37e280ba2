package dev.papack.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.asset.Asset;
import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.asset.DeclarationPlace;
import dev.papack.asset.TilesSettings;
import dev.papack.bank.Bank;
import dev.papack.container.AssetName;
import dev.papack.container.TilesMetadata;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.disk.MemoryDisk;
import dev.papack.disk.ReadableDirectory;
import dev.papack.media.png.PngFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Several sheets of one asset. */
class ConversionTest {
  private final MemoryDisk disk = new MemoryDisk();

  private Outcome<ConvertedAsset> convert(String... sources) throws IOException {
    try (ReadableDirectory assets = disk.openForReading(Path.of("/assets"), "assets")) {
      return new Conversion(assets)
          .convert(
              new Asset(
                  new AssetId(7),
                  new AssetName("tiles"),
                  DeclarationPlace.allOf(new AssetRoot(RelativePath.of("tiles"))).getFirst(),
                  Arrays.stream(sources).map(RelativePath::of).toList(),
                  new TilesSettings(
                      8,
                      TilesSettings.Palettes.AUTO,
                      TilesSettings.Fit.PAD,
                      OptionalInt.empty(),
                      TilesSettings.Index0.AS_DECLARED),
                  OptionalInt.empty()));
    }
  }

  @Test
  void tilesOfAllSheetsFollowEachOtherAndColumnsAreOfTheFirst() throws IOException {
    disk.write("assets/a.png", PngFile.filled(20, 8, 0xFFFF0000));
    disk.write("assets/b.png", PngFile.filled(8, 16, 0xFF0000FF));
    Outcome<ConvertedAsset> outcome = convert("a.png", "b.png");
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    if (outcome instanceof Outcome.Accepted<ConvertedAsset>(ConvertedAsset asset, var notes)) {
      assertThat(asset.sources())
          .extracting(source -> source.path().text())
          .containsExactly("a.png", "b.png");
      Bank bank = asset.bank();
      assertThat(bank.metadata()).isInstanceOf(TilesMetadata.class);
      if (bank.metadata() instanceof TilesMetadata tiles) {
        assertThat(tiles.tileCount()).isEqualTo(5);
        assertThat(tiles.columns()).isEqualTo(3);
        assertThat(tiles.paletteCount()).isEqualTo(1);
      }
    }
  }

  @Test
  void faultsOfEverySheetAreReported() throws IOException {
    disk.write("assets/a.png", new byte[] {1});
    disk.write("assets/b.png", PngFile.filled(8, 8, 0xFF0000FF));
    disk.write("assets/c.png", new byte[] {2});
    assertThat(convert("a.png", "b.png", "c.png").diagnostics())
        .extracting(fault -> fault.location().path())
        .containsExactly("assets/a.png", "assets/c.png");
  }

  @Test
  void sheetsTogetherMayHaveThePixelsOfOne() throws IOException {
    byte[] half = PngFile.filled(8192, 4096, 0xFF0000FF);
    disk.write("assets/a.png", half);
    disk.write("assets/b.png", half);
    disk.write("assets/c.png", PngFile.filled(8, 8, 0xFF0000FF));
    List<Diagnostic> faults = convert("a.png", "b.png", "c.png").diagnostics();
    assertThat(faults)
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.code()).isEqualTo(DiagnosticCode.PNG_LIMIT);
          assertThat(fault.location().path()).isEqualTo("assets/c.png");
          assertThat(fault.found()).contains(String.valueOf((64 << 20) + 64));
        });
  }
}

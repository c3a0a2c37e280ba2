package dev.papack.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.asset.Asset;
import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.asset.BankSettings;
import dev.papack.asset.DeclarationPlace;
import dev.papack.asset.SoundsSettings;
import dev.papack.asset.TilesSettings;
import dev.papack.container.AssetName;
import dev.papack.container.BankMetadata;
import dev.papack.container.Sha256;
import dev.papack.container.TilesMetadata;
import dev.papack.convert.ConversionKey.KeyedSource;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.DiskException;
import dev.papack.disk.MemoryDisk;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.WatchedFolder;
import dev.papack.media.png.PngFile;
import dev.papack.media.wav.WavFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** One asset from its sources to its bank. */
class ConversionTest {
  private static final MemoryBudget MEMORY = MemoryBudget.of(64 << 20);

  private final MemoryDisk disk = new MemoryDisk();

  /** What is left of an asset: its bank is gone with its sources. */
  private record Converted(
      List<SourceFile> sources, ConversionKey<?> key, BankMetadata metadata, ByteBuffer slice) {
    static Outcome<Converted> of(ConvertedAsset asset) throws IOException {
      ByteArrayOutputStream slice = new ByteArrayOutputStream();
      asset.bank().writeTo(slice);
      return Outcome.of(
          new Converted(
              asset.sources(),
              asset.key(),
              asset.bank().metadata(),
              ByteBuffer.wrap(slice.toByteArray())));
    }
  }

  private static final TilesSettings TILES =
      new TilesSettings(
          8,
          TilesSettings.Palettes.AUTO,
          TilesSettings.Fit.PAD,
          OptionalInt.empty(),
          TilesSettings.Index0.AS_DECLARED);

  private static Asset asset(int id, String name, BankSettings settings, String... sources) {
    return new Asset(
        new AssetId(id),
        new AssetName(name),
        DeclarationPlace.allOf(new AssetRoot(AssetsPath.of(name))).getFirst(),
        Arrays.stream(sources).map(AssetsPath::of).toList(),
        settings,
        OptionalInt.empty());
  }

  private Outcome<Converted> convert(Asset asset) throws IOException {
    try (ReadableDirectory assets = disk.openForReading(Path.of("/assets"), "assets")) {
      return new Conversion(assets, MEMORY).convert(asset, Converted::of);
    }
  }

  private Outcome<Converted> convert(String... sources) throws IOException {
    return convert(asset(7, "tiles", TILES, sources));
  }

  private static Converted accepted(Outcome<Converted> outcome) {
    return switch (outcome) {
      case Outcome.Accepted<Converted>(Converted asset, var _) -> asset;
      case Outcome.Refused<Converted>(var faults) -> throw new AssertionError(faults);
    };
  }

  @Test
  void tilesOfAllSheetsFollowEachOtherAndColumnsAreOfTheFirst() throws IOException {
    disk.write("assets/a.png", PngFile.filled(20, 8, 0xFFFF0000));
    disk.write("assets/b.png", PngFile.filled(8, 16, 0xFF0000FF));
    Outcome<Converted> outcome = convert("a.png", "b.png");
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    if (outcome instanceof Outcome.Accepted<Converted>(Converted asset, var notes)) {
      assertThat(asset.sources())
          .extracting(source -> source.path().text())
          .containsExactly("a.png", "b.png");
      assertThat(asset.metadata()).isInstanceOf(TilesMetadata.class);
      if (asset.metadata() instanceof TilesMetadata tiles) {
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

  @Test
  void aFaultInOneSheetHidesNoneOfAnotherThatIsMissing() throws IOException {
    disk.write("assets/a.png", Arrays.copyOf(PngFile.filled(8, 8, 0xFF0000FF), 40));
    assertThat(convert("a.png", "b.png").diagnostics())
        .extracting(Diagnostic::code)
        .containsExactlyInAnyOrder(DiagnosticCode.PNG_TRUNCATED, DiagnosticCode.SOURCE_MISSING);
  }

  @Test
  void theKeyHoldsWhatTheBankDependsOn() throws IOException {
    byte[] red = PngFile.filled(8, 8, 0xFFFF0000);
    byte[] blue = PngFile.filled(8, 8, 0xFF0000FF);
    disk.write("assets/a.png", red);
    disk.write("assets/b.png", blue);
    assertThat(accepted(convert("a.png", "b.png")).key())
        .isEqualTo(
            new ConversionKey<>(
                List.of(
                    new KeyedSource(Sha256.of(ByteBuffer.wrap(red)), "PNG", 1),
                    new KeyedSource(Sha256.of(ByteBuffer.wrap(blue)), "PNG", 1)),
                TILES,
                1,
                ConversionKey.CONVERTER_VERSION,
                0));
  }

  @Test
  void anAssetOfAnotherNameAtAnotherPlaceHasTheSameKeyAndBank() throws IOException {
    byte[] red = PngFile.filled(20, 8, 0xFFFF0000);
    byte[] blue = PngFile.filled(8, 16, 0xFF0000FF);
    disk.write("assets/a.png", red);
    disk.write("assets/b.png", blue);
    disk.write("assets/far/away.wav", red);
    disk.write("assets/z", blue);
    Converted one = accepted(convert(asset(1, "one", TILES, "a.png", "b.png")));
    Converted other = accepted(convert(asset(9, "an/other", TILES, "far/away.wav", "z")));
    assertThat(other.key()).isEqualTo(one.key());
    assertThat(other.metadata()).isEqualTo(one.metadata());
    assertThat(other.slice()).isEqualTo(one.slice());
    Converted turned = accepted(convert("b.png", "a.png"));
    assertThat(turned.key()).isNotEqualTo(one.key());
    assertThat(turned.slice()).isNotEqualTo(one.slice());
  }

  @Test
  void oneChangedByteOfASoundChangesItsKey() throws IOException {
    SoundsSettings settings =
        new SoundsSettings(
            OptionalInt.empty(), OptionalInt.empty(), new SoundsSettings.Loop.FromSource());
    byte[] format = WavFile.format(1, 1, 8_000, 16);
    disk.write("assets/a.wav", WavFile.riff(format, WavFile.chunk("data", WavFile.shorts(1, 2))));
    disk.write("assets/b.wav", WavFile.riff(format, WavFile.chunk("data", WavFile.shorts(1, 3))));
    Converted a = accepted(convert(asset(1, "a", settings, "a.wav")));
    Converted again = accepted(convert(asset(2, "b", settings, "a.wav")));
    Converted b = accepted(convert(asset(1, "a", settings, "b.wav")));
    assertThat(again.key()).isEqualTo(a.key());
    assertThat(again.slice()).isEqualTo(a.slice());
    assertThat(b.key()).isNotEqualTo(a.key());
    assertThat(b.slice()).isNotEqualTo(a.slice());
  }

  /** Counts how often each file was opened, and changes one once it was. */
  private final class Opened implements WatchedFolder.Watch {
    private final Map<String, Integer> times = new TreeMap<>();
    private Optional<Runnable> afterTheFirst = Optional.empty();

    @Override
    public void opened(String path, long sizeBytes) {
      times.merge(path, 1, Integer::sum);
    }

    @Override
    public void read(String path, long positionBytes, ByteBuffer into, int count) {
      if (path.equals("assets/c.png")) {
        afterTheFirst.ifPresent(Runnable::run);
        afterTheFirst = Optional.empty();
      }
    }

    Outcome<Converted> convert(long mostKeptBytes, String... sources) throws IOException {
      try (ReadableDirectory assets = disk.openForReading(Path.of("/assets"), "assets")) {
        return new Conversion(new WatchedFolder(assets, this), MEMORY, mostKeptBytes)
            .convert(asset(7, "tiles", TILES, sources), Converted::of);
      }
    }
  }

  private int writeThreeSheets() {
    byte[] sheet = PngFile.filled(8, 8, 0xFFFF0000);
    disk.write("assets/a.png", sheet);
    disk.write("assets/b.png", PngFile.filled(8, 8, 0xFF00FF00));
    disk.write("assets/c.png", PngFile.filled(8, 8, 0xFF0000FF));
    return sheet.length;
  }

  @Test
  void whatIsNotKeptIsReadAgainAndGivesTheSame() throws IOException {
    int sheetBytes = writeThreeSheets();
    Opened opened = new Opened();
    Converted one = accepted(opened.convert(sheetBytes, "a.png", "b.png", "c.png"));
    // Each was begun and read; what is not kept was opened again to be decoded.
    assertThat(opened.times)
        .isEqualTo(Map.of("assets/a.png", 2, "assets/b.png", 3, "assets/c.png", 3));
    Opened kept = new Opened();
    Converted other = accepted(kept.convert(Long.MAX_VALUE, "a.png", "b.png", "c.png"));
    assertThat(kept.times.values()).containsOnly(2);
    assertThat(one.key()).isEqualTo(other.key());
    assertThat(one.slice()).isEqualTo(other.slice());
  }

  @Test
  void aSingleSourceThatIsKeptIsOpenedOnce() throws IOException {
    writeThreeSheets();
    Opened opened = new Opened();
    accepted(opened.convert(Long.MAX_VALUE, "a.png"));
    assertThat(opened.times).isEqualTo(Map.of("assets/a.png", 1));
  }

  @Test
  void aSingleSourceThatIsNotKeptIsOpenedAgainToBeDecoded() throws IOException {
    writeThreeSheets();
    Opened opened = new Opened();
    accepted(opened.convert(0, "a.png"));
    assertThat(opened.times).isEqualTo(Map.of("assets/a.png", 2));
  }

  @Test
  void whatNoFormatIsLikeIsReadNoFurtherThanItsHead() throws IOException {
    byte[] large = new byte[1 << 20];
    disk.write("assets/a.png", large);
    AtomicLong readBytes = new AtomicLong();
    try (ReadableDirectory assets = disk.openForReading(Path.of("/assets"), "assets")) {
      WatchedFolder watched =
          new WatchedFolder(
              assets,
              new WatchedFolder.Watch() {
                @Override
                public void opened(String path, long sizeBytes) {}

                @Override
                public void read(String path, long positionBytes, ByteBuffer into, int count) {
                  readBytes.addAndGet(count);
                }
              });
      assertThat(
              new Conversion(watched, MEMORY)
                  .convert(asset(7, "tiles", TILES, "a.png"), Converted::of)
                  .diagnostics())
          .extracting(Diagnostic::code)
          .containsExactly(DiagnosticCode.MEDIA_UNKNOWN);
    }
    assertThat(readBytes).hasValueLessThanOrEqualTo(4 << 10);
  }

  @Test
  void whatChangedBeforeItIsReadAgainIsTroubleAndNoBank() {
    writeThreeSheets();
    Opened opened = new Opened();
    // Nothing is kept: a and b are read, then c, and then a again, which is another one by now.
    opened.afterTheFirst =
        Optional.of(() -> disk.overwrite("assets/a.png", PngFile.filled(8, 8, 0xFF123456)));
    assertThatThrownBy(() -> opened.convert(0, "a.png", "b.png", "c.png"))
        .isInstanceOfSatisfying(
            DiskException.class,
            trouble -> assertThat(trouble.trouble()).isEqualTo(DiskException.Trouble.CHANGED))
        .hasMessageContaining("assets/a.png");
  }
}

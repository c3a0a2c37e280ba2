package dev.papack.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.asset.ColorReduction;
import dev.papack.asset.ColorReduction.Dither;
import dev.papack.asset.Frame;
import dev.papack.asset.Gutters;
import dev.papack.asset.SheetRequest;
import dev.papack.asset.TilesRequest;
import dev.papack.asset.TilesSettings;
import dev.papack.asset.TilesSettings.Fit;
import dev.papack.asset.TilesSettings.Index0;
import dev.papack.asset.TilesSettings.Palettes;
import dev.papack.campaign.Campaign;
import dev.papack.campaign.JavaProcess;
import dev.papack.container.TilesMetadata;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.ArgbPicture;
import dev.papack.media.Picture;
import dev.papack.media.PictureSize;
import dev.papack.media.PixelRule;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a bank says that it needs before its sheets are read is enough for all of its tiles. */
class TilesMemoryTest {
  private static final long SEED = 14;
  private static final long OF_THE_JVM_BYTES = 24L << 20;
  private static final int STRIP_PIXELS = 16_384;

  private final Random random = new Random(SEED);

  private Optional<Gutters> gutters() {
    return random.nextInt(3) == 0
        ? Optional.of(new Gutters(random.nextInt(4), random.nextInt(4)))
        : Optional.empty();
  }

  private Optional<Frame> frame() {
    return random.nextInt(3) == 0
        ? Optional.of(
            new Frame(
                1 + random.nextInt(40),
                1 + random.nextInt(40),
                random.nextBoolean() ? OptionalInt.of(1 + random.nextInt(9)) : OptionalInt.empty()))
        : Optional.empty();
  }

  private static TilesSettings plain(int tileSize, Fit fit) {
    return new TilesSettings(tileSize, Palettes.AUTO, fit, OptionalInt.empty(), Index0.AS_DECLARED);
  }

  @Test
  void noSheetHasMoreTilesThanWereCountedBeforeItWasRead() {
    for (int run = 0; run < 5_000; run++) {
      TilesSettings settings =
          plain(8 << random.nextInt(3), random.nextBoolean() ? Fit.PAD : Fit.EXACT);
      settings = gutters().map(settings::with).orElse(settings);
      settings = frame().map(settings::with).orElse(settings);
      Sheet sheet = sheet("a.png", 1 + random.nextInt(70), 1 + random.nextInt(70));
      assertThat(SheetGrid.tilesAtMost(sheet.picture().size(), settings))
          .as("%s, %s", sheet.picture().size(), settings)
          .isGreaterThanOrEqualTo(SheetGrid.of(sheet, settings).tileCount());
    }
  }

  /** Cells that {@code add} may take for frames: filled, with nothing around and between them. */
  private Sheet sheetOfCells() {
    int width = 1 + random.nextInt(30);
    int height = 1 + random.nextInt(30);
    int margin = random.nextInt(3);
    int spacing = random.nextInt(3);
    int columns = 1 + random.nextInt(8);
    int rows = 1 + random.nextInt(8);
    int across = 2 * margin + columns * (width + spacing) - spacing;
    int down = 2 * margin + rows * (height + spacing) - spacing;
    int[] argb = new int[across * down];
    for (int i = 0; i < argb.length; i++) {
      int x = i % across - margin;
      int y = i / across - margin;
      boolean isIn =
          x >= 0
              && y >= 0
              && x < across - 2 * margin
              && y < down - 2 * margin
              && x % (width + spacing) < width
              && y % (height + spacing) < height;
      argb[i] = isIn ? Pictures.RED : 0;
    }
    String name = random.nextBoolean() ? "a.png" : "a-" + width + "x" + height + ".png";
    return new Sheet(
        Location.of(Artifact.SOURCE, name),
        ArgbPicture.of(across, down, argb).decoded(PixelRule.STRICT));
  }

  @Test
  void noWayToCutASheetHasMoreTilesThanWereCountedBeforeItWasRead() {
    int framed = 0;
    for (int run = 0; run < 2_000; run++) {
      Sheet sheet = sheetOfCells();
      TilesRequest request =
          new TilesRequest(
              random.nextInt(3) == 0 ? OptionalInt.of(8 << random.nextInt(3)) : OptionalInt.empty(),
              Optional.empty(),
              Optional.empty(),
              OptionalInt.empty(),
              Optional.empty(),
              random.nextInt(3) == 0
                  ? new SheetRequest(Optional.empty(), gutters(), frame(), Optional.empty())
                  : SheetRequest.NOTHING);
      for (SheetCut cut : SheetCuts.of(List.of(sheet), request)) {
        TilesSettings settings = plain(cut.tileSizePixels(), cut.fit()).with(cut.gutters());
        settings = cut.frame().map(settings::with).orElse(settings);
        framed += request.sheets().equals(SheetRequest.NOTHING) && cut.frame().isPresent() ? 1 : 0;
        assertThat(
                SheetCuts.tilesAtMost(
                    sheet.picture().size(), sheet.location().path(), cut.tileSizePixels(), request))
            .as("%s, %s", sheet, settings)
            .isGreaterThanOrEqualTo(SheetGrid.of(sheet, settings).tileCount());
      }
    }
    assertThat(framed).isGreaterThan(200);
  }

  private static Sheet sheet(String name, int width, int height) {
    return new Sheet(
        Location.of(Artifact.SOURCE, name),
        Pictures.filled(width, height, Pictures.RED).decoded(PixelRule.STRICT));
  }

  @Test
  void aPaddedStripOfOnePixelNeedsAsMuchAsItsTiles() {
    TilesSettings padded = plain(8, Fit.PAD).with(new ColorReduction(4, Dither.NONE));
    assertThat(TilesEncoder.neededBytes(List.of(new PictureSize(STRIP_PIXELS, 1)), padded))
        .isEqualTo(TilesEncoder.neededBytes(List.of(new PictureSize(STRIP_PIXELS, 8)), padded));
    assertThat(
            TilesEncoder.neededBytes(
                Collections.nCopies(TilesMetadata.MAX_TILES + 1, new PictureSize(1, 1)), padded))
        .isEqualTo(TilesEncoder.neededBytes(List.of(new PictureSize(STRIP_PIXELS, 256)), padded));
  }

  /** A process of its own, whose heap is what is asked for and a little for the JVM. */
  @Test
  void paddedStripsFitInAHeapOfWhatTheyNeed() throws Exception {
    for (int tileSize : Campaign.current() == Campaign.DAILY ? new int[] {8} : new int[] {8, 32}) {
      int strips = Campaign.amount(4, 32) * tileSize / 8;
      long pictures = (long) strips * STRIP_PIXELS * 2 * Integer.BYTES;
      long heapBytes =
          TilesEncoder.neededBytes(EncodesStrips.sizes(strips), EncodesStrips.settings(tileSize))
              + pictures
              + OF_THE_JVM_BYTES;
      String said =
          JavaProcess.run(
                  List.of(
                      "-Xmx" + heapBytes / 1024 + "k",
                      "-XX:+UseSerialGC",
                      "-XX:TieredStopAtLevel=1"),
                  EncodesStrips.class,
                  String.valueOf(strips),
                  String.valueOf(tileSize))
              .expectDone();
      assertThat(said.strip()).isEqualTo(strips * STRIP_PIXELS / tileSize + " tiles");
    }
  }

  /** Strips of noise: each pixel of a tile has a colour of its own. */
  static final class EncodesStrips {
    private EncodesStrips() {}

    static List<PictureSize> sizes(int strips) {
      return Collections.nCopies(strips, new PictureSize(STRIP_PIXELS, 1));
    }

    static TilesSettings settings(int tileSize) {
      return plain(tileSize, Fit.PAD).with(new ColorReduction(8, Dither.NONE));
    }

    public static void main(String[] args) throws IOException {
      List<Sheet> sheets = new ArrayList<>();
      for (int strip = 0; strip < Integer.parseInt(args[0]); strip++) {
        int[] argb = new int[STRIP_PIXELS];
        for (int x = 0; x < argb.length; x++) {
          argb[x] = 0xFF000000 | ((strip * STRIP_PIXELS + x) * 0x9E3779B1) >>> 8;
        }
        Picture picture = ArgbPicture.of(STRIP_PIXELS, 1, argb).decoded(PixelRule.STRICT);
        sheets.add(new Sheet(Location.of(Artifact.SOURCE, "a.png"), picture));
      }
      TilesSettings settings = settings(Integer.parseInt(args[1]));
      switch (TilesEncoder.encode(sheets, Optional.empty(), settings)) {
        case Outcome.Accepted<Bank>(Bank bank, var _) -> {
          bank.writeTo(OutputStream.nullOutputStream());
          System.out.println(((TilesMetadata) bank.metadata()).tileCount() + " tiles");
        }
        case Outcome.Refused<Bank> refused -> throw new AssertionError(refused.diagnostics());
      }
    }
  }
}

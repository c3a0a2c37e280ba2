package dev.papack.bank.reduction;

import dev.papack.media.Rgb565;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Gives every pixel an entry, and counts what is lost. */
final class Showing implements TilePixels.Sink {
  private final TileReduction reduction;
  private final Oklab conversion;
  private final long[][] oklab;
  private final char[][] bits;
  private final byte[] paletteOfTile;
  private final byte[][] entries;

  /** For each palette its entries that stay: those that a pixel shows, or that the law needs. */
  private final boolean[][] isShown;

  private long opaquePixels;
  private long changedPixels;
  private long squaredErrors;
  private int worstSquaredError;

  /**
   * Begins.
   *
   * @param oklab the palettes as colours
   * @param bits the same as the console has them
   */
  Showing(
      TileReduction reduction,
      Oklab conversion,
      long[][] oklab,
      char[][] bits,
      byte[] paletteOfTile) {
    this.reduction = reduction;
    this.conversion = conversion;
    this.oklab = oklab;
    this.bits = bits;
    this.paletteOfTile = paletteOfTile;
    entries =
        new byte[reduction.tileCount()]
            [reduction.tileSizePixels() * reduction.tileSizePixels() / 2];
    isShown = new boolean[bits.length][];
    for (int palette = 0; palette < bits.length; palette++) {
      isShown[palette] = new boolean[bits[palette].length];
      Arrays.fill(isShown[palette], reduction.dither().looksAtHiddenEntries());
    }
  }

  ReducedTiles show(TilePixels pixels) throws IOException {
    pixels.each(this);
    return reduced();
  }

  @Override
  public void accept(int tile, int place, int rgb) {
    int palette = paletteOfTile[tile];
    int size = reduction.tileSizePixels();
    long color = conversion.of(rgb);
    int entry = reduction.dither().entry(oklab[palette], color, place % size, place / size);
    entries[tile][place / 2] |= (byte) ((entry + 1) << shift(place));
    isShown[palette][entry] = true;
    int error = Oklab.distance(oklab[palette][entry], color);
    opaquePixels++;
    changedPixels += bits[palette][entry] == Rgb565.nearestBits(rgb) ? 0 : 1;
    squaredErrors += error;
    worstSquaredError = Math.max(worstSquaredError, error);
  }

  static int shift(int place) {
    return place % 2 * 4;
  }

  /** Without colours that no pixel shows: the law chooses none of them, so it chooses the same. */
  private ReducedTiles reduced() {
    List<List<Rgb565>> palettes = new ArrayList<>();
    byte[][] renumbered = new byte[bits.length][WorkingPalette.CAPACITY + 1];
    for (int palette = 0; palette < bits.length; palette++) {
      List<Rgb565> colors = new ArrayList<>();
      for (int entry = 0; entry < bits[palette].length; entry++) {
        if (isShown[palette][entry]) {
          colors.add(new Rgb565(bits[palette][entry]));
          renumbered[palette][entry + 1] = (byte) colors.size();
        }
      }
      palettes.add(colors);
    }
    for (int tile = 0; tile < entries.length; tile++) {
      byte[] numbers = renumbered[paletteOfTile[tile]];
      for (int i = 0; i < entries[tile].length; i++) {
        int pair = entries[tile][i];
        entries[tile][i] = (byte) (numbers[pair & 0xF] | numbers[pair >>> 4 & 0xF] << 4);
      }
    }
    return new ReducedTiles(
        palettes,
        paletteOfTile,
        entries,
        new ReductionLoss(
            opaquePixels,
            changedPixels,
            opaquePixels == 0
                ? 0
                : StrictMath.sqrt((double) squaredErrors / opaquePixels) / Oklab.UNITS,
            StrictMath.sqrt(worstSquaredError) / Oklab.UNITS));
  }
}

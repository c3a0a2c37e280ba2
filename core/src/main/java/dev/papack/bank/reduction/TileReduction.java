package dev.papack.bank.reduction;

import dev.papack.media.Rgb565;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reduces the colours of tiles: finds palettes that show them well, and gives each tile a palette
 * and each pixel an entry. Palettes and tiles are chosen for the least squared error in Oklab that
 * some work finds; which entry a pixel gets is a law, {@link Dither}. The same pixels give the same
 * result, in whatever order they come.
 *
 * @param tileCount at least 1
 * @param tileSizePixels the side of a tile: 8, 16 or 32
 * @param maxPalettes how many palettes there may be: 1 to 64
 * @param dither the law of pixels
 */
public record TileReduction(int tileCount, int tileSizePixels, int maxPalettes, Dither dither) {
  /** Raised whenever equal pixels may get other palettes or entries than before. */
  public static final int VERSION = 1;

  /** Tables of colours, and what is as small. */
  private static final long FIXED_BYTES = 4L << 20;

  /** Up to 64 colours of 6 bytes in arrays that may be half empty, a palette, an entry a pixel. */
  private static final long TILE_BYTES = 700;

  /** For each pixel that may have a colour of its own in its tile. */
  private static final long COLOR_BYTES = 24;

  private static final int MAX_PALETTES = 64;

  /** The formula of {@link #neededBytes}. */
  public static final String NEEDED_IN_WORDS =
      TILE_BYTES
          + " bytes for each tile, 1/2 byte a pixel, "
          + COLOR_BYTES
          + " bytes for each of 2^20 pixels, 4 MiB; max_palettes x (32 bytes for each of "
          + Sample.MAX_TILES
          + " tiles, 16 bytes for each of "
          + Sample.MAX_COLORS
          + " pixels)";

  /**
   * Refuses numbers out of range.
   *
   * @throws IllegalArgumentException naming the number
   */
  public TileReduction {
    if (tileCount < 1) {
      throw new IllegalArgumentException("tiles " + tileCount);
    }
    if (tileSizePixels != 8 && tileSizePixels != 16 && tileSizePixels != 32) {
      throw new IllegalArgumentException("tile size " + tileSizePixels);
    }
    if (maxPalettes < 1 || maxPalettes > MAX_PALETTES) {
      throw new IllegalArgumentException("palettes " + maxPalettes);
    }
  }

  /** How much memory {@link #reduce} takes at most, with its result, which is 1/2 byte a pixel. */
  public long neededBytes() {
    long pixels = (long) tileCount * tileSizePixels * tileSizePixels;
    long aPalette =
        (long) Long.BYTES * Math.min(tileCount, Sample.MAX_TILES)
            + (long) Integer.BYTES * Math.min(pixels, Sample.MAX_COLORS);
    return FIXED_BYTES
        + pixels / 2
        + TILE_BYTES * tileCount
        + COLOR_BYTES * Math.min(pixels, TileHistograms.ALL_ENTRIES)
        + 4L * maxPalettes * aPalette;
  }

  /**
   * Reduces.
   *
   * @param pixels read twice
   * @return palettes in the order in which tiles need them, their colours from dark to bright; each
   *     is needed by a tile and, without dithering, each colour shown by a pixel
   * @throws IOException if the pixels cannot be read
   */
  public ReducedTiles reduce(TilePixels pixels) throws IOException {
    TileHistograms histograms = new TileHistograms(tileCount, tileSizePixels);
    pixels.each(histograms);
    Oklab oklab = new Oklab();
    ConsoleColors console = new ConsoleColors(oklab);
    Sample sample = Sample.of(histograms, oklab);
    if (sample.tileCount() == 0) {
      return new Showing(this, oklab, new long[1][0], new char[1][0], new byte[tileCount])
          .show(pixels);
    }
    char[][] found = PaletteSearch.search(sample, maxPalettes, console);
    TileAssignment assignment = new TileAssignment(histograms, oklab, console);
    if (!sample.isWhole()) {
      found = assignment.refined(found);
    }
    return shown(pixels, oklab, console, found, assignment.palettesOf(found));
  }

  /** Puts palettes and their colours in order, and shows all pixels. */
  private ReducedTiles shown(
      TilePixels pixels, Oklab oklab, ConsoleColors console, char[][] found, byte[] foundOfTile)
      throws IOException {
    int[] numbers = new int[found.length];
    Arrays.fill(numbers, -1);
    List<char[]> palettes = new ArrayList<>();
    byte[] paletteOfTile = new byte[tileCount];
    for (int tile = 0; tile < tileCount; tile++) {
      int palette = foundOfTile[tile];
      if (palette == TileAssignment.EMPTY) {
        continue;
      }
      if (numbers[palette] < 0) {
        numbers[palette] = palettes.size();
        palettes.add(ordered(found[palette]));
      }
      paletteOfTile[tile] = (byte) numbers[palette];
    }
    char[][] bits = palettes.toArray(char[][]::new);
    return new Showing(this, oklab, console.oklab(bits), bits, paletteOfTile).show(pixels);
  }

  private static char[] ordered(char[] colors) {
    int[] bits =
        new String(colors)
            .chars()
            .distinct()
            .mapToObj(Rgb565::new)
            .sorted(Rgb565.BY_BRIGHTNESS)
            .mapToInt(Rgb565::bits)
            .toArray();
    char[] ordered = new char[bits.length];
    for (int i = 0; i < bits.length; i++) {
      ordered[i] = (char) bits[i];
    }
    return ordered;
  }
}

package dev.papack.bank.reduction;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Gives all tiles, not only those of a sample, the palettes that show them best. */
final class TileAssignment {
  /** The palette of a tile without opaque pixels. */
  static final int EMPTY = -1;

  private static final int ROUNDS = 3;

  /** Of more colours in all tiles, one round has to do: the sample has seen enough of them. */
  private static final long MANY_COLORS = TileHistograms.ALL_ENTRIES;

  private final TileHistograms histograms;
  private final Oklab conversion;
  private final ConsoleColors console;
  private final long[] colors;

  TileAssignment(TileHistograms histograms, Oklab conversion, ConsoleColors console) {
    this.histograms = histograms;
    this.conversion = conversion;
    this.console = console;
    colors = new long[histograms.colorsMax()];
  }

  /** The best palette of every tile, of several the first; or {@link #EMPTY}. */
  byte[] palettesOf(char[][] palettes) {
    int[][] coordinates = coordinates(console.oklab(palettes));
    byte[] paletteOfTile = new byte[histograms.tileCount()];
    for (int tile = 0; tile < paletteOfTile.length; tile++) {
      paletteOfTile[tile] = (byte) (histograms.size(tile) == 0 ? EMPTY : best(tile, coordinates));
    }
    return paletteOfTile;
  }

  /** Of each palette the coordinates of its colours, one after the other. */
  private static int[][] coordinates(long[][] palettes) {
    int[][] coordinates = new int[palettes.length][];
    for (int palette = 0; palette < palettes.length; palette++) {
      coordinates[palette] =
          Arrays.stream(palettes[palette])
              .flatMap(color -> LongStream.of(Oklab.l(color), Oklab.a(color), Oklab.b(color)))
              .mapToInt(Math::toIntExact)
              .toArray();
    }
    return coordinates;
  }

  /** The best palette of a tile; leaves its colours in {@link #colors}. */
  private int best(int tile, int[][] palettes) {
    int size = histograms.size(tile);
    for (int i = 0; i < size; i++) {
      colors[i] = conversion.of(histograms.color(tile, i));
    }
    int best = 0;
    long least = Long.MAX_VALUE;
    for (int palette = 0; palette < palettes.length; palette++) {
      long cost = 0;
      for (int i = 0; i < size && cost < least; i++) {
        cost += (long) distance(palettes[palette], colors[i]) * histograms.count(tile, i);
      }
      if (cost < least) {
        least = cost;
        best = palette;
      }
    }
    return best;
  }

  private static int distance(int[] palette, long color) {
    int l = Oklab.l(color);
    int a = Oklab.a(color);
    int b = Oklab.b(color);
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < palette.length; i += 3) {
      int dl = palette[i] - l;
      int da = palette[i + 1] - a;
      int db = palette[i + 2] - b;
      least = Math.min(least, dl * dl + da * da + db * db);
    }
    return least;
  }

  private static int nearest(long[] palette, long color) {
    return Dither.NONE.entry(palette, color, 0, 0);
  }

  /** Palettes that were found for a sample, their colours moved to the means of all pixels. */
  char[][] refined(char[][] palettes) {
    char[][] refined = palettes;
    int rounds = histograms.entryCount() > MANY_COLORS ? 1 : ROUNDS;
    for (int round = 0; round < rounds; round++) {
      char[][] next = movedToMeans(refined);
      if (Arrays.deepEquals(next, refined)) {
        break;
      }
      refined = next;
    }
    return refined;
  }

  private char[][] movedToMeans(char[][] palettes) {
    long[][] oklab = console.oklab(palettes);
    int[][] coordinates = coordinates(oklab);
    MeanColor[][] means = new MeanColor[palettes.length][];
    for (int palette = 0; palette < means.length; palette++) {
      means[palette] = new MeanColor[palettes[palette].length];
      Arrays.setAll(means[palette], _ -> new MeanColor());
    }
    for (int tile = 0; tile < histograms.tileCount(); tile++) {
      if (histograms.size(tile) == 0) {
        continue;
      }
      int palette = best(tile, coordinates);
      for (int i = 0; i < histograms.size(tile); i++) {
        means[palette][nearest(oklab[palette], colors[i])].add(
            colors[i], histograms.count(tile, i));
      }
    }
    char[][] moved = new char[palettes.length][];
    for (int palette = 0; palette < moved.length; palette++) {
      moved[palette] = palettes[palette].clone();
      for (int place = 0; place < moved[palette].length; place++) {
        if (!means[palette][place].isEmpty()) {
          moved[palette][place] = (char) console.nearest(means[palette][place].mean());
        }
      }
    }
    return moved;
  }
}

package dev.papack.bank;

import dev.papack.diagnostic.PixelRectangle;
import dev.papack.media.Picture;
import dev.papack.media.Rgb565;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The opaque colours of every tile of some sheets, after rounding. */
final class TileColors {
  /**
   * Tiles with more colours than a palette.
   *
   * @param grid their sheet
   * @param tiles at least one; counted in that sheet, from 0, ascending
   */
  record Crowded(SheetGrid grid, List<Integer> tiles) {
    Crowded {
      tiles = List.copyOf(tiles);
    }
  }

  private final List<ColorSet> sets;
  private final int[] setOfTile;
  private final List<Crowded> crowded;

  private TileColors(List<ColorSet> sets, int[] setOfTile, List<Crowded> crowded) {
    this.sets = sets;
    this.setOfTile = setOfTile;
    this.crowded = crowded;
  }

  /**
   * Looks at every pixel once.
   *
   * @param grids together at most as many tiles as a bank has
   */
  static TileColors of(List<SheetGrid> grids) {
    int[] setOfTile =
        new int[Math.toIntExact(grids.stream().mapToLong(SheetGrid::tileCount).sum())];
    Map<ColorSet, Integer> numbers = new LinkedHashMap<>();
    List<Crowded> crowded = new ArrayList<>();
    int[] colors = new int[Page.CAPACITY];
    int[] lastTileWith = new int[Rgb565.MAX_BITS + 1];
    Arrays.fill(lastTileWith, -1);
    int bankTile = 0;
    for (SheetGrid grid : grids) {
      List<Integer> crowdedTiles = new ArrayList<>();
      for (int tile = 0; tile < grid.tileCount(); tile++) {
        int count = collect(grid, tile, colors, lastTileWith, bankTile);
        if (count > Page.CAPACITY) {
          crowdedTiles.add(tile);
        } else {
          ColorSet set = ColorSet.of(colors, count);
          setOfTile[bankTile] = numbers.computeIfAbsent(set, unseen -> numbers.size());
        }
        bankTile++;
      }
      if (!crowdedTiles.isEmpty()) {
        crowded.add(new Crowded(grid, crowdedTiles));
      }
    }
    return new TileColors(List.copyOf(numbers.keySet()), setOfTile, List.copyOf(crowded));
  }

  /**
   * Fills {@code colors} with the different colours of a tile, as far as there is room.
   *
   * @param lastTileWith for every colour, the last tile of the bank that has it
   * @return how many there are
   */
  private static int collect(
      SheetGrid grid, int tile, int[] colors, int[] lastTileWith, int bankTile) {
    Picture picture = grid.sheet().picture();
    PixelRectangle place = grid.pixelsOf(tile);
    int count = 0;
    for (int y = place.y(); y < place.y() + place.height(); y++) {
      for (int x = place.x(); x < place.x() + place.width(); x++) {
        int color = picture.color(x, y);
        if (color != Picture.TRANSPARENT && lastTileWith[color] != bankTile) {
          lastTileWith[color] = bankTile;
          if (count < colors.length) {
            colors[count] = color;
          }
          count++;
        }
      }
    }
    return count;
  }

  int tileCount() {
    return setOfTile.length;
  }

  /** The different sets of {@link Rgb565#bits}, in the order of the tiles; one may be empty. */
  List<ColorSet> sets() {
    return sets;
  }

  /**
   * Where the colours of a tile are in {@link #sets}.
   *
   * @param tile counted through all sheets; none that is crowded
   */
  int setOfTile(int tile) {
    return setOfTile[tile];
  }

  /** At most one for each sheet, in their order. */
  List<Crowded> crowded() {
    return crowded;
  }
}

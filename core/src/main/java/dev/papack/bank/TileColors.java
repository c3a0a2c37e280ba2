package dev.papack.bank;

import dev.papack.bank.palettes.ColorSet;
import dev.papack.bank.palettes.Pagination;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.media.Picture;
import dev.papack.media.Rgb565;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The opaque colours of every tile of some sheets, after rounding. */
final class TileColors {
  private final List<ColorSet> sets;
  private final int[] setOfTile;

  private TileColors(List<ColorSet> sets, int[] setOfTile) {
    this.sets = sets;
    this.setOfTile = setOfTile;
  }

  /**
   * Looks at every pixel once.
   *
   * @param grids together at most as many tiles as a bank has; none that {@link Crowding} finds
   */
  static TileColors of(List<SheetGrid> grids) {
    int[] setOfTile =
        new int[Math.toIntExact(grids.stream().mapToLong(SheetGrid::tileCount).sum())];
    Map<ColorSet, Integer> numbers = new LinkedHashMap<>();
    int[] colors = new int[Pagination.PALETTE_COLORS];
    int[] lastTileWith = new int[Rgb565.MAX_BITS + 1];
    Arrays.fill(lastTileWith, -1);
    int bankTile = 0;
    for (SheetGrid grid : grids) {
      for (int tile = 0; tile < grid.tileCount(); tile++) {
        int count = collect(grid, tile, colors, lastTileWith, bankTile);
        ColorSet set = ColorSet.of(colors, count);
        setOfTile[bankTile] = numbers.computeIfAbsent(set, unseen -> numbers.size());
        bankTile++;
      }
    }
    return new TileColors(List.copyOf(numbers.keySet()), setOfTile);
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
   * @param tile counted through all sheets
   */
  int setOfTile(int tile) {
    return setOfTile[tile];
  }
}

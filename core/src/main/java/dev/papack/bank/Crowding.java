package dev.papack.bank;

import dev.papack.bank.palettes.Pagination;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.media.Picture;
import dev.papack.media.Rgb565;
import java.util.Arrays;

/**
 * How many tiles of a sheet have more colours than a palette.
 *
 * @param tiles how many
 * @param worstTile the first of those with the most colours
 * @param worstColors how many it has
 */
record Crowding(int tiles, int worstTile, int worstColors) {

  /** Looks at every pixel once. */
  static Crowding of(SheetGrid grid) {
    int[] lastTileWith = new int[Rgb565.MAX_BITS + 1];
    Arrays.fill(lastTileWith, -1);
    int tiles = 0;
    int worstTile = 0;
    int worstColors = 0;
    for (int tile = 0; tile < grid.tileCount(); tile++) {
      int count = count(grid, tile, lastTileWith);
      tiles += count > Pagination.PALETTE_COLORS ? 1 : 0;
      if (count > worstColors) {
        worstTile = tile;
        worstColors = count;
      }
    }
    return new Crowding(tiles, worstTile, worstColors);
  }

  /** How many colours a tile has after rounding. */
  private static int count(SheetGrid grid, int tile, int[] lastTileWith) {
    Picture picture = grid.sheet().picture();
    PixelRectangle place = grid.pixelsOf(tile);
    int count = 0;
    for (int y = place.y(); y < place.y() + place.height(); y++) {
      for (int x = place.x(); x < place.x() + place.width(); x++) {
        int color = picture.color(x, y);
        if (color != Picture.TRANSPARENT && lastTileWith[color] != tile) {
          lastTileWith[color] = tile;
          count++;
        }
      }
    }
    return count;
  }

  /** By how many colours the worst tile does not fit. */
  int excess() {
    return Math.max(0, worstColors - Pagination.PALETTE_COLORS);
  }
}

package dev.papack.bank;

import dev.papack.diagnostic.PixelRectangle;
import dev.papack.media.IndexedPicture;

/**
 * How many opaque pixels of a sheet's tiles use each entry of its palette, and where the first is.
 */
final class EntryUses {
  private final int[] counts = new int[256];
  private final int[] firstX = new int[256];
  private final int[] firstY = new int[256];

  /** Looks at every pixel that a tile holds. */
  EntryUses(SheetGrid grid, IndexedPicture picture) {
    for (int tile = 0; tile < grid.tileCount(); tile++) {
      PixelRectangle place = grid.pixelsOf(tile);
      for (int y = place.y(); y < place.y() + place.height(); y++) {
        for (int x = place.x(); x < place.x() + place.width(); x++) {
          int index = picture.index(x, y);
          if (picture.isOpaque(index)) {
            count(index, x, y);
          }
        }
      }
    }
  }

  private void count(int index, int x, int y) {
    if (counts[index]++ == 0 || y < firstY[index] || (y == firstY[index] && x < firstX[index])) {
      firstX[index] = x;
      firstY[index] = y;
    }
  }

  boolean isUsed(int index) {
    return counts[index] > 0;
  }

  int count(int index) {
    return counts[index];
  }

  /** The first pixel that uses an entry, row by row; of one that is used. */
  PixelRectangle first(int index) {
    return new PixelRectangle(firstX[index], firstY[index], 1, 1);
  }

  /** The highest entry that is used, or -1. */
  int highest() {
    int index = counts.length - 1;
    while (index >= 0 && counts[index] == 0) {
      index--;
    }
    return index;
  }
}

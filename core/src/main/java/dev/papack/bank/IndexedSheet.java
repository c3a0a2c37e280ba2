package dev.papack.bank;

import dev.papack.diagnostic.Location;
import dev.papack.media.IndexedPicture;

/**
 * A sheet that has a palette.
 *
 * @param grid how it is cut
 * @param picture its pixels
 * @param uses which entries they use
 */
record IndexedSheet(SheetGrid grid, IndexedPicture picture, EntryUses uses) {
  static IndexedSheet of(SheetGrid grid, IndexedPicture picture) {
    return new IndexedSheet(grid, picture, new EntryUses(grid, picture));
  }

  Location location() {
    return grid.sheet().location();
  }

  /** Whether the palette has an entry and its pixels are opaque. */
  boolean isOpaque(int index) {
    return index < picture.paletteSize() && picture.isOpaque(index);
  }

  /** Whether the palette has an entry that is transparent only because it is the key. */
  boolean isKey(int index) {
    return index < picture.paletteSize() && picture.rule().isKey(picture.paletteArgb(index));
  }
}

package dev.papack.media.png;

import java.util.List;

/**
 * One of the reduced pictures that a PNG's rows come in: every so many-th pixel of the whole, from
 * a first one on.
 *
 * @param firstColumn pixels from the left
 * @param firstRow pixels from the top
 * @param columnStep pixels from one column of the pass to its next
 * @param rowStep pixels from one row of the pass to its next
 */
record PngPass(int firstColumn, int firstRow, int columnStep, int rowStep) {
  /** A picture that is not interlaced. */
  static final List<PngPass> WHOLE = List.of(new PngPass(0, 0, 1, 1));

  /** The seven passes of interlace method 1. */
  static final List<PngPass> ADAM7 =
      List.of(
          new PngPass(0, 0, 8, 8),
          new PngPass(4, 0, 8, 8),
          new PngPass(0, 4, 4, 8),
          new PngPass(2, 0, 4, 4),
          new PngPass(0, 2, 2, 4),
          new PngPass(1, 0, 2, 2),
          new PngPass(0, 1, 1, 2));

  /** How many columns of a picture so wide belong to this pass; small pictures have empty ones. */
  int columns(int widthPixels) {
    return (widthPixels - firstColumn + columnStep - 1) / columnStep;
  }

  /** How many rows of a picture so high belong to this pass. */
  int rows(int heightPixels) {
    return (heightPixels - firstRow + rowStep - 1) / rowStep;
  }
}

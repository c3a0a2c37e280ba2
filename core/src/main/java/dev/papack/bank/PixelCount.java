package dev.papack.bank;

import dev.papack.diagnostic.PixelRectangle;
import dev.papack.media.IndexedPicture;
import java.util.Optional;

/**
 * How many pixels of a picture are wrong.
 *
 * @param count how many
 * @param first where the first is, row by row; empty if there are none
 */
record PixelCount(int count, Optional<PixelRectangle> first) {
  /** What is counted. */
  interface Question {
    boolean isCounted(int x, int y);
  }

  static PixelCount of(IndexedPicture picture, Question question) {
    int count = 0;
    Optional<PixelRectangle> first = Optional.empty();
    for (int y = 0; y < picture.heightPixels(); y++) {
      for (int x = 0; x < picture.widthPixels(); x++) {
        if (question.isCounted(x, y)) {
          if (count == 0) {
            first = Optional.of(new PixelRectangle(x, y, 1, 1));
          }
          count++;
        }
      }
    }
    return new PixelCount(count, first);
  }
}

package dev.papack.media.gif;

import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.media.DecodingRefusal;
import dev.papack.media.Oddities;
import dev.papack.media.SourceBytes;
import java.io.IOException;
import java.util.Optional;

/** Draws the frames of a GIF on a screen, one after the other. */
final class GifDrawing {
  private GifDrawing() {}

  /** Takes the screen with each frame. */
  @FunctionalInterface
  interface FrameSink {
    /** Takes a row; the array is the screen's own. */
    void accept(int y, int[] row);
  }

  /** Tells what the indices of a frame show. */
  @FunctionalInterface
  interface Values {
    int[] of(GifFrame frame) throws DecodingRefusal, IOException;
  }

  /** What is done about a pixel whose index must not occur. */
  @FunctionalInterface
  interface RefusedIndex {
    void found(GifFrame frame, GifCanvas.Refused pixel) throws DecodingRefusal;
  }

  /**
   * Draws all frames, and gives the screen after each.
   *
   * @return what is odd in their data
   */
  static Oddities draw(
      GifStructure gif,
      SourceBytes bytes,
      GifCanvas canvas,
      Values values,
      RefusedIndex refusedIndex,
      FrameSink sink)
      throws DecodingRefusal, IOException {
    Oddities odd = new Oddities(DiagnosticCode.GIF_ODD);
    GifPixels pixels = new GifPixels(bytes);
    int height = gif.screen().heightPixels();
    int[] shown = {};
    for (GifFrame frame : gif.frames()) {
      canvas.begin(frame);
      if (frame.number() == 0 || !frame.isShownLike(gif.frames().get(frame.number() - 1))) {
        shown = values.of(frame);
      }
      int[] ofIndices = shown;
      RowNumbers rows = new RowNumbers(frame);
      GifPixels.Rest rest =
          pixels.decode(
              frame, (number, row) -> canvas.draw(frame.area(), rows.of(number), row, ofIndices));
      if (rest == GifPixels.Rest.MORE) {
        odd.found(
            bytes.at(frame.data().positionBytes()),
            "frame " + frame.number() + " has more data than pixels: the rest is ignored");
      }
      Optional<GifCanvas.Refused> refused = canvas.refused();
      if (refused.isPresent()) {
        refusedIndex.found(frame, refused.get());
        return odd;
      }
      for (int y = 0; y < height; y++) {
        sink.accept(frame.number() * height + y, canvas.row(y));
      }
      canvas.end(frame);
    }
    return odd;
  }

  /** Which row of a frame comes as the how manieth. */
  private static final class RowNumbers {
    private final GifFrame frame;
    private final int eighths;
    private final int fourths;
    private final int halves;

    RowNumbers(GifFrame frame) {
      this.frame = frame;
      int height = frame.area().height();
      eighths = Math.ceilDiv(height, 8);
      fourths = eighths + Math.ceilDiv(height - 4, 8);
      halves = fourths + Math.ceilDiv(height - 2, 4);
    }

    int of(int number) {
      return switch (frame.order()) {
        case FROM_THE_TOP -> number;
        case INTERLACED -> {
          if (number < eighths) {
            yield number * 8;
          }
          if (number < fourths) {
            yield 4 + (number - eighths) * 8;
          }
          yield number < halves ? 2 + (number - fourths) * 4 : 1 + (number - halves) * 2;
        }
      };
    }
  }
}

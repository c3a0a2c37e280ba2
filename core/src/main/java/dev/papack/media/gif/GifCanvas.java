package dev.papack.media.gif;

import dev.papack.media.PictureSize;
import java.util.Arrays;
import java.util.Optional;

/**
 * The screen on which frames are drawn one over the other: for each pixel a value, which is its
 * colour or its index. Memory: 4 bytes a pixel, and as much again while a frame is shown after
 * which the screen becomes what it was.
 */
final class GifCanvas {
  /** The value of an index whose pixels are not drawn. */
  static final int SKIPPED = 0x01_000001;

  /** The value of an index that must not occur. */
  static final int REFUSED = 0x01_000002;

  private final PictureSize size;
  private final int clear;
  private final int[][] rows;
  private Optional<int[][]> kept = Optional.empty();
  private Optional<Refused> refused = Optional.empty();

  /**
   * The first pixel whose index must not occur.
   *
   * @param x its column on the screen
   * @param y its row
   * @param index the index
   */
  record Refused(int x, int y, int index) {}

  /**
   * A clear screen.
   *
   * @param clear the value of a pixel where nothing is drawn
   */
  GifCanvas(PictureSize size, int clear) {
    this.size = size;
    this.clear = clear;
    rows = new int[size.heightPixels()][size.widthPixels()];
    for (int[] row : rows) {
      Arrays.fill(row, clear);
    }
  }

  /** The values of a row, which the next frame changes. */
  int[] row(int y) {
    return rows[y];
  }

  Optional<Refused> refused() {
    return refused;
  }

  /** Keeps what a frame covers, if it is to be restored. */
  void begin(GifFrame frame) {
    kept =
        switch (frame.control().disposal()) {
          case KEEP, CLEAR -> Optional.empty();
          case RESTORE -> Optional.of(copy(frame.area()));
        };
  }

  /**
   * Draws one row of a frame.
   *
   * @param y the row in the frame
   * @param indices one for each column of the frame
   * @param values what each index shows
   */
  void draw(GifFrame.Area area, int y, byte[] indices, int[] values) {
    int top = area.y() + y;
    if (top >= size.heightPixels()) {
      return;
    }
    int[] row = rows[top];
    int end = right(area);
    for (int x = area.x(); x < end; x++) {
      int index = indices[x - area.x()] & 0xFF;
      int value = values[index];
      if (value == REFUSED) {
        if (refused.isEmpty()) {
          refused = Optional.of(new Refused(x, top, index));
        }
      } else if (value != SKIPPED) {
        row[x] = value;
      }
    }
  }

  /** Does with a frame that was shown what its control says. */
  void end(GifFrame frame) {
    GifFrame.Area area = frame.area();
    switch (frame.control().disposal()) {
      case KEEP -> {}
      case CLEAR -> {
        for (int y = area.y(); y < bottom(area); y++) {
          Arrays.fill(rows[y], left(area), right(area), clear);
        }
      }
      case RESTORE -> {
        int[][] before = kept.orElseThrow();
        for (int y = 0; y < before.length; y++) {
          System.arraycopy(before[y], 0, rows[area.y() + y], left(area), before[y].length);
        }
        kept = Optional.empty();
      }
    }
  }

  private int[][] copy(GifFrame.Area area) {
    int[][] copy = new int[Math.max(0, bottom(area) - area.y())][];
    for (int y = 0; y < copy.length; y++) {
      copy[y] = Arrays.copyOfRange(rows[area.y() + y], left(area), right(area));
    }
    return copy;
  }

  private int left(GifFrame.Area area) {
    return Math.min(size.widthPixels(), area.x());
  }

  private int right(GifFrame.Area area) {
    return Math.min(size.widthPixels(), area.x() + area.width());
  }

  private int bottom(GifFrame.Area area) {
    return Math.min(size.heightPixels(), area.y() + area.height());
  }
}

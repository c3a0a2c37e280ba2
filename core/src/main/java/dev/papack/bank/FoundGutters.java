package dev.papack.bank;

import dev.papack.asset.Gutters;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.media.Picture;
import dev.papack.media.Rgb565;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cells that pixels of one colour, or transparent ones, separate and surround, and that account for
 * the whole picture.
 *
 * @param widthPixels of a cell
 * @param heightPixels of a cell
 * @param gutters around and between them
 * @param columns cells side by side
 * @param rows cells one below the other
 * @param color what the gutters show, {@link Rgb565#bits} or {@link Picture#TRANSPARENT}
 */
record FoundGutters(
    int widthPixels, int heightPixels, Gutters gutters, int columns, int rows, int color) {
  /** Smaller cells are taken for glyphs or patterns. */
  static final int MIN_CELL_PIXELS = 8;

  /** Wider ones are taken for the space between things that have nothing to do with each other. */
  private static final int MAX_SHOWN_PIXELS = 16;

  private static final int MAX_GUESSED_PIXELS = 4;

  /**
   * The cells along one side.
   *
   * @param margin before the first
   * @param cell the length of each
   * @param spacing between two; -1 if there is one cell
   * @param count how many
   * @param rest after the last
   */
  private record Side(int margin, int cell, int spacing, int count, int rest) {
    boolean isClosed(int between) {
      return rest == 0 || rest == margin || rest == between || rest == margin + between;
    }
  }

  /** The cells that the picture shows by itself: each filled up to its gutters. */
  static Optional<FoundGutters> shown(Picture picture) {
    for (int color : gutterColors(picture)) {
      Optional<FoundGutters> found = shown(picture, color);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<FoundGutters> shown(Picture picture, int color) {
    Optional<Side> across = side(emptyColumns(picture, color));
    Optional<Side> down = side(emptyRows(picture, color));
    if (across.isEmpty() || down.isEmpty()) {
      return Optional.empty();
    }
    Side x = across.get();
    Side y = down.get();
    int spacing = Math.max(0, Math.max(x.spacing(), y.spacing()));
    boolean agrees =
        x.margin() == y.margin()
            && (x.spacing() == spacing || x.count() == 1)
            && (y.spacing() == spacing || y.count() == 1)
            && x.isClosed(spacing)
            && y.isClosed(spacing);
    boolean isGrid = x.count() * y.count() > 1 && x.margin() + spacing > 0;
    boolean isLarge = x.cell() >= MIN_CELL_PIXELS && y.cell() >= MIN_CELL_PIXELS;
    // Then the gutters are the air around what tiles of that size hold.
    boolean isInTiles =
        isInTiles(x, spacing, picture.widthPixels())
            && isInTiles(y, spacing, picture.heightPixels());
    if (!agrees
        || !isGrid
        || !isLarge
        || isInTiles
        || x.margin() > MAX_SHOWN_PIXELS
        || spacing > MAX_SHOWN_PIXELS) {
      return Optional.empty();
    }
    return Optional.of(
        new FoundGutters(
            x.cell(), y.cell(), new Gutters(x.margin(), spacing), x.count(), y.count(), color));
  }

  private static boolean isInTiles(Side side, int spacing, int pixels) {
    return (side.count() == 1 ? pixels : side.cell() + spacing) % MIN_CELL_PIXELS == 0;
  }

  /**
   * What could be between cells: nothing, the corner's colour, or that of the first such column.
   */
  private static Set<Integer> gutterColors(Picture picture) {
    Set<Integer> colors = new LinkedHashSet<>();
    colors.add(Picture.TRANSPARENT);
    colors.add(picture.color(0, 0));
    for (int x = 0; x < Math.min(64, picture.widthPixels()); x++) {
      int color = picture.color(x, 0);
      int y = 1;
      while (y < picture.heightPixels() && picture.color(x, y) == color) {
        y++;
      }
      if (y == picture.heightPixels()) {
        colors.add(color);
        break;
      }
    }
    return colors;
  }

  private static boolean[] emptyColumns(Picture picture, int color) {
    boolean[] empty = new boolean[picture.widthPixels()];
    for (int x = 0; x < empty.length; x++) {
      int y = 0;
      while (y < picture.heightPixels() && picture.color(x, y) == color) {
        y++;
      }
      empty[x] = y == picture.heightPixels();
    }
    return empty;
  }

  private static boolean[] emptyRows(Picture picture, int color) {
    boolean[] empty = new boolean[picture.heightPixels()];
    for (int y = 0; y < empty.length; y++) {
      int x = 0;
      while (x < picture.widthPixels() && picture.color(x, y) == color) {
        x++;
      }
      empty[y] = x == picture.widthPixels();
    }
    return empty;
  }

  /** The runs that are not empty, if they are alike. */
  private static Optional<Side> side(boolean[] empty) {
    List<Integer> starts = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < empty.length; i++) {
      if (!empty[i] && (i == 0 || empty[i - 1])) {
        starts.add(i);
      }
      if (!empty[i] && (i == empty.length - 1 || empty[i + 1])) {
        ends.add(i + 1);
      }
    }
    if (starts.isEmpty()) {
      return Optional.empty();
    }
    int cell = ends.getFirst() - starts.getFirst();
    int step = starts.size() == 1 ? cell - 1 : starts.get(1) - starts.getFirst();
    for (int i = 0; i < starts.size(); i++) {
      if (ends.get(i) - starts.get(i) != cell || starts.get(i) != starts.getFirst() + i * step) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new Side(
            starts.getFirst(), cell, step - cell, starts.size(), empty.length - ends.getLast()));
  }

  /**
   * Gutters of up to {@value #MAX_GUESSED_PIXELS} pixels that leave whole cells of a size, and no
   * pixel of another colour between them.
   */
  static Optional<FoundGutters> around(Picture picture, int cellWidth, int cellHeight) {
    for (int spacing = 1; spacing <= MAX_GUESSED_PIXELS; spacing++) {
      for (int margin = 0; margin <= MAX_GUESSED_PIXELS; margin++) {
        Gutters gutters = new Gutters(margin, spacing);
        Cells cells = Cells.of(picture.size(), cellWidth, cellHeight, gutters);
        boolean isClosed =
            isClosed(picture.widthPixels(), cellWidth, cells.columns(), gutters)
                && isClosed(picture.heightPixels(), cellHeight, cells.rows(), gutters);
        if (cells.available() > 1 && isClosed) {
          Optional<Integer> color = colorBetween(picture, cells);
          // A line of one colour may be drawn; lines in both directions that agree hardly are.
          boolean isGrid = cells.columns() > 1 && cells.rows() > 1;
          if (color.isPresent()
              && (isGrid || color.get() == Picture.TRANSPARENT)
              && isDrawn(picture, cells, color.get())) {
            return Optional.of(
                new FoundGutters(
                    cellWidth, cellHeight, gutters, cells.columns(), cells.rows(), color.get()));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isClosed(int sidePixels, int cell, int count, Gutters gutters) {
    int spacing = gutters.spacingPixels();
    int end = gutters.marginPixels() + count * (cell + spacing) - spacing;
    return count > 0
        && new Side(gutters.marginPixels(), cell, spacing, count, sidePixels - end)
            .isClosed(spacing);
  }

  private static Optional<Integer> colorBetween(Picture picture, Cells cells) {
    int color = Integer.MIN_VALUE;
    for (int y = 0; y < picture.heightPixels(); y++) {
      for (int x = 0; x < picture.widthPixels(); x++) {
        if (!cells.contains(x, y)) {
          int here = picture.color(x, y);
          if (color != Integer.MIN_VALUE && here != color) {
            return Optional.empty();
          }
          color = here;
        }
      }
    }
    return color == Integer.MIN_VALUE ? Optional.empty() : Optional.of(color);
  }

  /** Whether most cells hold more than the colour between them. */
  private static boolean isDrawn(Picture picture, Cells cells, int color) {
    long drawn = 0;
    for (long cell = 0; cell < cells.available(); cell++) {
      drawn += holdsOther(picture, cells.pixelsOf(cell, picture), color) ? 1 : 0;
    }
    return 2 * drawn > cells.available();
  }

  private static boolean holdsOther(Picture picture, PixelRectangle place, int color) {
    for (int y = place.y(); y < place.y() + place.height(); y++) {
      for (int x = place.x(); x < place.x() + place.width(); x++) {
        if (picture.color(x, y) != color) {
          return true;
        }
      }
    }
    return false;
  }

  /** Such as {@code spacing 1, all transparent}. */
  String inWords() {
    return SheetSizes.inWords(gutters)
        + ", which is all "
        + (color == Picture.TRANSPARENT
            ? "transparent"
            : SourceColor.text(new Rgb565(color).argb()));
  }
}

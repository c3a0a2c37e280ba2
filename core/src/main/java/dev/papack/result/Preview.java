package dev.papack.result;

import dev.papack.diagnostic.PixelRectangle;

/** A part of a picture as a console would show it: what the asset becomes, in memory alone. */
public final class Preview {
  /** So many pixels are shown at most. */
  public static final int MAX_PIXELS = 1 << 20;

  private final long draft;
  private final int widthPixels;
  private final int heightPixels;
  private final PixelRectangle shown;
  private final int[] argb;

  /**
   * A preview.
   *
   * @param draft the number of the draft that this is said of: each edit has a higher one
   * @param widthPixels of the whole picture
   * @param heightPixels of the whole picture
   * @param shown which part of it this is
   * @param argb its pixels, row by row, as {@code 0xAARRGGBB}; copied
   * @throws IllegalArgumentException if there are more or fewer pixels than the part has
   */
  public Preview(long draft, int widthPixels, int heightPixels, PixelRectangle shown, int[] argb) {
    if (argb.length != shown.width() * shown.height()) {
      throw new IllegalArgumentException(argb.length + " pixels of " + shown);
    }
    this.draft = draft;
    this.widthPixels = widthPixels;
    this.heightPixels = heightPixels;
    this.shown = shown;
    this.argb = argb.clone();
  }

  /** Which part of a picture is wanted. */
  public sealed interface Part {
    /** All of it, or as many of its rows as may be shown, from the top. */
    record All() implements Part {}

    /**
     * One tile.
     *
     * @param index in the bank, from 0
     */
    record Tile(int index) implements Part {}

    /**
     * Some pixels, as far as they are inside of the picture.
     *
     * @param pixels at most {@value Preview#MAX_PIXELS}
     */
    record Rectangle(PixelRectangle pixels) implements Part {
      /**
       * Refuses too many.
       *
       * @throws IllegalArgumentException naming the rectangle
       */
      public Rectangle {
        if ((long) pixels.width() * pixels.height() > MAX_PIXELS) {
          throw new IllegalArgumentException(pixels + " has more than " + MAX_PIXELS + " pixels");
        }
      }
    }
  }

  /**
   * Of which draft this is.
   *
   * @return its number
   */
  public long draft() {
    return draft;
  }

  /**
   * The width of the whole picture: its tiles side by side.
   *
   * @return pixels, at least 1
   */
  public int widthPixels() {
    return widthPixels;
  }

  /**
   * The height of the whole picture.
   *
   * @return pixels, at least 1
   */
  public int heightPixels() {
    return heightPixels;
  }

  /**
   * Which part this is.
   *
   * @return a part of the picture
   */
  public PixelRectangle shown() {
    return shown;
  }

  /**
   * The pixels.
   *
   * @return a copy, row by row, not premultiplied, as {@code 0xAARRGGBB}
   */
  public int[] argb() {
    return argb.clone();
  }
}

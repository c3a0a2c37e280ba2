package dev.papack.result;

import dev.papack.diagnostic.PixelRectangle;
import java.util.List;

/**
 * A part of a source picture, in the colours of its file.
 *
 * @param place the part, inside the picture
 * @param argb row by row, 8 bits each, not premultiplied, as {@code 0xAARRGGBB}
 */
public record PicturePart(PixelRectangle place, List<Integer> argb) {
  /** The longest side of a part, in pixels: larger ones are cut. */
  public static final int MAX_SIDE_PIXELS = 256;

  /** Copies the list. */
  public PicturePart {
    argb = List.copyOf(argb);
  }
}

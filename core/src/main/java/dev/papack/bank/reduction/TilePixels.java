package dev.papack.bank.reduction;

import java.io.IOException;

/** The pixels of some tiles, which can be given again and again. */
@FunctionalInterface
public interface TilePixels {
  /** Takes pixels. */
  @FunctionalInterface
  interface Sink {
    /**
     * Takes one opaque pixel.
     *
     * @param tile its tile, from 0
     * @param place where in the tile: {@code y * tileSize + x}
     * @param rgb its colour, {@code 0xRRGGBB} of sRGB; higher bits are not looked at
     */
    void accept(int tile, int place, int rgb);
  }

  /**
   * Gives every opaque pixel once, in any order; the same pixels every time.
   *
   * @throws IOException if they cannot be read
   */
  void each(Sink sink) throws IOException;
}

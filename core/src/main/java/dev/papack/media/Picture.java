package dev.papack.media;

/**
 * A decoded picture. Colours are 8-bit, not premultiplied, packed as {@code 0xAARRGGBB}; rows run
 * from the top, pixels from the left.
 */
public sealed interface Picture permits IndexedPicture, TruecolorPicture {
  int widthPixels();

  int heightPixels();

  /** The colour at a place inside the picture, as {@code 0xAARRGGBB}. */
  int argb(int x, int y);
}

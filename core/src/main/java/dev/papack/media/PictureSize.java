package dev.papack.media;

/**
 * The sides of a picture.
 *
 * @param widthPixels at least 1
 * @param heightPixels at least 1
 */
public record PictureSize(int widthPixels, int heightPixels) {
  /** How many pixels it has. */
  public long pixels() {
    return (long) widthPixels * heightPixels;
  }
}

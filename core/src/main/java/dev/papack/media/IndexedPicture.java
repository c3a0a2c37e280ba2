package dev.papack.media;

/** A picture whose pixels are entries of a palette, as its author ordered it. */
public final class IndexedPicture implements Picture {
  private final int widthPixels;
  private final int heightPixels;
  private final int[] palette;
  private final byte[] indices;

  /**
   * Takes over both arrays; nobody else may keep them. Every index must be below {@code
   * palette.length}, which the decoder has checked.
   */
  public IndexedPicture(int widthPixels, int heightPixels, int[] palette, byte[] indices) {
    if (widthPixels < 1 || heightPixels < 1 || indices.length != widthPixels * heightPixels) {
      throw new IllegalArgumentException(
          widthPixels + "x" + heightPixels + " of " + indices.length + " pixels");
    }
    if (palette.length < 1 || palette.length > 256) {
      throw new IllegalArgumentException(palette.length + " palette entries");
    }
    this.widthPixels = widthPixels;
    this.heightPixels = heightPixels;
    this.palette = palette;
    this.indices = indices;
  }

  @Override
  public int widthPixels() {
    return widthPixels;
  }

  @Override
  public int heightPixels() {
    return heightPixels;
  }

  /** How many entries the palette has, used or not: 1 to 256. */
  public int paletteSize() {
    return palette.length;
  }

  /** The colour of an entry, as {@code 0xAARRGGBB}. */
  public int paletteArgb(int index) {
    return palette[index];
  }

  /** The entry at a place inside the picture. */
  public int index(int x, int y) {
    return Byte.toUnsignedInt(indices[y * widthPixels + x]);
  }

  @Override
  public int argb(int x, int y) {
    return palette[index(x, y)];
  }
}

package dev.papack.media;

/** A picture of colours. */
public final class TruecolorPicture implements Picture {
  private final int widthPixels;
  private final int heightPixels;
  private final int[] argb;

  /** Takes over {@code argb}, row by row; nobody else may keep it. */
  public TruecolorPicture(int widthPixels, int heightPixels, int[] argb) {
    if (widthPixels < 1 || heightPixels < 1 || argb.length != widthPixels * heightPixels) {
      throw new IllegalArgumentException(
          widthPixels + "x" + heightPixels + " of " + argb.length + " pixels");
    }
    this.widthPixels = widthPixels;
    this.heightPixels = heightPixels;
    this.argb = argb;
  }

  @Override
  public int widthPixels() {
    return widthPixels;
  }

  @Override
  public int heightPixels() {
    return heightPixels;
  }

  @Override
  public int argb(int x, int y) {
    return argb[y * widthPixels + x];
  }
}

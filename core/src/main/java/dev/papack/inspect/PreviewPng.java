package dev.papack.inspect;

import dev.papack.media.ArgbRows;
import dev.papack.result.Preview;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Previews as PNG. */
public final class PreviewPng {
  private PreviewPng() {}

  /** The bytes of a file. */
  public static byte[] of(Preview preview) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      PngWriter.write(
          new Rows(preview.shown().width(), preview.shown().height(), preview.argb()), png);
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes every byte", e);
    }
    return png.toByteArray();
  }

  private static final class Rows implements ArgbRows {
    private final int width;
    private final int height;
    private final int[] argb;

    Rows(int width, int height, int[] argb) {
      this.width = width;
      this.height = height;
      this.argb = argb;
    }

    @Override
    public int widthPixels() {
      return width;
    }

    @Override
    public int heightPixels() {
      return height;
    }

    @Override
    public void copyRow(int y, int[] into) {
      System.arraycopy(argb, y * width, into, 0, width);
    }
  }
}

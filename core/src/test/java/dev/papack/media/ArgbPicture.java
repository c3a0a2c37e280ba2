package dev.papack.media;

import dev.papack.diagnostic.PixelRectangle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A picture with its exact colours, for tests; perhaps with the palette that they come from. */
public final class ArgbPicture implements ArgbRows {
  private final int widthPixels;
  private final int heightPixels;
  private final int[] argb;
  private final Optional<Indexed> indexed;

  private ArgbPicture(int widthPixels, int heightPixels, int[] argb, Optional<Indexed> indexed) {
    this.widthPixels = widthPixels;
    this.heightPixels = heightPixels;
    this.argb = argb;
    this.indexed = indexed;
  }

  /** Where colours come from. */
  private static final class Indexed {
    private final int[] palette;
    private final byte[] indices;

    Indexed(int[] palette, byte[] indices) {
      this.palette = palette;
      this.indices = indices;
    }
  }

  @Override
  public int widthPixels() {
    return widthPixels;
  }

  @Override
  public int heightPixels() {
    return heightPixels;
  }

  /** Whether it has a palette. */
  public boolean isIndexed() {
    return indexed.isPresent();
  }

  /** A picture without a palette. */
  public static ArgbPicture of(int widthPixels, int heightPixels, int[] argb) {
    return new ArgbPicture(widthPixels, heightPixels, argb, Optional.empty());
  }

  /** A picture with a palette. */
  public static ArgbPicture indexed(
      int widthPixels, int heightPixels, int[] palette, byte[] indices) {
    int[] argb = new int[indices.length];
    Arrays.setAll(argb, i -> palette[indices[i] & 0xFF]);
    return new ArgbPicture(
        widthPixels, heightPixels, argb, Optional.of(new Indexed(palette, indices)));
  }

  /** What a decoded picture says of itself. */
  public static ArgbPicture of(Picture picture) {
    int width = picture.widthPixels();
    int height = picture.heightPixels();
    try {
      int[] argb = picture.argb(List.of(new PixelRectangle(0, 0, width, height))).getFirst();
      return of(width, height, argb);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is shown. */
  public static ArgbPicture of(ArgbRows shown) {
    int[] argb = new int[shown.widthPixels() * shown.heightPixels()];
    int[] row = new int[shown.widthPixels()];
    for (int y = 0; y < shown.heightPixels(); y++) {
      shown.copyRow(y, row);
      System.arraycopy(row, 0, argb, y * row.length, row.length);
    }
    return of(shown.widthPixels(), shown.heightPixels(), argb);
  }

  /** The colour at a place. */
  public int argb(int x, int y) {
    return argb[y * widthPixels + x];
  }

  /** The index at a place of a picture with a palette. */
  public int index(int x, int y) {
    return indexed.orElseThrow().indices[y * widthPixels + x] & 0xFF;
  }

  /** The palette of a picture that has one. */
  public int[] palette() {
    return indexed.orElseThrow().palette.clone();
  }

  @Override
  public void copyRow(int y, int[] into) {
    System.arraycopy(argb, y * widthPixels, into, 0, widthPixels);
  }

  /** As a decoder would give it. */
  public Picture decoded(PixelRule rule) {
    return indexed.isPresent() ? decodedIndices(indexed.get(), rule) : decodedColors(rule);
  }

  private Picture decodedIndices(Indexed from, PixelRule rule) {
    IndexedPicture.Decoding decoding = new IndexedPicture.Decoding(widthPixels, heightPixels);
    for (int y = 0; y < heightPixels; y++) {
      for (int x = 0; x < widthPixels; x++) {
        decoding.accept(x, y, index(x, y));
      }
    }
    return decoding.finish(from.palette, rule);
  }

  private Picture decodedColors(PixelRule rule) {
    TruecolorPicture.Decoding decoding =
        new TruecolorPicture.Decoding(widthPixels, heightPixels, rule);
    decode(decoding);
    return decoding.finish(this::decode);
  }

  private void decode(PixelSink sink) {
    for (int y = 0; y < heightPixels; y++) {
      sink.accept(
          y, 0, 1, Arrays.copyOfRange(argb, y * widthPixels, (y + 1) * widthPixels), widthPixels);
    }
  }
}

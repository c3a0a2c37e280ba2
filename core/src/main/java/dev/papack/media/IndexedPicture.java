package dev.papack.media;

import dev.papack.diagnostic.PixelRectangle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** A picture whose pixels are entries of a palette, as its author ordered it. */
public final class IndexedPicture implements Picture {
  private static final int RGB = 0xFFFFFF;

  private final int widthPixels;
  private final int heightPixels;
  private final int[] palette;
  private final PixelRule rule;
  private final PixelBlocks.Bytes indices;

  /** For each entry what its pixels show. */
  private final int[] colors;

  private final Optional<UndecidedPixels> undecided;

  private IndexedPicture(
      int widthPixels, int heightPixels, PixelBlocks.Bytes indices, int[] palette, PixelRule rule) {
    if (palette.length < 1 || palette.length > 256) {
      throw new IllegalArgumentException(palette.length + " palette entries");
    }
    this.widthPixels = widthPixels;
    this.heightPixels = heightPixels;
    this.indices = indices;
    this.palette = palette;
    this.rule = rule;
    colors = new int[palette.length];
    Arrays.setAll(
        colors,
        entry -> rule.isOpaque(palette[entry]) ? Rgb565.nearestBits(palette[entry]) : TRANSPARENT);
    undecided = findUndecided();
  }

  /** A picture on its way: takes the index of every pixel, in any order. */
  public static final class Decoding {
    private final int widthPixels;
    private final int heightPixels;
    private final PixelBlocks.Bytes indices;

    /**
     * Begins a picture.
     *
     * @param widthPixels at least 1
     * @param heightPixels at least 1; the product is at most 2^26
     */
    public Decoding(int widthPixels, int heightPixels) {
      if (widthPixels < 1 || heightPixels < 1) {
        throw new IllegalArgumentException(widthPixels + "x" + heightPixels);
      }
      this.widthPixels = widthPixels;
      this.heightPixels = heightPixels;
      indices = new PixelBlocks.Bytes(Math.multiplyExact(widthPixels, heightPixels));
    }

    /** Takes one pixel: an entry of the palette, which the decoder compares with its size. */
    public void accept(int x, int y, int index) {
      indices.set(y * widthPixels + x, index);
    }

    /** The index of a pixel that was taken. */
    public int index(int x, int y) {
      return indices.get(y * widthPixels + x);
    }

    /**
     * The picture, once it has every pixel; nothing is taken afterwards.
     *
     * @param palette taken over: 1 to 256 entries, as {@code 0xAARRGGBB}; every index is below its
     *     length
     * @param rule which entries are opaque
     */
    public IndexedPicture finish(int[] palette, PixelRule rule) {
      return new IndexedPicture(widthPixels, heightPixels, indices, palette, rule);
    }
  }

  /**
   * The same picture with some entries transparent, whatever their alpha. The pixels are shared.
   *
   * @param isTransparent by the index of an entry
   */
  public IndexedPicture withTransparent(IntPredicate isTransparent) {
    int[] other = palette.clone();
    for (int entry = 0; entry < other.length; entry++) {
      other[entry] &= isTransparent.test(entry) ? RGB : -1;
    }
    return new IndexedPicture(widthPixels, heightPixels, indices, other, rule);
  }

  private Optional<UndecidedPixels> findUndecided() {
    boolean[] isUndecided = new boolean[palette.length];
    boolean isAny = false;
    for (int entry = 0; entry < palette.length; entry++) {
      isUndecided[entry] = rule.isUndecided(palette[entry]);
      isAny |= isUndecided[entry];
    }
    if (!isAny) {
      return Optional.empty();
    }
    int count = 0;
    int first = 0;
    for (int place = widthPixels * heightPixels - 1; place >= 0; place--) {
      if (isUndecided[indices.get(place)]) {
        count++;
        first = place;
      }
    }
    return count == 0
        ? Optional.empty()
        : Optional.of(
            new UndecidedPixels(
                count,
                first % widthPixels,
                first / widthPixels,
                palette[indices.get(first)] >>> 24));
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
  public PixelRule rule() {
    return rule;
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
    return indices.get(y * widthPixels + x);
  }

  /** Whether the pixels of an entry are opaque. */
  public boolean isOpaque(int index) {
    return colors[index] != TRANSPARENT;
  }

  @Override
  public int keyPixels() {
    int count = 0;
    for (int place = widthPixels * heightPixels - 1; place >= 0; place--) {
      count += rule.isKey(palette[indices.get(place)]) ? 1 : 0;
    }
    return count;
  }

  @Override
  public int color(int x, int y) {
    return colors[index(x, y)];
  }

  @Override
  public Optional<UndecidedPixels> undecided() {
    return undecided;
  }

  @Override
  public List<int[]> argb(List<PixelRectangle> places) {
    return places.stream().map(this::argb).toList();
  }

  @Override
  public void each(PixelSink sink) {
    for (int y = 0; y < heightPixels; y++) {
      sink.accept(y, 0, 1, argb(new PixelRectangle(0, y, widthPixels, 1)), widthPixels);
    }
  }

  private int[] argb(PixelRectangle place) {
    int[] part = new int[place.width() * place.height()];
    for (int y = 0; y < place.height(); y++) {
      for (int x = 0; x < place.width(); x++) {
        part[y * place.width() + x] = palette[index(place.x() + x, place.y() + y)];
      }
    }
    return part;
  }
}

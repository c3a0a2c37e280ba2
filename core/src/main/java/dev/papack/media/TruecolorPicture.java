package dev.papack.media;

import dev.papack.diagnostic.PixelRectangle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A picture of colours. */
public final class TruecolorPicture implements Picture {
  private final int widthPixels;
  private final int heightPixels;
  private final PixelRule rule;
  private final PixelBlocks.Shorts colors;
  private final PixelBlocks.Bits opaque;
  private final Optional<UndecidedPixels> undecided;
  private final int keyPixels;
  private final Pixels pixels;

  private TruecolorPicture(Decoding decoded, Pixels pixels) {
    widthPixels = decoded.widthPixels;
    heightPixels = decoded.heightPixels;
    rule = decoded.rule;
    colors = decoded.colors;
    opaque = decoded.opaque;
    undecided = decoded.undecided();
    keyPixels = decoded.keyPixels;
    this.pixels = pixels;
  }

  /** Where the exact pixels of a picture come from. */
  @FunctionalInterface
  public interface Pixels {
    /**
     * Gives every pixel once.
     *
     * @throws IOException if they cannot be read
     */
    void decode(PixelSink sink) throws IOException;
  }

  /** A picture on its way: takes every pixel once, in any order. */
  public static final class Decoding implements PixelSink {
    private final int widthPixels;
    private final int heightPixels;
    private final PixelRule rule;
    private final PixelBlocks.Shorts colors;
    private final PixelBlocks.Bits opaque;

    private int keyPixels;
    private int undecidedCount;
    private int firstUndecided = Integer.MAX_VALUE;
    private int firstAlpha;

    /**
     * Begins a picture.
     *
     * @param widthPixels at least 1
     * @param heightPixels at least 1; the product is at most 2^26
     * @param rule which pixels are opaque
     */
    public Decoding(int widthPixels, int heightPixels, PixelRule rule) {
      if (widthPixels < 1 || heightPixels < 1) {
        throw new IllegalArgumentException(widthPixels + "x" + heightPixels);
      }
      this.widthPixels = widthPixels;
      this.heightPixels = heightPixels;
      this.rule = rule;
      colors = new PixelBlocks.Shorts(Math.multiplyExact(widthPixels, heightPixels));
      opaque = new PixelBlocks.Bits(widthPixels * heightPixels);
    }

    @Override
    public void accept(int y, int x, int step, int[] argb, int count) {
      int place = y * widthPixels + x;
      for (int i = 0; i < count; i++) {
        int color = argb[i];
        if (rule.isOpaque(color)) {
          colors.set(place, Rgb565.nearestBits(color));
          opaque.set(place);
        } else if (rule.isUndecided(color)) {
          undecidedCount++;
          if (place < firstUndecided) {
            firstUndecided = place;
            firstAlpha = color >>> 24;
          }
        } else if (rule.isKey(color)) {
          keyPixels++;
        }
        place += step;
      }
    }

    private Optional<UndecidedPixels> undecided() {
      return undecidedCount == 0
          ? Optional.empty()
          : Optional.of(
              new UndecidedPixels(
                  undecidedCount,
                  firstUndecided % widthPixels,
                  firstUndecided / widthPixels,
                  firstAlpha));
    }

    /**
     * The picture, once it has every pixel; nothing is taken afterwards.
     *
     * @param pixels gives the same pixels again
     */
    public TruecolorPicture finish(Pixels pixels) {
      return new TruecolorPicture(this, pixels);
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

  @Override
  public PixelRule rule() {
    return rule;
  }

  @Override
  public int color(int x, int y) {
    int place = y * widthPixels + x;
    return opaque.get(place) ? colors.get(place) : TRANSPARENT;
  }

  @Override
  public Optional<UndecidedPixels> undecided() {
    return undecided;
  }

  @Override
  public int keyPixels() {
    return keyPixels;
  }

  @Override
  public void each(PixelSink sink) throws IOException {
    pixels.decode(sink);
  }

  @Override
  public List<int[]> argb(List<PixelRectangle> places) throws IOException {
    List<int[]> parts = new ArrayList<>();
    for (PixelRectangle place : places) {
      parts.add(new int[place.width() * place.height()]);
    }
    pixels.decode((y, x, step, argb, count) -> {
      for (int i = 0; i < parts.size(); i++) {
        copy(places.get(i), parts.get(i), y, x, step, argb, count);
      }
    });
    return parts;
  }

  private static void copy(
      PixelRectangle place, int[] part, int y, int x, int step, int[] argb, int count) {
    if (y < place.y() || y >= place.y() + place.height()) {
      return;
    }
    int row = (y - place.y()) * place.width();
    int begin = Math.max(0, Math.ceilDiv(place.x() - x, step));
    int end = Math.min(count, Math.ceilDiv(place.x() + place.width() - x, step));
    for (int i = begin; i < end; i++) {
      part[row + x + i * step - place.x()] = argb[i];
    }
  }
}

package dev.papack.media.gif;

import java.util.Arrays;
import java.util.Optional;

/** One palette for all frames, which agree on what is transparent. */
final class CommonIndices {
  private static final int MAX_ENTRIES = 256;
  private static final int RGB = 0xFFFFFF;

  private final int[] palette;
  private final int transparent;
  private final Origin origin;

  /** Where the transparent index comes from. */
  private enum Origin {
    /** Frames say it. */
    FILE,
    /** No frame says one: it is an entry of ours behind the palette. */
    ADDED
  }

  private CommonIndices(int[] palette, int transparent, Origin origin) {
    this.palette = palette;
    this.transparent = transparent;
    this.origin = origin;
  }

  /** Empty if the frames have different palettes, or different transparent indices. */
  static Optional<CommonIndices> of(GifStructure gif) {
    int[] said =
        gif.frames().stream()
            .flatMapToInt(frame -> frame.control().transparentIndex().stream())
            .distinct()
            .limit(2)
            .toArray();
    return gif.commonPalette()
        .filter(_ -> said.length < 2)
        .map(palette ->
            said.length == 1
                ? new CommonIndices(palette, said[0], Origin.FILE)
                : new CommonIndices(palette, palette.length, Origin.ADDED));
  }

  /** The index of pixels where nothing is drawn; 256 if there is none left for it. */
  int transparent() {
    return transparent;
  }

  /**
   * What the indices of a frame show: themselves. An index that is transparent in other frames must
   * not be seen in this one.
   */
  int[] values(GifFrame frame) {
    int[] values = new int[MAX_ENTRIES];
    Arrays.setAll(values, index -> index < palette.length ? index : GifCanvas.REFUSED);
    switch (origin) {
      case ADDED -> {}
      case FILE ->
          values[transparent] =
              frame.control().transparentIndex().isPresent()
                  ? GifCanvas.SKIPPED
                  : GifCanvas.REFUSED;
    }
    return values;
  }

  /**
   * The palette with the transparent entry.
   *
   * @param isClearUsed whether pixels are transparent where nothing is drawn
   */
  int[] entries(boolean isClearUsed) {
    boolean isNeeded = origin == Origin.FILE || isClearUsed;
    int[] entries =
        Arrays.copyOf(
            palette, isNeeded ? Math.max(palette.length, transparent + 1) : palette.length);
    if (isNeeded) {
      entries[transparent] &= RGB;
    }
    return entries;
  }
}

package dev.papack.bank;

import dev.papack.container.TilesMetadata;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.IndexedPicture;
import dev.papack.media.Rgb565;
import dev.papack.media.TruecolorPicture;

/**
 * The palettes of 16 of an indexed picture, for the tiles of others. Entry 0 of each is
 * transparent, whatever its colour; so is every entry that is not opaque, and no pixel gets it.
 */
public final class ImposedPalettes {
  private static final int ENTRIES = TilesMetadata.PALETTE_ENTRIES;

  /** What {@link #nearest} returns where there is no colour at all. */
  static final int NONE = -1;

  private final Location location;
  private final IndexedPicture picture;

  /** For each colour of 16 bits the palettes that have it, one bit each. */
  private final char[] palettesWith = new char[Rgb565.MAX_BITS + 1];

  private ImposedPalettes(Location location, IndexedPicture picture) {
    this.location = location;
    this.picture = picture;
    for (int index = 0; index < picture.paletteSize(); index++) {
      if (isColor(index)) {
        palettesWith[bits(index)] |= (char) (1 << (index / ENTRIES));
      }
    }
  }

  /**
   * Those of a picture.
   *
   * @param sheet the picture, decoded by the strict rule
   * @return the palettes; refused with {@code NOT_INDEXED} if it has none
   */
  public static Outcome<ImposedPalettes> of(Sheet sheet) {
    return switch (sheet.picture()) {
      case IndexedPicture picture -> Outcome.of(new ImposedPalettes(sheet.location(), picture));
      case TruecolorPicture _ ->
          Outcome.refused(
              Diagnostic.error(
                      DiagnosticCode.NOT_INDEXED,
                      sheet.location(),
                      "palettes are to be taken from this picture, but it is truecolor: it has no"
                          + " palette")
                  .supported("an indexed PNG")
                  .advice("save it as an indexed PNG, or name another picture in \"palettes\""));
    };
  }

  /** The picture. */
  Location location() {
    return location;
  }

  /** How many there are, 1 to 16: the last may have fewer entries. */
  int count() {
    return Math.ceilDiv(picture.paletteSize(), ENTRIES);
  }

  /** The palettes that have a colour, {@link Rgb565#bits}: one bit each. */
  int palettesWith(int bits) {
    return palettesWith[bits];
  }

  /** The lowest entry of a palette that has a colour, which is there. */
  int entry(int palette, int bits) {
    int index = palette * ENTRIES + 1;
    while (!isColor(index) || bits(index) != bits) {
      index++;
    }
    return index % ENTRIES;
  }

  /** Whether an index of the picture is a colour that pixels may have. */
  boolean isColor(int index) {
    return index % ENTRIES != 0 && index < picture.paletteSize() && picture.isOpaque(index);
  }

  private int bits(int index) {
    return Rgb565.nearestBits(picture.paletteArgb(index));
  }

  /** The colour of an index, as {@code 0xAARRGGBB}. */
  int argb(int index) {
    return picture.paletteArgb(index);
  }

  /**
   * The index whose colour looks most like another: squares weighted 2, 4, 3 for red, green and
   * blue; of equals the lowest.
   *
   * @param palettes those to look at, one bit each
   * @return {@link #NONE} if they have no colour
   */
  int nearest(int argb, int palettes) {
    int nearest = NONE;
    long least = Long.MAX_VALUE;
    for (int index = 0; index < picture.paletteSize(); index++) {
      if (isColor(index) && (palettes >>> (index / ENTRIES) & 1) != 0) {
        long distance = SourceColor.distance(argb, picture.paletteArgb(index));
        if (distance < least) {
          least = distance;
          nearest = index;
        }
      }
    }
    return nearest;
  }

  /** All of them, one bit each. */
  int all() {
    return (1 << count()) - 1;
  }

  /** Writes the colours. */
  void write(TilesWriter writer) {
    for (int index = 0; index < picture.paletteSize(); index++) {
      if (isColor(index)) {
        writer.color(index / ENTRIES, index % ENTRIES, new Rgb565(bits(index)));
      }
    }
  }
}

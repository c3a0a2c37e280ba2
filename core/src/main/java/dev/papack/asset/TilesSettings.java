package dev.papack.asset;

import dev.papack.container.BankType;
import java.util.OptionalInt;

/**
 * How sheets become a TILES bank.
 *
 * @param tileSizePixels the side of a tile: 8, 16 or 32
 * @param palettes where the palettes come from
 * @param fit what happens to a sheet whose sides are no multiples of the tile size
 * @param alphaThreshold 1 to 255: alpha below it is transparent, the rest opaque; without it
 *     partial alpha is a fault
 * @param index0 what happens to an opaque index 0, with {@link Palettes#INDEXED}
 */
public record TilesSettings(
    int tileSizePixels, Palettes palettes, Fit fit, OptionalInt alphaThreshold, Index0 index0)
    implements BankSettings {

  /** Where the palettes come from. */
  public enum Palettes {
    /** The palette of a PNG of colour type 3 with at most 16 entries, its order kept. */
    INDEXED,
    /** Computed from the colours of the tiles. */
    AUTO
  }

  /** What happens to a sheet whose sides are no multiples of the tile size. */
  public enum Fit {
    /** It is refused. */
    EXACT,
    /** It gets transparent pixels at its right and bottom. */
    PAD
  }

  /** What happens to an index 0 that is opaque and used. */
  public enum Index0 {
    /** It is refused: the console shows index 0 as transparent. */
    AS_DECLARED,
    /** The author accepts that it becomes transparent. */
    TRANSPARENT
  }

  /**
   * Refuses values outside their ranges.
   *
   * @throws IllegalArgumentException naming the value
   */
  public TilesSettings {
    if (tileSizePixels != 8 && tileSizePixels != 16 && tileSizePixels != 32) {
      throw new IllegalArgumentException("tile size " + tileSizePixels);
    }
    if (alphaThreshold.isPresent()
        && (alphaThreshold.getAsInt() < 1 || alphaThreshold.getAsInt() > 255)) {
      throw new IllegalArgumentException("alpha threshold " + alphaThreshold);
    }
    if (index0 == Index0.TRANSPARENT && palettes != Palettes.INDEXED) {
      throw new IllegalArgumentException("index_0 is only allowed with indexed palettes");
    }
  }

  @Override
  public BankType bankType() {
    return BankType.TILES;
  }
}

package dev.papack.bank.reduction;

import dev.papack.media.Rgb565;
import java.util.List;

/** Tiles whose colours fit in palettes. */
public final class ReducedTiles {
  private final List<List<Rgb565>> palettes;
  private final byte[] paletteOfTile;
  private final byte[][] entries;
  private final ReductionLoss loss;

  /** Takes the arrays over. */
  ReducedTiles(
      List<List<Rgb565>> palettes, byte[] paletteOfTile, byte[][] entries, ReductionLoss loss) {
    this.palettes = palettes.stream().map(List::copyOf).toList();
    this.paletteOfTile = paletteOfTile;
    this.entries = entries;
    this.loss = loss;
  }

  /** At least one, each with at most 15 opaque colours; the first of each is entry 1. */
  public List<List<Rgb565>> palettes() {
    return palettes;
  }

  /** The number of a tile's palette, from 0; 0 if the tile has no opaque pixel. */
  public int paletteOfTile(int tile) {
    return paletteOfTile[tile];
  }

  /**
   * What a pixel shows: 0 is transparent, 1 to 15 a colour of its tile's palette.
   *
   * @param tile from 0
   * @param place where in the tile: {@code y * tileSize + x}
   */
  public int entry(int tile, int place) {
    return entries[tile][place / 2] >>> Showing.shift(place) & 0xF;
  }

  /** What was lost. */
  public ReductionLoss loss() {
    return loss;
  }
}

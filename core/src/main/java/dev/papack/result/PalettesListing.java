package dev.papack.result;

import java.util.List;

/**
 * What a pack holds, and how many palettes its pictures could do with.
 *
 * @param listing of the pack
 * @param needs of each TILES asset, in the order of the asset table
 */
public record PalettesListing(PackListing listing, List<Need> needs) {
  /** Copies the list. */
  public PalettesListing {
    needs = List.copyOf(needs);
  }

  /**
   * The palettes of one asset.
   *
   * @param assetId whose
   * @param palettes how many its bank has, at least 1
   * @param atLeast a proven lower bound, from 1 to {@code palettes}: no arrangement of the colours
   *     of its tiles has fewer. The fewest that are possible may be more
   */
  public record Need(int assetId, int palettes, int atLeast) {}
}

package dev.papack.asset;

import dev.papack.asset.TilesSettings.Fit;
import dev.papack.asset.TilesSettings.Index0;
import dev.papack.asset.TilesSettings.Palettes;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an author said of the settings of sheets; the rest is to be chosen. Ranges are those of
 * {@link TilesSettings}.
 *
 * @param tileSizePixels 8, 16 or 32
 * @param palettes where the palettes come from
 * @param fit what happens to sides that are no multiples of the tile size
 * @param alphaThreshold 1 to 255
 * @param index0 what happens to an opaque index 0 of a sheet that keeps its own palette
 * @param sheets how sheets are cut and keyed
 */
public record TilesRequest(
    OptionalInt tileSizePixels,
    Optional<Palettes> palettes,
    Optional<Fit> fit,
    OptionalInt alphaThreshold,
    Optional<Index0> index0,
    SheetRequest sheets) {
  /** Nothing was said. */
  public static final TilesRequest NOTHING =
      new TilesRequest(
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          Optional.empty());

  /**
   * Refuses values outside their ranges, and fewer colours for palettes that are kept.
   *
   * @throws IllegalArgumentException naming the value
   */
  public TilesRequest {
    if (sheets.reduction().isPresent() && !palettes.orElse(Palettes.AUTO).equals(Palettes.AUTO)) {
      throw new IllegalArgumentException("colours are reduced for computed palettes only");
    }
    TilesSettings _ =
        new TilesSettings(
            tileSizePixels.orElse(8),
            palettes.orElse(Palettes.INDEXED),
            fit.orElse(Fit.EXACT),
            alphaThreshold,
            index0.orElse(Index0.AS_DECLARED));
  }

  /**
   * The same with another request for sheets.
   *
   * @param other how sheets are cut, keyed and reduced, and which parts are taken
   * @return the request
   */
  public TilesRequest with(SheetRequest other) {
    return new TilesRequest(tileSizePixels, palettes, fit, alphaThreshold, index0, other);
  }

  /**
   * Nothing was said of how sheets are cut and keyed.
   *
   * @param tileSizePixels 8, 16 or 32
   * @param palettes where the palettes come from
   * @param fit what happens to sides that are no multiples of the tile size
   * @param alphaThreshold 1 to 255
   * @param index0 what happens to an opaque index 0
   */
  public TilesRequest(
      OptionalInt tileSizePixels,
      Optional<Palettes> palettes,
      Optional<Fit> fit,
      OptionalInt alphaThreshold,
      Optional<Index0> index0) {
    this(tileSizePixels, palettes, fit, alphaThreshold, index0, SheetRequest.NOTHING);
  }
}

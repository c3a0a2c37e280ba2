package dev.papack.bank;

import dev.papack.asset.TilesSettings.Fit;
import dev.papack.asset.TilesSettings.Palettes;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an author said of a sheet's settings; the rest is to be chosen. Ranges are those of {@link
 * dev.papack.asset.TilesSettings}.
 *
 * @param tileSizePixels 8, 16 or 32
 * @param palettes where the palettes come from
 * @param fit what happens to sides that are no multiples of the tile size
 * @param alphaThreshold 1 to 255
 */
public record TilesRequest(
    OptionalInt tileSizePixels,
    Optional<Palettes> palettes,
    Optional<Fit> fit,
    OptionalInt alphaThreshold) {}

package dev.papack.bank;

import dev.papack.diagnostic.Location;
import dev.papack.media.Picture;

/**
 * A picture that is cut into tiles.
 *
 * @param location the file it came from, for messages only
 * @param picture its pixels
 */
public record Sheet(Location location, Picture picture) {}

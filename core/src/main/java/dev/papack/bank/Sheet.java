package dev.papack.bank;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Location;
import dev.papack.media.Picture;

/**
 * A picture that is cut into tiles.
 *
 * @param path where it came from, for messages only
 * @param picture its pixels
 */
public record Sheet(String path, Picture picture) {
  Location location() {
    return Location.of(Artifact.SOURCE, path);
  }
}

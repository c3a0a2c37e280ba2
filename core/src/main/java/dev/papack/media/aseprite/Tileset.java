package dev.papack.media.aseprite;

import java.util.Optional;

/**
 * The tiles of a layer.
 *
 * @param count how many
 * @param width of each, at least 1
 * @param height of each, at least 1
 * @param isZeroEmpty whether tile 0 is the empty one; otherwise all bits set are
 * @param stored one tile below the other; empty if they are in another file
 */
record Tileset(int count, int width, int height, boolean isZeroEmpty, Optional<Cel.Stored> stored) {
  long pixels() {
    return (long) count * width * height;
  }
}

package dev.papack.media;

import java.util.List;
import java.util.Optional;

/**
 * A named area of the frames of an animation.
 *
 * @param name as its author wrote it; not unique
 * @param last the last frame that has it: the last one of its file
 * @param keys where it is, from some frame on, in the order of frames; at least one
 */
public record Slice(String name, int last, List<Key> keys) {
  /** Copies the list. */
  public Slice {
    keys = List.copyOf(keys);
  }

  /** The same in an animation that has so many frames before those of this one. */
  Slice behind(int frames) {
    return new Slice(
        name,
        last + frames,
        keys.stream()
            .map(key -> new Key(key.frame() + frames, key.area(), key.center(), key.pivot()))
            .toList());
  }

  /**
   * A rectangle of pixels, which may be outside of the frame.
   *
   * @param x of its left column
   * @param y of its top row
   * @param widthPixels 0 or more
   * @param heightPixels 0 or more
   */
  public record Area(int x, int y, long widthPixels, long heightPixels) {}

  /**
   * Where a slice is, until its next key.
   *
   * @param frame from this frame on, from 0
   * @param area in the frame
   * @param center what is stretched when the slice is, relative to its area
   * @param pivot relative to its area
   */
  public record Key(int frame, Area area, Optional<Area> center, Optional<Pivot> pivot) {}

  /**
   * A point that a picture is turned around.
   *
   * @param x a column
   * @param y a row
   */
  public record Pivot(int x, int y) {}
}

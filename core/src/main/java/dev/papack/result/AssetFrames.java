package dev.papack.result;

import java.util.List;
import java.util.Optional;

/**
 * The frames of a picture, as the last build recorded them.
 *
 * @param assetId whose
 * @param count how many there are, at least 1
 * @param tiles of each frame
 * @param durationsMs for how long each frame is shown, in milliseconds, 0 or more; empty if its
 *     sources say nothing
 * @param tags named parts
 * @param slices named areas
 */
public record AssetFrames(
    int assetId,
    long count,
    long tiles,
    List<Long> durationsMs,
    List<Tag> tags,
    List<NamedSlice> slices) {
  /** Copies the lists. */
  public AssetFrames {
    durationsMs = List.copyOf(durationsMs);
    tags = List.copyOf(tags);
    slices = List.copyOf(slices);
  }

  /**
   * A named part of an animation.
   *
   * @param name as its author wrote it: any text, not unique
   * @param first its first frame, from 0
   * @param last its last frame, inclusive
   * @param direction in which order its frames are played
   */
  public record Tag(String name, long first, long last, Direction direction) {}

  /** The order in which the frames of a tag are played. */
  public enum Direction {
    /** From the first to the last. */
    FORWARD(0),
    /** From the last to the first. */
    REVERSE(1),
    /** Forward and back again, without a frame twice in a row. */
    PING_PONG(2),
    /** As {@link #PING_PONG}, from the last frame on. */
    PING_PONG_REVERSE(3);

    private final int number;

    Direction(int number) {
      this.number = number;
    }

    /**
     * What stands for it in the code of a game.
     *
     * @return 0 to 3, which never changes
     */
    public int number() {
      return number;
    }
  }

  /**
   * A named area of frames.
   *
   * @param name as its author wrote it: any text, not unique
   * @param last the last frame that has it
   * @param keys where it is, each from its frame on to the next; at least one
   */
  public record NamedSlice(String name, long last, List<SliceKey> keys) {
    /** Copies the list. */
    public NamedSlice {
      keys = List.copyOf(keys);
    }
  }

  /**
   * Where a slice is.
   *
   * @param frame from this frame on, from 0
   * @param area in the frame, in pixels
   * @param center what is stretched when the slice is, relative to the area
   * @param pivot a point that the picture is turned around, relative to the area
   */
  public record SliceKey(long frame, Area area, Optional<Area> center, Optional<Point> pivot) {}

  /**
   * A rectangle of pixels, which may be outside of the frame.
   *
   * @param x of its left column
   * @param y of its top row
   * @param width 0 or more
   * @param height 0 or more
   */
  public record Area(long x, long y, long width, long height) {}

  /**
   * A pixel.
   *
   * @param x a column
   * @param y a row
   */
  public record Point(long x, long y) {}
}

package dev.papack.media;

/**
 * A named part of an animation.
 *
 * @param name as its author wrote it; not unique
 * @param first its first frame, from 0
 * @param last its last frame, inclusive, not before the first
 * @param direction in which order its frames are played
 */
public record AnimationTag(String name, int first, int last, Direction direction) {
  /** The same in an animation that has so many frames before those of this one. */
  AnimationTag behind(int frames) {
    return new AnimationTag(name, first + frames, last + frames, direction);
  }

  /** The order in which frames are played. */
  public enum Direction {
    /** From the first to the last. */
    FORWARD,
    /** From the last to the first. */
    REVERSE,
    /** Forward and back again, without a frame twice in a row. */
    PING_PONG,
    /** As {@link #PING_PONG}, from the last frame on. */
    PING_PONG_REVERSE
  }
}

package dev.papack.media;

import java.util.List;
import java.util.stream.Stream;

/**
 * The frames of a picture that has frames of its own: they are one below the other, all of one
 * size, so that frame k begins at row k times the height of a frame.
 *
 * @param frame the size of a frame; the picture is as wide, and as high as all frames together
 * @param durationsMs for how long each frame is shown, in milliseconds, 0 or more; at least one
 * @param tags named parts, in the order of the file
 * @param slices named areas, in the order of the file
 */
public record Animation(
    PictureSize frame, List<Integer> durationsMs, List<AnimationTag> tags, List<Slice> slices) {
  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is no frame
   */
  public Animation {
    durationsMs = List.copyOf(durationsMs);
    tags = List.copyOf(tags);
    slices = List.copyOf(slices);
    if (durationsMs.isEmpty()) {
      throw new IllegalArgumentException("no frame");
    }
  }

  /** How many frames there are, at least 1. */
  public int frameCount() {
    return durationsMs.size();
  }

  /** A picture that is one frame of an animation, and is not shown for a time of its own. */
  public static Animation ofStill(PictureSize frame) {
    return new Animation(frame, List.of(0), List.of(), List.of());
  }

  /** The frames of this animation, and then those of another one of the same size. */
  public Animation followedBy(Animation other) {
    int frames = frameCount();
    return new Animation(
        frame,
        both(durationsMs, other.durationsMs),
        both(tags, other.tags.stream().map(tag -> tag.behind(frames)).toList()),
        both(slices, other.slices.stream().map(slice -> slice.behind(frames)).toList()));
  }

  private static <T> List<T> both(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}

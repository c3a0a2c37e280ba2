package dev.papack.bank;

import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.media.Animation;
import dev.papack.media.Picture;
import java.util.Optional;

/**
 * A picture that is cut into tiles.
 *
 * @param location the file it came from, for messages only
 * @param picture its pixels
 * @param animation its frames, if its format has frames
 */
public record Sheet(Location location, Picture picture, Optional<Animation> animation) {
  /** A picture of a format without frames. */
  public Sheet(Location location, Picture picture) {
    this(location, picture, Optional.empty());
  }

  /** The same with other pixels. */
  Sheet with(Picture other) {
    return new Sheet(location, other, animation);
  }

  /** Where a part of the picture is, as its author sees it: in its frame, if there are frames. */
  Location at(PixelRectangle part) {
    return location.at(
        animation
            .map(frames ->
                new PixelRectangle(
                    part.x(),
                    part.y() % frames.frame().heightPixels(),
                    part.width(),
                    part.height()))
            .orElse(part));
  }

  /** The frame that a part is in, as the end of a sentence; nothing if there is but one. */
  String inFrame(PixelRectangle part) {
    return animation
        .filter(frames -> frames.frameCount() > 1)
        .map(frames -> " (in frame " + part.y() / frames.frame().heightPixels() + ")")
        .orElse("");
  }
}

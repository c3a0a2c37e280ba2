package dev.papack.media;

import java.util.Optional;

/**
 * The picture of one file.
 *
 * @param picture its pixels; of a file with frames all of them, one below the other
 * @param animation its frames, if the format has frames, even if the file has one
 */
public record DecodedPicture(Picture picture, Optional<Animation> animation) implements Media {
  /** A picture of a format without frames. */
  public static DecodedPicture still(Picture picture) {
    return new DecodedPicture(picture, Optional.empty());
  }

  /** Frames, one below the other. */
  public static DecodedPicture animated(Picture picture, Animation animation) {
    return new DecodedPicture(picture, Optional.of(animation));
  }

  /** How many pixels there are. */
  public long pixelCount() {
    return picture.size().pixels();
  }
}

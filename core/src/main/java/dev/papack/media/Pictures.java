package dev.papack.media;

import java.util.List;

/**
 * The pictures of one file, in its own order: one, unless the format holds several.
 *
 * @param pictures at least one
 */
public record Pictures(List<Picture> pictures) implements Media {
  /**
   * Refuses none.
   *
   * @throws IllegalArgumentException if the list is empty
   */
  public Pictures {
    pictures = List.copyOf(pictures);
    if (pictures.isEmpty()) {
      throw new IllegalArgumentException("no picture");
    }
  }

  /** A file of one picture. */
  public static Pictures of(Picture picture) {
    return new Pictures(List.of(picture));
  }

  /** How many pixels all of them have. */
  public long pixelCount() {
    return pictures.stream()
        .mapToLong(picture -> (long) picture.widthPixels() * picture.heightPixels())
        .sum();
  }
}

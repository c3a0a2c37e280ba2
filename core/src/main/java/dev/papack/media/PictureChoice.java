package dev.papack.media;

import java.util.List;
import java.util.Optional;

/**
 * What is taken of a file that may hold more than one picture.
 *
 * @param layers the layers or groups to show; empty for those that are visible
 * @param tag the part of the animation; without it all of it
 */
public record PictureChoice(List<String> layers, Optional<String> tag) {
  /** All that the file shows. */
  public static final PictureChoice EVERYTHING = new PictureChoice(List.of(), Optional.empty());

  /** Copies the list. */
  public PictureChoice {
    layers = List.copyOf(layers);
  }
}

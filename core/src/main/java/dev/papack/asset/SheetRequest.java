package dev.papack.asset;

import java.util.List;
import java.util.Optional;

/**
 * What an author said of how sheets are cut, keyed and reduced, and of which parts of their files;
 * the rest is to be chosen.
 *
 * @param transparentColor a colour that is transparent
 * @param gutters the pixels around and between cells
 * @param frame the frames of a sheet
 * @param reduction how colours become fewer where they do not fit
 * @param layers the layers and groups to show; empty for all that are visible
 * @param tag the part of an animation to take
 */
public record SheetRequest(
    Optional<KeyColor> transparentColor,
    Optional<Gutters> gutters,
    Optional<Frame> frame,
    Optional<ColorReduction> reduction,
    List<String> layers,
    Optional<String> tag) {
  /** Nothing was said. */
  public static final SheetRequest NOTHING =
      new SheetRequest(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Copies the list. */
  public SheetRequest {
    layers = List.copyOf(layers);
  }

  /**
   * A request for all that files show.
   *
   * @param transparentColor a colour that is transparent
   * @param gutters the pixels around and between cells
   * @param frame the frames of a sheet
   * @param reduction how colours become fewer where they do not fit
   */
  public SheetRequest(
      Optional<KeyColor> transparentColor,
      Optional<Gutters> gutters,
      Optional<Frame> frame,
      Optional<ColorReduction> reduction) {
    this(transparentColor, gutters, frame, reduction, List.of(), Optional.empty());
  }
}

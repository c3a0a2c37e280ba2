package dev.papack.asset;

import java.util.Optional;

/**
 * What an author said of how sheets are cut and keyed; the rest is to be chosen.
 *
 * @param transparentColor a colour that is transparent
 * @param gutters the pixels around and between cells
 * @param frame the frames of a sheet
 */
public record SheetRequest(
    Optional<KeyColor> transparentColor, Optional<Gutters> gutters, Optional<Frame> frame) {
  /** Nothing was said. */
  public static final SheetRequest NOTHING =
      new SheetRequest(Optional.empty(), Optional.empty(), Optional.empty());
}

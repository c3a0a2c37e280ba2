package dev.papack.asset;

import java.util.Optional;

/**
 * What an author said of how sheets are cut, keyed and reduced; the rest is to be chosen.
 *
 * @param transparentColor a colour that is transparent
 * @param gutters the pixels around and between cells
 * @param frame the frames of a sheet
 * @param reduction how colours become fewer where they do not fit
 */
public record SheetRequest(
    Optional<KeyColor> transparentColor,
    Optional<Gutters> gutters,
    Optional<Frame> frame,
    Optional<ColorReduction> reduction) {
  /** Nothing was said. */
  public static final SheetRequest NOTHING =
      new SheetRequest(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}

package dev.papack.report;

import dev.papack.result.PicturePart;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A diagnostic as a report shows it.
 *
 * @param code such as {@code PA6055}
 * @param severity in lower case
 * @param message what is wrong
 * @param place where
 * @param found what was found
 * @param supported what would be accepted
 * @param limit the limit that was passed
 * @param fixes what to do
 * @param related other places
 * @param picture the part of the picture that it speaks of
 */
public record ShownFinding(
    String code,
    String severity,
    String message,
    Place place,
    Optional<String> found,
    Optional<String> supported,
    Optional<String> limit,
    List<ShownFix> fixes,
    List<Related> related,
    Optional<ShownPicture> picture) {
  /** Copies the lists. */
  public ShownFinding {
    fixes = List.copyOf(fixes);
    related = List.copyOf(related);
  }

  /**
   * A place in a file.
   *
   * @param file its path
   * @param line from 1; empty for a file without lines
   * @param column in UTF-16 units from 1, with a line only
   */
  public record Place(String file, OptionalInt line, OptionalInt column) {}

  /**
   * What to do.
   *
   * @param title in words
   * @param command a line for a shell, if one does it
   */
  public record ShownFix(String title, Optional<String> command) {}

  /**
   * Another place.
   *
   * @param place where
   * @param message what is there
   */
  public record Related(Place place, String message) {}

  /**
   * A part of a picture around what is wrong.
   *
   * @param part the pixels that are shown
   * @param x of the marked rectangle, in the picture
   * @param y of it
   * @param width of it, at least 1
   * @param height of it, at least 1
   */
  public record ShownPicture(PicturePart part, int x, int y, int width, int height) {}
}

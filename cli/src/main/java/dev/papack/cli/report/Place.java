package dev.papack.cli.report;

import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.diagnostic.TextRange;
import java.util.Optional;

/**
 * A place as reports name it.
 *
 * @param file the file
 * @param location the place in it
 */
record Place(FilePath file, Location location) {
  Optional<TextRange> range() {
    return location.text();
  }

  Optional<PixelRectangle> pixels() {
    return location.pixels();
  }

  /** The line on which it begins; the first of a file without lines. */
  int line() {
    return range().map(TextRange::line).orElse(1);
  }
}

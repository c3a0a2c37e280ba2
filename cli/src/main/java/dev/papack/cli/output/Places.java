package dev.papack.cli.output;

import dev.papack.diagnostic.Location;

/** Places in one line, in the form that editors make a link of. */
final class Places {
  private Places() {}

  /** Path, line and column, pointer, byte, pixels, as far as they apply; empty for no place. */
  static String text(Location location) {
    StringBuilder text = new StringBuilder(location.path());
    location
        .text()
        .ifPresent(
            range -> text.append(':').append(range.line()).append(':').append(range.column()));
    location
        .pointer()
        .filter(pointer -> !pointer.isEmpty())
        .ifPresent(pointer -> text.append(" (").append(pointer).append(')'));
    location.byteOffset().ifPresent(offset -> text.append(", byte ").append(offset));
    location.pixels().ifPresent(pixels -> text.append(", pixels ").append(pixels));
    return text.toString();
  }
}

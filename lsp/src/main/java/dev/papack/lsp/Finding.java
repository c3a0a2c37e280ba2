package dev.papack.lsp;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Location;

/**
 * Something that is wrong, and where an editor shows it: a fault of a picture is shown where a
 * declaration names the picture.
 *
 * @param diagnostic what is wrong
 * @param shown where
 */
record Finding(Diagnostic diagnostic, Location shown) {
  /** Whether it is shown elsewhere than it is. */
  boolean isMoved() {
    return diagnostic.location().file().isPresent() && !diagnostic.location().equals(shown);
  }
}

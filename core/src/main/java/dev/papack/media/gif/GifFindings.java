package dev.papack.media.gif;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import java.util.List;
import java.util.Optional;

/** What is odd in a GIF and changes no pixel: the first of it, and how much more there is. */
final class GifFindings {
  private Optional<Diagnostic> first = Optional.empty();
  private int count;

  /**
   * Takes one.
   *
   * @param what a sentence
   */
  void odd(Location place, String what) {
    count++;
    if (first.isEmpty()) {
      first =
          Optional.of(
              Diagnostic.warning(DiagnosticCode.GIF_ODD, place, what)
                  .advice(GifRefusal.EXPORT_AGAIN));
    }
  }

  /** Takes what another has found. */
  void add(Diagnostic odd) {
    count++;
    first = first.or(() -> Optional.of(odd));
  }

  /** One warning, or none. */
  List<Diagnostic> warnings() {
    return first
        .map(odd -> count == 1 ? odd : odd.found(count + " places like this"))
        .stream()
        .toList();
  }
}

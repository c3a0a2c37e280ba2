package dev.papack.media;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import java.util.List;
import java.util.Optional;

/** What is odd in a file and changes no pixel: the first of it, and how much more there is. */
public final class Oddities {
  private final DiagnosticCode code;
  private Optional<Diagnostic> first = Optional.empty();
  private int count;

  /**
   * None yet.
   *
   * @param code of the warning
   */
  public Oddities(DiagnosticCode code) {
    this.code = code;
  }

  /**
   * Takes one.
   *
   * @param what a sentence
   */
  public void found(Location place, String what) {
    count++;
    if (first.isEmpty()) {
      first =
          Optional.of(Diagnostic.warning(code, place, what).advice(DecodingRefusal.EXPORT_AGAIN));
    }
  }

  /** Takes those that others have found. */
  public void addAll(Oddities others) {
    count += others.count;
    first = first.or(() -> others.first);
  }

  /** One warning, or none. */
  public List<Diagnostic> warnings() {
    return first.map(odd -> count == 1 ? odd : odd.found(count + " places like this")).stream()
        .toList();
  }
}

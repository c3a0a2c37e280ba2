package dev.papack.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A fault as data; its text is one rendering of it. Ordered by path, then position, then code.
 *
 * @param code which fault
 * @param severity how much it weighs
 * @param message one sentence: what is wrong, with the values
 * @param location where
 * @param found the number or name that was found
 * @param supported what would have been accepted
 * @param limit the limit that was passed
 * @param fixes what repairs it, the best first; never a way around a check
 * @param related the other places involved
 */
public record Diagnostic(
    DiagnosticCode code,
    Severity severity,
    String message,
    Location location,
    Optional<String> found,
    Optional<String> supported,
    Optional<String> limit,
    List<Fix> fixes,
    List<Related> related)
    implements Comparable<Diagnostic> {

  /** Errors first: whoever reads only the beginning of a thousand must not miss the one error. */
  private static final Comparator<Diagnostic> ORDER =
      Comparator.comparing(Diagnostic::severity)
          .thenComparing(Diagnostic::location)
          .thenComparing(Diagnostic::code)
          .thenComparing(Diagnostic::message);

  /**
   * Another place involved in a fault.
   *
   * @param location where
   * @param message what is there
   */
  public record Related(Location location, String message) {}

  /** Copies the lists. */
  public Diagnostic {
    fixes = List.copyOf(fixes);
    related = List.copyOf(related);
  }

  /**
   * An error without the optional parts.
   *
   * @param code which fault
   * @param location where
   * @param message one sentence
   * @return the diagnostic
   */
  public static Diagnostic error(DiagnosticCode code, Location location, String message) {
    return of(code, Severity.ERROR, location, message);
  }

  /**
   * A warning without the optional parts.
   *
   * @param code which fault
   * @param location where
   * @param message one sentence
   * @return the diagnostic
   */
  public static Diagnostic warning(DiagnosticCode code, Location location, String message) {
    return of(code, Severity.WARNING, location, message);
  }

  /**
   * A note without the optional parts.
   *
   * @param code which fact
   * @param location where
   * @param message one sentence
   * @return the diagnostic
   */
  public static Diagnostic note(DiagnosticCode code, Location location, String message) {
    return of(code, Severity.NOTE, location, message);
  }

  private static Diagnostic of(
      DiagnosticCode code, Severity severity, Location location, String message) {
    return new Diagnostic(
        code,
        severity,
        message,
        location,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  /**
   * The same fault with another weight, where who asked decides how much it matters.
   *
   * @param weight the new severity
   * @return this with the severity
   */
  public Diagnostic as(Severity weight) {
    return new Diagnostic(code, weight, message, location, found, supported, limit, fixes, related);
  }

  /**
   * The same fault in another place.
   *
   * @param place where
   * @return this with the place
   */
  public Diagnostic at(Location place) {
    return new Diagnostic(code, severity, message, place, found, supported, limit, fixes, related);
  }

  /**
   * With what was found.
   *
   * @param value a number or name
   * @return this with the value
   */
  public Diagnostic found(String value) {
    return new Diagnostic(
        code, severity, message, location, Optional.of(value), supported, limit, fixes, related);
  }

  /**
   * With what would have been accepted.
   *
   * @param value a number, a name, a range
   * @return this with the value
   */
  public Diagnostic supported(String value) {
    return new Diagnostic(
        code, severity, message, location, found, Optional.of(value), limit, fixes, related);
  }

  /**
   * With the limit that was passed.
   *
   * @param value a number
   * @return this with the value
   */
  public Diagnostic limit(String value) {
    return new Diagnostic(
        code, severity, message, location, found, supported, Optional.of(value), fixes, related);
  }

  /**
   * With advice that no program can follow.
   *
   * @param text what to do next, as an order in lower case
   * @return this with the advice, after the fixes it has
   */
  public Diagnostic advice(String text) {
    return fix(Fix.advice(text));
  }

  /**
   * With a way to repair it.
   *
   * @param fix any
   * @return this with the fix, after those it has
   */
  public Diagnostic fix(Fix fix) {
    List<Fix> all = new ArrayList<>(fixes);
    all.add(fix);
    return withFixes(all);
  }

  /**
   * With other ways to repair it.
   *
   * @param all the best first
   * @return this with these fixes alone
   */
  public Diagnostic withFixes(List<Fix> all) {
    return new Diagnostic(code, severity, message, location, found, supported, limit, all, related);
  }

  /**
   * With another place involved.
   *
   * @param place where
   * @param text what is there
   * @return this with the place, after those it has
   */
  public Diagnostic related(Location place, String text) {
    List<Related> all = new ArrayList<>(related);
    all.add(new Related(place, text));
    return new Diagnostic(code, severity, message, location, found, supported, limit, fixes, all);
  }

  /**
   * The fault alone, for whoever can neither repair it nor look at the other places.
   *
   * @return this without fixes and without other places
   */
  public Diagnostic alone() {
    return new Diagnostic(
        code, severity, message, location, found, supported, limit, List.of(), List.of());
  }

  /**
   * Whether it helps to ask for something else.
   *
   * @param change what the request would say instead
   * @return true if one of the fixes is to ask for that
   */
  public boolean isFixedBy(Fix.RequestChange change) {
    return fixes.stream().map(Fix::action).anyMatch(new Fix.Advice(Optional.of(change))::equals);
  }

  /**
   * Whether this stops the command.
   *
   * @return true for {@link Severity#ERROR}
   */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  @Override
  public int compareTo(Diagnostic other) {
    return ORDER.compare(this, other);
  }
}

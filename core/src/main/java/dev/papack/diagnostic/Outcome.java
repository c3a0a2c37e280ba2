package dev.papack.diagnostic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * What became of untrusted input or of a request: a value that may be trusted from here on, or the
 * reasons why there is none. The author's mistakes are values; only the machine's trouble is
 * thrown.
 *
 * @param <T> the trusted type
 */
public sealed interface Outcome<T> {
  /**
   * What was found on the way, ordered.
   *
   * @return errors only in {@link Refused}
   */
  List<Diagnostic> diagnostics();

  /**
   * There is a value.
   *
   * @param value what may be trusted
   * @param diagnostics warnings and notes
   * @param <T> the trusted type
   */
  record Accepted<T>(T value, List<Diagnostic> diagnostics) implements Outcome<T> {
    /**
     * Sorts the diagnostics.
     *
     * @throws IllegalArgumentException if one is an error
     */
    public Accepted {
      diagnostics = diagnostics.stream().sorted().toList();
      if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
        throw new IllegalArgumentException("an accepted value has no errors: " + diagnostics);
      }
    }
  }

  /**
   * There is none.
   *
   * @param diagnostics at least one error
   * @param <T> the trusted type
   */
  record Refused<T>(List<Diagnostic> diagnostics) implements Outcome<T> {
    /**
     * Sorts the diagnostics.
     *
     * @throws IllegalArgumentException if none is an error
     */
    public Refused {
      diagnostics = diagnostics.stream().sorted().toList();
      if (diagnostics.stream().noneMatch(Diagnostic::isError)) {
        throw new IllegalArgumentException("a refusal needs an error: " + diagnostics);
      }
    }
  }

  /**
   * The value, for programs that cannot go on without it.
   *
   * @return what may be trusted
   * @throws NoSuchElementException if there is none, with the message of the first error
   */
  default T orElseThrow() {
    return switch (this) {
      case Accepted<T>(T value, List<Diagnostic> _) -> value;
      case Refused<T>(List<Diagnostic> faults) ->
          throw new NoSuchElementException(faults.getFirst().message());
    };
  }

  /**
   * A value about which there is nothing to say.
   *
   * @param value what may be trusted
   * @param <T> its type
   * @return accepted
   */
  static <T> Outcome<T> of(T value) {
    return new Accepted<>(value, List.of());
  }

  /**
   * A step that is done.
   *
   * @return accepted, with nothing to report
   */
  static Outcome<Done> done() {
    return of(Done.DONE);
  }

  /**
   * What an answer to a question means for the next step.
   *
   * @param obstacle an error, if there is one
   * @return refused with it
   */
  static Outcome<Done> unless(Optional<Diagnostic> obstacle) {
    return obstacle.map(Outcome::<Done>refused).orElseGet(Outcome::done);
  }

  /**
   * One reason why there is no value.
   *
   * @param error an error
   * @param <T> the type there is no value of
   * @return refused
   */
  static <T> Outcome<T> refused(Diagnostic error) {
    return new Refused<>(List.of(error));
  }

  /**
   * The value changed; a refusal stays as it is.
   *
   * @param change what to do with an accepted value
   * @param <R> the new type
   * @return the outcome of the new type, with the same diagnostics
   */
  default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
    return switch (this) {
      case Accepted<T>(T value, List<Diagnostic> found) ->
          new Accepted<>(change.apply(value), found);
      case Refused<T>(List<Diagnostic> found) -> new Refused<>(found);
    };
  }

  /**
   * The next step, if it throws nothing; a refusal stays as it is and the step is not taken. What
   * the first step found stays: a step reports only what it finds itself.
   *
   * @param next what to do with an accepted value
   * @param <R> the new type
   * @return the outcome of the next step, with the diagnostics of both
   */
  default <R> Outcome<R> flatMap(Function<? super T, Outcome<R>> next) {
    return switch (this) {
      case Accepted<T>(T value, List<Diagnostic> found) -> next.apply(value).and(found);
      case Refused<T>(List<Diagnostic> found) -> new Refused<>(found);
    };
  }

  /**
   * The next step, if it may throw: like {@link #flatMap}, with the same diagnostics.
   *
   * @param next what to do with an accepted value
   * @param <R> the new type
   * @param <X> what else the step may throw; if nothing, the compiler infers {@link
   *     RuntimeException}
   * @return the outcome of the next step, with the diagnostics of both
   * @throws IOException if the step throws it
   * @throws X if the step throws it
   */
  default <R, X extends Exception> Outcome<R> then(Step<? super T, R, X> next)
      throws IOException, X {
    return switch (this) {
      case Accepted<T>(T value, List<Diagnostic> found) -> next.apply(value).and(found);
      case Refused<T>(List<Diagnostic> found) -> new Refused<>(found);
    };
  }

  /**
   * A step that may throw.
   *
   * @param <T> its input
   * @param <R> its result
   * @param <X> what else it may throw
   */
  @FunctionalInterface
  interface Step<T, R, X extends Exception> {
    /**
     * Takes the step.
     *
     * @param value trusted
     * @return the result, with what this step found and nothing else
     * @throws IOException if the machine fails
     * @throws X if the step is stopped for another reason
     */
    Outcome<R> apply(T value) throws IOException, X;
  }

  /**
   * This outcome and diagnostics found elsewhere.
   *
   * @param others diagnostics to add; an error among them refuses an accepted value
   * @return this value, or every reason why there is none
   */
  default Outcome<T> and(List<Diagnostic> others) {
    if (others.isEmpty()) {
      return this;
    }
    List<Diagnostic> all = new ArrayList<>(diagnostics());
    all.addAll(others);
    return switch (this) {
      case Accepted<T>(T value, List<Diagnostic> found) ->
          all.stream().anyMatch(Diagnostic::isError)
              ? new Refused<>(all)
              : new Accepted<>(value, all);
      case Refused<T>(List<Diagnostic> found) -> new Refused<>(all);
    };
  }
}

package dev.papack.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

final class OutcomeTest {
  private static final Location FIRST = Location.of(Artifact.ASSET, "a");
  private static final Location SECOND = Location.of(Artifact.ASSET, "b");
  private static final Diagnostic NOTE =
      Diagnostic.note(DiagnosticCode.SETTINGS_CHOSEN, SECOND, "a note");
  private static final Diagnostic WARNING =
      Diagnostic.warning(DiagnosticCode.MIGRATION_PENDING, FIRST, "a warning");
  private static final Diagnostic ERROR =
      Diagnostic.error(DiagnosticCode.FILE_CHANGED, SECOND, "an error");

  private static final Outcome<Integer> FOUND_SOMETHING =
      new Outcome.Accepted<>(20, List.of(WARNING));

  /** What the steps were handed. */
  private final List<Integer> handed = new ArrayList<>();

  private List<Outcome<String>> goOn(Outcome<Integer> first, Outcome<String> second)
      throws IOException {
    return List.of(
        first.flatMap(value -> {
          handed.add(value);
          return second;
        }),
        first.then(value -> {
          handed.add(value);
          return second;
        }));
  }

  @Test
  void nextStepGetsTheValue() throws Exception {
    assertThat(goOn(Outcome.of(20), Outcome.of("twenty"))).containsOnly(Outcome.of("twenty"));
    assertThat(handed).containsExactly(20, 20);
  }

  @Test
  void whatBothStepsFoundIsKeptInOrder() throws Exception {
    assertThat(goOn(FOUND_SOMETHING, new Outcome.Accepted<>("twenty", List.of(NOTE))))
        .containsOnly(new Outcome.Accepted<>("twenty", List.of(WARNING, NOTE)));
  }

  @Test
  void refusalOfTheNextStepKeepsWhatTheFirstFound() throws Exception {
    assertThat(goOn(FOUND_SOMETHING, Outcome.refused(ERROR)))
        .containsOnly(new Outcome.Refused<>(List.of(WARNING, ERROR)));
  }

  @Test
  void afterARefusalNoStepIsTaken() throws Exception {
    assertThat(goOn(new Outcome.Refused<>(List.of(WARNING, ERROR)), Outcome.of("never")))
        .containsOnly(new Outcome.Refused<>(List.of(WARNING, ERROR)));
    assertThat(handed).isEmpty();
  }

  @Test
  void stepMayThrowTroubleOfTheMachineAndOneMoreKind() {
    assertThatThrownBy(() ->
            FOUND_SOMETHING.then(value -> {
              throw new IOException("disk");
            }))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> stopped(FOUND_SOMETHING)).isInstanceOf(TimeoutException.class);
  }

  /** Compiles only as long as both kinds are inferred for one step. */
  private static Outcome<String> stopped(Outcome<Integer> first)
      throws IOException, TimeoutException {
    return first.then(value -> {
      if (value < 0) {
        throw new IOException("disk");
      }
      throw new TimeoutException("late");
    });
  }

  @Test
  void errorFoundElsewhereRefusesAnAcceptedValue() {
    assertThat(FOUND_SOMETHING.and(List.of(ERROR)))
        .isEqualTo(new Outcome.Refused<Integer>(List.of(WARNING, ERROR)));
    assertThat(FOUND_SOMETHING.and(List.of())).isEqualTo(FOUND_SOMETHING);
  }
}

package dev.papack.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class DiagnosticOrderTest {
  private static final Location A = Location.of(Artifact.ASSET, "a");

  private static final List<Location> ORDERED_LOCATIONS =
      List.of(
          Location.of(Artifact.WORKSPACE, ""),
          Location.of(Artifact.ASSET, "B"),
          A,
          A.at("/z"),
          A.at(new PixelRectangle(9, 0, 1, 1)),
          A.at(new PixelRectangle(0, 8, 1, 1)),
          A.atByte(0),
          A.atByte(9),
          A.atByte(1L << 40),
          A.at(new TextRange(1, 2, 9, 9)),
          A.at(new TextRange(1, 10, 1, 11)).at("/b"),
          A.at(new TextRange(2, 1, 2, 2)).at("/a"),
          A.at(new TextRange(2, 1, 2, 2)).at("/b"),
          A.at(new TextRange(10, 1, 10, 2)),
          Location.of(Artifact.WORKSPACE, "a/b"),
          Location.of(Artifact.ASSET, "\u00e4"));

  private static Diagnostic error(DiagnosticCode code, Location location, String message) {
    return Diagnostic.error(code, location, message);
  }

  @Test
  void locationsAreOrderedByPathThenPosition() {
    long seed = 20_260_101;
    List<Location> shuffled = new ArrayList<>(ORDERED_LOCATIONS);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(shuffled.stream().sorted()).as("seed %d", seed).isEqualTo(ORDERED_LOCATIONS);
  }

  @Test
  void diagnosticsAreOrderedByLocationThenCodeThenMessage() {
    Location later = A.at(new TextRange(2, 1, 2, 2));
    List<Diagnostic> ordered =
        List.of(
            error(DiagnosticCode.FILE_FAILED, A, "z"),
            error(DiagnosticCode.JSON_ENCODING, later, "b"),
            error(DiagnosticCode.MEMBER_UNKNOWN, later, "a"),
            error(DiagnosticCode.MEMBER_UNKNOWN, later, "b"));
    List<Diagnostic> reversed = new ArrayList<>(ordered);
    Collections.reverse(reversed);
    assertThat(new Outcome.Refused<>(reversed).diagnostics()).isEqualTo(ordered);
  }

  @Test
  void errorsComeBeforeWarningsAndNotesWhateverTheirPlace() {
    Diagnostic warning = Diagnostic.warning(DiagnosticCode.ROOT_MOVED, A, "a");
    Diagnostic error = error(DiagnosticCode.ROOT_GONE, Location.of(Artifact.ASSET, "b"), "gone");
    Diagnostic note = Diagnostic.note(DiagnosticCode.SETTINGS_CHOSEN, A, "a");
    assertThat(new Outcome.Refused<>(List.of(note, warning, error)).diagnostics())
        .containsExactly(error, warning, note);
  }

  @Test
  void anAcceptedValueHasNoErrorAndARefusalHasOne() {
    Diagnostic error = error(DiagnosticCode.ROOT_GONE, A, "gone");
    Diagnostic note = Diagnostic.note(DiagnosticCode.SETTINGS_CHOSEN, A, "chosen");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Outcome.Accepted<>("value", List.of(error)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Outcome.Refused<>(List.of(note)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Outcome.Refused<>(List.of()));
  }

  @Test
  void codesAscendSoThatTheirOrderIsThatOfTheirNumbers() {
    assertThat(DiagnosticCode.values()).extracting(DiagnosticCode::id).isSorted();
  }
}

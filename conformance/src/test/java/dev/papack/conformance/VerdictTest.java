package dev.papack.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** papack's own readers say of every file what the kit expects. */
final class VerdictTest {
  private static final List<Case> CASES = Kit.make().cases();

  @TempDir Path folder;

  @Test
  void papackAgreesWithEveryCase() throws IOException {
    assertThat(disagreements(CASES)).isEmpty();
  }

  /** What one change breaks was whole before: so a file has the defect of the change alone. */
  @Test
  void everyFileIsMadeOfAValidOne() throws IOException {
    List<String> found = new ArrayList<>();
    Set<Content> judged = new HashSet<>();
    for (Case one : CASES) {
      if (judged.add(one.base())) {
        Optional<String> code = codeOf(one.file(), one.base());
        code.ifPresent(fault -> found.add(one.file() + " is made of a file with " + fault));
      }
    }

    assertThat(found).isEmpty();
  }

  /** A second defect that is none would leave open which one wins. */
  @Test
  void eachOfTwoDefectsAloneIsRefused() throws IOException {
    List<String> found = new ArrayList<>();
    for (Case one : CASES) {
      for (Case.Alone alone : one.defects()) {
        compare(one.file(), alone.content(), Optional.of(alone.refusal()), found);
      }
    }

    assertThat(found).isEmpty();
  }

  @Test
  void wrongExpectationIsFound() throws IOException {
    Case valid = named("packs/valid/slot-255.pa");
    Case invalid = named("documents/invalid/doubled-name.asset.json");
    Case damaged =
        new Case(
            valid.file(),
            Optional.of(Refusal.PACK_MEANING),
            valid.rules(),
            valid.twin(),
            valid.about(),
            valid.content(),
            valid.base(),
            List.of());
    Case otherFile =
        new Case(
            invalid.file(),
            invalid.refusal(),
            invalid.rules(),
            invalid.twin(),
            invalid.about(),
            named("documents/invalid/byte-order-mark.asset.json").content(),
            invalid.base(),
            List.of());

    assertThat(disagreements(List.of(damaged, invalid, otherFile)))
        .satisfiesExactly(
            first -> assertThat(first).startsWith(valid.file()),
            second -> assertThat(second).startsWith(invalid.file()));
  }

  private Case named(String file) {
    return CASES.stream().filter(one -> one.file().equals(file)).findFirst().orElseThrow();
  }

  private List<String> disagreements(List<Case> expected) throws IOException {
    List<String> found = new ArrayList<>();
    for (Case one : expected) {
      compare(one.file(), one.content(), one.refusal(), found);
    }
    return found;
  }

  private void compare(
      String file, Content content, Optional<Refusal> refusal, List<String> disagreements)
      throws IOException {
    Optional<String> expected = refusal.map(Refusal::code);
    Optional<String> code = codeOf(file, content);
    if (!code.equals(expected)) {
      disagreements.add(file + " is " + code + " to papack, and " + expected + " to the kit");
    }
  }

  private Optional<String> codeOf(String file, Content content) throws IOException {
    return Judgement.of(file, content.toBytes(), folder).code();
  }
}

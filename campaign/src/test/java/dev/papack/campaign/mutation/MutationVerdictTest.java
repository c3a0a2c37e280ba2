package dev.papack.campaign.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report of mutation testing must hold to pass. */
class MutationVerdictTest {
  private static final String SURVIVOR =
      """
      game.Rules.<init> ConditionalsBoundary 2
          return a > 0 && b > 0;
          b is never 0 here
      """;

  @TempDir private Path module;

  private final List<String> mutations = new ArrayList<>();

  @BeforeEach
  void nineteenAreKilled() throws Exception {
    Files.createDirectories(module.resolve("src/main/java/game"));
    Files.createDirectories(module.resolve("src/test/mutation"));
    Files.createDirectories(module.resolve("target/pit-reports"));
    Files.writeString(
        module.resolve("src/main/java/game/Rules.java"),
        "package game;\n  // a comment\n  return a > 0 && b > 0;\n");
    list("# none");
    for (int i = 0; i < 19; i++) {
      mutant("KILLED", "ConditionalsBoundaryMutator", 5);
    }
  }

  private void list(String text) throws IOException {
    Files.writeString(module.resolve("src/test/mutation/equivalent.txt"), text);
  }

  private void mutant(String status, String operator, int index) {
    mutations.add(
        """
        <mutation detected='x' status='%s'><sourceFile>Rules.java</sourceFile>\
        <mutatedClass>game.Rules</mutatedClass><mutatedMethod>&lt;init&gt;</mutatedMethod>\
        <lineNumber>3</lineNumber><mutator>org.pitest.%s</mutator>\
        <indexes><index>%d</index></indexes></mutation>
        """
            .formatted(status, operator, index));
  }

  private MutationVerdict verdict() throws IOException {
    Files.writeString(
        module.resolve("target/pit-reports/mutations.xml"),
        "<?xml version=\"1.0\"?>\n<mutations>" + String.join("", mutations) + "</mutations>");
    return MutationVerdict.of(module);
  }

  @Test
  void figuresAreThoseOfThePackage() throws Exception {
    mutant("TIMED_OUT", "MathMutator", 5);
    mutant("NO_COVERAGE", "MathMutator", 6);
    assertThat(verdict())
        .satisfies(verdict -> {
          assertThat(verdict.faults()).isEmpty();
          assertThat(verdict.figures())
              .containsEntry(
                  "mutation-game",
                  "21 mutants: 20 killed (95.2 %), 0 survived, 1 not covered; 0 of these read and"
                      + " listed as equivalent");
        });
  }

  @Test
  void lessThan85PercentKilledIsAFault() throws Exception {
    for (int i = 0; i < 3; i++) {
      mutant("SURVIVED", "MathMutator", 7);
    }
    assertThat(verdict().faults()).isEmpty();
    mutant("NO_COVERAGE", "MathMutator", 7);
    assertThat(verdict().faults())
        .singleElement()
        .asString()
        .startsWith("game: less than 85 % killed: 23 mutants: 19 killed (82.6 %)");
  }

  @Test
  void survivorOfBoundaryOrNegationMustBeListed() throws Exception {
    mutations.clear();
    mutant("SURVIVED", "ConditionalsBoundaryMutator", 9);
    for (int i = 0; i < 9; i++) {
      mutant("KILLED", "ConditionalsBoundaryMutator", 5);
    }
    // The ordinal goes by the place in the code, not in the report.
    list(SURVIVOR);
    assertThat(verdict().faults())
        .singleElement()
        .asString()
        .endsWith(" 10\n    return a > 0 && b > 0;");
    list(SURVIVOR.replace(" 2\n", " 10\n"));
    assertThat(verdict().faults()).isEmpty();
    assertThat(verdict().figures().get("mutation-game"))
        .endsWith("; 1 of these read and listed as equivalent");
  }

  @Test
  void listedMutantThatDoesNotSurviveIsNoted() throws Exception {
    list(SURVIVOR + SURVIVOR.replace("<init>", "gone"));
    assertThat(verdict().notes())
        .hasSize(2)
        .allMatch(note -> note.startsWith("listed as equivalent and does not survive: game.Rules"));
    assertThat(verdict().faults()).isEmpty();
  }

  @Test
  void mutantThatTheMachineLostIsAFault() throws Exception {
    mutant("RUN_ERROR", "MathMutator", 7);
    assertThat(verdict().faults()).singleElement().asString().startsWith("not tried");
  }

  @Test
  void emptyReportIsAFault() throws Exception {
    mutations.clear();
    assertThat(verdict().faults()).containsExactly("no mutants: nothing was tested");
  }

  @Test
  void listOfAnotherFormIsRefused() throws Exception {
    for (String list :
        List.of(
            SURVIVOR + SURVIVOR,
            SURVIVOR.lines().limit(2).toList().toString(),
            SURVIVOR.replace(" 2\n", "\n"),
            SURVIVOR.replace("    b is", "b is"),
            SURVIVOR.replace("    return", "return"))) {
      list(list);
      assertThatThrownBy(this::verdict).isInstanceOf(IOException.class);
    }
  }
}

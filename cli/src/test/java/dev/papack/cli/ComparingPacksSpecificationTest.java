package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.comparison.BreakingRule;
import dev.papack.comparison.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/specs/comparing-packs.md} says what the command line does. */
class ComparingPacksSpecificationTest {
  private static final Path HOME = Path.of(System.getProperty("papack.home", ""));
  private static final Pattern RULE = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| .+ \\| .+ \\|$");
  private static final Pattern VERDICT = Pattern.compile("(?m)^\\| `([a-z]+)` \\| .+ \\|$");

  private static String specification() throws IOException {
    return Files.readString(HOME.resolve("docs/specs/comparing-packs.md"));
  }

  @Test
  void exampleIsWhatTheCommandLinePrints() throws IOException {
    Path packs = HOME.resolve("cli/src/test/golden/diff-a-week-of-work/workspace");
    Run run = Run.papack(packs, "diff", "old.pa", "new.pa");
    assertThat(specification())
        .contains("```\n$ papack diff old.pa new.pa\n" + run.out() + "```\n");
  }

  @Test
  void everyRuleHasItsRowAndReason() throws IOException {
    assertThat(RULE.matcher(specification()).results().map(row -> row.group(1)))
        .containsExactlyElementsOf(
            Arrays.stream(BreakingRule.values()).map(BreakingRule::name).toList());
  }

  @Test
  void everyVerdictHasItsRow() throws IOException {
    assertThat(VERDICT.matcher(specification()).results().map(row -> row.group(1)))
        .containsExactlyElementsOf(Arrays.stream(Verdict.values()).map(DiffJson::word).toList());
  }
}

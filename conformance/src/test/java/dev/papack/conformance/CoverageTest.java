package dev.papack.conformance;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The kit has files for every rule and every stage of the specifications, and for no other. */
final class CoverageTest {
  private static final Path SPECS = Path.of(System.getProperty("papack.home"), "docs", "specs");
  private static final String PACKS = "assets-pa.md";
  private static final String READING = "reading-packs.md";
  private static final String DOCUMENTS = "documents.md";

  private static final Pattern RULE = Pattern.compile("\\*\\*([A-Z][0-9]+)\\*\\*");
  private static final Pattern LAST_CELL = Pattern.compile("(?m)^\\|.*\\|([^|]*)\\|$");
  private static final Pattern QUOTED = Pattern.compile("`([a-z_]+)`");

  /** Rules that no file of the kit breaks, and why. */
  private static final Map<String, String> WITHOUT_FILE =
      Map.of(
          "M17", "what a writer knew is not in the file",
          "J1", "documents of 16 and 64 MiB: see TooLargeForTheKitTest",
          "J9", "a document of four million values: see JsonReaderTest of core",
          "X4", "an index of 131,073 entries is 4 MiB: see TooLargeForTheKitTest");

  /** Stages that no file of the kit reaches, and why. */
  private static final Map<String, String> WITHOUT_STAGE =
      Map.of("too_old", "version 1 is the oldest of every window, and none was before it");

  private static final List<Case> CASES = Kit.make().cases();

  @Test
  void everyRuleIsBrokenByAFile() throws IOException {
    Set<String> wanted = rulesOf(PACKS);
    wanted.addAll(rulesOf(DOCUMENTS));
    assertThat(wanted).containsAll(WITHOUT_FILE.keySet());
    wanted.removeAll(WITHOUT_FILE.keySet());

    Set<String> broken =
        CASES.stream()
            .filter(one -> one.refusal().isPresent() && one.rules().size() == 1)
            .map(one -> one.rules().getFirst())
            .collect(toCollection(TreeSet::new));
    assertThat(broken).isEqualTo(wanted);
  }

  /** Rules of reading, R1 and so on, are broken by readers and not by files. */
  @Test
  void everyRuleThatIsNamedExists() throws IOException {
    Set<String> known = rulesOf(PACKS);
    known.addAll(rulesOf(DOCUMENTS));

    assertThat(rulesOf(READING)).allMatch(rule -> rule.startsWith("R")).doesNotContain("P1");
    assertThat(CASES.stream().flatMap(one -> one.rules().stream())).isSubsetOf(known);
  }

  @Test
  void everyStageOccursWhereItsTableHasIt() throws IOException {
    assertThat(stagesIn("packs/")).isEqualTo(stagesOf(READING));
    assertThat(stagesIn("documents/")).isEqualTo(stagesOf(DOCUMENTS));
  }

  @Test
  void thereAreAsManyCasesAsPromised() {
    Map<String, Long> counts =
        CASES.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.file().substring(0, one.file().lastIndexOf('/')),
                    Collectors.counting()));

    assertThat(counts.get("packs/invalid")).isGreaterThanOrEqualTo(150);
    assertThat(counts.get("documents/invalid")).isGreaterThanOrEqualTo(150);
    assertThat(counts.get("packs/two-defects")).isGreaterThanOrEqualTo(30);
    assertThat(counts.get("documents/two-defects")).isGreaterThanOrEqualTo(15);
  }

  @Test
  void noTwoFilesOfAKindAreEqual() {
    assertThat(
            CASES.stream()
                .map(one -> one.file().substring(one.file().indexOf('.')) + one.content().digest()))
        .doesNotHaveDuplicates();
  }

  /** A file with two defects is refused for the first, so the folders say what is in them. */
  @Test
  void everyFileLiesWhereItsVerdictSays() {
    assertThat(CASES)
        .allSatisfy(one -> {
          String folder = one.file().split("/", -1)[1];
          assertThat(one.refusal().isEmpty()).as(one.file()).isEqualTo(folder.equals("valid"));
          assertThat(one.rules().size() == 2)
              .as(one.file())
              .isEqualTo(folder.equals("two-defects"));
        });
  }

  /** Valid, or refused at another row: else it would not show where the limit is. */
  @Test
  void everyTwinHasAnotherVerdict() {
    Map<String, Optional<Refusal>> verdicts =
        CASES.stream().collect(Collectors.toMap(Case::file, Case::refusal));

    assertThat(CASES.stream().filter(one -> one.twin().isPresent()))
        .hasSizeGreaterThan(40)
        .allSatisfy(one -> {
          Optional<Refusal> twin = Objects.requireNonNull(verdicts.get(one.twin().orElseThrow()));
          assertThat(twin.map(Refusal::stage))
              .as(one.file())
              .isNotEqualTo(one.refusal().map(Refusal::stage));
        });
  }

  @Test
  void workedExampleOfTheSpecificationIsInTheKit() throws IOException {
    String hex =
        Files.readAllLines(SPECS.resolve(PACKS)).stream()
            .filter(line -> line.matches("[0-9a-f]{8}  .*"))
            .map(line -> line.substring(10, line.indexOf('|')))
            .collect(Collectors.joining())
            .replace(" ", "");
    Case example =
        CASES.stream()
            .filter(one -> one.file().equals("packs/valid/worked-example.pa"))
            .findFirst()
            .orElseThrow();

    assertThat(HexFormat.of().formatHex(example.content().toBytes())).isEqualTo(hex);
  }

  private Set<String> stagesIn(String folder) {
    return CASES.stream()
        .filter(one -> one.file().startsWith(folder))
        .flatMap(one -> one.refusal().stream())
        .map(Refusal::stage)
        .collect(toCollection(TreeSet::new));
  }

  private static Set<String> rulesOf(String specification) throws IOException {
    return groups(RULE, Files.readString(SPECS.resolve(specification)));
  }

  /** The words of the last column of the table in section 1. */
  private static Set<String> stagesOf(String specification) throws IOException {
    String text = Files.readString(SPECS.resolve(specification));
    String order = text.substring(text.indexOf("## 1. Order"));
    String table = order.substring(order.indexOf("| # |"));
    Set<String> stages =
        groups(
            QUOTED, String.join(" ", groups(LAST_CELL, table.substring(0, table.indexOf("\n\n")))));
    stages.removeAll(WITHOUT_STAGE.keySet());
    return stages;
  }

  private static Set<String> groups(Pattern pattern, String text) {
    Stream<MatchResult> found = pattern.matcher(text).results();
    return found.map(match -> match.group(1)).collect(toCollection(TreeSet::new));
  }
}

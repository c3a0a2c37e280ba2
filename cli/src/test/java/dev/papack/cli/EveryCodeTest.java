package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.cli.output.Standing;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every code has a page, a line in the table, and something that provokes it. */
class EveryCodeTest {
  private static final Path HOME = Path.of(System.getProperty("papack.home"));
  private static final Path PAGES = HOME.resolve("docs/diagnostics");

  /**
   * A test that provokes what no fixture can.
   *
   * @param test its file below {@code src/test/java/dev/papack} of core or cli
   * @param method its name
   * @param reason why no fixture can
   */
  private record Elsewhere(String test, String method, String reason) {}

  private static final Map<DiagnosticCode, Elsewhere> PROVOKED_ELSEWHERE =
      Map.ofEntries(
          Map.entry(
              DiagnosticCode.JSON_VALUES,
              new Elsewhere(
                  "json/JsonReaderTest.java",
                  "valuesAreLimited",
                  "the smallest such document has eight million bytes")),
          Map.entry(
              DiagnosticCode.VERSION_TOO_OLD,
              new Elsewhere(
                  "document/RetiredVersionTest.java",
                  "versionBeforeTheWindowIsTooOldAndNamesItsLastReader",
                  "no kind has left a version behind yet")),
          Map.entry(
              DiagnosticCode.ASSETS_TOO_MANY,
              new Elsewhere(
                  "AddTest.java",
                  "assetBeyondTheLimitIsRefused",
                  "a registry of so many assets is no file to commit")),
          Map.entry(
              DiagnosticCode.PACK_TOO_LARGE,
              new Elsewhere(
                  "packing/PackAssemblyTest.java",
                  "oneEntryMoreThanAPackHasIsRefused",
                  "a registry of so many assets is refused before")),
          Map.entry(
              DiagnosticCode.BUILD_NOT_REPRODUCIBLE,
              new Elsewhere(
                  "BuildCacheTest.java",
                  "cacheThatLiesIsFoundByASecondBuild",
                  "a cache that lies has to be written in the folder of the test")),
          Map.entry(
              DiagnosticCode.CACHE_CONTRADICTED,
              new Elsewhere(
                  "BuildCacheTest.java",
                  "cacheThatLiesIsFoundByCacheVerify",
                  "a cache that lies has to be written in the folder of the test")),
          Map.entry(
              DiagnosticCode.CACHE_NOT_WRITTEN,
              new Elsewhere(
                  "BuildCacheTest.java",
                  "cacheThatCannotBeWrittenIsAWarning",
                  "the disk of a test has space")),
          Map.entry(
              DiagnosticCode.WATCH_POLLS,
              new Elsewhere(
                  "WatchFallbackTest.java",
                  "exhaustedSystemIsReplacedByLooking",
                  "a command that watches does not end by itself")),
          Map.entry(
              DiagnosticCode.FILE_CHANGED,
              new Elsewhere(
                  "MachineTroubleTest.java",
                  "fileThatGrowsWhileItIsReadIsRefused",
                  "another program must write at the right moment")),
          Map.entry(
              DiagnosticCode.DISK_FULL,
              new Elsewhere(
                  "MachineTroubleTest.java",
                  "fullDiskIsNamedAndWhatWasPublishedStays",
                  "the disk of a test has space")),
          Map.entry(
              DiagnosticCode.PERMISSION,
              new Elsewhere(
                  "MachineTroubleTest.java",
                  "refusedPermissionIsNamed",
                  "tests may run as root, whom no permission stops")),
          Map.entry(
              DiagnosticCode.SANDBOX_UNAVAILABLE,
              new Elsewhere(
                  "cli/SandboxTest.java",
                  "kernelThatCannotConfineIsReported",
                  "the kernel of the tests can")),
          Map.entry(
              DiagnosticCode.FILE_IN_USE,
              new Elsewhere(
                  "WindowsMannersTest.java",
                  "packThatAGameHasOpenIsNamedAndTheOldSetStays",
                  "only Windows has it, and another program must hold the file")),
          Map.entry(
              DiagnosticCode.TOO_MANY_OPEN_FILES,
              new Elsewhere(
                  "MachineTroubleTest.java",
                  "exhaustedDescriptorsAreNamed",
                  "a build needs fewer files than any limit of a machine for tests")),
          Map.entry(
              DiagnosticCode.OUT_OF_MEMORY,
              new Elsewhere(
                  "cli/MemoryTest.java",
                  "anAssetThatDoesNotFitIsNamedAndWhatWasPublishedStays",
                  "a golden case runs in the heap of all tests")),
          Map.entry(
              DiagnosticCode.WORKSPACE_OF_OTHER_USER,
              new Elsewhere(
                  "SessionTest.java",
                  "workspaceOfAnotherUserAboveIsRefusedUnlessItIsNamed",
                  "a folder of another user is no file to commit")));

  private static final Pattern REPORTED =
      Pattern.compile("\"code\":\"(PA\\d{4})\".*?\"message\":\"((?:[^\"\\\\]|\\\\.)*)\"");

  private static final Pattern TABLE_ROW =
      Pattern.compile("(?m)^\\| \\[(PA\\d{4})]\\(\\1\\.md\\) \\| `([A-Z0-9_]+)` \\| \\S.*\\|$");

  @ParameterizedTest
  @EnumSource
  void codeHasAPage(DiagnosticCode code) throws IOException {
    String page = page(code);
    assertThat(page).startsWith("# " + code + "\n\n");
    assertThat(page.lines().filter(line -> line.startsWith("## ")))
        .containsExactly("## Why", "## What to do", "## Example");
  }

  @Test
  void pageHasACode() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(
                      Stream.of("README.md"),
                      Arrays.stream(DiagnosticCode.values()).map(code -> code.id() + ".md"))
                  .toList());
    }
  }

  @Test
  void tableListsExactlyTheCodesInTheirOrder() throws IOException {
    Matcher rows = TABLE_ROW.matcher(Files.readString(PAGES.resolve("README.md")));
    assertThat(rows.results().map(row -> row.group(1) + " " + row.group(2)))
        .containsExactlyElementsOf(
            Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::toString).toList());
  }

  @ParameterizedTest
  @EnumSource
  void codeIsProvoked(DiagnosticCode code) throws IOException {
    Elsewhere elsewhere = PROVOKED_ELSEWHERE.get(code);
    if (elsewhere == null) {
      assertThat(reports()).containsKey(code.id());
    } else {
      assertThat(reports())
          .as("a fixture does: %s", elsewhere.reason())
          .doesNotContainKey(code.id());
      Path inCore = HOME.resolve("core/src/test/java/dev/papack").resolve(elsewhere.test());
      Path test =
          Files.exists(inCore)
              ? inCore
              : HOME.resolve("cli/src/test/java/dev/papack").resolve(elsewhere.test());
      assertThat(test).content().contains("void " + elsewhere.method() + "()", code.name());
    }
  }

  @Test
  void fixtureNamedByACodeReportsIt() throws IOException {
    for (GoldenCase golden : GoldenCase.all()) {
      if (golden.name().startsWith("PA")) {
        assertThat(golden.report())
            .as(golden.name())
            .content()
            .contains("\"code\":\"" + golden.name().substring(0, 6) + "\"");
      }
    }
  }

  /** A page whose example is no longer what papack says would mislead. */
  @ParameterizedTest
  @EnumSource
  void pageQuotesWhatIsReported(DiagnosticCode code) throws IOException {
    if (PROVOKED_ELSEWHERE.containsKey(code)) {
      return;
    }
    Matcher quoted =
        Pattern.compile("(?m)^    (?:error|warning|note) " + code.id() + ": (.*)$")
            .matcher(page(code));
    assertThat(quoted.find()).as("quotes a report").isTrue();
    assertThat(reports().get(code.id())).contains(quoted.group(1));
  }

  /** What a page says about what to do is all that is printed with the message, word by word. */
  @Test
  void pagesQuoteTheHelpThatIsPrinted() throws IOException {
    Map<String, List<String>> helps = helps();
    List<String> misquoted = new ArrayList<>();
    for (DiagnosticCode code : DiagnosticCode.values()) {
      Matcher quoted =
          Pattern.compile("(?m)^    (?:error|warning|note) " + code.id() + ": .*((?:\\R    .*)*)")
              .matcher(page(code));
      while (!PROVOKED_ELSEWHERE.containsKey(code) && quoted.find()) {
        if (!helps.getOrDefault(code.id(), List.of()).contains(quoted.group(1))) {
          misquoted.add(code.id() + quoted.group(1));
        }
      }
    }
    assertThat(misquoted).isEmpty();
  }

  private static String page(DiagnosticCode code) throws IOException {
    return Files.readString(PAGES.resolve(code.id() + ".md"));
  }

  /** What the fixtures report: messages by code. */
  private static Map<String, List<String>> reports() throws IOException {
    Map<String, List<String>> reports = new LinkedHashMap<>();
    for (GoldenCase golden : GoldenCase.all()) {
      for (String line : golden.lines("expected.jsonl")) {
        Matcher reported = REPORTED.matcher(line);
        if (reported.find()) {
          reports
              .computeIfAbsent(reported.group(1), code -> new ArrayList<>())
              .add(unescaped(reported.group(2)));
        }
      }
    }
    return reports;
  }

  /** What the fixtures are told to do, as pages quote it, by code. */
  private static Map<String, List<String>> helps() throws IOException {
    Map<String, List<String>> helps = new LinkedHashMap<>();
    for (GoldenCase golden : GoldenCase.all()) {
      for (String line : golden.lines("expected.jsonl")) {
        Map<String, Object> said = JsonObjects.parse(line);
        if (said.get("code") instanceof String code && said.get("fixes") instanceof List<?> fixes) {
          helps
              .computeIfAbsent(code, key -> new ArrayList<>())
              .add(fixes.stream().map(EveryCodeTest::help).collect(Collectors.joining()));
        }
      }
    }
    return helps;
  }

  private static String help(Object fix) {
    Map<?, ?> members = (Map<?, ?>) fix;
    String title = "\n    help: " + members.get("title");
    if (members.get("command") instanceof Map<?, ?> command) {
      return title + ":\n          " + command.get("line");
    }
    return members.get("request") instanceof String request
        ? title
            + " ("
            + Standing.option(Fix.RequestChange.valueOf(request.toUpperCase(Locale.ROOT)))
            + ")"
        : title;
  }

  private static String unescaped(String json) {
    return Pattern.compile("\\\\(u([0-9a-f]{4})|.)")
        .matcher(json)
        .replaceAll(escape -> Matcher.quoteReplacement(character(escape)));
  }

  private static String character(MatchResult escape) {
    return escape.group(2) == null
        ? escape.group(1)
        : String.valueOf((char) Integer.parseInt(escape.group(2), 16));
  }
}

package dev.papack.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ReportFormatTest {
  private static Report report(List<Diagnostic> diagnostics) {
    return ReportSamples.report(diagnostics);
  }

  private static Diagnostic in(String path, String message) {
    return ReportSamples.in(path, message);
  }

  private static void assertValid(Report report) {
    assertThat(ReportSchemas.faultsOfSarif(ReportFormat.SARIF.render(report))).isEmpty();
    assertThat(ReportSchemas.faultsOfGitlab(ReportFormat.GITLAB.render(report))).isEmpty();
    assertThat(ReportSchemas.faultsOfJunit(ReportFormat.JUNIT.render(report))).isEmpty();
  }

  private static JsonNode results(Report report) {
    return ReportSchemas.tree(ReportFormat.SARIF.render(report)).at("/runs/0/results");
  }

  @Test
  void nothingFoundIsAValidReport() {
    Report empty = report(List.of());
    assertValid(empty);
    assertThat(results(empty).size()).isZero();
    assertThat(ReportFormat.GITHUB.render(empty)).isEqualTo("papack check: no findings\n");
    assertThat(ReportFormat.MARKDOWN.render(empty)).startsWith("**papack check**: no findings");
  }

  @Test
  void commandThatCouldNotDoItsWorkIsNoEmptySuccess() {
    Report failed = ReportSamples.unable();
    assertValid(failed);
    JsonNode invocation =
        ReportSchemas.tree(ReportFormat.SARIF.render(failed)).at("/runs/0/invocations/0");
    assertThat(invocation.path("executionSuccessful").asBoolean(true)).isFalse();
    assertThat(invocation.path("exitCode").asInt(0)).isEqualTo(2);
    assertThat(invocation.at("/toolExecutionNotifications/0/message/text").asString(""))
        .isEqualTo("no such thing.");
    assertThat(ReportFormat.JUNIT.render(failed)).contains("<error message=\"exit status 2: no");
    assertThat(ReportFormat.GITHUB.render(failed))
        .startsWith("::error title=papack check::no such");
    assertThat(ReportFormat.MARKDOWN.render(failed)).contains("no such thing");
  }

  @Test
  void tenThousandFaultsAreCutByWeightAndCounted() {
    Report report = report(ReportSamples.tenThousand());
    assertValid(report);
    JsonNode results = results(report);
    assertThat(results.size()).isEqualTo(5_000);
    List<String> levels = new ArrayList<>();
    Set<String> fingerprints = new HashSet<>();
    results.forEach(result -> {
      levels.add(result.path("level").asString(""));
      fingerprints.add(result.at("/partialFingerprints/papack~1v1").asString(""));
    });
    assertThat(levels.subList(0, 30)).containsOnly("error");
    assertThat(levels.subList(30, 4_000)).containsOnly("warning");
    assertThat(levels.subList(4_000, 5_000)).containsOnly("note");
    assertThat(fingerprints).hasSize(5_000);
    assertThat(ReportFormat.SARIF.render(report))
        .contains("5000 more results are only counted: 5000 notes.")
        .contains("\"errors\":30,\"warnings\":3970,\"notes\":6000,\"unlisted\":5000");
    Map<String, Long> annotations =
        ReportFormat.GITHUB
            .render(report)
            .lines()
            .filter(line -> line.startsWith("::") && line.contains(" file="))
            .collect(Collectors.groupingBy(line -> line.split(" ", 2)[0], Collectors.counting()));
    assertThat(annotations)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("::error", 10L, "::warning", 10L, "::notice", 10L));
    String markdown = ReportFormat.MARKDOWN.render(report);
    assertThat(markdown.length()).isLessThan(65_536);
    assertThat(markdown).contains("30 errors, 3970 warnings, 6000 notes").contains("9900 more");
  }

  @Test
  void longMessagesLeaveTheCommentShortEnough() {
    List<Diagnostic> long100 = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      long100.add(in("assets/a.asset.json", "|".repeat(2_000) + i));
    }
    String markdown = ReportFormat.MARKDOWN.render(report(long100));
    assertThat(markdown.length()).isBetween(10_000, 65_535);
    assertThat(markdown).containsPattern("\n[0-9]+ more, by severity");
  }

  private static final String HOSTILE_CHARACTERS = "[\u0000-\u0009\u000b-\u001f\u202e\u200b\ud800]";

  static Stream<String> hostileTexts() {
    return ReportSamples.hostileTexts();
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void hostileTextIsNothingButText(String hostile) {
    Report report = report(ReportSamples.hostile(hostile));
    assertValid(report);
    for (ReportFormat format : ReportFormat.values()) {
      if (format.content() == ReportFormat.Content.FINDINGS) {
        assertThat(format.render(report))
            .as("%s", format)
            .doesNotContainPattern(HOSTILE_CHARACTERS);
      }
    }
    assertThat(ReportFormat.GITHUB.render(report).lines())
        .hasSize(3)
        .filteredOn(line -> line.startsWith("::"))
        .hasSize(2)
        .allMatch(line -> line.startsWith("::error file="))
        .noneMatch(line -> line.contains("##["));
    String markdown = ReportFormat.MARKDOWN.render(report);
    assertThat(markdown.lines().filter(line -> line.startsWith("| error"))).hasSize(2);
    assertThat(markdown.replaceAll("</?code>|<br>|&#[0-9]+;", ""))
        .as("what is left has no mark of Markdown")
        .doesNotContainPattern("[`<>\\[\\]@#\\\\]")
        .doesNotContain("www.");
    assertThat(markdown.lines().filter(line -> line.startsWith("| error")))
        .allMatch(line -> line.chars().filter(c -> c == '|').count() == 6);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"HTML", "JSON"})
  void sameFindingsInAnyOrderAreTheSameBytes(ReportFormat format) {
    List<Diagnostic> one = List.of(in("assets/a", "x"), in("assets/b", "y"), in("assets/c", "z"));
    assertThat(format.render(report(one.reversed()))).isEqualTo(format.render(report(one)));
  }

  @Test
  void pathsAreRelativeToTheRepositoryAndPercentEncoded() {
    JsonNode place =
        results(report(List.of(in("assets/Größe 1%#?.asset.json", "wrong"))))
            .at("/0/locations/0/physicalLocation/artifactLocation");
    assertThat(place.path("uri").asString(""))
        .isEqualTo("game/assets/Gr%C3%B6%C3%9Fe%201%25%23%3F.asset.json");
    assertThat(place.path("uriBaseId").asString("")).isEqualTo("%SRCROOT%");
  }

  @Test
  void fileOutsideOfTheRepositoryHasAWholeUri() {
    Diagnostic elsewhere =
        Diagnostic.error(
            DiagnosticCode.NOT_A_PACK,
            Location.of(Artifact.PACK, "/srv/a pack.pa").atByte(7),
            "no pack");
    JsonNode place =
        results(report(List.of(elsewhere))).at("/0/locations/0/physicalLocation/artifactLocation");
    assertThat(place.path("uri").asString("")).isEqualTo("file:///srv/a%20pack.pa");
    assertThat(place.has("uriBaseId")).isFalse();
  }
}

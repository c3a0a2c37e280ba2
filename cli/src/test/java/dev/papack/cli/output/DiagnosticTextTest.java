package dev.papack.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.cli.output.Destination.Kind;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.diagnostic.TextRange;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

class DiagnosticTextTest {
  private static final Diagnostic CROWDED =
      Diagnostic.error(
              DiagnosticCode.TILE_COLORS,
              Location.of(Artifact.SOURCE, "assets/a.png").at(new PixelRectangle(32, 16, 16, 16)),
              "a tile has 17 colours")
          .found("17: #102030, #ffffff")
          .limit("15")
          .related(Location.of(Artifact.ASSET, "assets/a.asset.json"), "declared here")
          .advice("use fewer");

  private static String printed(Diagnostic diagnostic, Coloring coloring) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TextOutput out = new TextOutput(new Destination(bytes, Kind.FILE), coloring);
    new DiagnosticText(out, Standings.NOWHERE).print(diagnostic);
    out.flush();
    return bytes.toString(UTF_8);
  }

  @Test
  void everyFieldHasItsLine() {
    assertThat(printed(CROWDED, Coloring.NONE))
        .isEqualTo(
            """
            error[PA6055]: a tile has 17 colours
             --> assets/a.png, pixels 16x16 at 32,16
             = found: 17: #102030, #ffffff
             = limit: 15
             ::: assets/a.asset.json: declared here
             = help: use fewer

            """);
  }

  @Test
  void coloursAreShownAsColours() {
    assertThat(printed(CROWDED, Coloring.COLORS))
        .contains("\u001b[48;2;16;32;48m  \u001b[0m #102030")
        .contains("\u001b[48;2;255;255;255m  \u001b[0m #ffffff");
  }

  @Test
  void jsonHasEveryFieldOnOneLine() {
    assertThat(new DiagnosticJson(Standings.NOWHERE).line(CROWDED))
        .isEqualTo(
            "{\"artifact\":\"diagnostic\",\"schema_version\":1,\"code\":\"PA6055\","
                + "\"name\":\"TILE_COLORS\",\"severity\":\"error\","
                + "\"message\":\"a tile has 17 colours\","
                + "\"location\":{\"artifact\":\"source\",\"path\":\"assets/a.png\","
                + "\"pixels\":{\"x\":32,\"y\":16,\"width\":16,\"height\":16}},"
                + "\"found\":\"17: #102030, #ffffff\",\"limit\":\"15\","
                + "\"fixes\":[{\"title\":\"use fewer\",\"certainty\":\"manual\"}],"
                + "\"related\":[{\"location\":{\"artifact\":\"asset\","
                + "\"path\":\"assets/a.asset.json\"},\"message\":\"declared here\"}]}");
  }

  @Test
  void marksStandBelowTheFault() {
    Underline underline =
        Underline.of(new Excerpt(1, "{\"a\": 17}", 1, 9), new TextRange(1, 7, 1, 9));
    assertThat(underline.source()).isEqualTo("{\"a\": 17}");
    assertThat(underline.marks()).isEqualTo("      ^^");
  }

  @Test
  void tabsWideAndEscapedCharactersMoveTheMarks() {
    Underline underline =
        Underline.of(new Excerpt(1, "\t\u753b\u202ex", 1, 4), new TextRange(1, 4, 1, 5));
    assertThat(underline.source()).isEqualTo("    \u753b\\u{202E}x");
    assertThat(underline.marks()).isEqualTo(" ".repeat(4 + 2 + 8) + "^");
  }

  @Test
  void faultAtTheEndOfTheLineHasOneMark() {
    Underline underline = Underline.of(new Excerpt(1, "{", 1, 1), new TextRange(1, 2, 1, 2));
    assertThat(underline.marks()).isEqualTo(" ^");
  }

  @Test
  void faultOverSeveralLinesIsMarkedToTheEndOfTheFirst() {
    Underline underline = Underline.of(new Excerpt(1, "ab[", 1, 3), new TextRange(1, 3, 4, 2));
    assertThat(underline.marks()).isEqualTo("  ^");
  }

  @Test
  void cutLineSaysWhereItIsCut() {
    TextRange second = new TextRange(1, 102, 1, 103);
    Underline both = Underline.of(new Excerpt(1, "abc", 101, 200), second);
    assertThat(both.source()).isEqualTo("...abc...");
    assertThat(both.marks()).isEqualTo("    ^");
    Underline left = Underline.of(new Excerpt(1, "abc", 101, 103), second);
    assertThat(left.source()).isEqualTo("...abc");
  }

  @Test
  void longValuesAreCutForPeopleOnly() {
    Diagnostic long256 = CROWDED.found("#102030, ".repeat(256));
    assertThat(printed(long256, Coloring.NONE).lines()).allMatch(line -> line.length() < 520);
    assertThat(new DiagnosticJson(Standings.NOWHERE).line(long256)).hasSizeGreaterThan(256 * 9);
  }
}

package dev.papack.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Verb;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever stands in names, messages and values: the terminal gets printable lines. */
class HostileTerminalTest {
  private static final int CODE_POINTS_IN_A_DIAGNOSTIC = 64;

  /** What terminals obey: colours, titles, the cursor, the clipboard, links, keys, answers. */
  private static final List<String> SEQUENCES =
      List.of(
          "\u001b[2J",
          "\u001b[31m",
          "\u001b[1;1H",
          "\u001b]0;title\u0007",
          "\u001b]52;c;AAAA\u0007",
          "\u001b]8;;http://x\u001b\\",
          "\u001bP+q\u001b\\",
          "\u001b[6n",
          "\u001b[?1049h",
          "\u001bc",
          "\u009b31m",
          "\u009d0;t\u009c",
          "\u0090q\u009c",
          "\r",
          "\n",
          "\r\nok",
          "\b\b\b",
          "\u0007",
          "\u000e",
          "\u202eevil",
          "\u2066a\u2069",
          "\u2028",
          "\ud800",
          "\udc00",
          "\udbff\udbff",
          "\u0000");

  private static List<String> inputs() {
    List<String> inputs = new ArrayList<>();
    for (int first = 0; first <= Character.MAX_CODE_POINT; first += CODE_POINTS_IN_A_DIAGNOSTIC) {
      inputs.add(
          IntStream.range(first, first + CODE_POINTS_IN_A_DIAGNOSTIC)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString());
    }
    for (String one : SEQUENCES) {
      for (String other : SEQUENCES) {
        inputs.add(one + other);
        inputs.add("a" + one + "b" + other + "c");
      }
    }
    return inputs;
  }

  private static Diagnostic diagnostic(String text) {
    Location place = Location.of(Artifact.SOURCE, text).at("/" + text);
    return Diagnostic.error(DiagnosticCode.PATH_FORM, place, text)
        .found(text)
        .supported(text)
        .limit(text)
        .help(text)
        .fix(Fix.likely(text, Fix.run(Verb.ADD, new Argument.OfNamedPath(text))))
        .related(place, text);
  }

  private static String printed(Diagnostic diagnostic) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TextOutput out =
        new TextOutput(new Destination(bytes, Destination.Kind.TERMINAL), Coloring.NONE);
    new DiagnosticText(out, Standings.NOWHERE).print(diagnostic);
    out.flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** How many of the inputs reach the terminal as something that is not to be shown. */
  private static long escaping(UnaryOperator<String> shown) {
    return inputs().stream()
        .map(shown)
        .filter(text ->
            !text.codePoints()
                .allMatch(codePoint -> codePoint == '\n' || Printable.isPrintable(codePoint)))
        .count();
  }

  @Test
  void nothingReachesTheTerminalThatSteersIt() {
    assertThat(escaping(text -> printed(diagnostic(text)))).isZero();
    assertThat(escaping(text -> new DiagnosticJson(Standings.NOWHERE).line(diagnostic(text))))
        .isZero();
    long lines =
        inputs().stream().map(text -> printed(diagnostic(text)).lines().count()).distinct().count();
    assertThat(lines).as("no input makes a line of its own").isEqualTo(1);
    Campaign.report(
        "hostile-terminal",
        String.format(
            Locale.ROOT,
            "%,d diagnostics, of every code point and of pairs of %d sequences, as text and as"
                + " JSON: 0 steer the terminal",
            inputs().size(),
            SEQUENCES.size()));
  }

  @Test
  void textThatIsNotEscapedIsNoticed() {
    assertThat(escaping(UnaryOperator.identity())).isGreaterThan(SEQUENCES.size());
  }
}

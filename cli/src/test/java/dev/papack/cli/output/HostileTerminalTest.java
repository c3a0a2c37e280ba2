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
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever stands in names, messages and values: the terminal gets printable lines. */
class HostileTerminalTest {
  private static final int CODE_POINTS_IN_A_DIAGNOSTIC = 64;
  private static final Set<Integer> PLANES_WITH_CONTROLS = Set.of(0, 1, 14);

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

  /**
   * The first code points of the diagnostics: all of them in the long campaign. Daily those of the
   * planes that have controls and formatting, and of the others, which hold letters, private use or
   * nothing, every sixteenth.
   */
  private static IntStream firstCodePoints() {
    int step = Campaign.amount(16, 1);
    return IntStream.rangeClosed(0, Character.MAX_CODE_POINT / CODE_POINTS_IN_A_DIAGNOSTIC)
        .map(number -> number * CODE_POINTS_IN_A_DIAGNOSTIC)
        .filter(first ->
            PLANES_WITH_CONTROLS.contains(first >> 16)
                || first / CODE_POINTS_IN_A_DIAGNOSTIC % step == 0);
  }

  private static List<String> inputs() {
    List<String> inputs = new ArrayList<>();
    for (int first : firstCodePoints().toArray()) {
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
        .advice(text)
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

  /** How many of the texts reach the terminal as something that is not to be shown. */
  private static long escaping(Stream<String> shown) {
    return shown
        .filter(text ->
            !text.codePoints()
                .allMatch(codePoint -> codePoint == '\n' || Printable.isPrintable(codePoint)))
        .count();
  }

  @Test
  void nothingReachesTheTerminalThatSteersIt() {
    List<String> inputs = inputs();
    List<String> printed = inputs.stream().map(text -> printed(diagnostic(text))).toList();
    assertThat(escaping(printed.stream())).isZero();
    assertThat(
            escaping(
                inputs.stream()
                    .map(text -> new DiagnosticJson(Standings.NOWHERE).line(diagnostic(text)))))
        .isZero();
    long lines = printed.stream().map(text -> text.lines().count()).distinct().count();
    assertThat(lines).as("no input makes a line of its own").isEqualTo(1);
    Campaign.report(
        "hostile-terminal",
        String.format(
            Locale.ROOT,
            "%,d diagnostics, of %s code points and of pairs of %d sequences, as text and as"
                + " JSON: 0 steer the terminal",
            inputs.size(),
            Campaign.share(
                firstCodePoints().count() * CODE_POINTS_IN_A_DIAGNOSTIC,
                Character.MAX_CODE_POINT + 1L),
            SEQUENCES.size()));
  }

  @Test
  void textThatIsNotEscapedIsNoticed() {
    assertThat(escaping(inputs().stream())).isGreaterThan(SEQUENCES.size());
  }
}

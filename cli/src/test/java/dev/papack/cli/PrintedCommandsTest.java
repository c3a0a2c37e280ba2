package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.campaign.Campaign;
import dev.papack.cli.FixedCase.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every command that a golden case prints is one that papack takes: pasted into a shell as it is
 * printed, in a workspace whose path and files have spaces, quotes and what else a shell takes
 * apart, from inside and from outside.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are written for a POSIX shell")
class PrintedCommandsTest {
  private static final int USAGE = ExitStatus.USAGE.code();

  @TempDir private Path temporary = Path.of("");

  /** Where the user stands. */
  enum Place {
    IN_THE_WORKSPACE,
    BELOW_IT,
    ABOVE_IT,
    ELSEWHERE
  }

  private record Printed(List<String> lines, String text) {}

  @ParameterizedTest
  @EnumSource
  void everyPrintedCommandIsTakenAsItIsPrinted(Place place) throws Exception {
    int ran = 0;
    for (Names names : Names.values()) {
      for (GoldenCase golden : casesWithCommands()) {
        if (isTried(golden, place, names)) {
          FixedCase one = new FixedCase(golden, temporary.toRealPath(), names);
          ran += tryAll(one, place);
        }
      }
    }
    assertThat(ran).isGreaterThan(Campaign.amount(30, 100));
    Campaign.report(
        "printed-commands-" + place.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        ran + " commands of golden cases, pasted as printed: no usage error");
  }

  /**
   * Daily, each case is tried in one place, with each kind of names; in a long campaign, in all.
   */
  private static boolean isTried(GoldenCase golden, Place place, Names names) {
    List<Place> places = List.of(Place.values());
    int drawn = Math.floorMod((golden.name() + names.name()).hashCode(), places.size());
    return Campaign.current() != Campaign.DAILY || places.indexOf(place) == drawn;
  }

  private static List<GoldenCase> casesWithCommands() throws IOException {
    List<GoldenCase> cases = new ArrayList<>();
    for (GoldenCase golden : GoldenCase.all()) {
      if (golden.lines("expected.jsonl").stream()
          .anyMatch(line -> line.contains("\"command\":{"))) {
        cases.add(golden);
      }
    }
    return cases;
  }

  private int tryAll(FixedCase one, Place place) throws Exception {
    Optional<List<String>> command = one.command();
    if (command.isEmpty()) {
      return 0;
    }
    Printed printed;
    try {
      printed = print(one, place, command.get());
    } catch (InvalidPathException | UnsupportedOperationException e) {
      return 0;
    }
    for (String line : printed.lines()) {
      assertThat(printed.text()).as(one.golden().name()).contains(line + "\n");
      try (GoldenSetup _ = one.prepare()) {
        Run ran = FixedCase.runAsPrinted(line, folder(one, place));
        assertThat(ran.status()).as(one.golden().name() + ": " + line).isNotEqualTo(USAGE);
        assertThat(ran.err()).as(line).doesNotContain("PA3026", "PA3021");
      }
    }
    return printed.lines().size();
  }

  private Printed print(FixedCase one, Place place, List<String> command) throws Exception {
    List<String> words = new ArrayList<>();
    if (place != Place.IN_THE_WORKSPACE) {
      words.addAll(List.of("-C", one.workspace().toString()));
    }
    words.addAll(command);
    Set<String> lines = new LinkedHashSet<>();
    try (GoldenSetup _ = one.prepare()) {
      words.addAll(List.of("--format", "json"));
      Run ran = Run.papack(folder(one, place), words.toArray(String[]::new));
      for (Map<String, Object> line : ran.out().lines().map(JsonObjects::parse).toList()) {
        for (Map<?, ?> fix : FixedCase.fixes(line)) {
          if (fix.get("command") instanceof Map<?, ?> run) {
            lines.add(String.valueOf(run.get("line")));
          }
        }
      }
    }
    try (GoldenSetup _ = one.prepare()) {
      words.set(words.size() - 1, "text");
      Run ran = Run.papack(folder(one, place), words.toArray(String[]::new));
      return new Printed(List.copyOf(lines), ran.out() + ran.err());
    }
  }

  private Path folder(FixedCase one, Place place) throws Exception {
    return switch (place) {
      case IN_THE_WORKSPACE -> one.workspace();
      case BELOW_IT ->
          Files.createDirectories(one.workspace().resolve("assets").resolve("-not here"));
      case ABOVE_IT -> one.outside();
      case ELSEWHERE -> Files.createDirectories(one.outside().resolve("else where"));
    };
  }

  @Test
  void aCommandThatIsNotQuotedIsNoticed() throws Exception {
    Path folder = temporary.toRealPath();
    assertThat(FixedCase.words("papack add 'it'\\''s'", folder)).containsExactly("add", "it's");
    assertThat(FixedCase.words("papack add a b.png", folder)).hasSize(3);
    assertThatThrownBy(() -> FixedCase.words("papack add it's", folder))
        .isInstanceOf(AssertionError.class);
  }
}

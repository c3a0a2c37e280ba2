package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import dev.papack.cli.FixedCase.Names;
import dev.papack.diagnostic.DiagnosticCode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A fix that is called safe repairs its fault and brings none of the same or an earlier stage: each
 * by itself, and all of them together, in the workspace of every golden case.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are written for a POSIX shell")
class SafeFixesTest {
  @TempDir private Path temporary = Path.of("");

  /** A fault as far as it stays the same when lines move. */
  private record Fault(String code, String severity, String path, String message) {
    /** The first digit of a code counts the stages. */
    int stage() {
      return code.charAt(2);
    }
  }

  /** The safe fixes of each fault, and the faults without one. */
  private record Found(Map<Fault, List<Map<?, ?>>> faults) {
    boolean hasUnfinishedPublication() {
      return faults.keySet().stream()
          .anyMatch(fault ->
              fault.code().equals(DiagnosticCode.PUBLICATION_UNFINISHED.id())
                  && fault.severity().equals("error"));
    }

    Set<Fault> newer(Found before, int stage) {
      Set<Fault> newer = new LinkedHashSet<>(faults.keySet());
      newer.removeAll(before.faults().keySet());
      // A note is no fault: a registry that was migrated says what it does not know yet.
      newer.removeIf(fault -> fault.stage() > stage || fault.severity().equals("note"));
      return newer;
    }
  }

  private static Found look(FixedCase one) {
    Map<Fault, List<Map<?, ?>>> faults = new LinkedHashMap<>();
    for (String command : List.of("check", "doctor")) {
      Run ran = Run.papack(one.workspace(), command, "--format", "json");
      for (Map<String, Object> line : ran.out().lines().map(JsonObjects::parse).toList()) {
        if ("diagnostic".equals(line.get("artifact"))) {
          Map<?, ?> place = (Map<?, ?>) Objects.requireNonNull(line.get("location"));
          Fault fault =
              new Fault(
                  String.valueOf(line.get("code")),
                  String.valueOf(line.get("severity")),
                  String.valueOf(place.get("path")),
                  String.valueOf(line.get("message")));
          List<Map<?, ?>> safe =
              FixedCase.fixes(line).stream()
                  .filter(fix -> "safe".equals(fix.get("certainty")))
                  .toList();
          faults.merge(fault, safe, (some, more) -> some.isEmpty() ? more : some);
        }
      }
    }
    return new Found(faults);
  }

  private static void carryOut(FixedCase one, List<Map<?, ?>> fixes) throws Exception {
    Map<Object, List<Map<?, ?>>> edits = new LinkedHashMap<>();
    Set<String> lines = new LinkedHashSet<>();
    for (Map<?, ?> fix : fixes) {
      if (fix.get("edit") instanceof Map<?, ?> edit) {
        edits
            .computeIfAbsent(Objects.requireNonNull(edit.get("path")), _ -> new ArrayList<>())
            .add(edit);
      } else if (fix.get("command") instanceof Map<?, ?> command) {
        lines.add(String.valueOf(command.get("line")));
      } else {
        throw new AssertionError("safe, and nothing to carry out: " + fix);
      }
    }
    for (List<Map<?, ?>> ofOne : edits.values()) {
      one.edit(ofOne);
    }
    for (String line : lines) {
      FixedCase.runAsPrinted(line, one.workspace());
    }
  }

  @Test
  void aSafeFixRepairsItsFaultAndBringsNoOther() throws Exception {
    int tried = 0;
    Set<String> codes = new LinkedHashSet<>();
    for (GoldenCase golden : GoldenCase.all()) {
      FixedCase one = new FixedCase(golden, temporary.toRealPath(), Names.PLAIN);
      Found before;
      try (GoldenSetup _ = one.prepare()) {
        before = look(one);
      } catch (InvalidPathException | UnsupportedOperationException e) {
        continue;
      }
      if (before.hasUnfinishedPublication()) {
        // It comes first, and says so: nothing is written before it is settled.
        continue;
      }
      Map<Fault, List<Map<?, ?>>> safe = new LinkedHashMap<>(before.faults());
      safe.values().removeIf(List::isEmpty);
      for (Map.Entry<Fault, List<Map<?, ?>>> each : safe.entrySet()) {
        for (Map<?, ?> fix : each.getValue()) {
          Found after = after(one, List.of(fix));
          String label = golden.name() + ": " + each.getKey() + " fixed by " + fix;
          assertThat(after.faults()).as(label).doesNotContainKey(each.getKey());
          assertThat(after.newer(before, each.getKey().stage())).as(label).isEmpty();
          tried++;
          codes.add(each.getKey().code());
        }
      }
      if (safe.size() > 1) {
        Found after = after(one, safe.values().stream().<Map<?, ?>>map(List::getFirst).toList());
        int earliest = safe.keySet().stream().mapToInt(Fault::stage).min().orElseThrow();
        assertThat(after.faults().keySet())
            .as(golden.name())
            .doesNotContainAnyElementsOf(safe.keySet());
        assertThat(after.newer(before, earliest)).as(golden.name()).isEmpty();
      }
    }
    assertThat(codes)
        .contains("PA1002", "PA1003", "PA3002", "PA3005", "PA3018", "PA3032", "PA3034", "PA3038")
        .contains("PA5001");
    Campaign.report(
        "safe-fixes",
        tried + " safe fixes of " + codes.size() + " codes: each repairs its fault, none adds one");
  }

  private static Found after(FixedCase one, List<Map<?, ?>> fixes) throws Exception {
    try (GoldenSetup _ = one.prepare()) {
      carryOut(one, fixes);
      return look(one);
    }
  }

  @Test
  void doctorCarriesOutTheSafeEdits() throws Exception {
    int written = 0;
    for (GoldenCase golden : GoldenCase.all()) {
      FixedCase one = new FixedCase(golden, temporary.toRealPath(), Names.PLAIN);
      try (GoldenSetup _ = one.prepare()) {
        List<Fault> edited =
            look(one).faults().entrySet().stream()
                .filter(each -> each.getValue().stream().anyMatch(fix -> fix.containsKey("edit")))
                .map(Map.Entry::getKey)
                .toList();
        if (!edited.isEmpty()) {
          Run.papack(one.workspace(), "doctor", "--fix");
          assertThat(look(one).faults().keySet())
              .as(golden.name())
              .doesNotContainAnyElementsOf(edited);
          written += edited.size();
        }
      } catch (InvalidPathException | UnsupportedOperationException e) {
        // A file system that cannot hold the case has nothing to fix in it.
      }
    }
    assertThat(written).isGreaterThan(2);
  }

  @Test
  void aFixThatBringsAnotherFaultIsNoticed() throws Exception {
    GoldenCase golden =
        GoldenCase.all().stream()
            .filter(one -> one.name().equals("PA1003-comma-before-brace"))
            .findFirst()
            .orElseThrow();
    FixedCase one = new FixedCase(golden, temporary.toRealPath(), Names.PLAIN);
    try (GoldenSetup _ = one.prepare()) {
      Found before = look(one);
      Path file = one.workspace().resolve("assets/hero.asset.json");
      Files.writeString(file, "{");
      assertThat(look(one).newer(before, '1')).isNotEmpty();
    }
  }
}

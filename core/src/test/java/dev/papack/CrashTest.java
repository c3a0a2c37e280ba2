package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.WritingCommand.State;
import dev.papack.WritingCommand.Whole;
import dev.papack.campaign.Campaign;
import dev.papack.convert.Capacity;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.disk.MemoryDisk;
import dev.papack.disk.TestDisk;
import dev.papack.progress.CancelledException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A crash at every single operation of every writing command, and of the recovery from each. */
class CrashTest {
  /** What a crash left and a recovery made of it. */
  private enum Finding {
    OLD,
    NEW,
    MIXED,
    ID_LOST,
    NOT_RECOVERED
  }

  /** Makes a disk that dies at an operation. */
  @FunctionalInterface
  private interface Dying {
    TestDisk at(Disk disk, int n);
  }

  private static Finding findingAfterRecovery(TestWorkspace workspace, Whole whole)
      throws IOException, CancelledException {
    if (!State.of(workspace).ids().containsAll(whole.before().ids())) {
      return Finding.ID_LOST;
    }
    try {
      WritingCommand.recover(workspace, workspace.disk);
    } catch (AssertionError refused) {
      return Finding.NOT_RECOVERED;
    }
    if (workspace.has(".papack/journal.json") || workspace.has(".papack/staging")) {
      return Finding.NOT_RECOVERED;
    }
    State recovered = State.of(workspace);
    return recovered.equals(whole.after())
        ? Finding.NEW
        : recovered.equals(whole.before()) ? Finding.OLD : Finding.MIXED;
  }

  /** Every operation is tried in a long campaign; daily, some of each command. */
  private static final int STEP = Campaign.amount(11, 1);

  /** Crashes at one operation after the other, until the command gets through. */
  private static Map<Finding, Integer> crashEverywhere(
      WritingCommand command, TestWorkspace ready, Dying dying, int step)
      throws IOException, CancelledException {
    Whole whole = command.whole(ready);
    assertThat(whole.after()).isNotEqualTo(whole.before());
    Map<Finding, Integer> found = new EnumMap<>(Finding.class);
    boolean crashed = true;
    for (int n = 1; crashed; n += step) {
      TestWorkspace workspace = ready.copy();
      crashed = command.crashes(workspace, dying.at(workspace.disk, n));
      Finding finding = findingAfterRecovery(workspace, whole);
      found.merge(finding, 1, Integer::sum);
      if (finding == Finding.OLD) {
        accepted(command.run(workspace, workspace.disk));
        assertThat(State.of(workspace)).as("again after %s", n).isEqualTo(whole.after());
      }
    }
    return found;
  }

  @ParameterizedTest
  @EnumSource
  void crashAnywhereLeavesOldOrNew(MemoryDisk.Manner manner) throws Exception {
    int points = 0;
    for (WritingCommand command : WritingCommand.values()) {
      Map<Finding, Integer> found =
          crashEverywhere(
              command,
              command.ready(manner, MemoryDisk.Flushes.OF_EVERYTHING),
              TestDisk::crashing,
              STEP);
      assertThat(found)
          .as(command.name())
          .containsOnlyKeys(
              command.isDecided()
                  ? new Finding[] {Finding.NEW}
                  : new Finding[] {Finding.OLD, Finding.NEW});
      points += found.values().stream().mapToInt(Integer::intValue).sum();
    }
    Campaign.report(
        "crash-anywhere-" + nameOf(manner), points + " points: 0 torn, 0 mixed, 0 ids lost");
  }

  private static String nameOf(MemoryDisk.Manner manner) {
    return switch (manner) {
      case POSIX -> "posix";
      case WINDOWS -> "windows";
    };
  }

  @Test
  void diskWhoseRenamesAreNotAtomicIsFoundOut() throws Exception {
    Set<Finding> wanted = EnumSet.of(Finding.NOT_RECOVERED, Finding.ID_LOST);
    for (WritingCommand command : WritingCommand.values()) {
      if (!wanted.isEmpty()) {
        wanted.removeAll(
            crashEverywhere(command, command.ready(), TestDisk::crashingAmidRenames, 1).keySet());
      }
    }
    assertThat(wanted).as("not found out").isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void crashAnywhereInTheRecoveryOfAnyCrashIsRecovered(MemoryDisk.Manner manner) throws Exception {
    int points = 0;
    int crashes = 0;
    int different = 0;
    int step = Campaign.amount(240, 1);
    for (WritingCommand command : WritingCommand.values()) {
      TestWorkspace ready = command.ready(manner, MemoryDisk.Flushes.OF_EVERYTHING);
      Whole whole = command.whole(ready);
      // Crashes that leave the same files leave the same recovery: it is tried once.
      Set<String> recovered = new HashSet<>();
      for (int n = 1; n <= whole.operations(); n++) {
        TestWorkspace crashed = ready.copy();
        assertThat(command.crashes(crashed, TestDisk.crashing(crashed.disk, n))).isTrue();
        if (recovered.add(crashed.disk.fingerprint()) && different++ % step == 0) {
          points += crashEverywhereInRecovery(crashed, whole);
          crashes++;
        }
      }
    }
    assertThat(points).isGreaterThan(3_000 / step);
    Campaign.report(
        "crash-anywhere-in-recovery-" + nameOf(manner),
        points
            + " points in the recoveries from "
            + Campaign.share(crashes, different)
            + " different crashes: 0 torn, 0 mixed, 0 ids lost");
  }

  private static int crashEverywhereInRecovery(TestWorkspace crashed, Whole whole)
      throws IOException, CancelledException {
    Finding expected = crashed.has(".papack/journal.json") ? Finding.NEW : Finding.OLD;
    if (State.of(crashed).withoutTrials().equals(whole.after())) {
      expected = Finding.NEW;
    }
    int m = 0;
    for (boolean isDying = true; isDying; ) {
      m++;
      TestWorkspace again = crashed.copy();
      try {
        WritingCommand.recover(again, TestDisk.crashing(again.disk, m));
        isDying = false;
      } catch (TestDisk.Crash crash) {
        // It is gone; another process comes.
      }
      assertThat(findingAfterRecovery(again, whole)).as("then at %s", m).isEqualTo(expected);
    }
    return m;
  }

  @Test
  void crashInTheMiddleOfInitializationCanBeRepeated() throws Exception {
    Path folder = Path.of("/new");
    TestDisk counting = TestDisk.healthy(new MemoryDisk());
    accepted(new Packer(counting, new Random(0), Capacity.ofProcess().withThreads(1)).init(folder));
    for (int n = 1; n <= counting.operations(); n++) {
      MemoryDisk disk = new MemoryDisk();
      Packer dying =
          new Packer(
              TestDisk.crashing(disk, n), new Random(0), Capacity.ofProcess().withThreads(1));
      assertThatThrownBy(() -> dying.init(folder)).isInstanceOf(TestDisk.Crash.class);
      Packer packer = new Packer(disk, new Random(0), Capacity.ofProcess().withThreads(1));
      if (packer.open(folder) instanceof Outcome.Refused<Session>) {
        accepted(packer.init(folder));
      }
      Session session = accepted(packer.open(folder));
      assertThat(accepted(session.list()).faults()).as("crash at %s", n).isEmpty();
    }
  }
}

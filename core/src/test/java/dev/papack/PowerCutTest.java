package dev.papack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.WritingCommand.State;
import dev.papack.WritingCommand.Whole;
import dev.papack.campaign.Campaign;
import dev.papack.disk.MemoryDisk;
import dev.papack.disk.MemoryDisk.Flushes;
import dev.papack.disk.MemoryDisk.Manner;
import dev.papack.disk.TestDisk;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Power cuts: at every operation of every writing command, and in a recovery. What a disk may look
 * like then is {@link MemoryDisk#afterPowerCut}'s to say.
 */
class PowerCutTest {
  private static final long SEED = 20_261_122;

  /** What a cut left and a recovery made of it. */
  private enum Finding {
    OLD,
    NEW,
    MIXED,
    /** The command had said that it is done. */
    DONE_AND_LOST,
    NOT_RECOVERED
  }

  /** What was found in the states of all cuts. */
  private static final class Figures {
    final Map<Finding, Integer> found = new EnumMap<>(Finding.class);
    final Set<Map<String, String>> different = new HashSet<>();
    int states;

    void add(MemoryDisk state, Finding finding) {
      states++;
      different.add(state.files("game"));
      found.merge(finding, 1, Integer::sum);
    }

    int count(Finding finding) {
      return found.getOrDefault(finding, 0);
    }

    int bad() {
      return count(Finding.MIXED) + count(Finding.DONE_AND_LOST) + count(Finding.NOT_RECOVERED);
    }
  }

  private static Finding findingAfterRecovery(TestWorkspace workspace, Whole whole)
      throws IOException {
    try {
      WritingCommand.recover(workspace, workspace.disk);
    } catch (AssertionError | IOException refused) {
      return Finding.NOT_RECOVERED;
    }
    State recovered = State.of(workspace);
    return recovered.equals(whole.after())
        ? Finding.NEW
        : recovered.equals(whole.before()) ? Finding.OLD : Finding.MIXED;
  }

  /** Cuts at one operation after the other, and once after the last. */
  private static void cutEverywhere(
      WritingCommand command, TestWorkspace ready, int statesAtEach, Random random, Figures figures)
      throws IOException, CancelledException {
    Whole whole = command.whole(ready);
    boolean crashed = true;
    for (int n = 1; crashed; n++) {
      TestWorkspace cut = ready.copy();
      crashed = command.crashes(cut, TestDisk.crashing(cut.disk, n));
      for (int i = 0; i < statesAtEach; i++) {
        add(figures, cut, whole, random, crashed ? Finding.OLD : Finding.DONE_AND_LOST);
      }
    }
  }

  /** A process that dies, a recovery that begins, and then the power fails. */
  private static void cutInRecoveries(
      WritingCommand command, TestWorkspace ready, int states, Random random, Figures figures)
      throws IOException, CancelledException {
    Whole whole = command.whole(ready);
    for (int i = 0; i < states; i++) {
      TestWorkspace cut = ready.copy();
      int n = 1 + random.nextInt(whole.operations());
      command.crashes(cut, TestDisk.crashing(cut.disk, n));
      try {
        WritingCommand.recover(cut, TestDisk.crashing(cut.disk, 1 + random.nextInt(90)));
      } catch (TestDisk.Crash crash) {
        // The power fails at the same moment.
      }
      add(figures, cut, whole, random, Finding.OLD);
    }
  }

  private static void add(
      Figures figures, TestWorkspace cut, Whole whole, Random random, Finding ifOld)
      throws IOException {
    TestWorkspace found = cut.on(cut.disk.afterPowerCut(random));
    MemoryDisk state = found.disk.copy();
    Finding finding = findingAfterRecovery(found, whole);
    figures.add(state, finding == Finding.OLD ? ifOld : finding);
  }

  @Test
  void powerCutAnywhereLeavesOldOrNew() throws Exception {
    Random random = new Random(SEED);
    Figures figures = new Figures();
    for (WritingCommand command : WritingCommand.values()) {
      TestWorkspace ready = command.ready();
      cutEverywhere(command, ready, Campaign.amount(8, 80), random, figures);
      cutInRecoveries(command, ready, Campaign.amount(150, 1_500), random, figures);
      assertThat(figures.bad()).as("%s, seed %s: %s", command, SEED, figures.found).isZero();
    }
    assertThat(figures.states).isGreaterThanOrEqualTo(Campaign.amount(10_000, 100_000));
    assertThat(figures.count(Finding.OLD)).isPositive();
    Campaign.report(
        "power-cut-states",
        "%d states, %d different: 0 bad; %d old, %d new (seed %d)"
            .formatted(
                figures.states,
                figures.different.size(),
                figures.count(Finding.OLD),
                figures.count(Finding.NEW),
                SEED));
  }

  /** Without flushes, of files or of folders, the same check finds losses. */
  @ParameterizedTest
  @EnumSource(
      names = {"OF_FILES", "OF_FOLDERS", "OF_NOTHING"})
  void diskThatDoesNotFlushIsFoundOut(Flushes flushes) throws Exception {
    Random random = new Random(SEED);
    Figures figures = new Figures();
    for (WritingCommand command : WritingCommand.values()) {
      cutEverywhere(command, command.ready(Manner.POSIX, flushes), 2, random, figures);
    }
    assertThat(figures.bad()).isPositive();
    Campaign.report(
        "power-cut-with-flushes-" + flushes.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
        "%d states: %s (seed %d)".formatted(figures.states, figures.found, SEED));
  }
}

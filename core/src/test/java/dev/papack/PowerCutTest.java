package dev.papack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.WritingCommand.State;
import dev.papack.WritingCommand.Whole;
import dev.papack.campaign.Campaign;
import dev.papack.disk.DiskException;
import dev.papack.disk.MemoryDisk;
import dev.papack.disk.MemoryDisk.Flushes;
import dev.papack.disk.MemoryDisk.Manner;
import dev.papack.disk.TestDisk;
import dev.papack.progress.CancelledException;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Power cuts: at every operation of every writing command, and in a recovery. What a disk may look
 * like then is {@link MemoryDisk#afterPowerCut}'s to say.
 */
class PowerCutTest {
  /** Every operation is cut at in a long campaign; daily, some of each command. */
  private static final int STEP = Campaign.amount(4, 1);

  private static final long SEED = 20_261_122;
  private static final int MAX_OPERATIONS_OF_A_RECOVERY = 90;

  /** What a cut left and a recovery made of it. */
  private enum Finding {
    OLD,
    NEW,
    MIXED,
    /** The command had said that it is done. */
    DONE_AND_LOST,
    NOT_RECOVERED
  }

  /** The cuts of one command, and what was found after them. */
  private static final class Cuts {
    final Map<Finding, Integer> found = new EnumMap<>(Finding.class);

    /** What is found does not depend on how often a state occurs: each is recovered once. */
    final Map<String, Finding> different = new HashMap<>();

    private final Whole whole;
    private final Random random;
    private int states;

    Cuts(Whole whole, Random random) {
      this.whole = whole;
      this.random = random;
    }

    void cut(TestWorkspace running, int states, Finding ifOld)
        throws IOException, CancelledException {
      for (int i = 0; i < (running.disk.isFlushed() ? 1 : states); i++) {
        TestWorkspace left = running.on(running.disk.afterPowerCut(random));
        String state = left.disk.fingerprint();
        Finding finding = different.get(state);
        if (finding == null) {
          finding = afterRecovery(left);
          different.put(state, finding);
        }
        found.merge(finding == Finding.OLD ? ifOld : finding, 1, Integer::sum);
        this.states++;
      }
    }

    private Finding afterRecovery(TestWorkspace workspace) throws IOException, CancelledException {
      try {
        WritingCommand.recover(workspace, workspace.disk);
      } catch (AssertionError | DiskException refused) {
        return Finding.NOT_RECOVERED;
      }
      // A power cut may bring back the name of an empty, hidden file that was renamed away.
      State recovered = State.of(workspace).withoutTrials();
      return recovered.equals(whole.after())
          ? Finding.NEW
          : recovered.equals(whole.before()) ? Finding.OLD : Finding.MIXED;
    }
  }

  /** What was found in all cuts. */
  private static final class Figures {
    final Map<Finding, Integer> found = new EnumMap<>(Finding.class);
    private int states;
    private int different;

    void add(Cuts cuts) {
      states += cuts.states;
      different += cuts.different.size();
      cuts.found.forEach((finding, count) -> found.merge(finding, count, Integer::sum));
    }

    private int count(Finding finding) {
      return found.getOrDefault(finding, 0);
    }

    int bad() {
      return states - count(Finding.OLD) - count(Finding.NEW);
    }

    String text() {
      return "%d states, %d different: %d old, %d new, %d bad (seed %d)"
          .formatted(states, different, count(Finding.OLD), count(Finding.NEW), bad(), SEED);
    }
  }

  /** Cuts at one operation after the other, and once after the last. */
  private static void cutEverywhere(
      WritingCommand command, TestWorkspace ready, int states, Cuts cuts)
      throws IOException, CancelledException {
    int all = cuts.whole.operations();
    for (int n = 1; n <= all; n += STEP) {
      TestWorkspace running = ready.copy();
      assertThat(command.crashes(running, TestDisk.crashing(running.disk, n))).isTrue();
      cuts.cut(running, states, Finding.OLD);
    }
    TestWorkspace done = ready.copy();
    assertThat(command.crashes(done, TestDisk.crashing(done.disk, all + 1))).isFalse();
    cuts.cut(done, states, Finding.DONE_AND_LOST);
  }

  /** A process dies, another begins to recover, and then the power fails. */
  private static void cutInRecoveries(
      WritingCommand command, TestWorkspace ready, int recoveries, int states, Cuts cuts)
      throws IOException, CancelledException {
    for (int i = 0; i < recoveries; i++) {
      TestWorkspace running = ready.copy();
      int n = 1 + cuts.random.nextInt(cuts.whole.operations());
      command.crashes(running, TestDisk.crashing(running.disk, n));
      try {
        int m = 1 + cuts.random.nextInt(MAX_OPERATIONS_OF_A_RECOVERY);
        WritingCommand.recover(running, TestDisk.crashing(running.disk, m));
      } catch (TestDisk.Crash crash) {
        // The power fails at the same moment.
      }
      cuts.cut(running, states, Finding.OLD);
    }
  }

  @Test
  void powerCutAnywhereLeavesOldOrNew() throws Exception {
    Random random = new Random(SEED);
    Figures figures = new Figures();
    for (WritingCommand command : WritingCommand.campaign()) {
      TestWorkspace ready = command.ready();
      Cuts cuts = new Cuts(command.whole(ready), random);
      cutEverywhere(command, ready, Campaign.amount(3, 150, 1_000), cuts);
      cutInRecoveries(command, ready, Campaign.amount(4, 100, 500), Campaign.amount(5, 20), cuts);
      assertThat(cuts.found)
          .as("%s, seed %s", command, SEED)
          .containsOnlyKeys(
              command.isDecided()
                  ? new Finding[] {Finding.NEW}
                  : new Finding[] {Finding.OLD, Finding.NEW});
      figures.add(cuts);
    }
    assertThat(figures.states).isGreaterThanOrEqualTo(Campaign.amount(1_500, 100_000, 1_000_000));
    Campaign.report("power-cuts", figures.text());
  }

  /**
   * On Windows nobody can flush a folder, but its log keeps the order of names: what was done last
   * may be lost, and nothing is torn.
   */
  @Test
  void powerCutOnWindowsLeavesOldOrNewAndMayLoseWhatWasDoneLast() throws Exception {
    Random random = new Random(SEED);
    Figures figures = new Figures();
    for (WritingCommand command : WritingCommand.campaign()) {
      TestWorkspace ready = command.ready(Manner.WINDOWS, Flushes.OF_EVERYTHING);
      Cuts cuts = new Cuts(command.whole(ready), random);
      cutEverywhere(command, ready, Campaign.amount(1, 10), cuts);
      cutInRecoveries(command, ready, Campaign.amount(4, 50), Campaign.amount(5, 10), cuts);
      assertThat(cuts.found)
          .as("%s, seed %s", command, SEED)
          .doesNotContainKeys(Finding.MIXED, Finding.NOT_RECOVERED);
      figures.add(cuts);
    }
    Campaign.report(
        "power-cuts-windows",
        "%d states, %d different: 0 torn, %d without the last command (seed %d)"
            .formatted(
                figures.states, figures.different, figures.count(Finding.DONE_AND_LOST), SEED));
  }

  /** Without flushes, of files or of folders, the same check finds losses. */
  @ParameterizedTest
  @EnumSource(names = {"OF_FILES", "OF_FOLDERS", "OF_NOTHING"})
  void diskThatDoesNotFlushIsFoundOut(Flushes flushes) throws Exception {
    Random random = new Random(SEED);
    Figures figures = new Figures();
    for (WritingCommand command : WritingCommand.campaign()) {
      TestWorkspace ready = command.ready(Manner.POSIX, flushes);
      Cuts cuts = new Cuts(command.whole(ready), random);
      cutEverywhere(command, ready, Campaign.amount(1, 4), cuts);
      figures.add(cuts);
    }
    assertThat(figures.bad()).isPositive();
    Campaign.report(
        "power-cuts-with-flushes-" + flushes.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        figures.text());
  }
}

package dev.papack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.WritingCommand.State;
import dev.papack.WritingCommand.Whole;
import dev.papack.campaign.Campaign;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Stage;
import dev.papack.disk.DiskException;
import dev.papack.disk.Errno;
import dev.papack.disk.TestDisk;
import dev.papack.progress.CancelledException;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Each error of a system call, at every operation of every writing command. Daily a failure comes
 * at every 29th operation, and the next one begins an operation later: each operation meets some.
 */
class SingleFailureTest {
  private static final int STEP = Campaign.amount(211, 1);

  /** What a command said of a failure, and what it left. */
  private enum Finding {
    /** The code of the error, and the old or the new state, now or after a recovery. */
    REPORTED,
    /** Success, and the new state in spite of the failure. */
    DONE_ALL_THE_SAME,
    FALSE_SUCCESS,
    WRONG_CODE,
    STATE_LOST,
    HANDLE_LEFT_OPEN
  }

  /** A command on a disk that fails. */
  @FunctionalInterface
  private interface Attempt {
    Outcome<?> on(TestWorkspace workspace, TestDisk failing) throws IOException, CancelledException;
  }

  /** Also what fails for good at one file must leave the old or the new state, not a mixture. */
  private static boolean isTorn(
      TestWorkspace workspace, State now, Whole whole, TestDisk.Failing lasting) {
    boolean canBeRecovered =
        switch (lasting) {
          case FOR_GOOD -> workspace.has(".papack/journal.json");
          case ONCE, FOR_GOOD_THERE -> false;
        };
    return !canBeRecovered && !isOldOrNew(now, whole);
  }

  private static Finding finding(
      Attempt attempt,
      TestWorkspace workspace,
      Whole whole,
      TestDisk failing,
      Errno errno,
      TestDisk.Failing lasting)
      throws IOException, CancelledException {
    Finding said = said(attempt, workspace, whole, failing, errno);
    if (failing.openHandles() > 0) {
      return Finding.HANDLE_LEFT_OPEN;
    }
    if (isTorn(workspace, State.of(workspace).withoutTrials(), whole, lasting)) {
      return Finding.STATE_LOST;
    }
    WritingCommand.recover(workspace, workspace.disk);
    return isOldOrNew(State.of(workspace), whole) ? said : Finding.STATE_LOST;
  }

  private static Finding said(
      Attempt attempt, TestWorkspace workspace, Whole whole, TestDisk failing, Errno errno)
      throws IOException, CancelledException {
    try {
      Outcome<?> outcome = attempt.on(workspace, failing);
      if (outcome instanceof Outcome.Refused<?>) {
        return Finding.WRONG_CODE;
      }
      return State.of(workspace).equals(whole.after())
          ? Finding.DONE_ALL_THE_SAME
          : Finding.FALSE_SUCCESS;
    } catch (DiskException thrown) {
      DiagnosticCode code = Packer.diagnose(thrown).code();
      return code == errno.code() && code.stage() == Stage.ENVIRONMENT
          ? Finding.REPORTED
          : Finding.WRONG_CODE;
    }
  }

  private static boolean isOldOrNew(State state, Whole whole) {
    return state.equals(whole.before()) || state.equals(whole.after());
  }

  @Test
  void failureAnywhereIsReportedByItsCodeAndLosesNothing() throws Exception {
    Map<Finding, Integer> found = new EnumMap<>(Finding.class);
    int kind = 0;
    int all = 0;
    for (WritingCommand command : WritingCommand.campaign()) {
      TestWorkspace ready = command.ready();
      Whole whole = command.whole(ready);
      for (Errno errno : Errno.values()) {
        for (TestDisk.Failing lasting : TestDisk.Failing.values()) {
          for (int n = 1 + kind++ % STEP; n <= whole.operations(); n += STEP) {
            TestWorkspace workspace = ready.copy();
            TestDisk failing = TestDisk.failing(workspace.disk, n, errno, lasting);
            Finding finding = finding(command::run, workspace, whole, failing, errno, lasting);
            assertThat(finding)
                .as("%s with %s %s at %s", command, errno, lasting, n)
                .isIn(Finding.REPORTED, Finding.DONE_ALL_THE_SAME);
            found.merge(finding, 1, Integer::sum);
          }
          all += whole.operations();
        }
      }
    }
    assertThat(found).containsKey(Finding.REPORTED);
    int done = found.getOrDefault(Finding.DONE_ALL_THE_SAME, 0);
    Campaign.report(
        "single-failures",
        Campaign.share(found.getOrDefault(Finding.REPORTED, 0) + done, all)
            + " points: 0 false success, 0 wrong codes, 0 states lost ("
            + done
            + " done in spite of it)");
  }

  /** A packer that keeps a failure to itself, and one that takes any error for another. */
  @Test
  void swallowedAndMistakenFailuresAreFoundOut() throws Exception {
    TestWorkspace ready = WritingCommand.BUILD.ready();
    Whole whole = WritingCommand.BUILD.whole(ready);
    Attempt swallowing =
        (workspace, failing) -> {
          try {
            return WritingCommand.BUILD.run(workspace, failing);
          } catch (DiskException swallowed) {
            return Outcome.of(swallowed);
          }
        };
    Set<Finding> ofSwallowing = EnumSet.noneOf(Finding.class);
    Set<Finding> ofMistaking = EnumSet.noneOf(Finding.class);
    for (int n = 1; n <= whole.operations(); n++) {
      TestWorkspace one = ready.copy();
      TestDisk full = TestDisk.failing(one.disk, n, Errno.ENOSPC, TestDisk.Failing.FOR_GOOD);
      ofSwallowing.add(
          finding(swallowing, one, whole, full, Errno.ENOSPC, TestDisk.Failing.FOR_GOOD));
      TestWorkspace two = ready.copy();
      TestDisk broken = TestDisk.failing(two.disk, n, Errno.EIO, TestDisk.Failing.ONCE);
      ofMistaking.add(
          finding(
              WritingCommand.BUILD::run, two, whole, broken, Errno.ENOSPC, TestDisk.Failing.ONCE));
    }
    assertThat(ofSwallowing).contains(Finding.FALSE_SUCCESS);
    assertThat(ofMistaking).contains(Finding.WRONG_CODE);
  }
}

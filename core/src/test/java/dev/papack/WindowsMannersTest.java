package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.WritingCommand.State;
import dev.papack.WritingCommand.Whole;
import dev.papack.campaign.Campaign;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FirstFix;
import dev.papack.disk.Disk;
import dev.papack.disk.DiskException;
import dev.papack.disk.Errno;
import dev.papack.disk.MemoryDisk.Flushes;
import dev.papack.disk.MemoryDisk.Manner;
import dev.papack.disk.PatientDisk;
import dev.papack.disk.TestDisk;
import dev.papack.progress.CancelledException;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files that other programs have open, on a platform where that is in the way. */
class WindowsMannersTest {
  private static TestWorkspace ready(WritingCommand command, Manner manner) throws Exception {
    return command.ready(manner, Flushes.OF_EVERYTHING);
  }

  @Test
  void packThatAGameHasOpenIsNamedAndTheOldSetStays() throws Exception {
    TestWorkspace workspace = ready(WritingCommand.BUILD, Manner.WINDOWS);
    Whole whole = WritingCommand.BUILD.whole(workspace);
    List<Integer> pauses = new ArrayList<>();
    Disk patient = new PatientDisk(workspace.disk, pauses::add);
    try (Closeable game = workspace.disk.hold("game/assets.pa")) {
      assertThat(game).isNotNull();
      assertThatThrownBy(() -> WritingCommand.BUILD.run(workspace, patient))
          .isInstanceOfSatisfying(
              DiskException.class,
              thrown -> {
                Diagnostic fault = Packer.diagnose(thrown);
                assertThat(fault.code()).isEqualTo(DiagnosticCode.FILE_IN_USE);
                assertThat(fault.message()).isEqualTo("\"assets.pa\": open in another program");
                assertThat(FirstFix.title(fault).orElseThrow()).contains("close the program");
              });
      assertThat(pauses).containsExactly(10, 20, 40, 80, 160, 320, 640);
      assertThat(workspace.published()).isEqualTo(whole.before().published());
    }
    assertThat(workspace.has(".papack/journal.json")).isFalse();
    assertThat(workspace.has(".papack/journal.back")).isFalse();
    accepted(WritingCommand.BUILD.run(workspace, workspace.disk));
    assertThat(State.of(workspace)).isEqualTo(whole.after());
  }

  @Test
  void fileThatIsLetGoInTimeIsReplaced() throws Exception {
    TestWorkspace workspace = ready(WritingCommand.BUILD, Manner.WINDOWS);
    Whole whole = WritingCommand.BUILD.whole(workspace);
    Closeable scanner = workspace.disk.hold("game/assets.pa");
    List<Integer> pauses = new ArrayList<>();
    Disk patient =
        new PatientDisk(
            workspace.disk,
            milliseconds -> {
              pauses.add(milliseconds);
              if (pauses.size() == 3) {
                closeUnchecked(scanner);
              }
            });
    accepted(WritingCommand.BUILD.run(workspace, patient));
    assertThat(pauses).hasSize(3);
    assertThat(State.of(workspace)).isEqualTo(whole.after());
  }

  @Test
  void noOtherFailureIsTriedAgain() throws Exception {
    TestWorkspace workspace = ready(WritingCommand.BUILD, Manner.WINDOWS);
    List<Integer> pauses = new ArrayList<>();
    TestDisk failing =
        TestDisk.with(
            workspace.disk,
            (number, operation) -> {
              if (operation.startsWith("rename ")) {
                throw Errno.EIO.at(operation);
              }
            });
    assertThatThrownBy(
            () -> WritingCommand.BUILD.run(workspace, new PatientDisk(failing, pauses::add)))
        .isInstanceOf(DiskException.class);
    assertThat(pauses).isEmpty();
  }

  private static void closeUnchecked(Closeable handle) {
    try {
      handle.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Every file of the workspace is opened by somebody at every operation of every command. */
  @Test
  void filesOpenAtAnyMomentAreNamedOrInNobodysWayAndLoseNothing() throws Exception {
    int points = 0;
    int all = 0;
    int inUse = 0;
    int first = 0;
    int step = Campaign.amount(8, 1);
    for (WritingCommand command : WritingCommand.campaign()) {
      TestWorkspace ready = ready(command, Manner.WINDOWS);
      Whole whole = command.whole(ready);
      all += whole.operations();
      // Daily every third operation, of each command another third.
      for (int n = 1 + first++ % step; n <= whole.operations(); n += step) {
        TestWorkspace workspace = ready.copy();
        inUse += isStoppedByReaders(command, workspace, whole, n) ? 1 : 0;
        points++;
        WritingCommand.recover(workspace, workspace.disk);
        assertThat(State.of(workspace))
            .as("%s, open from %s on", command, n)
            .isIn(whole.before(), whole.after());
      }
    }
    assertThat(inUse).isGreaterThan(100);
    Campaign.report(
        "files-in-use",
        "%s points, %d stopped by a file in use: 0 torn, 0 unnamed"
            .formatted(Campaign.share(points, all), inUse));
  }

  /** The same on a disk where an open file is in nobody's way: nothing is stopped. */
  @Test
  void openFilesAreInNobodysWayElsewhere() throws Exception {
    TestWorkspace ready = ready(WritingCommand.BUILD, Manner.POSIX);
    Whole whole = WritingCommand.BUILD.whole(ready);
    for (int n = 1; n <= whole.operations(); n += Campaign.amount(8, 1)) {
      assertThat(isStoppedByReaders(WritingCommand.BUILD, ready.copy(), whole, n)).isFalse();
    }
  }

  private static boolean isStoppedByReaders(
      WritingCommand command, TestWorkspace workspace, Whole whole, int n)
      throws IOException, CancelledException {
    List<Closeable> readers = new ArrayList<>();
    TestDisk disk =
        TestDisk.with(
            workspace.disk,
            (number, operation) -> {
              if (number == n) {
                for (String file : workspace.disk.files("game").keySet()) {
                  // Every command begins and ends with it: it would hide all that comes between.
                  if (!file.equals("game/.papack/owner.json")) {
                    readers.add(workspace.disk.hold(file));
                  }
                }
              }
            });
    try {
      accepted(command.run(workspace, new PatientDisk(disk, milliseconds -> {})));
      assertThat(State.of(workspace)).isEqualTo(whole.after());
      return false;
    } catch (DiskException e) {
      assertThat(Packer.diagnose(e).code()).isEqualTo(DiagnosticCode.FILE_IN_USE);
      return true;
    } finally {
      for (Closeable reader : readers) {
        reader.close();
      }
    }
  }
}

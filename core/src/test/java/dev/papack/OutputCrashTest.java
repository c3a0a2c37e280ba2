package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.disk.DiskException;
import dev.papack.disk.Errno;
import dev.papack.disk.MemoryDisk;
import dev.papack.disk.TestDisk;
import dev.papack.progress.CancelledException;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import dev.papack.result.MissingFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A build that publishes elsewhere, on a workspace that cannot be written: it dies, fails and loses
 * power at every operation, and leaves there the old set or the new one.
 */
class OutputCrashTest {
  private static final Path OUT = Path.of("/out").toAbsolutePath();
  private static final int STEP = Campaign.amount(11, 1);

  /** What is in the output after a recovery. */
  private enum Finding {
    OLD,
    NEW
  }

  private static TestWorkspace template(MemoryDisk.Manner manner)
      throws IOException, CancelledException {
    TestWorkspace workspace = TestWorkspace.create();
    workspace.picture("assets/hero.png", 0xFFCC2211).sound("assets/jump.wav", 1, 2, 3);
    workspace.add("assets");
    accepted(build(workspace, workspace.disk));
    workspace.picture("assets/hero.png", 0xFF11CC22);
    return workspace.on(workspace.disk.copy(manner, MemoryDisk.Flushes.OF_EVERYTHING));
  }

  private static Session open(TestWorkspace workspace, Disk disk)
      throws IOException, CancelledException {
    return accepted(
        accepted(workspace.packer(disk, 1).open(workspace.path("")))
            .withOutput(OUT, MissingFolder.CREATED));
  }

  private static Outcome<?> build(TestWorkspace workspace, Disk disk)
      throws IOException, CancelledException {
    return open(workspace, disk).build(Drift.TOLERATED);
  }

  /** Without the hidden files that the next command which writes takes away. */
  private static Map<String, String> published(TestWorkspace workspace) {
    Map<String, String> files = new TreeMap<>(workspace.disk.files("out/assets.pa", "out/build"));
    files.keySet().removeIf(path -> path.contains("/.papack-"));
    return files;
  }

  /** What recovers after a failure, and then builds, must find nothing in its way. */
  private static Finding recovered(
      TestWorkspace workspace, TestWorkspace ready, Map<String, String> wanted, String when)
      throws IOException, CancelledException {
    accepted(open(workspace, workspace.disk).recover(Effect.WRITE));
    assertThat(workspace.disk.files("game"))
        .as("the workspace, %s", when)
        .isEqualTo(ready.disk.files("game"));
    Map<String, String> found = published(workspace);
    Finding finding = found.equals(wanted) ? Finding.NEW : Finding.OLD;
    if (finding == Finding.OLD) {
      assertThat(found).as("the output, %s", when).isEqualTo(published(ready));
      accepted(build(workspace, workspace.disk));
      assertThat(published(workspace)).as("built again, %s", when).isEqualTo(wanted);
    }
    return finding;
  }

  private static int operations(TestWorkspace ready, TestWorkspace whole)
      throws IOException, CancelledException {
    TestDisk counting = TestDisk.healthy(OutputTest.readOnlyWorkspace(whole.disk));
    accepted(build(whole, counting));
    assertThat(published(whole)).isNotEqualTo(published(ready));
    return counting.operations();
  }

  @ParameterizedTest
  @EnumSource
  void crashAnywhereLeavesTheOldSetOrTheNewOne(MemoryDisk.Manner manner) throws Exception {
    TestWorkspace ready = template(manner);
    TestWorkspace whole = ready.copy();
    int operations = operations(ready, whole);
    Set<Finding> found = EnumSet.noneOf(Finding.class);
    int points = 0;
    for (int n = 1; n <= operations; n += STEP) {
      TestWorkspace workspace = ready.copy();
      Disk dying = TestDisk.crashing(OutputTest.readOnlyWorkspace(workspace.disk), n);
      try {
        accepted(build(workspace, dying));
      } catch (TestDisk.Crash crash) {
        points++;
      }
      found.add(recovered(workspace, ready, published(whole), "crash at " + n));
    }
    assertThat(found).containsOnly(Finding.values());
    assertThat(points).isGreaterThan(operations / STEP - 2);
    Campaign.report(
        "crash-anywhere-elsewhere-" + manner.name().toLowerCase(Locale.ROOT),
        Campaign.share(points, operations)
            + " points of a build that publishes elsewhere: 0 torn, 0 mixed, the workspace as it was");
  }

  @Test
  void failureAnywhereLeavesTheOldSetOrTheNewOne() throws Exception {
    TestWorkspace ready = template(MemoryDisk.Manner.POSIX);
    TestWorkspace whole = ready.copy();
    int operations = operations(ready, whole);
    int step = Campaign.amount(53, 1);
    int kind = 0;
    int points = 0;
    for (Errno errno : Errno.values()) {
      for (TestDisk.Failing lasting : TestDisk.Failing.values()) {
        for (int n = 1 + kind++ % step; n <= operations; n += step) {
          TestWorkspace workspace = ready.copy();
          TestDisk failing = TestDisk.failing(workspace.disk, n, errno, lasting);
          String when = errno + " " + lasting + " at " + n;
          try {
            assertThat(build(workspace, failing)).as(when).isInstanceOf(Outcome.Accepted.class);
            assertThat(published(workspace)).as(when).isEqualTo(published(whole));
          } catch (DiskException trouble) {
            assertThat(Packer.diagnose(trouble).code()).as(when).isEqualTo(errno.code());
          }
          assertThat(failing.openHandles()).as(when).isZero();
          recovered(workspace, ready, published(whole), when);
          points++;
        }
      }
    }
    Campaign.report(
        "single-failures-elsewhere",
        points + " points of a build that publishes elsewhere: 0 false success, 0 states lost");
  }

  @Test
  void powerCutAnywhereLeavesTheOldSetOrTheNewOne() throws Exception {
    TestWorkspace ready = template(MemoryDisk.Manner.POSIX);
    TestWorkspace whole = ready.copy();
    int operations = operations(ready, whole);
    Random random = new Random(20_261_130);
    int points = 0;
    for (int n = 1; n <= operations; n += STEP) {
      TestWorkspace workspace = ready.copy();
      try {
        accepted(build(workspace, TestDisk.crashing(workspace.disk, n)));
      } catch (TestDisk.Crash crash) {
        points++;
      }
      TestWorkspace after = workspace.on(workspace.disk.afterPowerCut(random));
      recovered(after, ready, published(whole), "power cut at " + n);
    }
    Campaign.report(
        "power-cut-elsewhere",
        points + " points of a build that publishes elsewhere: 0 torn, 0 mixed (seed 20261130)");
  }
}

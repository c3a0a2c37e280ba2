package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import dev.papack.disk.DiskException;
import dev.papack.disk.TestDisk;
import dev.papack.result.CacheSample;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A build that dies at any operation leaves a cache that describes what is published, or none that
 * is used: the next build publishes what a build from nothing does.
 */
@Tag("slow")
class BuildCacheCrashTest {
  private static final int STEP = Campaign.amount(40, 1);

  @TempDir private Path temporary = Path.of("");

  @Test
  void buildAfterACrashAnywhereIsTheTruth() throws Exception {
    RealWorkspace workspace = RealWorkspace.create(temporary.resolve("game"));
    workspace.picture("hero", 0xFFCC2211).picture("twin", 0xFF22CC11).sound("jump", 1, 2, 3);
    workspace.add().age().build();
    int points = 0;
    int reused = 0;
    boolean crashed = true;
    for (int n = 1; crashed; n += STEP) {
      workspace.picture("hero", 0xFF000000 | n * 257).age();
      crashed = crashes(workspace, n);
      int converted = workspace.build().convertedCount();
      assertThat(converted).isLessThanOrEqualTo(3);
      reused += 3 - converted;
      assertThat(workspace.published())
          .as("after a crash at %s", n)
          .isEqualTo(workspace.truth(temporary.resolve("truth" + n)));
      assertThat(accepted(workspace.session().verifyCache(CacheSample.ALL)).verifiedCount())
          .isEqualTo(3);
      points++;
    }
    assertThat(reused).isPositive();
    Campaign.report(
        "crash-build-cache",
        "a build that converts one of 3 assets died at %,d operations, every %d.: the next published the truth each time, 0 lies; %,d of %,d banks were taken"
            .formatted(points - 1, STEP, reused, 3 * points));
  }

  private static boolean crashes(RealWorkspace workspace, int n) throws Exception {
    TestDisk dying = TestDisk.crashing(workspace.disk(), n);
    try {
      accepted(workspace.behind(dying).session().build(RealWorkspace.EXPLAINED));
      return false;
    } catch (TestDisk.Crash crash) {
      return true;
    } catch (DiskException trouble) {
      // Another thread was at work in a file that the crash closed.
      if (hasCrashed(trouble)) {
        return true;
      }
      throw trouble;
    }
  }

  private static boolean hasCrashed(Throwable trouble) {
    return trouble instanceof TestDisk.Crash
        || Stream.of(trouble.getSuppressed()).anyMatch(BuildCacheCrashTest::hasCrashed)
        || (trouble.getCause() != null && hasCrashed(trouble.getCause()));
  }
}

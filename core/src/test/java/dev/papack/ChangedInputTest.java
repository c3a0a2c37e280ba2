package dev.papack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.DiskException;
import dev.papack.disk.FileType;
import dev.papack.disk.MemoryDisk;
import dev.papack.disk.TestDisk;
import dev.papack.media.png.PngFile;
import dev.papack.media.wav.WavFile;
import dev.papack.progress.CancelledException;
import dev.papack.result.Drift;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Inputs that other programs change at any moment of a build. */
@Timeout(value = 1_800, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ChangedInputTest {
  private static final long SEED = 20_261_123;
  private static final int MAX_ROUNDS = 10_000;
  private static final List<String> INPUTS =
      List.of("hero.png", "hero.asset.json", "jump.wav", "jump.asset.json", "index.json");

  /** What happens to an input. */
  private enum Meddling {
    REWRITTEN {
      @Override
      void meddle(MemoryDisk disk, String path) {
        disk.overwrite(path, otherContent(path, disk.read(path)));
      }
    },
    REPLACED {
      @Override
      void meddle(MemoryDisk disk, String path) {
        disk.write(path, otherContent(path, disk.read(path)));
      }
    },
    CUT {
      @Override
      void meddle(MemoryDisk disk, String path) {
        byte[] bytes = disk.read(path);
        disk.overwrite(path, Arrays.copyOf(bytes, bytes.length / 2));
      }
    },
    GROWN {
      @Override
      void meddle(MemoryDisk disk, String path) {
        byte[] bytes = disk.read(path);
        disk.overwrite(path, Arrays.copyOf(bytes, bytes.length + 7));
      }
    },
    DELETED {
      @Override
      void meddle(MemoryDisk disk, String path) {
        disk.delete(path);
      }
    },
    LINKED {
      @Override
      void meddle(MemoryDisk disk, String path) {
        disk.plant(path, FileType.LINK);
      }
    },
    PIPED {
      @Override
      void meddle(MemoryDisk disk, String path) {
        disk.plant(path, FileType.SPECIAL);
      }
    },
    MADE_A_FOLDER {
      @Override
      void meddle(MemoryDisk disk, String path) {
        disk.plant(path, FileType.DIRECTORY);
      }
    };

    abstract void meddle(MemoryDisk disk, String path);

    /** As good as before, and as long where it can be. */
    static byte[] otherContent(String path, byte[] bytes) {
      if (path.endsWith(".png")) {
        return PngFile.filled(16, 16, 0xFF11CC22);
      }
      if (path.endsWith(".wav")) {
        return WavFile.pcm16(1, 22_050, new int[] {3, 2, 1});
      }
      String text = new String(bytes, StandardCharsets.UTF_8);
      return text.replace("\"name\": \"hero\"", "\"name\": \"hera\"")
          .replace("\"name\": \"jump\"", "\"name\": \"jumq\"")
          .getBytes(StandardCharsets.UTF_8);
    }
  }

  /** What a build made of it. */
  private enum Finding {
    OLD,
    NEW,
    REFUSED,
    TROUBLE,
    MIXTURE,
    LOST
  }

  private static TestWorkspace unbuilt() throws IOException, CancelledException {
    TestWorkspace workspace = TestWorkspace.create();
    workspace.picture("assets/hero.png", 0xFFCC2211).sound("assets/jump.wav", 1, 2, 3);
    workspace.add("assets");
    return workspace;
  }

  private static Outcome<?> build(TestWorkspace workspace, TestDisk disk)
      throws IOException, CancelledException {
    return workspace.session(disk, 1).build(Drift.TOLERATED);
  }

  /** What is published if an input is another from the beginning on; nothing if that is refused. */
  private static Map<String, String> publishedOf(TestWorkspace workspace)
      throws IOException, CancelledException {
    build(workspace, TestDisk.healthy(workspace.disk));
    return workspace.published();
  }

  /** A build of a workspace on a disk that is meddled with. */
  @FunctionalInterface
  private interface Building {
    Outcome<?> on(TestWorkspace workspace, TestDisk disk) throws IOException, CancelledException;
  }

  private static Finding meddle(
      Building building, TestWorkspace workspace, Meddling meddling, String input, int n)
      throws IOException, CancelledException {
    String path = "game/assets/" + input;
    TestWorkspace meddled = workspace.copy();
    meddling.meddle(meddled.disk, path);
    TestDisk disk =
        TestDisk.with(
            workspace.disk,
            (number, operation) -> {
              if (number == n) {
                meddling.meddle(workspace.disk, path);
              }
            });
    Map<String, String> old = publishedOf(workspace.copy());
    try {
      if (building.on(workspace, disk) instanceof Outcome.Accepted<?>) {
        Map<String, String> now = workspace.published();
        return now.equals(old)
            ? Finding.OLD
            : now.equals(publishedOf(meddled)) ? Finding.NEW : Finding.MIXTURE;
      }
      return workspace.published().isEmpty() ? Finding.REFUSED : Finding.LOST;
    } catch (DiskException e) {
      return workspace.published().isEmpty() ? Finding.TROUBLE : Finding.LOST;
    }
  }

  @Test
  void inputThatChangesAnywhereInABuildIsOldNewOrAFault() throws Exception {
    Random random = new Random(SEED);
    TestWorkspace template = unbuilt();
    TestWorkspace whole = template.copy();
    TestDisk counting = TestDisk.healthy(whole.disk);
    TestWorkspace.accepted(build(whole, counting));
    int rounds = Campaign.amount(600, MAX_ROUNDS);
    Map<Finding, Integer> found = new EnumMap<>(Finding.class);
    for (int round = 0; round < rounds; round++) {
      Meddling meddling = Meddling.values()[random.nextInt(Meddling.values().length)];
      String input = INPUTS.get(random.nextInt(INPUTS.size()));
      // Opening the workspace comes before; there is no build yet whose input could change.
      int n = 1 + random.nextInt(counting.operations());
      Finding finding = meddleOrNoWorkspace(template.copy(), meddling, input, n);
      assertThat(finding)
          .as("%s %s at %s, seed %s", input, meddling, n, SEED)
          .isNotIn(Finding.MIXTURE, Finding.LOST);
      found.merge(finding, 1, Integer::sum);
    }
    assertThat(found).containsKeys(Finding.OLD, Finding.NEW, Finding.REFUSED, Finding.TROUBLE);
    Campaign.report(
        "changed-inputs",
        "%s rounds: %s, 0 mixtures, 0 hangs (seed %d)"
            .formatted(Campaign.share(rounds, MAX_ROUNDS), found, SEED));
  }

  /** A build that takes one file from the old workspace, and the others from the new one. */
  @Test
  void mixtureIsFoundOut() throws Exception {
    TestWorkspace template = unbuilt();
    TestWorkspace old = template.copy();
    build(old, TestDisk.healthy(old.disk));
    Building mixing =
        (workspace, disk) -> {
          Outcome<?> built = build(workspace, disk);
          workspace.write("assets.pa", old.disk.read("game/assets.pa"));
          return built;
        };
    assertThat(meddle(mixing, template.copy(), Meddling.REPLACED, "hero.png", 1))
        .isEqualTo(Finding.MIXTURE);
  }

  /** A registry that is gone before the workspace is opened leaves no workspace to open. */
  private static Finding meddleOrNoWorkspace(
      TestWorkspace workspace, Meddling meddling, String input, int n)
      throws IOException, CancelledException {
    try {
      return meddle(ChangedInputTest::build, workspace, meddling, input, n);
    } catch (AssertionError noWorkspace) {
      return workspace.published().isEmpty() ? Finding.REFUSED : Finding.LOST;
    }
  }
}

package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import dev.papack.container.Sha256;
import dev.papack.disk.CoarseDisk;
import dev.papack.disk.CoarseDisk.Clock;
import dev.papack.disk.Disk;
import dev.papack.disk.DiskException;
import dev.papack.disk.SystemDisk;
import dev.papack.disk.TestDisk;
import dev.papack.media.wav.WavFile;
import dev.papack.progress.CancelledException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Files that are rewritten in place while a build runs: with as many bytes, their time of
 * modification restored, and often within one tick of the clock that their file system shows. The
 * next build, which nobody disturbs, must have seen every one.
 */
@Tag("slow")
class RacyRewriteTest {
  private static final long SEED = 20_261_130;
  private static final int ROUNDS = Campaign.amount(8, 200);
  private static final List<String> NAMES = List.of("hero", "twin", "oaks");
  private static final long MILLISECOND = 1_000_000;

  private static final Pattern NAME = Pattern.compile("\"name\": \"([^\"]*)\"");

  @TempDir private Path temporary = Path.of("");

  /** What came of the rounds on one disk. */
  private record Figures(int rewritten, int missed) {}

  /** A process for each build, or one that stays. */
  enum Builder {
    PROCESSES {
      @Override
      Session session(RealWorkspace workspace, Session first)
          throws IOException, CancelledException {
        return workspace.session();
      }
    },
    ONE_THAT_STAYS {
      @Override
      Session session(RealWorkspace workspace, Session first) {
        return first;
      }
    };

    abstract Session session(RealWorkspace workspace, Session first)
        throws IOException, CancelledException;
  }

  /** What is done while a disk is used; nothing so far. */
  private static final class Disturbance {
    private String moment = "";
    private Optional<Act> act = Optional.empty();

    private interface Act {
      void run() throws IOException;
    }

    void at(String operations, Act disturbing) {
      moment = operations;
      act = Optional.of(disturbing);
    }

    void pass(String operation) throws IOException {
      if (act.isPresent() && operation.startsWith(moment)) {
        Act once = act.get();
        act = Optional.empty();
        once.run();
      }
    }
  }

  private Figures rewrite(String name, Disk disk, Builder builder) throws Exception {
    Disturbance disturbance = new Disturbance();
    RealWorkspace workspace =
        RealWorkspace.create(temporary.resolve(name + builder))
            .behind(TestDisk.with(disk, (_, operation) -> disturbance.pass(operation)));
    for (String sound : NAMES) {
      workspace.sound(sound, samples(sound.hashCode()));
    }
    workspace.add().age();
    Session first = workspace.session().remembering();
    accepted(first.build(RealWorkspace.USUAL));
    Random random = new Random(SEED);
    int rewritten = 0;
    int missed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      rewritten += disturb(workspace, disturbance, builder.session(workspace, first), random);
      accepted(builder.session(workspace, first).build(RealWorkspace.USUAL));
      missed += missedIn(workspace);
    }
    return new Figures(rewritten, missed);
  }

  /** A build, and in the middle of it, and just before, files get other bytes. */
  private static int disturb(
      RealWorkspace workspace, Disturbance disturbance, Session session, Random random)
      throws IOException, CancelledException {
    rewrite(workspace, NAMES.get(random.nextInt(NAMES.size())), random.nextInt());
    String name = NAMES.get(random.nextInt(NAMES.size()));
    int seed = random.nextInt();
    // The file is closed once it is read to its end.
    String moment = random.nextBoolean() ? "create .papack/build_cache.new" : "size ";
    int[] count = {1};
    disturbance.at(
        moment,
        () -> {
          rewrite(workspace, name, seed);
          count[0]++;
        });
    try {
      accepted(session.build(RealWorkspace.USUAL));
    } catch (DiskException noticed) {
      assertThat(noticed.trouble()).isEqualTo(DiskException.Trouble.CHANGED);
    }
    return count[0];
  }

  /** A sound, or the name in its declaration. */
  private static void rewrite(RealWorkspace workspace, String name, int seed) throws IOException {
    if (seed % 2 == 0) {
      rewrite(
          workspace.folder().resolve("assets/" + name + ".wav"),
          WavFile.pcm16(1, 22_050, samples(seed)));
    } else {
      Path file = declaration(workspace, name);
      String random = Integer.toString(Math.abs(seed % 1_000) + 1_000);
      rewrite(
          file,
          Files.readString(file)
              .replaceFirst("\"name\": \"(.).{3}", "\"name\": \"$1" + random.substring(1))
              .getBytes(StandardCharsets.UTF_8));
    }
  }

  private static Path declaration(RealWorkspace workspace, String name) {
    return workspace.folder().resolve("assets/" + name + ".asset.json");
  }

  private static void rewrite(Path file, byte[] bytes) throws IOException {
    FileTime time = Files.getLastModifiedTime(file);
    try (RandomAccessFile inPlace = new RandomAccessFile(file.toFile(), "rw")) {
      if (inPlace.length() != bytes.length) {
        throw new UncheckedIOException(new IOException("another size: " + bytes.length));
      }
      inPlace.write(bytes);
    }
    Files.setLastModifiedTime(file, time);
  }

  private static int[] samples(int seed) {
    return new Random(seed).ints(20, -30_000, 30_000).toArray();
  }

  private static int missedIn(RealWorkspace workspace) throws IOException {
    String metadata = workspace.read("build/asset_table_metadata.json");
    for (String name : NAMES) {
      byte[] bytes = Files.readAllBytes(workspace.folder().resolve("assets/" + name + ".wav"));
      Matcher declared = NAME.matcher(Files.readString(declaration(workspace, name)));
      if (!metadata.contains(Sha256.of(ByteBuffer.wrap(bytes)).hex())
          || !declared.find()
          || !metadata.contains("\"asset_name\": \"" + declared.group(1) + "\"")) {
        return 1;
      }
    }
    return 0;
  }

  @ParameterizedTest
  @EnumSource
  void noRewrittenFileIsMissed(Builder builder) throws Exception {
    Figures real = rewrite("real", new SystemDisk(), builder);
    Figures ticks = rewrite("ticks", coarse(10 * MILLISECOND, Clock.OF_FILES), builder);
    Figures seconds = rewrite("seconds", coarse(2_000 * MILLISECOND, Clock.OF_FILES), builder);
    Figures control = rewrite("control", coarse(2_000 * MILLISECOND, Clock.AHEAD), builder);
    assertThat(List.of(real.missed(), ticks.missed(), seconds.missed())).containsOnly(0);
    assertThat(control.missed()).as("without the rule for young files").isPositive();
    Campaign.report(
        "racy-rewrites-" + builder.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        ("%,d sounds and declarations rewritten in place, as long and as old, on the real clock, on one that ticks"
                + " every 10 ms, and on one of 2 s: 0 of %,d builds missed one; without the rule for"
                + " young files %,d of %,d (seed %d)")
            .formatted(
                real.rewritten() + ticks.rewritten() + seconds.rewritten(),
                3 * ROUNDS,
                control.missed(),
                ROUNDS,
                SEED));
  }

  private static CoarseDisk coarse(long grainNanos, Clock clock) {
    return new CoarseDisk(new SystemDisk(), grainNanos, clock);
  }
}

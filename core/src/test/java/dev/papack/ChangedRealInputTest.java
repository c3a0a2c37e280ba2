package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import dev.papack.convert.Capacity;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.DiskException;
import dev.papack.disk.SystemDisk;
import dev.papack.media.png.PngFile;
import dev.papack.result.AddRequest;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import dev.papack.result.Recorded;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A picture on a real disk that another thread changes all the time, and a build that reads it. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ChangedRealInputTest {
  private static final long SEED = 20_261_124;

  /** Some builds fit between two changes, others do not. */
  private static final int MAX_MILLISECONDS_OF_PEACE = 20;

  @TempDir private Path folder = Path.of("");

  /** The whole pictures that are ever there; everything between them is a fault. */
  private static final List<byte[]> WHOLE =
      List.of(PngFile.filled(16, 16, 0xFFCC2211), PngFile.filled(32, 16, 0xFF11CC22));

  /** With a few bytes after its end, a picture is whole. */
  private static final Pattern SIZE_OF_A_WHOLE_ONE =
      Pattern.compile(
          IntStream.range(0, 100)
              .boxed()
              .flatMap(times -> WHOLE.stream().map(one -> "" + (one.length + 3 * times)))
              .collect(Collectors.joining("|", "\"size\": (", ")")));

  private void meddle(Random random) throws IOException {
    Path picture = folder.resolve("assets/hero.png");
    byte[] next = WHOLE.get(random.nextInt(WHOLE.size()));
    switch (random.nextInt(10)) {
      case 0 -> Files.write(picture, next);
      case 1 -> Files.write(picture, Arrays.copyOf(next, next.length / 2));
      case 2 -> Files.write(picture, new byte[3], StandardOpenOption.APPEND);
      case 3 -> {
        Files.delete(picture);
        Files.createDirectory(picture);
      }
      case 4 -> {
        Files.delete(picture);
        Files.createSymbolicLink(picture, Path.of("../linked.png"));
      }
      default -> {
        Files.deleteIfExists(picture);
        Path staged = Files.write(folder.resolve("staged.png"), next);
        Files.move(staged, picture, StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  private Thread meddler(AtomicBoolean isDone, Random random) {
    return Thread.ofPlatform()
        .unstarted(() -> {
          while (!isDone.get()) {
            try {
              meddle(random);
              Thread.sleep(random.nextInt(MAX_MILLISECONDS_OF_PEACE));
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            } catch (FileSystemException inTheWay) {
              // A folder or a link stands there now: the next act may remove it.
              assertThat(inTheWay.getFile()).isNotNull();
            } catch (IOException e) {
              throw new AssertionError(e);
            }
          }
        });
  }

  @Test
  void packHoldsOneOfTheWholePicturesOrNothingIsPublished() throws Exception {
    Packer packer =
        new Packer(new SystemDisk(), new Random(SEED), Capacity.ofProcess().withThreads(1));
    accepted(packer.init(folder));
    Files.write(folder.resolve("assets/hero.png"), WHOLE.getFirst());
    Session session = accepted(packer.open(folder));
    accepted(session.add(AddRequest.of(List.of(folder.resolve("assets"))), Effect.WRITE));
    int rounds = Campaign.amount(60, 3_000);
    int built = 0;
    int refused = 0;
    int trouble = 0;
    AtomicBoolean isDone = new AtomicBoolean();
    Thread meddler = meddler(isDone, new Random(SEED));
    meddler.start();
    try {
      for (int round = 0; round < rounds; round++) {
        try {
          if (session.build(Drift.TOLERATED) instanceof Outcome.Accepted<?>) {
            built++;
            assertThat(session.verify(Recorded.IGNORED)).isInstanceOf(Outcome.Accepted.class);
            assertThat(Files.readString(folder.resolve("build/asset_table_metadata.json")))
                .containsPattern(SIZE_OF_A_WHOLE_ONE);
          } else {
            refused++;
          }
        } catch (DiskException changed) {
          assertThat(changed.path()).isEqualTo("assets/hero.png");
          trouble++;
        }
      }
    } finally {
      isDone.set(true);
      meddler.join();
    }
    assertThat(built).isPositive();
    assertThat(refused).isPositive();
    Campaign.report(
        "changed-real-inputs",
        "%d rounds: %d built, %d refused, %d changed meanwhile: 0 mixtures (seed %d)"
            .formatted(rounds, built, refused, trouble, SEED));
  }
}

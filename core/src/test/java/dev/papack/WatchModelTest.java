package dev.papack;

import static dev.papack.ChangingWorkspace.changed;
import static dev.papack.ChangingWorkspace.texts;
import static dev.papack.ChangingWorkspace.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import dev.papack.disk.Disk;
import dev.papack.disk.SystemDisk;
import dev.papack.progress.CancelledException;
import dev.papack.watch.Watch;
import dev.papack.watch.WatchEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files and folders are written, moved and deleted at random. Whatever differs afterwards, by a
 * look that shares nothing with papack's, was told, itself or with a folder that it is in.
 */
@Tag("slow")
class WatchModelTest {
  private static final long SEED = 20_261_130;

  /** A build refuses longer paths. */
  private static final int MAX_DEPTH = 6;

  @TempDir private Path temporary = Path.of("");

  private Random random = new Random(SEED);
  private Path assets = Path.of("");

  private Map<String, String> look() throws IOException {
    Map<String, String> seen = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(assets)) {
      for (Path path : paths.skip(1).toList()) {
        seen.put(
            assets.relativize(path).toString(),
            Files.isDirectory(path) ? "folder" : Files.readString(path));
      }
    }
    return seen;
  }

  private List<Path> all(boolean areFolders) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(assets)) {
      paths.filter(path -> Files.isDirectory(path) == areFolders).sorted().forEach(found::add);
    }
    return found;
  }

  private Path any(List<Path> paths) {
    return paths.get(random.nextInt(paths.size()));
  }

  private void change() throws IOException {
    Path folder = any(all(true));
    if (all(false).isEmpty()) {
      Files.writeString(assets.resolve("some.txt"), "some");
    }
    Path file = any(all(false));
    Path free = folder.resolve("n" + random.nextInt(1_000_000));
    switch (random.nextInt(7)) {
      case 0 -> Files.createDirectories(free.resolve("deep/er"));
      case 1 -> Files.writeString(free, "new");
      case 2 -> Files.writeString(file, "w" + random.nextInt());
      case 3 -> Files.move(file, free);
      case 4 -> {
        if (!file.endsWith("index.json")) {
          Files.delete(file);
        }
      }
      case 5 -> {
        Path target = any(all(true)).resolve("m" + random.nextInt(1_000_000));
        boolean isShort = target.getNameCount() < assets.getNameCount() + MAX_DEPTH;
        if (isShort && !folder.equals(assets) && !target.startsWith(folder)) {
          Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
        }
      }
      default -> {
        if (!folder.equals(assets) && folder.getNameCount() > assets.getNameCount() + 1) {
          delete(folder);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private int walk(String name, Disk disk, int rounds) throws Exception {
    ChangingWorkspace workspace = ChangingWorkspace.create(temporary.resolve(name), disk);
    assets = workspace.path("");
    workspace.write("a/b/c.txt", "c");
    random = new Random(SEED);
    int differences = 0;
    try (Watch watch = workspace.watch()) {
      Map<String, String> before = look();
      for (int round = 0; round < rounds; round++) {
        for (int left = 1 + random.nextInt(12); left > 0; left--) {
          change();
        }
        workspace.write("round.txt", "" + round);
        Set<String> told = told(watch, Duration.ofMillis(120));
        Map<String, String> after = look();
        for (String path : differences(before, after)) {
          differences++;
          assertThat(Stream.iterate(path, WatchModelTest::outer).takeWhile(one -> !one.isEmpty()))
              .as("round %d: %s of %s", round, path, told)
              .anyMatch(told::contains);
        }
        before = after;
      }
    }
    return differences;
  }

  private static String outer(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private static SortedSet<String> differences(Map<String, String> one, Map<String, String> two) {
    SortedSet<String> paths = new TreeSet<>(one.keySet());
    paths.addAll(two.keySet());
    paths.removeIf(path -> one.containsKey(path) && one.get(path).equals(two.get(path)));
    return paths;
  }

  @Test
  void whatDiffersWasToldByTheSystem() throws Exception {
    int rounds = Campaign.amount(10, 400);
    Campaign.report(
        "watch-notices",
        Campaign.share(rounds, 400)
            + " rounds of random changes: 0 of "
            + walk("notices", new SystemDisk(), rounds)
            + " differences missed");
  }

  @Test
  void whatDiffersWasFoundByLooking() throws Exception {
    int rounds = Campaign.amount(2, 60);
    Campaign.report(
        "watch-looks",
        Campaign.share(rounds, 60)
            + " rounds of random changes: 0 of "
            + walk("looks", ChangingWorkspace.silent(), rounds)
            + " differences missed");
  }

  /** What one wait was to tell, the next one tells. */
  @Test
  void interruptsAndCancellationsLoseNothing() throws Exception {
    int rounds = Campaign.amount(40, 1_000);
    ChangingWorkspace workspace =
        ChangingWorkspace.create(temporary.resolve("game"), new SystemDisk());
    SortedSet<String> written = new TreeSet<>();
    SortedSet<String> told = new TreeSet<>();
    int stopped = 0;
    long slowestNanos = 0;
    try (Watch watch = workspace.watch()) {
      for (int round = 0; round < rounds; round++) {
        String file = "f" + round % 7 + "/" + round + ".txt";
        AtomicBoolean isCancelled = new AtomicBoolean();
        Thread self = Thread.currentThread();
        boolean isInterrupt = random.nextBoolean();
        long delay = random.nextInt(120);
        long[] stoppedAt = {0};
        Thread stopper =
            Thread.ofPlatform()
                .start(() -> {
                  try {
                    workspace.write(file, "x");
                    Thread.sleep(delay);
                  } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                  stoppedAt[0] = System.nanoTime();
                  if (isInterrupt) {
                    self.interrupt();
                  } else {
                    isCancelled.set(true);
                  }
                });
        written.add(file);
        try {
          while (true) {
            if (watch.next(ChangingWorkspace.until(isCancelled::get))
                instanceof WatchEvent.Changed change) {
              told.addAll(texts(change));
            }
          }
        } catch (CancelledException e) {
          slowestNanos = Math.max(slowestNanos, System.nanoTime() - stoppedAt[0]);
          stopped++;
        }
        boolean _ = Thread.interrupted();
        stopper.join();
      }
      workspace.write("last.txt", "x");
      while (!told.contains("last.txt")) {
        told.addAll(texts(changed(watch)));
      }
    }
    assertThat(told).containsAll(written);
    assertThat(stopped).isEqualTo(rounds);
    Campaign.report(
        "watch-stops",
        Campaign.share(rounds, 1_000)
            + " waits interrupted or cancelled: no change lost, the slowest stopped after "
            + String.format(Locale.ROOT, "%.0f ms", slowestNanos / 1e6));
  }
}

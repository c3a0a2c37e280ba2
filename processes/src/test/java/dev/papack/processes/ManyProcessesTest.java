package dev.papack.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.papack.campaign.Campaign;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eight processes that write in one workspace as fast as they can, stopped and killed at random.
 * The kernel's own table of locks says how many of them own the workspace.
 */
class ManyProcessesTest {
  private static final int PROCESSES = 8;
  private static final int MAX_SECONDS_MORE = 120;
  private static final long SEED = 20_261_122;
  private static final Path LOCKS = Path.of("/proc/locks");
  private static final Pattern ADDED = Pattern.compile("\"asset_id\":(\\d+)");
  private static final Pattern OWNER =
      Pattern.compile("\"found\":\"process (\\d+) \\([a-z -]+\\)\"");

  /**
   * Such as {@code 1: POSIX ADVISORY WRITE 4711 fe:00:2154617 0 EOF}; one that waits has an arrow.
   */
  private static final Pattern HELD = Pattern.compile("\\d+: POSIX +ADVISORY +WRITE (\\d+) .*");

  @TempDir private Path temporary = Path.of("");

  private final Set<Long> running = ConcurrentHashMap.newKeySet();
  private final Set<Long> everRun = ConcurrentHashMap.newKeySet();
  private final Set<String> ids = ConcurrentHashMap.newKeySet();
  private final AtomicInteger drawn = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger killed = new AtomicInteger();
  private final AtomicInteger stopped = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private final AtomicInteger nameless = new AtomicInteger();
  private final AtomicInteger maxOwners = new AtomicInteger();
  private final AtomicInteger looks = new AtomicInteger();
  private volatile boolean isOver;

  @BeforeAll
  static void findProgram() {
    assumeTrue(Files.isReadable(LOCKS), "this kernel shows no table of its locks");
    Program.train();
  }

  @Test
  void oneOwnsTheWorkspaceAndNoIdIsLost() throws Exception {
    Game game = Game.create(temporary.resolve("game"));
    int seconds = Campaign.amount(5, 60);
    run(game, seconds, this::isTelling, () -> {}, this::judge);
    game.papack("recover", "--yes").expect(0);
    game.papack("build").expect(0);
    game.papack("verify").expect(0);
    String registry = Files.readString(game.folder().resolve("assets/index.json"));
    Set<String> missing = new TreeSet<>(ids);
    missing.removeIf(id -> registry.contains("\"asset_id\": " + id));
    Campaign.report(
        "many-processes",
        ("%d processes for %d s, seed %d: %d operations done, %d kept out and told by whom, %d of them"
                + " of nobody by name, %d killed, %d stopped for a while; %d looks at the lock, at most %d"
                + " owner; %d ids given, %d lost")
            .formatted(
                PROCESSES,
                seconds,
                SEED,
                done.get(),
                lost.get(),
                nameless.get(),
                killed.get(),
                stopped.get(),
                looks.get(),
                maxOwners.get(),
                ids.size(),
                missing.size()));
    assertThat(maxOwners).hasValue(1);
    assertThat(missing).isEmpty();
    // An owner that is stopped before it has said who it is has no name for as long.
    assertThat(nameless.get()).isLessThanOrEqualTo(lost.get() / 2);
    assertThat(done).hasPositiveValue();
    assertThat(lost).hasPositiveValue();
    assertThat(killed).hasPositiveValue();
    assertThat(looks).hasValueGreaterThan(100);
  }

  /** What the looks are worth: where somebody deletes the lock's file, two owners are seen. */
  @Test
  void twoOwnersAreSeenWhereTheLockIsTakenAway() throws Exception {
    Game game = Game.create(temporary.resolve("game"));
    Path lock = game.folder().resolve(".papack/lock");
    run(
        game,
        0,
        () -> maxOwners.get() > 1,
        () -> {
          try {
            Files.deleteIfExists(lock);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        ended -> {});
    assertThat(maxOwners).hasValueGreaterThan(1);
  }

  /** Whether everything has come about that the test is to see. */
  private boolean isTelling() {
    return done.get() > 0 && lost.get() > 0 && lost.get() / 2 >= nameless.get() && killed.get() > 0;
  }

  /** Runs for so long, and on a slow machine on until there is something to tell. */
  private void run(
      Game game,
      int seconds,
      BooleanSupplier isTelling,
      Runnable sabotage,
      Consumer<Program.Ended> judge)
      throws Exception {
    long begun = System.nanoTime();
    long end = begun + TimeUnit.SECONDS.toNanos(seconds);
    long latest = begun + TimeUnit.SECONDS.toNanos(seconds + MAX_SECONDS_MORE);
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      Future<?> watcher =
          threads.submit(() -> {
            while (!isOver) {
              maxOwners.accumulateAndGet(owners(), Math::max);
              looks.incrementAndGet();
              sabotage.run();
            }
            return 0;
          });
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < PROCESSES; i++) {
        Random random = new Random(SEED + i);
        writers.add(
            threads.submit(() -> {
              while (System.nanoTime() < end
                  || (!isTelling.getAsBoolean() && System.nanoTime() < latest)) {
                operate(game, random, judge);
              }
              return 0;
            }));
      }
      try {
        for (Future<?> writer : writers) {
          writer.get();
        }
      } finally {
        isOver = true;
      }
      watcher.get();
    }
  }

  /** How many of our processes hold a lock, of whatever file. */
  private int owners() throws IOException {
    Set<Long> owners = new TreeSet<>();
    for (String line : Files.readAllLines(LOCKS)) {
      Matcher held = HELD.matcher(line);
      if (held.matches() && running.contains(Long.parseLong(held.group(1)))) {
        owners.add(Long.parseLong(held.group(1)));
      }
    }
    return owners.size();
  }

  private void operate(Game game, Random random, Consumer<Program.Ended> judge)
      throws IOException, InterruptedException {
    int act = random.nextInt(10);
    if (act < 3) {
      game.draw("p" + drawn.incrementAndGet(), random.nextInt());
    }
    List<String> command =
        switch (act) {
          case 0, 1, 2, 3 -> game.command("add", game.folder().resolve("assets").toString());
          case 4 -> game.command("recover", "--yes");
          case 5 -> game.command("doctor", "--fix");
          case 6 -> game.command("build", "--wait", "1");
          default -> game.command("build");
        };
    Process process = Program.start(command);
    running.add(process.pid());
    everRun.add(process.pid());
    try {
      boolean isKilled = random.nextInt(4) == 0;
      if (random.nextInt(4) == 0) {
        pause(process, random);
      }
      if (isKilled && !process.waitFor(random.nextInt(1_500), TimeUnit.MILLISECONDS)) {
        // Process.destroyForcibly would close what is still to be read.
        process.toHandle().destroyForcibly();
        killed.incrementAndGet();
      }
      judge.accept(Program.await(process));
    } finally {
      running.remove(process.pid());
    }
  }

  private void pause(Process process, Random random) throws InterruptedException {
    boolean _ = process.waitFor(random.nextInt(800), TimeUnit.MILLISECONDS);
    if (process.isAlive() && Program.isThere("kill", "-STOP", String.valueOf(process.pid()))) {
      stopped.incrementAndGet();
      boolean _ = process.waitFor(random.nextInt(400), TimeUnit.MILLISECONDS);
      boolean _ = Program.isThere("kill", "-CONT", String.valueOf(process.pid()));
    }
  }

  private void judge(Program.Ended ended) {
    switch (ended.status()) {
      case 0 -> {
        done.incrementAndGet();
        Matcher id = ADDED.matcher(ended.out());
        while (id.find()) {
          ids.add(id.group(1));
        }
      }
      case 4 -> {
        if (ended.out().contains("\"code\":\"PA9003\"")) {
          Matcher owner = OWNER.matcher(ended.out());
          if (owner.find() && everRun.contains(Long.parseLong(owner.group(1)))) {
            lost.incrementAndGet();
          } else {
            nameless.incrementAndGet();
          }
        } else {
          // A document that another process replaced while it was read.
          assertThat(ended.out()).contains("FILE_CHANGED");
        }
      }
      case 1 ->
          // A document changed between its reading and the decision; or the process before was
          // killed after its decision, and its documents wait for a recovery.
          assertThat(ended.out()).containsAnyOf("FILE_CHANGED", "PUBLICATION_UNFINISHED");
      default -> assertThat(ended.status()).as(ended.out() + ended.err()).isEqualTo(137);
    }
  }
}

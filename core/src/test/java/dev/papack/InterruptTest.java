package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.campaign.Campaign;
import dev.papack.convert.Capacity;
import dev.papack.disk.SystemDisk;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import dev.papack.progress.Progress;
import dev.papack.result.AddRequest;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import dev.papack.result.Existing;
import dev.papack.result.IgnoreRequest;
import dev.papack.result.MergeRequest;
import dev.papack.result.PathTarget;
import dev.papack.result.SettingChange;
import dev.papack.result.SettingsRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * An interrupt of the thread is a cancellation, whatever the thread is doing: the operation throws
 * {@link CancelledException} or was done already, and the files are the old ones or the new ones.
 */
class InterruptTest {
  private static final long SEED = 20261129;

  @TempDir private Path temporary = Path.of("");

  /** How an operation ended. */
  private enum End {
    DONE,
    CANCELLED
  }

  /** An operation that writes, in a workspace of the real disk. */
  @FunctionalInterface
  private interface Operation {
    Object run(Session session) throws IOException, CancelledException;
  }

  private static final Map<WritingCommand, Operation> OPERATIONS =
      Map.of(
          WritingCommand.BUILD, session -> session.build(Drift.TOLERATED),
          WritingCommand.ADD,
              session ->
                  session.add(
                      AddRequest.of(List.of(session.workspace().resolve("assets"))), Effect.WRITE),
          WritingCommand.DOCTOR, session -> session.fix(Effect.WRITE),
          WritingCommand.MIGRATE, session -> session.migrate(List.of(), Effect.WRITE, _ -> {}),
          WritingCommand.REMOVE, session -> session.remove("hero", Effect.WRITE),
          WritingCommand.RENAME, session -> session.rename("hero", "knight", Effect.WRITE),
          WritingCommand.MOVE,
              session ->
                  session.move(
                      session.workspace().resolve("assets/hero.asset.json"),
                      session.workspace().resolve("assets/people/hero.asset.json"),
                      Effect.WRITE),
          WritingCommand.SET,
              session ->
                  session.set(
                      new SettingsRequest(
                          List.of(new SettingChange.Assign("tile_size", "8")),
                          List.of(
                              new PathTarget.Named(
                                  session.workspace().resolve("assets/hero.asset.json")))),
                      Effect.WRITE),
          WritingCommand.IGNORE,
              session ->
                  session.ignore(new IgnoreRequest(List.of("raw/**"), List.of()), Effect.WRITE),
          WritingCommand.REBUILD_MISSING, session -> session.rebuildRegistry(Effect.WRITE));

  private static Path copy(TestWorkspace workspace, Path folder) throws IOException {
    for (String path : workspace.disk.files("game").keySet()) {
      Path file = folder.resolve(path.substring("game/".length()));
      Files.createDirectories(file.getParent());
      Files.write(file, workspace.disk.read(path));
    }
    return folder;
  }

  private static Map<String, String> visible(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (!name.startsWith(".papack/")) {
          files.put(name, Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return files;
  }

  private static Session open(Path folder) throws IOException, CancelledException {
    return accepted(
        new Packer(new SystemDisk(), new Random(SEED), Capacity.ofProcess().withThreads(2))
            .openForRepair(folder));
  }

  /** Runs it in a thread that is interrupted after a while. */
  private static End interrupted(Operation operation, Path folder, long nanos)
      throws InterruptedException {
    AtomicReference<Object> result = new AtomicReference<>(End.DONE);
    AtomicInteger flag = new AtomicInteger();
    Thread thread =
        Thread.ofPlatform()
            .start(() -> {
              try {
                Object _ = operation.run(open(folder));
              } catch (CancelledException cancelled) {
                result.set(End.CANCELLED);
                flag.set(Thread.currentThread().isInterrupted() ? 1 : -1);
              } catch (IOException | RuntimeException | Error trouble) {
                result.set(trouble);
              }
            });
    LockSupport.parkNanos(nanos);
    thread.interrupt();
    thread.join();
    assertThat(result.get()).isInstanceOf(End.class);
    assertThat(flag.get()).as("the flag of a cancelled thread").isNotEqualTo(-1);
    return (End) result.get();
  }

  /** Cancels once it has been told and asked so often. */
  private static final class Canceller implements Observer {
    private final AtomicInteger seen = new AtomicInteger();
    private final int after;

    Canceller(int after) {
      this.after = after;
    }

    @Override
    public void observe(Progress event) {
      seen.incrementAndGet();
    }

    @Override
    public boolean isCancelled() {
      return seen.incrementAndGet() > after;
    }
  }

  private static End cancelled(Operation operation, Path folder, int after) throws IOException {
    try {
      Object _ = operation.run(open(folder).followedBy(new Canceller(after)));
      return End.DONE;
    } catch (CancelledException _) {
      return End.CANCELLED;
    }
  }

  @Test
  void anInterruptOrACancellationAnywhereLeavesTheOldOrTheNewFiles() throws Exception {
    Random random = new Random(SEED);
    Map<End, Integer> ends = new EnumMap<>(End.class);
    int rounds = Campaign.amount(8, 200);
    int number = 0;
    for (Map.Entry<WritingCommand, Operation> each : OPERATIONS.entrySet()) {
      TestWorkspace ready = each.getKey().ready();
      Path whole = copy(ready, temporary.resolve("whole" + number));
      Map<String, String> before = visible(whole);
      Canceller never = new Canceller(Integer.MAX_VALUE);
      long start = System.nanoTime();
      Object _ = each.getValue().run(open(whole).followedBy(never));
      long tookNanos = System.nanoTime() - start;
      Map<String, String> after = visible(whole);
      assertThat(after).isNotEqualTo(before);
      for (int round = 0; round < 2 * rounds; round++) {
        Path folder = copy(ready, temporary.resolve("round" + number++));
        End end =
            round % 2 == 0
                ? interrupted(
                    each.getValue(), folder, (long) (random.nextDouble() * 1.2 * tookNanos))
                : cancelled(each.getValue(), folder, random.nextInt(never.seen.get() + 1));
        ends.merge(end, 1, Integer::sum);
        assertThat(visible(folder)).as("%s %s", each.getKey(), end).isIn(before, after);
        assertThat(folder.resolve(".papack/journal.json")).doesNotExist();
        assertThat(folder.resolve(".papack/journal.back")).doesNotExist();
      }
    }
    assertThat(ends).containsKeys(End.DONE, End.CANCELLED);
    Campaign.report(
        "interrupts",
        Campaign.share(2L * rounds * OPERATIONS.size(), 4_000)
            + " interrupts and cancellations of writing operations: 0 torn, "
            + ends
            + " (seed "
            + SEED
            + ")");
  }

  /** What a packer does without a session. */
  @FunctionalInterface
  private interface PackerWork {
    Object run(Packer packer, Path folder) throws IOException, CancelledException;
  }

  private static final Map<String, PackerWork> WITHOUT_SESSION =
      Map.of(
          "open", Packer::open,
          "open for repair", Packer::openForRepair,
          "find publisher", (packer, folder) -> packer.findPublisher(folder.resolve("assets.pa")),
          "init", (packer, folder) -> packer.init(folder.resolve("new")),
          "create a folder", (packer, folder) -> packer.createFolder(folder.resolve("a/b")),
          "inspect", (packer, folder) -> packer.inspect(folder.resolve("assets.pa")),
          "verify", (packer, folder) -> packer.verify(folder.resolve("assets.pa")),
          "diff",
              (packer, folder) ->
                  packer.diff(folder.resolve("assets.pa"), folder.resolve("assets.pa")),
          "extract",
              (packer, folder) ->
                  packer.extract(
                      folder.resolve("assets.pa"),
                      "hero",
                      folder.resolve("hero.png"),
                      Existing.KEEP),
          "merge a file",
              (packer, folder) ->
                  packer.mergeFile(
                      new MergeRequest(
                          folder.resolve("assets/hero.asset.json"),
                          folder.resolve("assets/hero.asset.json"),
                          folder.resolve("assets/hero.asset.json"),
                          Optional.empty())));

  @TestFactory
  Stream<DynamicTest> aThreadThatIsInterruptedAlreadyGetsNoTroubleOfTheDisk() throws Exception {
    Path folder = copy(WritingCommand.BUILD.ready(), temporary.resolve("interrupted"));
    Map<String, String> before = visible(folder);
    return WITHOUT_SESSION.entrySet().stream()
        .map(each ->
            DynamicTest.dynamicTest(
                each.getKey(),
                () -> {
                  Thread.currentThread().interrupt();
                  try {
                    assertThatThrownBy(() -> each.getValue().run(Packer.create(), folder))
                        .isInstanceOf(CancelledException.class);
                  } finally {
                    assertThat(Thread.interrupted()).as("the flag").isTrue();
                  }
                  assertThat(visible(folder)).isEqualTo(before);
                }));
  }

  /** A pack that takes a while to read. */
  private Path largePack() throws Exception {
    TestWorkspace workspace = TestWorkspace.create();
    int[] noise = new int[1 << 20];
    Random random = new Random(SEED);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (short) random.nextInt();
    }
    workspace.sound("assets/noise.wav", noise);
    workspace.add("assets");
    workspace.build();
    return copy(workspace, temporary.resolve("large"));
  }

  @Test
  void anInterruptWhileAPackIsReadIsACancellation() throws Exception {
    Path folder = largePack();
    Path pack = folder.resolve("assets.pa");
    Path output = folder.resolve("noise.out");
    List<Operation> works =
        List.of(
            _ -> Packer.create().verify(pack),
            _ -> Packer.create().diff(pack, pack),
            _ -> Packer.create().extract(pack, "noise", output, Existing.REPLACE));
    List<Long> tookNanos = new ArrayList<>();
    for (Operation work : works) {
      long start = System.nanoTime();
      Object _ = work.run(open(folder));
      tookNanos.add(System.nanoTime() - start);
    }
    Random random = new Random(SEED);
    Map<End, Integer> ends = new EnumMap<>(End.class);
    for (int round = 0; round < 60; round++) {
      Operation work = works.get(round % works.size());
      long nanos = (long) (random.nextDouble() * 1.5 * tookNanos.get(round % works.size()));
      ends.merge(interrupted(work, folder, nanos), 1, Integer::sum);
    }
    assertThat(ends).containsKeys(End.DONE, End.CANCELLED);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .allMatch(name -> !name.endsWith(".out") || name.equals("noise.out"));
    }
  }
}

package dev.papack.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.papack.campaign.Campaign;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL at random moments of every command that writes; of those that publish, every other kill
 * is aimed at the moments after the decision. What is left is whole, or decided and whole in the
 * end.
 */
class KilledAtRandomTest {
  private static final long SEED = 20_261_129;

  /** So many that their replacement takes a while. */
  private static final int ASSETS = Campaign.amount(10, 30);

  private static final long MAX_WAIT_SECONDS = 60;
  private static final int MAX_TRIES = 50;

  @TempDir private static Path shared = Path.of("");
  private static Game template = new Game(Path.of(""));

  @TempDir private Path temporary = Path.of("");

  /** A command, and a workspace in which it has something to do. */
  private enum Command {
    BUILD("build") {
      @Override
      void prepare(Game game) throws IOException {
        game.draw("hero", 0x123456);
      }
    },
    ADD("add assets") {
      @Override
      void prepare(Game game) throws IOException {
        for (int i = 0; i < ASSETS; i++) {
          game.draw("new" + i, i);
        }
      }
    },
    REMOVE("remove hero"),
    MIGRATE("migrate") {
      @Override
      void prepare(Game game) throws IOException {
        game.age();
      }
    },
    DOCTOR("doctor --fix") {
      @Override
      void prepare(Game game) throws IOException {
        Path assets = game.folder().resolve("assets");
        Path copies = Files.createDirectory(assets.resolve("copies"));
        for (int i = 0; i < ASSETS; i++) {
          String name = "asset" + i;
          Files.copy(assets.resolve(name + ".png"), copies.resolve(name + ".png"));
          String declaration = Files.readString(assets.resolve(name + ".asset.json"));
          Files.writeString(
              copies.resolve(name + ".asset.json"),
              declaration.replace("\"name\": \"asset", "\"name\": \"copy"));
        }
      }
    },
    REBUILD("registry rebuild") {
      @Override
      void prepare(Game game) throws IOException {
        Files.writeString(game.folder().resolve("assets/index.json"), "<<<<<<< ours\n");
      }
    },
    /** Documents whose publication was decided. */
    RECOVER("recover --yes") {
      @Override
      void prepare(Game game) throws IOException {
        ADD.prepare(game);
      }

      @Override
      void decide(Game game) throws IOException {
        decide(game, ADD);
      }
    },
    /** A pack whose publication was decided. */
    RECOVER_BUILD("recover --yes") {
      @Override
      void prepare(Game game) throws IOException {
        BUILD.prepare(game);
      }

      @Override
      void decide(Game game) throws IOException {
        decide(game, BUILD);
      }
    };

    private final String words;

    Command(String words) {
      this.words = words;
    }

    /** Makes something to do. */
    void prepare(Game game) throws IOException {}

    /** Leaves a decision, where that is what there is to do. */
    void decide(Game game) throws IOException {}

    boolean isDecidedBefore() {
      return this == RECOVER || this == RECOVER_BUILD;
    }

    List<String> in(Game game) {
      return game.command(
          Stream.of(words.split(" ", -1))
              .map(word -> word.equals("assets") ? game.folder().resolve(word).toString() : word)
              .toArray(String[]::new));
    }

    /** Kills it as soon as it has decided; it may be done by then. */
    static void decide(Game game, Command command) throws IOException {
      Process process = Program.start(command.in(game));
      awaitDecision(game, process);
      process.toHandle().destroyForcibly();
      Program.await(process);
    }
  }

  /**
   * A command as it is when nobody kills it.
   *
   * @param ready a workspace before it
   * @param milliseconds how long it takes
   */
  private record Whole(
      Path ready, Set<String> ids, GameState before, GameState after, int milliseconds) {}

  /** When the process is killed. */
  private enum Aim {
    ANYWHERE,
    AFTER_THE_DECISION
  }

  /** What was counted. */
  private static final class Figures {
    private int rounds;
    private int killed;
    private int decided;
    private int old;
    private int done;
    private final Set<Command> decidedCommands = EnumSet.noneOf(Command.class);
  }

  @BeforeAll
  static void findProgram() throws IOException {
    Program.train();
    template = Game.create(shared.resolve("template"));
    for (int i = 0; i < ASSETS; i++) {
      template.draw("asset" + i, 0x010203 * i);
    }
    template.papack("add", template.folder().resolve("assets").toString()).expect(0);
    template.papack("build").expect(0);
  }

  private Game fresh(Game from) throws IOException {
    Path folder = temporary.resolve("game");
    if (Files.exists(folder)) {
      Program.run(List.of("rm", "-r", folder.toString())).expect(0);
    }
    return from.copyTo(folder);
  }

  /** A workspace before a command; where it needs a decision, with one of this very folder. */
  private Game begin(Command command, Path ready) throws IOException {
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Game game = fresh(new Game(ready));
      command.decide(game);
      if (game.isDecided() == command.isDecidedBefore()) {
        return game;
      }
    }
    throw new IllegalStateException(command + " is too quick to be killed after its decision");
  }

  private Whole whole(Command command) throws IOException {
    Game prepared = fresh(template);
    command.prepare(prepared);
    Path ready = temporary.resolve("ready-" + command);
    prepared.copyTo(ready);
    Set<String> ids = GameState.ids(template);
    GameState before = GameState.of(prepared, ids);
    Game game = begin(command, ready);
    long start = System.nanoTime();
    Program.run(command.in(game)).expect(0);
    long milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    GameState after = GameState.of(game, ids);
    assertThat(after).as("%s", command).isNotEqualTo(before);
    return new Whole(ready, ids, before, after, Math.toIntExact(milliseconds));
  }

  /** Returns once the journal is there, or the process is not. */
  private static void awaitDecision(Game game, Process process) {
    long latest = System.nanoTime() + TimeUnit.SECONDS.toNanos(MAX_WAIT_SECONDS);
    while (process.isAlive() && !game.isDecided() && System.nanoTime() < latest) {
      Thread.onSpinWait();
    }
  }

  private static void pause(Process process, long microseconds) throws InterruptedException {
    boolean _ = process.waitFor(microseconds, TimeUnit.MICROSECONDS);
  }

  private void round(Command command, Whole whole, Random random, Figures figures)
      throws Exception {
    Game game = begin(command, whole.ready());
    Aim aim =
        command.isDecidedBefore() || random.nextBoolean() ? Aim.ANYWHERE : Aim.AFTER_THE_DECISION;
    Process process = Program.start(command.in(game));
    switch (aim) {
      case ANYWHERE -> pause(process, random.nextInt(1_000 * whole.milliseconds()));
      case AFTER_THE_DECISION -> {
        awaitDecision(game, process);
        pause(process, random.nextInt(3_000));
      }
    }
    process.toHandle().destroyForcibly();
    int status = Program.await(process).status();
    assertThat(status).as("killed, or done").isIn(0, 137);
    figures.rounds++;
    figures.killed += status == 137 ? 1 : 0;
    judge(command, whole, game, figures, random);
  }

  /** What a killed command left: as the specification says, now and after what comes next. */
  private static void judge(Command command, Whole whole, Game game, Figures figures, Random random)
      throws IOException {
    GameState left = GameState.of(game, whole.ids());
    boolean isDecided = game.isDecided();
    if (isDecided) {
      figures.decided++;
      figures.decidedCommands.add(command);
      assertThat(left.isBetween(whole.before(), whole.after())).as("%s", command).isTrue();
      requireStopped(game, whole, random);
    } else {
      assertThat(left).as("%s, not decided", command).isIn(whole.before(), whole.after());
    }
    game.papack("recover", "--yes").expect(0);
    GameState recovered = GameState.of(game, whole.ids());
    if (isDecided) {
      assertThat(recovered).as("%s, decided", command).isEqualTo(whole.after());
    } else {
      assertThat(recovered).as("%s", command).isEqualTo(left);
    }
    if (recovered.equals(whole.before())) {
      figures.old++;
    } else {
      figures.done++;
    }
    assertThat(Files.exists(game.folder().resolve(".papack/staging"))).isFalse();
    assertThat(game.authored().keySet()).noneMatch(file -> file.contains("/.papack-"));
    if (random.nextInt(4) == 0) {
      again(command, whole, game, recovered);
    }
  }

  /** Documents stop whoever judges; a build completes a pack. */
  private static void requireStopped(Game game, Whole whole, Random random) throws IOException {
    boolean isOfAPack = !whole.before().published().equals(whole.after().published());
    GameState left = GameState.of(game, whole.ids());
    if (isOfAPack) {
      game.papack("verify").expect(1);
      if (random.nextInt(3) == 0) {
        game.papack("build").expect(0);
        assertThat(GameState.of(game, whole.ids())).isEqualTo(whole.after());
      }
    } else {
      for (String command : List.of("check", "build")) {
        Program.Ended stopped = game.papack(command).expect(1);
        assertThat(stopped.out()).contains("\"code\":\"PA7002\"");
      }
      assertThat(GameState.of(game, whole.ids())).isEqualTo(left);
    }
  }

  /** Old as it is, the same command does its work; new, a set is published and valid. */
  private static void again(Command command, Whole whole, Game game, GameState recovered)
      throws IOException {
    if (recovered.equals(whole.before())) {
      Program.run(command.in(game)).expect(0);
      assertThat(GameState.of(game, whole.ids())).as("%s again", command).isEqualTo(whole.after());
    }
    game.papack("build").expect(0);
    game.papack("verify").expect(0);
  }

  @Test
  void killedAnywhereItLeavesTheOldOrTheNewOrADecision() throws Exception {
    Random random = new Random(SEED);
    Figures figures = new Figures();
    Map<Command, Whole> wholes = new EnumMap<>(Command.class);
    List<Command> commands =
        switch (Campaign.current()) {
          case DAILY -> List.of(Command.BUILD, Command.ADD);
          case LONG, FULL -> List.of(Command.values());
        };
    int wanted = Campaign.amount(3, 500);
    // On a machine that is slow just then, no kill may come after a decision for a while.
    while (figures.killed < wanted || (figures.decided == 0 && figures.rounds < 10 * wanted)) {
      Command command = commands.get(figures.rounds % commands.size());
      if (!wholes.containsKey(command)) {
        wholes.put(command, whole(command));
      }
      round(command, wholes.get(command), random, figures);
    }
    Campaign.report(
        "killed-at-random",
        "%s processes of %d commands killed at random moments: %d with a decision and finished, %d left the old state, %d the new; 0 torn, 0 mixed, 0 ids lost (seed %d)"
            .formatted(
                Campaign.share(figures.killed, 500),
                commands.size(),
                figures.decided,
                figures.old,
                figures.done - figures.decided,
                SEED));
    assertThat(figures.decided).isPositive();
  }

  /** Outside of a workspace, or before there is one: no record, and whole all the same. */
  @Test
  void killedWhileItMakesAWorkspaceOrMergesRegistriesItCanBeRepeated() throws Exception {
    assumeTrue(Campaign.current() != Campaign.DAILY, "starts hundreds of processes: --long");
    Random random = new Random(SEED);
    int wanted = 40;
    int killed = 0;
    int rounds = 0;
    for (; killed < wanted; rounds++) {
      killed += killedInit(random, rounds) + killedMerge(random);
    }
    Campaign.report(
        "killed-init-and-merge",
        "%d kills in %d rounds of init and merge file: each could be repeated, 0 registries torn (seed %d)"
            .formatted(killed, 2 * rounds, SEED));
  }

  /** Whether it was killed: 1 or 0. */
  private static int kill(List<String> command, long microseconds) throws Exception {
    Process process = Program.start(command);
    pause(process, microseconds);
    process.toHandle().destroyForcibly();
    int status = Program.await(process).status();
    assertThat(status).isIn(0, 137);
    return status == 137 ? 1 : 0;
  }

  private int killedInit(Random random, int round) throws Exception {
    Game game = new Game(temporary.resolve("new" + round));
    long start = System.nanoTime();
    Program.run("init", temporary.resolve("whole" + round).toString()).expect(0);
    long whole = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start);
    int killed = kill(Program.command("init", game.folder().toString()), random.nextLong(whole));
    Program.Ended again = Program.run("init", game.folder().toString());
    // It may have been done.
    assertThat(again.status()).as(again.out() + again.err()).isIn(0, 1);
    game.draw("hero", 0x123456);
    game.papack("add", game.folder().resolve("assets").toString()).expect(0);
    game.papack("build").expect(0);
    return killed;
  }

  private int killedMerge(Random random) throws Exception {
    Path index = template.folder().resolve("assets/index.json");
    Path base = temporary.resolve("base.json");
    Path ours = temporary.resolve("ours.json");
    Path theirs = temporary.resolve("theirs.json");
    String all = Files.readString(index);
    String without = all.replaceFirst("\\n *\\{[^}]*\\},", "");
    assertThat(without).isNotEqualTo(all);
    for (Path file : List.of(base, ours)) {
      Files.writeString(file, without);
    }
    Files.writeString(theirs, all);
    List<String> merge =
        Program.command(
            "merge",
            "file",
            base.toString(),
            ours.toString(),
            theirs.toString(),
            "assets/index.json");
    long start = System.nanoTime();
    Program.run(merge).expect(0);
    long whole = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start);
    String merged = Files.readString(ours);
    assertThat(merged).isNotEqualTo(without);
    Files.writeString(ours, without);
    int killed = kill(merge, random.nextLong(whole));
    assertThat(Files.readString(ours)).isIn(without, merged);
    Program.run(merge).expect(0);
    assertThat(Files.readString(ours)).isEqualTo(merged);
    return killed;
  }

  /** What the check is worth: one new file among old ones, and no record, is found out. */
  @Test
  void mixtureWithoutARecordIsFoundOut() throws Exception {
    Whole whole = whole(Command.BUILD);
    Game game = fresh(new Game(whole.ready()));
    Files.write(
        game.folder().resolve("build/preload.json"),
        whole
            .after()
            .published()
            .getOrDefault("build/preload.json", "")
            .getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> judge(Command.BUILD, whole, game, new Figures(), new Random(SEED)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("not decided");
  }
}

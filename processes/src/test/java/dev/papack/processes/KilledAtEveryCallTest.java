package dev.papack.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.papack.campaign.Campaign;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real process is killed on its way into every single call that changes the workspace, of every
 * writing command, and what it leaves is recovered. A call that only reads changes nothing, so a
 * kill there is one between two calls that do.
 */
class KilledAtEveryCallTest {
  /** What changes a file system; an open changes it where it creates. */
  private static final List<String> CALLS =
      List.of(
          "openat",
          "write",
          "pwrite64",
          "fsync",
          "mkdir",
          "mkdirat",
          "rename",
          "renameat",
          "renameat2",
          "unlink",
          "unlinkat",
          "rmdir",
          "ftruncate");

  /**
   * Such as {@code 4711 openat(12</game/.papack>, "owner.new", O_RDWR|O_CREAT|...) = 7</game/...>}.
   */
  private static final Pattern CALL = Pattern.compile("(\\d+) +(\\w+)\\((.*)");

  @TempDir private Path temporary = Path.of("");

  private int points;
  private int hit;
  private int finished;

  /** Calls that are given a handle and no name. */
  private static final Set<String> OF_HANDLES = Set.of("write", "pwrite64", "fsync", "ftruncate");

  private static final Pattern HANDLE = Pattern.compile("\\d+<([^>]+)>.*");
  private static final Pattern NAME = Pattern.compile("[^\"]*\"([^\"]+)\".*");

  /**
   * One call: the n-th of its name at a place, of one thread. What comes after the decision is done
   * by a thread of its own, so that calls are told apart by their places too.
   */
  private record Point(String call, String place, int number) {
    /** Counts a line of the log, if it is a call at a place. */
    static Optional<Point> find(String line, Map<String, Integer> counts) {
      Matcher call = CALL.matcher(line);
      if (!call.matches()) {
        return Optional.empty();
      }
      Pattern places = OF_HANDLES.contains(call.group(2)) ? HANDLE : NAME;
      Matcher place = places.matcher(call.group(3));
      if (!place.matches()) {
        return Optional.empty();
      }
      String key = String.join(" ", call.group(1), call.group(2), place.group(1));
      int number = counts.merge(key, 1, Integer::sum);
      return Optional.of(new Point(call.group(2), place.group(1), number));
    }
  }

  /** Puts the workspace into a state in which a command has something to do. */
  @FunctionalInterface
  private interface Preparation {
    void prepare(Game game) throws IOException;
  }

  @BeforeAll
  static void findPrograms() {
    assumeTrue(Campaign.current() != Campaign.DAILY, "starts a process for every call: --long");
    assumeTrue(
        Program.isThere("strace", "--seccomp-bpf", "-f", "-e", "trace=rename", "true"),
        "there is no strace that may trace");
    Program.train();
  }

  @Test
  void killedAnywhereItLeavesTheOldOrTheNewAndNoIdIsLost() throws Exception {
    Game first = Game.create(temporary.resolve("first"));
    killEverywhere(first, game -> game.draw("hero", 0x123456), "build");
    killEverywhere(first, game -> game.draw("new", 0x123456), "add", "assets/new.png");
    killEverywhere(first, game -> {}, "remove", "hero");
    killEverywhere(first, Game::age, "migrate");
    killEverywhere(first, game -> {}, "rename", "hero", "knight");
    killEverywhere(
        first, game -> {}, "move", "assets/hero.asset.json", "assets/people/hero.asset.json");
    killEverywhere(first, game -> {}, "set", "tile_size=8", "assets");
    killEverywhere(first, game -> {}, "ignore", "raw/**");
    Game decided = new Game(temporary.resolve("decided"));
    killedAfterTheDecision(first, decided);
    killEverywhere(decided, game -> {}, "recover", "--yes");
    Campaign.report(
        "killed-at-every-call",
        "%d calls that change a workspace (build, add, remove, migrate, rename, move, set, ignore, recover), %d processes killed on the way into one: 0 torn, 0 mixed, 0 ids lost; %d had decided and were finished by recover"
            .formatted(points, hit, finished));
    assertThat(hit).isGreaterThan(points * 9 / 10);
  }

  /** The workspace is not touched at all, so that what it published itself stays, too. */
  @Test
  void killedBuildThatPublishesElsewhereLeavesTheOldOrTheNewThere() throws Exception {
    Game first = Game.create(temporary.resolve("first"));
    Path out = first.folder().resolve("out");
    first.papack("build", "--output", out.toString()).expect(0);
    Map<String, String> before = Game.published(out);
    Game whole = fresh(first, game -> game.draw("hero", 0x123456));
    String[] command = {"build", "--output", whole.folder().resolve("out").toString()};
    List<Point> calls = trace(whole, temporary.resolve("whole.log"), command);
    Map<String, String> after = Game.published(whole.folder().resolve("out"));
    GameState workspace = GameState.of(whole, Set.of());
    assertThat(after).isNotEqualTo(before);
    remove(whole);
    int killed = 0;
    for (Point point : calls) {
      Game game = fresh(first, one -> one.draw("hero", 0x123456));
      killed += kill(game, point, command) ? 1 : 0;
      Path output = game.folder().resolve("out");
      boolean isDecided = Files.exists(output.resolve(".papack/journal.json"));
      game.papack("recover", "--yes", "--output", output.toString()).expect(0);
      Map<String, String> recovered = Game.published(output);
      assertThat(recovered).as("killed at %s", point).isIn(before, after);
      assertThat(recovered.equals(after) || !isDecided).as("decided at %s", point).isTrue();
      assertThat(GameState.of(game, Set.of())).as("workspace at %s", point).isEqualTo(workspace);
      remove(game);
    }
    assertThat(killed).isGreaterThan(calls.size() * 9 / 10);
    Campaign.report(
        "killed-at-every-call-elsewhere",
        "%d calls of a build with --output that change a file, %d processes killed on the way into one: 0 torn, 0 mixed, the workspace as it was"
            .formatted(calls.size(), killed));
  }

  /** A workspace whose build was killed right after its decision. */
  private void killedAfterTheDecision(Game from, Game to) throws IOException {
    from.copyTo(to.folder());
    to.draw("hero", 0x654321);
    kill(to, new Point("renameat", "assets.pa", 1), "build");
    assertThat(to.folder().resolve(".papack/journal.json")).exists();
  }

  private void killEverywhere(Game from, Preparation preparation, String... command)
      throws IOException {
    Game whole = fresh(from, preparation);
    Set<String> ids = GameState.ids(whole);
    assertThat(ids).isNotEmpty();
    GameState before = GameState.of(whole, ids);
    List<Point> calls = trace(whole, temporary.resolve("whole.log"), command);
    GameState after = GameState.of(whole, ids);
    assertThat(after).isNotEqualTo(before);
    remove(whole);
    points += calls.size();
    Set<GameState> seen = new HashSet<>();
    for (Point point : calls) {
      Game game = fresh(from, preparation);
      if (kill(game, point, command)) {
        hit++;
      }
      boolean isDecided = Files.exists(game.folder().resolve(".papack/journal.json"));
      game.papack("recover", "--yes").expect(0);
      GameState recovered = GameState.of(game, ids);
      assertThat(recovered).as("%s killed at %s", List.of(command), point).isIn(before, after);
      if (isDecided) {
        assertThat(recovered).as("decided, then killed at %s", point).isEqualTo(after);
        finished++;
      }
      seen.add(recovered);
      remove(game);
    }
    assertThat(seen).contains(after);
  }

  private Game fresh(Game from, Preparation preparation) throws IOException {
    Game game = from.copyTo(temporary.resolve("game"));
    preparation.prepare(game);
    return game;
  }

  private static void remove(Game game) {
    Program.run(List.of("rm", "-r", game.folder().toString())).expect(0);
  }

  private static List<String> command(Game game, String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.replaceAll(argument ->
        argument.startsWith("assets") ? game.folder().resolve(argument).toString() : argument);
    if (command[0].equals("build")) {
      arguments.addAll(List.of("--threads", "1"));
    }
    return game.command(arguments.toArray(String[]::new));
  }

  /** Carries a command out, and says which calls of which number changed the workspace. */
  private List<Point> trace(Game game, Path log, String... command) throws IOException {
    List<String> traced =
        new ArrayList<>(
            List.of(
                "strace",
                "--seccomp-bpf",
                "-f",
                "-y",
                "-o",
                log.toString(),
                "-e",
                "trace=" + String.join(",", CALLS)));
    traced.addAll(command(game, command));
    Program.run(traced).expect(0);
    Set<Point> found = new LinkedHashSet<>();
    Map<String, Integer> counts = new HashMap<>();
    Set<String> changes = new HashSet<>(changes(log, game));
    for (String line : Files.readAllLines(log, StandardCharsets.ISO_8859_1)) {
      Optional<Point> point = Point.find(line, counts);
      if (changes.contains(line)) {
        found.add(point.orElseThrow());
      }
    }
    return List.copyOf(found);
  }

  private static List<String> changes(Path log, Game game) throws IOException {
    List<String> changes = new ArrayList<>();
    for (String line : Files.readAllLines(log, StandardCharsets.ISO_8859_1)) {
      boolean reads = line.contains(" openat(") && !line.contains("O_CREAT");
      if (CALL.matcher(line).matches() && line.contains(game.folder().toString()) && !reads) {
        changes.add(line);
      }
    }
    return changes;
  }

  /**
   * Whether the process was killed there; it may have made fewer calls than the one watched. A
   * strace that lets the kernel choose what it stops at ({@code --seccomp-bpf}) kills nobody.
   */
  private boolean kill(Game game, Point point, String... command) {
    List<String> traced =
        new ArrayList<>(
            List.of(
                "strace",
                "-f",
                "-o",
                "/dev/null",
                "-P",
                point.place(),
                "-e",
                "trace=" + point.call(),
                "-e",
                "inject=" + point.call() + ":signal=SIGKILL:when=" + point.number()));
    traced.addAll(command(game, command));
    int status = Program.run(traced).status();
    assertThat(status).as("killed, or done").isIn(0, 137);
    return status == 137;
  }
}

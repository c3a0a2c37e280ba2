package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.diagnostic.Outcome;
import dev.papack.disk.DiskException;
import dev.papack.disk.MemoryDisk;
import dev.papack.disk.TestDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A crash, or a failing disk, at every single operation of every writing command. */
class CrashTest {
  private static final Pattern ID =
      Pattern.compile("\"asset_id\": (\\d+)|^    (\\d+),?$", Pattern.MULTILINE);

  private TestWorkspace template;

  /** A writing command. */
  enum Command {
    BUILD {
      @Override
      Outcome<?> run(TestWorkspace workspace, Session session)
          throws IOException, CancelledException {
        return session.build(Drift.TOLERATED, Observer.NONE);
      }
    },
    ADD {
      @Override
      Outcome<?> run(TestWorkspace workspace, Session session) throws IOException {
        return session.add(workspace.request("assets"));
      }
    },
    REMOVE {
      @Override
      Outcome<?> run(TestWorkspace workspace, Session session) throws IOException {
        return session.remove("hero");
      }
    },
    DOCTOR {
      @Override
      Outcome<?> run(TestWorkspace workspace, Session session) throws IOException {
        return session.mend();
      }
    },
    MIGRATE {
      @Override
      Outcome<?> run(TestWorkspace workspace, Session session)
          throws IOException, CancelledException {
        return session.migrate(List.of(), _ -> {}, Observer.NONE);
      }
    },
    REBUILD {
      @Override
      Outcome<?> run(TestWorkspace workspace, Session session) throws IOException {
        return session.rebuildRegistry();
      }
    };

    abstract Outcome<?> run(TestWorkspace workspace, Session session)
        throws IOException, CancelledException;
  }

  @BeforeEach
  void publishFirstSet() throws Exception {
    template = TestWorkspace.create();
    template.picture("assets/hero.png", 0xFFCC2211).sound("assets/jump.wav", 1, 2, 3);
    template.add("assets");
    template.build();
    template.picture("assets/hero.png", 0xFF11CC22);
  }

  /** What {@code add} and {@code doctor} find to do: a move, a copy, a declaration without id. */
  private void prepare(Command command, TestWorkspace workspace) throws IOException {
    if (command == Command.REBUILD) {
      workspace.write("assets/index.json", "<<<<<<< ours\n");
    }
    if (command == Command.ADD || command == Command.DOCTOR) {
      workspace.picture("assets/new/tree.png", 0xFF004400);
      workspace.copy("assets/jump.asset.json", "assets/leap.asset.json");
      workspace.move("assets/hero.png", "assets/moved/hero.png");
      workspace.move("assets/hero.asset.json", "assets/moved/hero.asset.json");
      workspace.picture("assets/bush.png", 0xFF008800);
      workspace.write(
          "assets/bush.asset.json",
          """
          {"artifact": "asset", "schema_version": 2, "name": "bush", "sources": ["bush.png"],
           "bank": "TILES", "tiles": {"tile_size": 16, "palettes": "auto"}}
          """);
    }
  }

  /** The same declarations and registry as version 1 had them. */
  private static void age(TestWorkspace workspace) {
    for (String file : List.of("hero.asset.json", "jump.asset.json", "index.json")) {
      String text = workspace.read("assets/" + file);
      workspace.write(
          "assets/" + file,
          text.replace("\"schema_version\": 2", "\"schema_version\": 1")
              .replaceAll("\"sources\": \\[(.*)\\]", "\"source\": $1"));
    }
  }

  private TestWorkspace fresh(Command command) throws IOException {
    TestWorkspace workspace = template.copy();
    prepare(command, workspace);
    if (command == Command.MIGRATE) {
      age(workspace);
    }
    return workspace;
  }

  private record State(Map<String, String> published, Map<String, String> authored) {}

  private static State stateOf(TestWorkspace workspace) throws IOException {
    return new State(workspace.published(), workspace.authored());
  }

  @ParameterizedTest
  @EnumSource
  void crashAnywhereLeavesOldOrNewAndTheNextCommandRecovers(Command command) throws Exception {
    State before = stateOf(fresh(command));
    TestWorkspace whole = fresh(command);
    TestDisk counting = TestDisk.healthy(whole.disk);
    assertThat(command.run(whole, whole.session(counting))).isInstanceOf(Outcome.Accepted.class);
    State after = stateOf(whole);
    assertThat(after).isNotEqualTo(before);
    Set<State> seen = new LinkedHashSet<>();
    for (int n = 1; n <= counting.operations(); n++) {
      TestWorkspace workspace = fresh(command);
      TestDisk dying = TestDisk.crashing(workspace.disk, n);
      assertThat(crashes(command, workspace, dying)).as("crash at %s", n).isTrue();
      assertThat(idsOf(workspace)).as("ids after the crash at %s", n).containsAll(idsOf(before));
      accepted(workspace.session().recover());
      State recovered = stateOf(workspace);
      assertThat(recovered).as("recovered from the crash at %s", n).isIn(before, after);
      seen.add(recovered);
      assertThat(workspace.has(".papack/journal.json")).isFalse();
      assertThat(workspace.has(".papack/staging")).isFalse();
      if (!recovered.equals(after)) {
        assertThat(command.run(workspace, workspace.session()))
            .isInstanceOf(Outcome.Accepted.class);
        assertThat(stateOf(workspace)).as("command after the crash at %s", n).isEqualTo(after);
      }
    }
    assertThat(seen).containsExactlyInAnyOrder(before, after);
  }

  @ParameterizedTest
  @EnumSource
  void crashAnywhereInTheRecoveryOfAnyCrashIsRecovered(Command command) throws Exception {
    State before = stateOf(fresh(command));
    TestWorkspace whole = fresh(command);
    TestDisk counting = TestDisk.healthy(whole.disk);
    accepted(command.run(whole, whole.session(counting)));
    State after = stateOf(whole);
    int crashes = 0;
    for (int n = 1; n <= counting.operations(); n++) {
      TestWorkspace crashed = fresh(command);
      crashes(command, crashed, TestDisk.crashing(crashed.disk, n));
      if (!crashed.has(".papack/journal.json")) {
        continue;
      }
      TestWorkspace copy = crashed.copy();
      TestDisk recovering = TestDisk.healthy(copy.disk);
      accepted(copy.session(recovering).recover());
      for (int m = 1; m <= recovering.operations(); m++) {
        TestWorkspace again = crashed.copy();
        try {
          again.session(TestDisk.crashing(again.disk, m)).recover();
        } catch (TestDisk.Crash expected) {
          crashes++;
        }
        accepted(again.session().recover());
        assertThat(stateOf(again)).as("crash at %s, then at %s", n, m).isEqualTo(after);
      }
    }
    assertThat(before).isNotEqualTo(after);
    assertThat(crashes).isGreaterThan(100);
  }

  @ParameterizedTest
  @EnumSource
  void failureAnywhereIsReportedAndLosesNothing(Command command) throws Exception {
    State before = stateOf(fresh(command));
    TestWorkspace whole = fresh(command);
    TestDisk counting = TestDisk.healthy(whole.disk);
    accepted(command.run(whole, whole.session(counting)));
    State after = stateOf(whole);
    int reported = 0;
    for (int n = 1; n <= counting.operations(); n++) {
      for (DiskException.Trouble trouble :
          List.of(DiskException.Trouble.OTHER, DiskException.Trouble.NO_SPACE)) {
        TestWorkspace workspace = fresh(command);
        TestDisk failing = TestDisk.failing(workspace.disk, n, trouble);
        try {
          Outcome<?> outcome = command.run(workspace, workspace.session(failing));
          assertThat(outcome).as("failure at %s", n).isInstanceOf(Outcome.Accepted.class);
          assertThat(stateOf(workspace)).as("success with a failure at %s", n).isEqualTo(after);
        } catch (DiskException expected) {
          assertThat(expected.trouble()).isEqualTo(trouble);
          reported++;
        }
        assertThat(failing.openHandles()).as("handles open after failure at %s", n).isZero();
        if (!workspace.has(".papack/journal.json")) {
          assertThat(stateOf(workspace)).as("failure at %s", n).isIn(before, after);
        }
        accepted(workspace.session().recover());
        assertThat(stateOf(workspace)).as("recovered from failure at %s", n).isIn(before, after);
      }
    }
    assertThat(reported).isGreaterThan(counting.operations());
  }

  @Test
  void crashInTheMiddleOfInitializationCanBeRepeated() throws Exception {
    Path folder = Path.of("/new");
    TestDisk counting = TestDisk.healthy(new MemoryDisk());
    accepted(new Packer(counting, new Random(0), 1).init(folder));
    for (int n = 1; n <= counting.operations(); n++) {
      MemoryDisk disk = new MemoryDisk();
      Packer dying = new Packer(TestDisk.crashing(disk, n), new Random(0), 1);
      assertThatThrownBy(() -> dying.init(folder)).isInstanceOf(TestDisk.Crash.class);
      Packer packer = new Packer(disk, new Random(0), 1);
      if (packer.open(folder) instanceof Outcome.Refused<Session>) {
        accepted(packer.init(folder));
      }
      Session session = accepted(packer.open(folder));
      assertThat(accepted(session.list()).faults()).as("crash at %s", n).isEmpty();
    }
  }

  private static boolean crashes(Command command, TestWorkspace workspace, TestDisk disk)
      throws IOException, CancelledException {
    try {
      command.run(workspace, workspace.session(disk));
      return false;
    } catch (TestDisk.Crash expected) {
      return true;
    }
  }

  private static Set<String> idsOf(TestWorkspace workspace) throws IOException {
    return idsOf(stateOf(workspace));
  }

  /** Every id that any document of the workspace knows. */
  private static Set<String> idsOf(State state) {
    Set<String> ids = new LinkedHashSet<>();
    new TreeMap<>(state.authored())
        .forEach((path, text) -> {
          Matcher matcher = ID.matcher(path.endsWith(".json") ? text : "");
          while (matcher.find()) {
            ids.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
          }
        });
    return ids;
  }
}

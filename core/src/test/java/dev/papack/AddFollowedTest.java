package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import dev.papack.progress.Phase;
import dev.papack.progress.Progress;
import dev.papack.result.Effect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code add} is followed and cancelled as {@code build} is. */
class AddFollowedTest {
  private static final long SEED = 20_261_130;

  private TestWorkspace workspace;

  @BeforeEach
  void create() throws IOException, CancelledException {
    workspace =
        TestWorkspace.create()
            .picture("assets/a/hero.png", 0xFF112233)
            .picture("assets/b/ghost.png", 0xFF332211)
            .sound("assets/b/jump.wav", 1, 2, 3)
            .write("assets/notes.txt", "hello")
            .declared("rock", 7, "rock");
  }

  /** Keeps the events, and cancels after so many. */
  private static final class Follower implements Observer {
    private final List<Progress> events = new ArrayList<>();
    private final int cancelAfter;

    Follower(int cancelAfter) {
      this.cancelAfter = cancelAfter;
    }

    @Override
    public void observe(Progress event) {
      events.add(event);
    }

    @Override
    public boolean isCancelled() {
      return events.size() > cancelAfter;
    }
  }

  @Test
  void everyPhaseCountsToItsEnd() throws Exception {
    Follower follower = new Follower(Integer.MAX_VALUE);

    accepted(
        workspace.session().followedBy(follower).add(workspace.request("assets"), Effect.WRITE));

    assertThat(follower.events.stream().map(Progress::phase).distinct())
        .containsExactly(Phase.READ, Phase.TRY, Phase.STAGE, Phase.VERIFY, Phase.PUBLISH);
    assertThat(
            follower.events.stream()
                .filter(event ->
                    event instanceof Progress.Passed(var _, int done, int total, var _)
                        && done == total)
                .map(Progress::phase))
        .containsExactly(Phase.TRY, Phase.STAGE, Phase.VERIFY, Phase.PUBLISH);
    assertThat(follower.events).contains(new Progress.Begun(Phase.TRY, 5));
  }

  @Test
  void aDryRunIsFollowedToo() throws Exception {
    Follower follower = new Follower(Integer.MAX_VALUE);

    accepted(
        workspace.session().followedBy(follower).add(workspace.request("assets"), Effect.SHOW));

    assertThat(follower.events.stream().map(Progress::phase).distinct())
        .containsExactly(Phase.READ, Phase.TRY);
  }

  @Test
  void aCancellationBeforeTheDecisionLeavesEverythingAsItWas() throws Exception {
    Follower whole = new Follower(Integer.MAX_VALUE);
    TestWorkspace done = workspace.copy();
    accepted(done.session().followedBy(whole).add(done.request("assets"), Effect.WRITE));
    int staged =
        (int) whole.events.stream().takeWhile(event -> event.phase() != Phase.VERIFY).count();
    Follower shown = new Follower(Integer.MAX_VALUE);
    accepted(workspace.session().followedBy(shown).add(workspace.request("assets"), Effect.SHOW));
    Map<String, String> before = workspace.authored();
    Random random = new Random(SEED);

    for (int round = 0; round < 60; round++) {
      TestWorkspace copy = workspace.copy();
      Follower follower = new Follower(random.nextInt(staged));
      Effect effect = random.nextInt(3) == 0 ? Effect.SHOW : Effect.WRITE;
      // A dry run asks at its last look at the disk, after all that it tells.
      boolean isAfterTheLastQuestion =
          effect == Effect.SHOW && follower.cancelAfter >= shown.events.size();
      Session session = copy.session();
      if (isAfterTheLastQuestion) {
        accepted(session.followedBy(follower).add(copy.request("assets"), effect));
      } else {
        assertThatThrownBy(() -> session.followedBy(follower).add(copy.request("assets"), effect))
            .as("seed %d, after %d, %s", SEED, follower.cancelAfter, effect)
            .isInstanceOf(CancelledException.class);
      }
      assertThat(copy.authored()).isEqualTo(before);
      assertThat(copy.has(".papack/journal.json")).isFalse();
      assertThat(copy.add("assets").assets()).hasSize(4);
    }
  }

  @Test
  void aCancellationAfterTheDecisionComesTooLate() throws Exception {
    Follower whole = new Follower(Integer.MAX_VALUE);
    TestWorkspace done = workspace.copy();
    accepted(done.session().followedBy(whole).add(done.request("assets"), Effect.WRITE));
    int decided =
        (int) whole.events.stream().takeWhile(event -> event.phase() != Phase.VERIFY).count();

    Follower late = new Follower(decided);
    accepted(workspace.session().followedBy(late).add(workspace.request("assets"), Effect.WRITE));

    assertThat(workspace.authored()).isEqualTo(done.authored());
  }
}

package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** {@code --wait}: a command that is kept out is begun again, for so long and no longer. */
class PatienceTest {
  private static final Completed LOCKED =
      Completed.refused(
          Diagnostic.error(
                  DiagnosticCode.WORKSPACE_LOCKED, Location.of(Artifact.WORKSPACE, ""), "locked")
              .fix(Fix.request("wait", Fix.RequestChange.WAIT)));
  private static final Completed OTHERWISE_REFUSED =
      Completed.refused(
          Diagnostic.error(
              DiagnosticCode.DISK_FULL, Location.of(Artifact.ENVIRONMENT, ""), "full"));
  private static final Completed DONE = new Completed(List.of(), Optional.empty());

  private final List<Diagnostic> announced = new ArrayList<>();
  private long seconds;
  private int attempts;
  private boolean isCancelled;

  /** Half a second passes with each look at the clock. */
  private Completed run(int maxSeconds, int lockedAttempts, Completed then) throws Exception {
    Patience patience =
        new Patience(
            maxSeconds,
            () -> TimeUnit.MILLISECONDS.toNanos(500 * seconds++),
            () -> isCancelled,
            announced::add);
    return patience.run(() -> attempts++ < lockedAttempts ? LOCKED : then);
  }

  @Test
  void commandThatIsNotKeptOutRunsOnce() throws Exception {
    assertThat(run(10, 0, DONE)).isSameAs(DONE);
    assertThat(attempts).isEqualTo(1);
    assertThat(announced).isEmpty();
  }

  @Test
  void withoutPatienceTheLockIsToldAtOnce() throws Exception {
    assertThat(run(0, 5, DONE)).isSameAs(LOCKED);
    assertThat(attempts).isEqualTo(1);
    assertThat(announced).isEmpty();
  }

  @Test
  void commandIsBegunAgainUntilTheLockIsFreeAndThatIsAnnouncedOnce() throws Exception {
    assertThat(run(10, 3, DONE)).isSameAs(DONE);
    assertThat(attempts).isEqualTo(4);
    assertThat(announced).isEqualTo(LOCKED.diagnostics());
  }

  @Test
  void patienceEndsWithItsSeconds() throws Exception {
    assertThat(run(2, 1_000, DONE)).isSameAs(LOCKED);
    assertThat(attempts).isEqualTo(4);
  }

  @Test
  void whatElseIsRefusedIsNotWaitedFor() throws Exception {
    assertThat(run(10, 1, OTHERWISE_REFUSED)).isSameAs(OTHERWISE_REFUSED);
    assertThat(attempts).isEqualTo(2);
  }

  @Test
  void whoeverIsCalledOffWaitsNoLonger() throws Exception {
    isCancelled = true;
    assertThat(run(10, 1_000, DONE)).isSameAs(LOCKED);
    assertThat(attempts).isEqualTo(1);
  }
}

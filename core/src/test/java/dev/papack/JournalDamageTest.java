package dev.papack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.TestDisk;
import dev.papack.progress.CancelledException;
import dev.papack.result.AddRequest;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import dev.papack.result.Recovered;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every truncation and every flipped bit of a journal: the publication is finished as it was
 * decided, or refused with every file as it stood. Nothing else.
 */
class JournalDamageTest {
  /** A command that publishes. */
  @FunctionalInterface
  private interface Publishing {
    void run(Session session) throws IOException, CancelledException;
  }

  /** A workspace right after the decision, with where its journal lies and what it leads to. */
  private record Decided(TestWorkspace workspace, String journal, Map<String, String> finished) {
    byte[] record() {
      return workspace.read(journal).getBytes(StandardCharsets.UTF_8);
    }
  }

  private static TestWorkspace workspace() throws IOException, CancelledException {
    return TestWorkspace.create()
        .picture("assets/hero.png", 0xFF112233)
        .sound("assets/step.wav", 1, 2, 3);
  }

  private static Decided documents() throws IOException, CancelledException {
    TestWorkspace workspace = workspace();
    AddRequest request = workspace.request("assets");
    return decided(
        workspace, session -> TestWorkspace.accepted(session.add(request, Effect.WRITE)));
  }

  private static Decided pack() throws IOException, CancelledException {
    TestWorkspace workspace = workspace();
    workspace.add("assets");
    return decided(workspace, session -> TestWorkspace.accepted(session.build(Drift.TOLERATED)));
  }

  /** Crashes at one operation after the other, until the first crash that leaves a journal. */
  private static Decided decided(TestWorkspace before, Publishing publishing)
      throws IOException, CancelledException {
    for (int operation = 1; ; operation++) {
      TestWorkspace crashed = before.copy();
      try {
        publishing.run(crashed.session(TestDisk.crashing(crashed.disk, operation), 1));
      } catch (TestDisk.Crash expected) {
        Optional<String> journal = journal(crashed);
        if (journal.isEmpty()) {
          continue;
        }
        TestWorkspace finished = crashed.copy();
        TestWorkspace.accepted(finished.session().recover(Effect.WRITE));
        assertThat(visible(finished)).isNotEqualTo(visible(crashed));
        return new Decided(crashed, journal.get(), visible(finished));
      }
      throw new AssertionError("no crash left a journal");
    }
  }

  private static Optional<String> journal(TestWorkspace workspace) {
    return workspace.disk.files("game/.papack").keySet().stream()
        .map(path -> path.substring("game/".length()))
        .filter(path -> path.endsWith("/journal.json"))
        .findFirst();
  }

  /** All that is not control data. */
  private static Map<String, String> visible(TestWorkspace workspace) {
    return workspace.disk.files("game/assets", "game/assets.pa", "game/build");
  }

  /** What became of one damaged journal. */
  private enum End {
    FINISHED,
    REFUSED,
    /** Neither: never seen. */
    OTHER
  }

  private static End end(Decided decided, byte[] damaged) {
    TestWorkspace workspace = decided.workspace().copy().write(decided.journal(), damaged);
    try {
      Outcome<Recovered> outcome = workspace.session().recover(Effect.WRITE);
      Map<String, String> after = visible(workspace);
      return switch (outcome) {
        case Outcome.Accepted<Recovered> accepted ->
            after.equals(decided.finished()) ? End.FINISHED : End.OTHER;
        case Outcome.Refused<Recovered> refused ->
            after.equals(visible(decided.workspace())) ? End.REFUSED : End.OTHER;
      };
    } catch (IOException | CancelledException trouble) {
      return End.OTHER;
    }
  }

  private static Stream<byte[]> damaged(byte[] record) {
    return Stream.concat(Damage.everyCut(record), Damage.everyFlippedBit(record));
  }

  @Test
  void aDamagedJournalIsRefusedOrFinishedAsItWasDecided() throws Exception {
    long refused = 0;
    long finished = 0;
    for (Decided decided : List.of(documents(), pack())) {
      for (byte[] damaged : damaged(decided.record()).toList()) {
        switch (end(decided, damaged)) {
          case REFUSED -> refused++;
          case FINISHED -> finished++;
          case OTHER -> throw new AssertionError(new String(damaged, StandardCharsets.UTF_8));
        }
      }
    }
    assertThat(refused).isPositive();
    Campaign.report(
        "damage-journal",
        String.format(
            Locale.ROOT,
            "%,d truncations and flipped bits of both records: %,d refused, %,d finished as"
                + " decided, 0 anything else",
            refused + finished,
            refused,
            finished));
  }

  @Test
  void aReaderThatIgnoresTheChecksumIsFoundOut() throws Exception {
    Decided decided = documents();
    assertThat(
            Damage.everyFlippedBit(decided.record())
                .flatMap(damaged -> SignedRecord.of(damaged).stream())
                .anyMatch(damaged -> end(decided, damaged) == End.OTHER))
        .isTrue();
  }
}

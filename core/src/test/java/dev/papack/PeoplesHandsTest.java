package dev.papack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import dev.papack.diagnostic.DiagnosticCode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An id never comes to mean another picture in silence, whatever people do; see the model. */
@Tag("slow")
final class PeoplesHandsTest {
  /** A few: in one history it may be that nothing is missed. */
  private static final int SEEDS_OF_THE_CONTROL = 8;

  private static final long FIRST_SEED = 20_261_129;
  private static final int STEPS_OF_A_SEED = 500;
  private static final int MAX_STEPS = 1_000_000;

  private record Played(int ids, int changes) {}

  private static Played play(long seed) throws Exception {
    PeoplesHands people = new PeoplesHands(seed, Set.of());
    for (int step = 0; step < STEPS_OF_A_SEED; step++) {
      assertThat(people.step()).as("seed %d: %s", seed, people.lastActs()).isEmpty();
    }
    return new Played(people.idCount(), people.changes());
  }

  /** Histories in which an id once came to mean another picture in silence. */
  @ParameterizedTest
  @ValueSource(longs = {20_261_142, 20_261_167, 20_261_257, 20_261_571, 20_261_628})
  void whatOnceWentWrongStaysRepaired(long seed) throws Exception {
    assertThat(play(seed).ids()).isPositive();
  }

  @Test
  void noIdMeansTwoThingsInSilence() throws Exception {
    int seeds = Campaign.amount(2_000, 250_000, MAX_STEPS) / STEPS_OF_A_SEED;
    List<Played> all = Seeds.play(FIRST_SEED, seeds, PeoplesHandsTest::play);
    int ids = all.stream().mapToInt(Played::ids).sum();
    int changes = all.stream().mapToInt(Played::changes).sum();
    assertThat(ids).isGreaterThan(seeds * 15);
    assertThat(changes).isPositive();
    Campaign.report(
        "peoples-hands",
        "%s steps, %d ids; %d changes of meaning, each named by an error or a warning, 0 in silence (seeds %d to %d)"
            .formatted(
                Campaign.share((long) seeds * STEPS_OF_A_SEED, MAX_STEPS),
                ids,
                changes,
                FIRST_SEED,
                FIRST_SEED + seeds - 1));
  }

  /** Whoever hears nothing of missing declarations and sources misses a change of meaning. */
  @Test
  void whatIsNotHeardIsMissed() throws Exception {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS_OF_THE_CONTROL; seed++) {
      PeoplesHands people =
          new PeoplesHands(
              seed,
              Set.of(
                  DiagnosticCode.ROOT_GONE,
                  DiagnosticCode.ROOT_MOVED,
                  DiagnosticCode.ID_IN_TWO_PLACES,
                  DiagnosticCode.ASSET_RENAMED));
      for (int step = 0; step < STEPS_OF_A_SEED; step++) {
        if (people.step().isPresent()) {
          return;
        }
      }
    }
    throw new AssertionError("nothing was missed");
  }
}

package dev.papack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.IdentityModel.Wrong;
import dev.papack.asset.AssetId;
import dev.papack.campaign.Campaign;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever authors do to a workspace, and wherever papack dies, no id changes its meaning or
 * returns; see {@link IdentityModel}.
 */
class IdentityModelTest {
  private static final long FIRST_SEED = 4_711;
  private static final int STEPS_OF_A_SEED = 1_000;
  private static final int MAX_STEPS = 1_000_000;

  private record Played(int ids, int retired) {}

  private static Played play(long seed) throws Exception {
    IdentityModel model = new IdentityModel(seed);
    for (int step = 1; step <= STEPS_OF_A_SEED; step++) {
      model.step();
      assertThat(model.findWrong()).as("seed %s: %s", seed, model.lastActs()).isEmpty();
    }
    return new Played(model.idCount(), model.retired().size());
  }

  @Test
  void noIdChangesItsMeaningOrReturns() throws Exception {
    int seeds = Campaign.amount(2_000, 250_000, MAX_STEPS) / STEPS_OF_A_SEED;
    List<Played> all = Seeds.play(FIRST_SEED, seeds, IdentityModelTest::play);
    int ids = all.stream().mapToInt(Played::ids).sum();
    int retired = all.stream().mapToInt(Played::retired).sum();
    assertThat(ids).isGreaterThan(seeds * 30);
    assertThat(retired).isGreaterThan(seeds * 10);
    Campaign.report(
        "identity-model",
        "%s steps, %d ids, %d of them retired: 0 changed their meaning, 0 returned (seeds %d to %d)"
            .formatted(
                Campaign.share((long) seeds * STEPS_OF_A_SEED, MAX_STEPS),
                ids,
                retired,
                FIRST_SEED,
                FIRST_SEED + seeds - 1));
  }

  /** A defect that papack could have. */
  enum Defect {
    IDS_EXCHANGED(Wrong.OTHER_MEANING) {
      @Override
      boolean plant(IdentityModel model, String declaration, String other) {
        AssetId one = model.hand.claimOf(declaration).orElseThrow();
        AssetId two = model.hand.claimOf(other).orElseThrow();
        for (String file : List.of(declaration, other, IdentityModel.INDEX)) {
          String text = model.disk.text(file);
          model.disk.write(
              file,
              text.replace(idText(one), "\"asset_id\": X,")
                  .replace(idText(two), idText(one))
                  .replace("\"asset_id\": X,", idText(two)));
        }
        return true;
      }
    },
    RETIRED_ID_GIVEN_AGAIN(Wrong.RETURNED) {
      @Override
      boolean plant(IdentityModel model, String declaration, String other) {
        Optional<AssetId> old = model.retired().stream().findFirst();
        AssetId id = model.hand.claimOf(declaration).orElseThrow();
        old.ifPresent(again -> {
          String index = model.disk.text(IdentityModel.INDEX);
          model.disk.write(
              IdentityModel.INDEX,
              index
                  .replaceAll(" *\\{\"asset_id\": " + again + "\\b[^\n]*\n", "")
                  .replaceAll(",(\\s*\\])", "$1")
                  .replace(idText(id), idText(again)));
          model.disk.write(
              declaration, model.disk.text(declaration).replace(idText(id), idText(again)));
        });
        return old.isPresent();
      }
    },
    ENTRY_DROPPED(Wrong.FORGOTTEN) {
      @Override
      boolean plant(IdentityModel model, String declaration, String other) {
        AssetId id = model.hand.claimOf(declaration).orElseThrow();
        model.disk.write(
            IdentityModel.INDEX,
            model
                .disk
                .text(IdentityModel.INDEX)
                .replaceAll(" *\\{\"asset_id\": " + id + ",[^\n]*\n", "")
                .replaceAll(",(\\s*\\])", "$1"));
        return true;
      }
    };

    private final Wrong wrong;

    Defect(Wrong wrong) {
      this.wrong = wrong;
    }

    /** Does it behind papack's back, to assets that the registry has; false if it cannot yet. */
    abstract boolean plant(IdentityModel model, String declaration, String other);

    private static String idText(AssetId id) {
      return "\"asset_id\": " + id + ",";
    }
  }

  @ParameterizedTest
  @EnumSource
  void plantedDefectIsFound(Defect defect) throws Exception {
    IdentityModel model = new IdentityModel(FIRST_SEED);
    boolean isPlanted = false;
    while (!isPlanted) {
      model.step();
      assertThat(model.findWrong()).isEmpty();
      List<String> settled =
          model.hand.paths(".asset.json").stream()
              .filter(model.hand::isSettled)
              .filter(path -> model.disk.has(AuthorsHand.sourceOf(path)))
              .toList();
      isPlanted = settled.size() > 1 && defect.plant(model, settled.getFirst(), settled.getLast());
    }
    assertThat(model.findWrong()).contains(defect.wrong);
  }
}

package dev.papack.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import dev.papack.comparison.PackComparison;
import dev.papack.comparison.Rename;
import dev.papack.comparison.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Comparisons of random packs say what was planted in them, and nothing else. */
@Tag("slow")
class PackDifferencePropertyTest {
  private static final long SEED = 20_261_122;
  private static final int MAX_ROUNDS = 20_000;

  /** Every kind of line that a planted change can give. */
  private static final int KINDS = 22;

  @Test
  void comparisonListsExactlyWhatWasPlanted() {
    int rounds = Campaign.amount(500, MAX_ROUNDS);
    Set<String> kinds = new HashSet<>();
    int lines = 0;
    Random random = new Random(SEED);
    for (int round = 0; round < rounds; round++) {
      PlantedChanges planted = new PlantedChanges(random);
      PackComparison comparison = planted.after().since(planted.before());
      SortedSet<String> said = PlantedChanges.said(comparison);
      assertThat(said).as("seed %d, round %d", SEED, round).isEqualTo(planted.expected());
      assertThat(comparison.verdict()).isEqualTo(verdict(planted.expected()));
      lines += said.size();
      said.forEach(line -> kinds.add(line.split(" ", -1)[0]));
    }
    assertThat(kinds).hasSize(KINDS);
    Campaign.report(
        "pack-differences",
        String.format(
            Locale.ROOT,
            "%s pairs with %,d planted differences of %d kinds (seed %d): every one found, no"
                + " other said",
            Campaign.share(rounds, MAX_ROUNDS),
            lines,
            kinds.size(),
            SEED));
  }

  private static Verdict verdict(SortedSet<String> lines) {
    if (lines.isEmpty()) {
      return Verdict.EQUAL;
    }
    return lines.stream().anyMatch(line -> line.contains("_"))
        ? Verdict.BREAKING
        : Verdict.COMPATIBLE;
  }

  @Test
  void packIsEqualToItself() {
    Random random = new Random(SEED + 1);
    for (int round = 0; round < 200; round++) {
      DraftPack pack = new PlantedChanges(random).after();
      PackComparison comparison = pack.since(pack.copy());
      assertThat(comparison.verdict()).isEqualTo(Verdict.EQUAL);
      assertThat(PlantedChanges.said(comparison)).isEmpty();
    }
  }

  @Test
  void swappedPacksSwapWhatWasAddedAndRemoved() {
    Random random = new Random(SEED + 2);
    int changed = 0;
    for (int round = 0; round < Campaign.amount(150, 500); round++) {
      PlantedChanges planted = new PlantedChanges(random);
      PackComparison there = planted.after().since(planted.before());
      PackComparison back = planted.before().since(planted.after());
      assertThat(back.added()).isEqualTo(there.removed());
      assertThat(back.removed()).isEqualTo(there.added());
      assertThat(back.before()).isEqualTo(there.after());
      assertThat(back.renamed())
          .isEqualTo(
              there.renamed().stream()
                  .map(rename -> new Rename(rename.assetId(), rename.to(), rename.from()))
                  .toList());
      assertThat(differences(back)).isEqualTo(mirrored(differences(there)));
      changed += there.added().size() + there.removed().size();
    }
    assertThat(changed).isGreaterThan(150);
  }

  /** What differs, without the reasons: those are not the same in both directions. */
  private static SortedSet<String> differences(PackComparison comparison) {
    SortedSet<String> lines = PlantedChanges.said(comparison);
    lines.removeIf(line -> line.contains("_"));
    return lines;
  }

  private static SortedSet<String> mirrored(SortedSet<String> lines) {
    List<String> swapped = new ArrayList<>();
    for (String line : lines) {
      swapped.add(
          switch (line.split(" ", -1)[0]) {
            case "added" -> line.replace("added", "removed");
            case "removed" -> line.replace("removed", "added");
            case "Gained" -> line.replace("Gained", "Lost");
            case "Lost" -> line.replace("Lost", "Gained");
            default -> line;
          });
    }
    return new TreeSet<>(swapped);
  }

  /** The check that {@link #comparisonListsExactlyWhatWasPlanted} relies on finds either error. */
  @Test
  void changeThatWasNotPlantedAndOneThatWasNotMadeAreSeen() {
    Random random = new Random(SEED + 3);
    int missing = 0;
    for (int round = 0; round < 200; round++) {
      PlantedChanges planted = new PlantedChanges(random);
      DraftPack more = planted.after().copy().with(999_999, PlantedChanges.silence());
      assertThat(PlantedChanges.said(more.since(planted.before())))
          .isNotEqualTo(planted.expected());
      SortedSet<String> said = PlantedChanges.said(planted.after().since(planted.before()));
      for (String line : planted.expected()) {
        SortedSet<String> fewer = new TreeSet<>(planted.expected());
        fewer.remove(line);
        assertThat(said).isNotEqualTo(fewer);
        missing++;
      }
    }
    assertThat(missing).isGreaterThan(1_000);
  }
}

package dev.papack.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.container.AssetName;
import dev.papack.container.BankType;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Merges of registries by id: every triple of small registries, and what each rule says. */
class RegistryMergeTest {
  private static final Location PLACE = Location.of(Artifact.INDEX, "ours.json");
  private static final List<AssetId> IDS =
      List.of(new AssetId(101), new AssetId(102), new AssetId(103));
  private static final List<AssetRoot> ROOTS = List.of(root("a"), root("b"), root("c"));

  /** What a registry says of one of the ids: nothing, one of the roots, or retired. */
  private static final int STATES = ROOTS.size() + 2;

  private static AssetRoot root(String text) {
    return new AssetRoot(AssetsPath.of(text));
  }

  private static Registry registry(
      SortedMap<AssetId, AssetRoot> roots, SortedMap<AssetId, RetiredAsset> retired) {
    SortedMap<AssetId, RegisteredAsset> assets = new TreeMap<>();
    roots.forEach((id, root) -> assets.put(id, RegisteredAsset.at(root)));
    return new Registry(assets, retired);
  }

  private static List<Registry> smallRegistries() {
    List<Registry> all = new ArrayList<>();
    for (int code = 0; code < STATES * STATES * STATES; code++) {
      SortedMap<AssetId, AssetRoot> assets = new TreeMap<>();
      SortedMap<AssetId, RetiredAsset> retired = new TreeMap<>();
      int rest = code;
      for (AssetId id : IDS) {
        int state = rest % STATES;
        rest /= STATES;
        if (state == STATES - 1) {
          retired.put(id, RetiredAsset.unknown());
        } else if (state > 0) {
          assets.put(id, ROOTS.get(state - 1));
        }
      }
      if (new HashSet<>(assets.values()).size() == assets.size()) {
        all.add(registry(assets, retired));
      }
    }
    return all;
  }

  /** A change that one side made, and that the merge does not have, is in a finding. */
  private static boolean isSaid(AssetId id, List<Diagnostic> findings) {
    return findings.stream().anyMatch(finding -> finding.message().contains(id.toString()));
  }

  @Test
  void everyTripleKeepsEveryIdAndDropsNoChangeInSilence() {
    List<Registry> all = smallRegistries();
    int clean = 0;
    int triples = 0;
    for (Registry base : all) {
      for (Registry ours : all) {
        for (Registry theirs : all) {
          RegistryMerge.Merged merged = RegistryMerge.merge(base, ours, theirs, PLACE);
          triples++;
          clean += merged.findings().isEmpty() ? 1 : 0;
          for (AssetId id : IDS) {
            String broken = faultOf(id, base, ours, theirs, merged);
            if (!broken.isEmpty()) {
              throw new AssertionError(
                  id + broken + ": " + base + " + " + ours + " + " + theirs + " = " + merged);
            }
          }
        }
      }
    }
    assertThat(triples).isEqualTo(all.size() * all.size() * all.size()).isGreaterThan(300_000);
    assertThat(clean).isGreaterThan(10_000);
  }

  private static String faultOf(
      AssetId id, Registry base, Registry ours, Registry theirs, RegistryMerge.Merged merged) {
    IdState was = IdState.of(id, base);
    IdState here = IdState.of(id, ours);
    IdState there = IdState.of(id, theirs);
    IdState now = IdState.of(id, merged.registry());
    boolean isConflict =
        merged.findings().stream()
            .anyMatch(finding -> finding.isError() && isSaid(id, List.of(finding)));
    boolean isSaid = isSaid(id, merged.findings());
    if (now instanceof IdState.Absent
        && !(was instanceof IdState.Absent
            && here instanceof IdState.Absent
            && there instanceof IdState.Absent)
        && !isConflict) {
      return " vanished";
    }
    if (was instanceof IdState.Retired && !(now instanceof IdState.Retired)) {
      return " came back";
    }
    if (!now.equals(here) && !now.equals(there) && !isSaid) {
      return " means what no side said";
    }
    if (!here.equals(was) && !now.equals(here) && !isSaid) {
      return " lost a change of ours";
    }
    if (!there.equals(was) && !now.equals(there) && !isSaid) {
      return " lost a change of theirs";
    }
    return "";
  }

  @Test
  void whoMergesWhomMattersOnlyWhereItIsSaid() {
    List<Registry> all = smallRegistries();
    for (Registry base : all.subList(0, all.size() / 4)) {
      for (Registry ours : all) {
        for (Registry theirs : all) {
          RegistryMerge.Merged merged = RegistryMerge.merge(base, ours, theirs, PLACE);
          RegistryMerge.Merged turned = RegistryMerge.merge(base, theirs, ours, PLACE);
          boolean isClean = merged.findings().isEmpty();
          if (isClean != turned.findings().isEmpty()
              || (isClean && !turned.registry().equals(merged.registry()))) {
            throw new AssertionError(merged + " and " + turned);
          }
        }
      }
    }
  }

  @Test
  void mergingASideIntoACleanResultChangesNothing() {
    List<Registry> all = smallRegistries();
    int clean = 0;
    for (Registry base : all.subList(0, all.size() / 4)) {
      for (Registry ours : all) {
        for (Registry theirs : all) {
          RegistryMerge.Merged merged = RegistryMerge.merge(base, ours, theirs, PLACE);
          if (merged.findings().isEmpty()) {
            clean++;
            assertThat(RegistryMerge.merge(base, merged.registry(), theirs, PLACE))
                .isEqualTo(merged);
          }
        }
      }
    }
    assertThat(clean).isGreaterThan(1_000);
  }

  private static Registry named(Optional<String> name, Optional<BankType> bank) {
    SortedMap<AssetId, RegisteredAsset> assets = new TreeMap<>();
    assets.put(IDS.getFirst(), new RegisteredAsset(root("a"), name.map(AssetName::new), bank));
    return new Registry(assets, new TreeMap<>());
  }

  private static Registry named(String name) {
    return named(Optional.of(name).filter(text -> !text.isEmpty()), Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    // base, ours, theirs, merged, findings
    "a, a, a, a, 0",
    "a, b, a, b, 0",
    "a, a, b, b, 0",
    "a, b, b, b, 0",
    "a, b, c, b, 1",
    "a, '', b, b, 0",
    "a, b, '', b, 0",
    "'', '', a, a, 0",
    "'', a, '', a, 0",
    "'', a, b, a, 1",
    "'', '', '', '', 0",
  })
  void nameThatChangedIsKeptAndNoneIsForgotten(
      String base, String ours, String theirs, String merged, int findings) {
    RegistryMerge.Merged result =
        RegistryMerge.merge(named(base), named(ours), named(theirs), PLACE);
    assertThat(result.registry()).isEqualTo(named(merged));
    assertThat(result.findings())
        .hasSize(findings)
        .allMatch(finding -> finding.code() == DiagnosticCode.ASSET_RENAMED && !finding.isError());
  }

  @Test
  void twoBanksOfOneIdAreAConflict() {
    Registry none = named(Optional.empty(), Optional.empty());
    Registry tiles = named(Optional.empty(), Optional.of(BankType.TILES));
    Registry sounds = named(Optional.empty(), Optional.of(BankType.SOUNDS));
    assertThat(RegistryMerge.merge(none, none, sounds, PLACE))
        .isEqualTo(new RegistryMerge.Merged(sounds, List.of()));
    assertThat(RegistryMerge.merge(none, tiles, none, PLACE))
        .isEqualTo(new RegistryMerge.Merged(tiles, List.of()));
    for (Registry base : List.of(none, tiles, sounds)) {
      RegistryMerge.Merged merged = RegistryMerge.merge(base, tiles, sounds, PLACE);
      assertThat(merged.registry()).isEqualTo(tiles);
      assertThat(merged.findings())
          .singleElement()
          .matches(fault -> fault.isError() && fault.code() == DiagnosticCode.BANK_CHANGED);
    }
  }

  @Test
  void nameThatOneSideFilledInIsNoChangeOfARetiredAsset() {
    Registry retired = Registry.empty().retire(IDS.getFirst(), RetiredAsset.unknown());
    assertThat(RegistryMerge.merge(named(""), retired, named("a"), PLACE))
        .isEqualTo(new RegistryMerge.Merged(retired, List.of()));
  }

  @Test
  void whatIsKnownOfARetiredAssetIsKeptFromBothSides() {
    RetiredAsset named = new RetiredAsset(Optional.of(new AssetName("hero")), Optional.empty());
    RetiredAsset placed = new RetiredAsset(Optional.empty(), Optional.of(root("a")));
    RetiredAsset renamed = new RetiredAsset(Optional.of(new AssetName("boss")), Optional.empty());
    assertThat(retiredAfter(RetiredAsset.unknown(), named, placed))
        .isEqualTo(new RetiredAsset(named.name(), placed.root()));
    assertThat(retiredAfter(placed, placed, renamed))
        .isEqualTo(new RetiredAsset(renamed.name(), placed.root()));
    assertThat(retiredAfter(RetiredAsset.unknown(), named, renamed)).isEqualTo(named);
    assertThat(retiredAfter(named, named, renamed)).isEqualTo(renamed);
  }

  private static RetiredAsset retiredAfter(
      RetiredAsset base, RetiredAsset ours, RetiredAsset theirs) {
    RegistryMerge.Merged merged =
        RegistryMerge.merge(retired(base), retired(ours), retired(theirs), PLACE);
    assertThat(merged.findings()).isEmpty();
    return merged.registry().retired().getOrDefault(IDS.getFirst(), RetiredAsset.unknown());
  }

  private static Registry retired(RetiredAsset asset) {
    return Registry.empty().retire(IDS.getFirst(), asset);
  }

  /** Each loser of a root puts out the next: ours moved 101 to 103's place, and so on. */
  @Test
  void chainOfIdsThatGoBackEnds() {
    int count = 10_000;
    SortedMap<AssetId, AssetRoot> base = new TreeMap<>();
    SortedMap<AssetId, AssetRoot> theirs = new TreeMap<>();
    for (int i = 1; i <= count; i++) {
      base.put(new AssetId(i), root("r" + i));
      theirs.put(new AssetId(i), root("r" + (i + 1)));
    }
    SortedMap<AssetId, AssetRoot> ours = new TreeMap<>(base);
    ours.put(new AssetId(count + 1), root("r" + (count + 1)));
    RegistryMerge.Merged merged =
        RegistryMerge.merge(
            registry(base, new TreeMap<>()),
            registry(ours, new TreeMap<>()),
            registry(theirs, new TreeMap<>()),
            PLACE);
    assertThat(merged.registry().roots()).isEqualTo(ours);
    assertThat(merged.findings())
        .hasSize(count)
        .extracting(Diagnostic::code)
        .containsOnly(DiagnosticCode.ROOT_OF_TWO_IDS);
  }
}

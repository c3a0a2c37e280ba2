package dev.papack.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.diagnostic.AssetsPath;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Ids are entered, followed and never lost. */
class RegistryDraftTest {
  private static AssetRoot root(String path) {
    return new AssetRoot(AssetsPath.of(path));
  }

  private static RegisteredAsset at(String path) {
    return RegisteredAsset.at(root(path));
  }

  private static AssetId id(int value) {
    return new AssetId(value);
  }

  private static RegistryDraft draft() {
    return new RegistryDraft(
        new Registry(
            new TreeMap<>(Map.of(id(1), at("a"), id(2), at("b"), id(3), at("c"))),
            new TreeMap<>(Map.of(id(9), RetiredAsset.unknown()))));
  }

  private static boolean enter(RegistryDraft draft, int id, String root, Map<Integer, String> now) {
    return draft
        .enter(
            id(id),
            root(root),
            other -> Optional.ofNullable(now.get(other.value())).map(RegistryDraftTest::root))
        .isPresent();
  }

  @Test
  void freeRootTakesTheId() {
    RegistryDraft draft = draft();
    assertThat(enter(draft, 4, "d", Map.of())).isTrue();
    assertThat(draft.registry().assets()).containsEntry(id(4), at("d")).hasSize(4);
  }

  @Test
  void circleOfMovesIsFollowed() {
    RegistryDraft draft = draft();
    assertThat(enter(draft, 1, "b", Map.of(2, "c", 3, "a"))).isTrue();
    assertThat(draft.registry().assets())
        .containsOnly(
            Map.entry(id(1), at("b")), Map.entry(id(2), at("c")), Map.entry(id(3), at("a")));
  }

  @Test
  void chainOfMovesIsFollowedToItsEnd() {
    RegistryDraft draft = draft();
    assertThat(enter(draft, 4, "a", Map.of(1, "b", 2, "x"))).isTrue();
    assertThat(draft.find(root("b"))).contains(id(1));
    assertThat(draft.rootOf(id(2))).contains(root("x"));
  }

  @Test
  void idThatCannotBeMovedOnKeepsEverything() {
    RegistryDraft draft = draft();
    assertThat(enter(draft, 4, "a", Map.of(1, "b"))).isFalse();
    assertThat(draft.isChanged()).isFalse();
    assertThat(draft.registry().assets()).hasSize(3);
  }

  @Test
  void sameRootAgainIsNoChange() {
    RegistryDraft draft = draft();
    assertThat(enter(draft, 1, "a", Map.of())).isTrue();
    assertThat(draft.isChanged()).isFalse();
  }

  @Test
  void retiredIdIsNeverEntered() {
    assertThatThrownBy(() -> enter(draft(), 9, "d", Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void registryWithTwoIdsAtOneRootCannotBeMade() {
    assertThatThrownBy(() ->
            new Registry(new TreeMap<>(Map.of(id(1), at("a"), id(2), at("a"))), new TreeMap<>()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            new Registry(
                new TreeMap<>(Map.of(id(1), at("a"))),
                new TreeMap<>(Map.of(id(1), RetiredAsset.unknown()))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void mintDrawsNothingThatWasEverKnown() {
    Registry registry = draft().registry();
    int[] numbers = {1, 9, 5, 4, 4, 6};
    int[] next = {0};
    java.util.random.RandomGenerator scripted =
        new java.util.random.RandomGenerator() {
          @Override
          public long nextLong() {
            throw new UnsupportedOperationException();
          }

          @Override
          public int nextInt(int least, int bound) {
            return numbers[next[0]++];
          }
        };
    IdMint mint = new IdMint(scripted, registry, Set.of(id(5)));
    assertThat(mint.draw()).isEqualTo(id(4));
    assertThat(mint.draw()).isEqualTo(id(6));
  }
}

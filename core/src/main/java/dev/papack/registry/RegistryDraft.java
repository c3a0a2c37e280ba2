package dev.papack.registry;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.asset.Declaration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A registry while ids are entered into it. No id is ever taken out, and no two ids share a root:
 * whoever is entered at a root of another id moves that id on to where its asset went.
 */
public final class RegistryDraft {
  private final Registry before;
  private final SortedMap<AssetId, RegisteredAsset> assets;
  private final Map<AssetRoot, AssetId> ids = new HashMap<>();

  /**
   * A draft without changes.
   *
   * @param before the registry as it was read
   */
  public RegistryDraft(Registry before) {
    this.before = before;
    this.assets = new TreeMap<>(before.assets());
    assets.forEach((id, asset) -> ids.put(asset.root(), id));
  }

  /** The id at a root. */
  public Optional<AssetId> find(AssetRoot root) {
    return Optional.ofNullable(ids.get(root));
  }

  /** The root of an id. */
  public Optional<AssetRoot> rootOf(AssetId id) {
    return Optional.ofNullable(assets.get(id)).map(RegisteredAsset::root);
  }

  /**
   * Enters an id at a root. An id that is there goes to its asset's new root, and so on.
   *
   * @param id not retired
   * @param whereTo the root that an asset moved to, where it is certain
   * @return every id that is at another root now than before, the entered one first; empty, and
   *     nothing changed, if an id in the way cannot be moved on
   * @throws IllegalArgumentException if the id is retired
   */
  public Optional<SequencedMap<AssetId, AssetRoot>> enter(
      AssetId id, AssetRoot root, Function<AssetId, Optional<AssetRoot>> whereTo) {
    if (before.retired().containsKey(id)) {
      throw new IllegalArgumentException("the id " + id + " is retired");
    }
    SequencedMap<AssetId, AssetRoot> moves = new LinkedHashMap<>();
    moves.put(id, root);
    AssetRoot wanted = root;
    for (Optional<AssetId> inTheWay = find(wanted);
        inTheWay.isPresent() && !moves.containsKey(inTheWay.get());
        inTheWay = find(wanted)) {
      Optional<AssetRoot> next = whereTo.apply(inTheWay.get());
      if (next.isEmpty()) {
        return Optional.empty();
      }
      wanted = next.get();
      moves.put(inTheWay.get(), wanted);
    }
    moves.keySet().forEach(moving -> rootOf(moving).ifPresent(ids::remove));
    moves.forEach((moved, to) -> {
      assets.merge(moved, RegisteredAsset.at(to), (known, there) -> known.movedTo(there.root()));
      ids.put(to, moved);
    });
    return Optional.of(moves);
  }

  /**
   * Remembers what an entered id means: the name that its declaration has now, and its bank where
   * none is known.
   *
   * @param id registered
   */
  public void describe(AssetId id, Declaration declaration) {
    assets.computeIfPresent(id, (_, asset) -> asset.declaredAs(declaration));
  }

  /**
   * Remembers what is absent, as far as declarations say it.
   *
   * @see Registry#completed
   */
  public void complete(Claims claims) {
    assets.putAll(registry().completed(claims).assets());
  }

  /** How many assets are registered. */
  public int assetCount() {
    return assets.size();
  }

  /** Whether anything differs from the registry as it was read. */
  public boolean isChanged() {
    return !assets.equals(before.assets());
  }

  /** The registry with all that was entered. */
  public Registry registry() {
    return new Registry(assets, before.retired());
  }
}

package dev.papack.inspect;

import dev.papack.comparison.Breach;
import dev.papack.comparison.BreakingRule;
import dev.papack.comparison.ContentChange;
import dev.papack.comparison.PackComparison;
import dev.papack.comparison.SlotChange;
import dev.papack.container.Entry;
import dev.papack.container.SoundsMetadata.Loop;
import dev.papack.inspect.DraftTiles.Tile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A random pack, another one with changes planted in it, and what a comparison must say of them.
 */
final class PlantedChanges {
  private static final List<List<Integer>> PALETTES =
      List.of(
          IntStream.rangeClosed(1, 15).boxed().toList(),
          IntStream.rangeClosed(101, 115).boxed().toList(),
          IntStream.rangeClosed(201, 215).boxed().toList());

  private final RandomGenerator random;
  private final DraftPack before = new DraftPack();
  private final DraftPack after;
  private final SortedSet<String> expected = new TreeSet<>();
  private int freeSlot = 100;

  PlantedChanges(RandomGenerator random) {
    this.random = random;
    int assetCount = 1 + random.nextInt(6);
    List<DraftTiles> tiles = new ArrayList<>();
    List<DraftSounds> sounds = new ArrayList<>();
    for (int i = 0; i < assetCount; i++) {
      tiles.add(tiles());
      before.with(tilesId(i), tiles.getLast());
      sounds.add(sounds());
      before.with(soundsId(i), sounds.getLast());
      if (random.nextBoolean()) {
        before.inSlot(tilesId(i), i);
      }
    }
    after = before.copy();
    for (int i = 0; i < assetCount; i++) {
      plantInTiles(tilesId(i), tiles.get(i));
      plantInSounds(soundsId(i), sounds.get(i));
      plantInName(soundsId(i));
      plantInSlot(tilesId(i));
    }
    int addedCount = random.nextInt(3);
    for (int i = 0; i < addedCount; i++) {
      after.with(500_000 + i, sounds());
      expected.add("added " + (500_000 + i));
    }
  }

  private static int tilesId(int number) {
    return 10 + 1_000 * number;
  }

  private static int soundsId(int number) {
    return 20 + 1_000 * number;
  }

  /** The shortest of sounds. */
  static DraftSounds silence() {
    return new DraftSounds(8_000, 1, Optional.empty(), List.of(0));
  }

  DraftPack before() {
    return before;
  }

  DraftPack after() {
    return after;
  }

  /** Every difference and every breach, each as a line. */
  SortedSet<String> expected() {
    return expected;
  }

  /** What a comparison says, in the same lines. */
  static SortedSet<String> said(PackComparison comparison) {
    SortedSet<String> said = new TreeSet<>();
    for (Entry entry : comparison.added()) {
      said.add("added " + entry.assetId());
    }
    for (Entry entry : comparison.removed()) {
      said.add("removed " + entry.assetId());
    }
    comparison.renamed().forEach(rename -> said.add("renamed " + rename.assetId()));
    for (SlotChange change : comparison.slots()) {
      said.add(change.getClass().getSimpleName() + " " + change.assetId());
    }
    for (ContentChange change : comparison.contents()) {
      said.add(change.getClass().getSimpleName() + " " + change.after().assetId());
    }
    for (Breach breach : comparison.breaches()) {
      said.add(breach.rule() + " " + breach.assetId());
    }
    return said;
  }

  /** Pictures that are all different, of two colours each. */
  private DraftTiles tiles() {
    List<Tile> tiles = new ArrayList<>();
    int tileCount = 3 + random.nextInt(7);
    for (int number = 0; number < tileCount; number++) {
      tiles.add(new Tile(random.nextInt(2), 1 + number, 2 + number));
    }
    return new DraftTiles(random.nextBoolean() ? 8 : 16, 2, PALETTES, tiles);
  }

  private DraftSounds sounds() {
    int channels = 1 + random.nextInt(2);
    List<Integer> samples =
        random.ints((2L + random.nextInt(50)) * channels, -1_000, 1_000).boxed().toList();
    return new DraftSounds(8_000 + random.nextInt(1_000), channels, Optional.empty(), samples);
  }

  private void expect(int id, String change, BreakingRule... breaches) {
    expected.add(change + " " + id);
    for (BreakingRule breach : breaches) {
      expected.add(breach + " " + id);
    }
  }

  private void plantInTiles(int id, DraftTiles tiles) {
    List<Tile> list = new ArrayList<>(tiles.tiles());
    switch (random.nextInt(12)) {
      case 0 -> {
        after.with(id, tiles.withTile(random.nextInt(list.size()), new Tile(0, 14, 1)));
        expect(id, "TilesChanged");
      }
      case 1 -> {
        list.add(new Tile(1, 14, 1));
        after.with(id, tiles.withTiles(list));
        expect(id, "TilesChanged");
      }
      case 2 -> {
        list.removeLast();
        after.with(id, tiles.withTiles(list));
        expect(id, "TilesChanged", BreakingRule.TILES_REMOVED);
      }
      case 3 -> {
        list.addFirst(new Tile(1, 14, 1));
        after.with(id, tiles.withTiles(list));
        expect(id, "TilesChanged", BreakingRule.TILES_MOVED);
      }
      case 4 -> {
        after.with(id, tiles.withColumns(1));
        expect(id, "TilesChanged", BreakingRule.COLUMNS_CHANGED);
      }
      case 5 -> {
        after.with(id, tiles.withTileSize(32));
        expect(id, "TilesChanged", BreakingRule.TILE_SIZE_CHANGED);
      }
      case 6 -> {
        after.with(id, tiles.withPalettesSwapped());
        expect(id, "Reencoded", BreakingRule.PALETTES_MOVED);
      }
      case 7 -> {
        after.with(id, tiles.withColorsSwapped());
        expect(id, "Reencoded");
      }
      case 8 -> {
        after.with(id, tiles.withPalettes(PALETTES.subList(0, 2)));
        expect(id, "Reencoded", BreakingRule.PALETTES_REMOVED);
      }
      case 9 -> {
        after.without(id);
        boolean hadSlot = before.slotOf(id).isPresent();
        expect(id, "removed", BreakingRule.ASSET_REMOVED);
        if (hadSlot) {
          expect(id, "Lost");
        }
      }
      default -> {}
    }
  }

  private void plantInSounds(int id, DraftSounds sounds) {
    switch (random.nextInt(7)) {
      case 0 -> {
        int place = random.nextInt(sounds.samples().size());
        after.with(id, sounds.withSample(place, sounds.samples().get(place) + 1));
        expect(id, "SoundsChanged");
      }
      case 1 -> {
        int half = sounds.samples().size() / sounds.channels() / 2 * sounds.channels();
        after.with(id, sounds.withSamples(sounds.samples().subList(0, half)));
        expect(id, "SoundsChanged");
      }
      case 2 -> {
        after.with(id, sounds.withLoop(Optional.of(new Loop(0, 2))));
        expect(id, "SoundsChanged", BreakingRule.LOOP_CHANGED);
      }
      case 3 -> {
        after.with(id, sounds.withSampleRate(sounds.sampleRateHz() + 1));
        expect(id, "SoundsChanged");
      }
      case 4 -> {
        after.with(id, tiles());
        expect(id, "TypeChanged", BreakingRule.BANK_TYPE_CHANGED);
      }
      default -> {}
    }
  }

  private void plantInName(int id) {
    if (random.nextInt(3) == 0) {
      after.named(id, "renamed/" + id);
      expect(id, "renamed");
    }
  }

  private void plantInSlot(int id) {
    if (!after.has(id)) {
      return;
    }
    boolean hadSlot = before.slotOf(id).isPresent();
    switch (random.nextInt(4)) {
      case 0 -> {
        after.inSlot(id, freeSlot++);
        if (hadSlot) {
          expect(id, "Moved", BreakingRule.SLOT_MOVED);
        } else {
          expect(id, "Gained");
        }
      }
      case 1 -> {
        after.inNoSlot(id);
        if (hadSlot) {
          expect(id, "Lost", BreakingRule.SLOT_LOST);
        }
      }
      case 2 -> {
        if (hadSlot) {
          int taker = 600_000 + id;
          after.inNoSlot(id).with(taker, tiles()).inSlot(taker, before.slotOf(id).getAsInt());
          expect(id, "Lost", BreakingRule.SLOT_LOST);
          expect(taker, "added", BreakingRule.SLOT_TAKEN);
          expect(taker, "Gained");
        }
      }
      default -> {}
    }
  }
}

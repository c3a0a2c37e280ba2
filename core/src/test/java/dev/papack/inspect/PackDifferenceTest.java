package dev.papack.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.comparison.Breach;
import dev.papack.comparison.BreakingRule;
import dev.papack.comparison.ContentChange;
import dev.papack.comparison.PackComparison;
import dev.papack.comparison.Share;
import dev.papack.comparison.SlotChange;
import dev.papack.comparison.Verdict;
import dev.papack.container.Entry;
import dev.papack.container.PackBytes;
import dev.papack.container.PackException;
import dev.papack.container.PackReader;
import dev.papack.container.SoundsMetadata.Loop;
import dev.papack.inspect.DraftTiles.Tile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PackDifferenceTest {
  private static final int HERO = 7;
  private static final int THEME = 9;

  private static final List<Integer> WARM = List.of(0xF800, 0xFFE0, 0xFA00);
  private static final List<Integer> COLD = List.of(0x001F, 0x07FF, 0x02FF);
  private static final DraftTiles TILES =
      new DraftTiles(
          8,
          2,
          List.of(WARM, COLD),
          List.of(new Tile(0, 1, 2), new Tile(0, 2, 3), new Tile(1, 1, 3), new Tile(1, 0, 2)));
  private static final DraftSounds SOUNDS =
      new DraftSounds(8_000, 1, Optional.empty(), List.of(1, -2, 3, -4, 5, -6));

  private static DraftPack pack() {
    return new DraftPack().with(HERO, TILES).with(THEME, SOUNDS);
  }

  private static PackComparison tilesBecame(DraftTiles other) {
    return pack().with(HERO, other).since(pack());
  }

  private static PackComparison soundsBecame(DraftSounds other) {
    return pack().with(THEME, other).since(pack());
  }

  private static List<BreakingRule> rules(PackComparison comparison) {
    return comparison.breaches().stream().map(Breach::rule).toList();
  }

  private static List<String> messages(PackComparison comparison) {
    return comparison.breaches().stream().map(Breach::message).toList();
  }

  private static List<Integer> ids(List<Entry> entries) {
    return entries.stream().map(Entry::assetId).toList();
  }

  private static Share tiles(PackComparison comparison) {
    assertThat(comparison.contents()).hasSize(1);
    return comparison.contents().getFirst() instanceof ContentChange.TilesChanged changed
        ? changed.tiles()
        : Share.NONE;
  }

  private static void assertIsCompatible(PackComparison comparison) {
    assertThat(comparison.breaches()).isEmpty();
    assertThat(comparison.verdict()).isEqualTo(Verdict.COMPATIBLE);
  }

  private static void assertBreaks(PackComparison comparison, BreakingRule... rules) {
    assertThat(rules(comparison)).containsExactly(rules);
    assertThat(comparison.verdict()).isEqualTo(Verdict.BREAKING);
  }

  @Test
  void samePackIsEqual() {
    PackComparison comparison = pack().since(pack());
    assertThat(comparison.verdict()).isEqualTo(Verdict.EQUAL);
    assertThat(comparison)
        .isEqualTo(
            new PackComparison(
                comparison.before(),
                comparison.before(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
  }

  @Test
  void renameIsCompatibleAndNoContentChange() {
    PackComparison comparison = pack().named(HERO, "sprites/heroine").since(pack());
    assertIsCompatible(comparison);
    assertThat(comparison.renamed()).hasSize(1);
    assertThat(comparison.contents()).isEmpty();
  }

  @Test
  void namesThatChangePlacesAreTwoRenames() {
    PackComparison comparison = pack().named(HERO, "asset/9").named(THEME, "asset/7").since(pack());
    assertIsCompatible(comparison);
    assertThat(comparison.renamed()).hasSize(2);
    assertThat(comparison.contents()).isEmpty();
  }

  @Test
  void addedAssetIsCompatible() {
    PackComparison comparison = pack().with(8, SOUNDS).since(pack());
    assertIsCompatible(comparison);
    assertThat(ids(comparison.added())).containsExactly(8);
  }

  @Test
  void removedAssetBreaks() {
    PackComparison comparison = pack().without(HERO).since(pack());
    assertBreaks(comparison, BreakingRule.ASSET_REMOVED);
    assertThat(ids(comparison.removed())).containsExactly(HERO);
  }

  @Test
  void otherBankTypeBreaks() {
    PackComparison comparison = pack().with(HERO, SOUNDS).since(pack());
    assertBreaks(comparison, BreakingRule.BANK_TYPE_CHANGED);
    assertThat(comparison.contents().getFirst()).isInstanceOf(ContentChange.TypeChanged.class);
    assertThat(messages(comparison)).containsExactly("is SOUNDS, not TILES");
  }

  @Test
  void otherPixelsAreCompatible() {
    PackComparison comparison = tilesBecame(TILES.withTile(1, new Tile(0, 1, 3)));
    assertIsCompatible(comparison);
    assertThat(tiles(comparison)).isEqualTo(new Share(1, 4));
  }

  @Test
  void transparentAndBlackAreNotTheSame() {
    DraftTiles black = TILES.withPalettes(List.of(WARM, List.of(0x001F, 0x07FF, 0x02FF, 0)));
    PackComparison comparison =
        pack().with(HERO, black.withTile(3, new Tile(1, 4, 2))).since(pack().with(HERO, black));
    assertThat(tiles(comparison)).isEqualTo(new Share(1, 4));
  }

  @Test
  void moreTilesAreCompatible() {
    List<Tile> more = new ArrayList<>(TILES.tiles());
    more.add(new Tile(0, 3, 1));
    PackComparison comparison = tilesBecame(TILES.withTiles(more));
    assertIsCompatible(comparison);
    assertThat(tiles(comparison)).isEqualTo(new Share(0, 4));
  }

  @Test
  void fewerTilesBreak() {
    PackComparison comparison = tilesBecame(TILES.withTiles(TILES.tiles().subList(0, 3)));
    assertBreaks(comparison, BreakingRule.TILES_REMOVED);
    assertThat(messages(comparison)).containsExactly("has 3 tiles, not 4");
  }

  @Test
  void otherTileSizeBreaksAndNoTileIsComparable() {
    PackComparison comparison = tilesBecame(TILES.withTileSize(16));
    assertBreaks(comparison, BreakingRule.TILE_SIZE_CHANGED);
    assertThat(tiles(comparison)).isEqualTo(Share.NONE);
  }

  @Test
  void otherColumnsBreakThoughNoByteOfTheSliceDiffers() {
    PackComparison comparison = tilesBecame(TILES.withColumns(4));
    assertBreaks(comparison, BreakingRule.COLUMNS_CHANGED);
    assertThat(tiles(comparison)).isEqualTo(new Share(0, 4));
  }

  @Test
  void tilesBehindAnInsertedOneBreak() {
    List<Tile> inserted = new ArrayList<>(TILES.tiles());
    inserted.addFirst(new Tile(0, 3, 1));
    PackComparison comparison = tilesBecame(TILES.withTiles(inserted));
    assertBreaks(comparison, BreakingRule.TILES_MOVED);
    assertThat(messages(comparison))
        .containsExactly("has its old tile 0 as tile 1, and 3 more moved");
  }

  @Test
  void tilesThatChangePlacesBreak() {
    List<Tile> swapped = new ArrayList<>(TILES.tiles());
    Collections.swap(swapped, 1, 2);
    assertBreaks(tilesBecame(TILES.withTiles(swapped)), BreakingRule.TILES_MOVED);
  }

  @Test
  void pictureThatIsRepeatedElsewhereHasNotMoved() {
    assertIsCompatible(tilesBecame(TILES.withTile(1, TILES.tiles().getFirst())));
  }

  @Test
  void tileOfOneColorIsEverywhereAndHasNotMoved() {
    DraftTiles before = TILES.withTile(0, new Tile(0, 1, 1)).withTile(1, new Tile(0, 0, 0));
    DraftTiles after = TILES.withTile(2, new Tile(0, 1, 1)).withTile(3, new Tile(0, 0, 0));
    assertIsCompatible(pack().with(HERO, after).since(pack().with(HERO, before)));
  }

  @Test
  void colorsInAnotherOrderAreReencodedAndCompatible() {
    PackComparison comparison = tilesBecame(TILES.withColorsSwapped());
    assertIsCompatible(comparison);
    assertThat(comparison.contents())
        .singleElement()
        .isInstanceOfSatisfying(
            ContentChange.Reencoded.class,
            change -> assertThat(change.palettes()).isEqualTo(new Share(2, 2)));
  }

  @Test
  void palettesInAnotherOrderAreReencodedAndBreak() {
    PackComparison comparison = tilesBecame(TILES.withPalettesSwapped());
    assertThat(comparison.contents()).singleElement().isInstanceOf(ContentChange.Reencoded.class);
    assertBreaks(comparison, BreakingRule.PALETTES_MOVED);
    assertThat(messages(comparison))
        .containsExactly("has its old palette 0 as palette 1, and 1 more moved");
  }

  @Test
  void editedPaletteIsCompatible() {
    PackComparison comparison =
        tilesBecame(TILES.withPalettes(List.of(List.of(0xF801, 0xFFE0, 0xFA00), COLD)));
    assertIsCompatible(comparison);
    assertThat(tiles(comparison)).isEqualTo(new Share(1, 4));
  }

  @Test
  void anotherPaletteIsReencodedAndCompatible() {
    PackComparison comparison =
        tilesBecame(TILES.withPalettes(List.of(WARM, COLD, List.of(0x1111))));
    assertIsCompatible(comparison);
    assertThat(comparison.contents()).singleElement().isInstanceOf(ContentChange.Reencoded.class);
  }

  @Test
  void fewerPalettesBreakThoughEveryTileIsDrawnAsBefore() {
    DraftTiles three = TILES.withPalettes(List.of(WARM, COLD, List.of(0x1111)));
    PackComparison comparison = pack().since(pack().with(HERO, three));
    assertBreaks(comparison, BreakingRule.PALETTES_REMOVED);
    assertThat(comparison.contents()).singleElement().isInstanceOf(ContentChange.Reencoded.class);
  }

  @Test
  void paletteOfBlackAloneHasNotMoved() {
    DraftTiles before = TILES.withPalettes(List.of(WARM, COLD, List.of(), List.of(0x1111)));
    DraftTiles after = TILES.withPalettes(List.of(WARM, COLD, List.of(0x2222), List.of()));
    assertIsCompatible(pack().with(HERO, after).since(pack().with(HERO, before)));
  }

  private static Share frames(PackComparison comparison) {
    assertThat(comparison.contents()).hasSize(1);
    return comparison.contents().getFirst() instanceof ContentChange.SoundsChanged changed
        ? changed.frames()
        : new Share(999, 999);
  }

  @Test
  void otherSamplesAreCompatible() {
    PackComparison comparison = soundsBecame(SOUNDS.withSample(2, 99).withSample(5, 0));
    assertIsCompatible(comparison);
    assertThat(frames(comparison)).isEqualTo(new Share(2, 6));
  }

  @Test
  void frameOfTwoChannelsDiffersOnce() {
    DraftSounds stereo = SOUNDS.withChannels(2);
    PackComparison comparison =
        pack()
            .with(THEME, stereo.withSample(2, 99).withSample(3, 98))
            .since(pack().with(THEME, stereo));
    assertThat(frames(comparison)).isEqualTo(new Share(1, 3));
  }

  @Test
  void framesBehindTheFirstBufferAreCompared() {
    List<Integer> samples = new ArrayList<>(Collections.nCopies(300_000, 5));
    DraftSounds before = SOUNDS.withSamples(samples);
    DraftSounds after = before.withSample(131_071, 1).withSample(131_072, 1).withSample(299_999, 1);
    PackComparison comparison = pack().with(THEME, after).since(pack().with(THEME, before));
    assertThat(frames(comparison)).isEqualTo(new Share(3, 300_000));
  }

  @Test
  void fewerFramesAreCompatible() {
    PackComparison comparison = soundsBecame(SOUNDS.withSamples(List.of(1, -2, 3)));
    assertIsCompatible(comparison);
    assertThat(frames(comparison)).isEqualTo(new Share(0, 3));
  }

  @Test
  void otherSampleRateIsCompatibleAndNoFrameIsComparable() {
    PackComparison comparison = soundsBecame(SOUNDS.withSampleRate(11_025));
    assertIsCompatible(comparison);
    assertThat(frames(comparison)).isEqualTo(Share.NONE);
  }

  @Test
  void otherChannelsAreCompatibleAndNoFrameIsComparable() {
    PackComparison comparison = soundsBecame(SOUNDS.withChannels(2));
    assertIsCompatible(comparison);
    assertThat(frames(comparison)).isEqualTo(Share.NONE);
  }

  @Test
  void loopGainedOrLostBreaks() {
    DraftSounds looped = SOUNDS.withLoop(Optional.of(new Loop(0, 6)));
    PackComparison gained = soundsBecame(looped);
    assertBreaks(gained, BreakingRule.LOOP_CHANGED);
    assertThat(messages(gained)).containsExactly("now loops");
    assertThat(frames(gained)).isEqualTo(new Share(0, 6));
    PackComparison lost = pack().since(pack().with(THEME, looped));
    assertThat(messages(lost)).containsExactly("no longer loops");
  }

  @Test
  void loopElsewhereIsCompatible() {
    DraftSounds before = SOUNDS.withLoop(Optional.of(new Loop(0, 6)));
    DraftSounds after = SOUNDS.withLoop(Optional.of(new Loop(2, 5)));
    assertIsCompatible(pack().with(THEME, after).since(pack().with(THEME, before)));
  }

  @Test
  void freeSlotThatIsUsedIsCompatible() {
    PackComparison comparison = pack().inSlot(HERO, 3).since(pack());
    assertIsCompatible(comparison);
    assertThat(comparison.slots()).singleElement().isInstanceOf(SlotChange.Gained.class);
  }

  @Test
  void slotThatAnAssetLeavesBreaks() {
    PackComparison comparison = pack().since(pack().inSlot(HERO, 3));
    assertBreaks(comparison, BreakingRule.SLOT_LOST);
    assertThat(comparison.slots()).singleElement().isInstanceOf(SlotChange.Lost.class);
  }

  @Test
  void assetInAnotherSlotBreaks() {
    PackComparison comparison = pack().inSlot(HERO, 4).since(pack().inSlot(HERO, 3));
    assertBreaks(comparison, BreakingRule.SLOT_MOVED);
    assertThat(messages(comparison))
        .containsExactly("is loaded into TILES slot 4, not into TILES slot 3");
  }

  @Test
  void slotTakenByAnAddedAssetBreaksOnBothSides() {
    PackComparison comparison = pack().with(8, TILES).inSlot(8, 3).since(pack().inSlot(HERO, 3));
    assertBreaks(comparison, BreakingRule.SLOT_LOST, BreakingRule.SLOT_TAKEN);
    assertThat(messages(comparison).getLast())
        .isEqualTo("takes TILES slot 3 from \"asset/7\" (id 7)");
  }

  @Test
  void slotOfARemovedAssetIsNoReasonOfItsOwnUnlessItIsTaken() {
    DraftPack before = pack().inSlot(HERO, 3);
    assertBreaks(pack().without(HERO).since(before), BreakingRule.ASSET_REMOVED);
    assertBreaks(
        pack().without(HERO).with(8, TILES).inSlot(8, 3).since(before),
        BreakingRule.ASSET_REMOVED,
        BreakingRule.SLOT_TAKEN);
  }

  @Test
  void sameSlotNumberOfAnotherBankTypeIsAnotherSlot() {
    PackComparison comparison =
        pack().inSlot(HERO, 3).inSlot(THEME, 3).since(pack().inSlot(HERO, 3));
    assertIsCompatible(comparison);
  }

  @Test
  void everyReasonIsListedById() {
    PackComparison comparison =
        new DraftPack()
            .with(HERO, TILES.withColumns(1).withTiles(TILES.tiles().subList(0, 1)))
            .since(pack().inSlot(HERO, 0));
    assertBreaks(
        comparison,
        BreakingRule.SLOT_LOST,
        BreakingRule.COLUMNS_CHANGED,
        BreakingRule.TILES_REMOVED,
        BreakingRule.ASSET_REMOVED);
  }

  /** Counts what is read of a pack. */
  private static final class CountedBytes implements PackBytes {
    private final PackBytes bytes;
    private long readBytes;
    private int longestReadBytes;

    CountedBytes(DraftPack pack) {
      bytes = PackBytes.of(pack.bytes());
    }

    @Override
    public long sizeBytes() {
      return bytes.sizeBytes();
    }

    @Override
    public void read(long positionBytes, ByteBuffer into) throws IOException {
      readBytes += into.remaining();
      longestReadBytes = Math.max(longestReadBytes, into.remaining());
      bytes.read(positionBytes, into);
    }
  }

  private static CountedBytes readToCompare(DraftPack older, DraftPack newer)
      throws IOException, PackException {
    CountedBytes counted = new CountedBytes(newer);
    VerifiedPack after = VerifiedPack.of(PackReader.open(counted), "new.pa", 1);
    counted.readBytes = 0;
    counted.longestReadBytes = 0;
    PackDifference.of(older.verified(), after);
    return counted;
  }

  @Test
  void sliceOfEqualDigestIsNotRead() throws IOException, PackException {
    DraftPack newer =
        pack().named(HERO, "other").with(HERO, TILES.withColumns(1)).inSlot(HERO, 1).with(8, TILES);
    newer.with(THEME, SOUNDS.withLoop(Optional.of(new Loop(0, 2))));
    assertThat(readToCompare(pack(), newer).readBytes).isZero();
    assertThat(readToCompare(pack(), newer.with(THEME, SOUNDS.withSample(0, 7))).readBytes)
        .isEqualTo(12);
  }

  @Test
  void soundIsComparedInPieces() throws IOException, PackException {
    DraftSounds before = SOUNDS.withSamples(Collections.nCopies(1_000_000, 5));
    CountedBytes counted =
        readToCompare(
            pack().with(THEME, before), pack().with(THEME, before.withSample(999_999, 6)));
    assertThat(counted.readBytes).isEqualTo(2_000_000);
    assertThat(counted.longestReadBytes).isEqualTo(256 << 10);
  }

  @Test
  void sizesAreThoseOfTheSlicesAndFiles() {
    PackComparison comparison = pack().without(THEME).since(pack());
    assertThat(comparison.before().soundsBytes()).isEqualTo(12);
    assertThat(comparison.after().soundsBytes()).isZero();
    assertThat(comparison.after().tilesBytes()).isEqualTo(TILES.slice().length);
    assertThat(comparison.after().fileBytes()).isEqualTo(pack().without(THEME).bytes().length);
    assertThat(comparison.after().assetCount()).isEqualTo(1);
  }
}

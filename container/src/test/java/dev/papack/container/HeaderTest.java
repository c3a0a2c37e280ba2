package dev.papack.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HeaderTest {
  private static final Sha256 DIGEST = new Sha256(1, 2, 3, 4);

  private static UnplacedEntry sound(int assetId, long frameCount) {
    return new UnplacedEntry(
        assetId,
        new AssetName("s" + assetId),
        new SoundsMetadata(1, frameCount, Optional.empty(), 8_000),
        DIGEST);
  }

  @Test
  void layoutDoesNotDependOnTheOrderItIsGiven() {
    List<UnplacedEntry> entries = new ArrayList<>(List.of(sound(1, 3), sound(2, 32), sound(3, 33)));
    List<PreloadItem> preload =
        new ArrayList<>(
            List.of(
                new PreloadItem(3, BankType.SOUNDS, 0), new PreloadItem(1, BankType.SOUNDS, 9)));
    Header header = Header.layOut(entries, preload);
    Collections.reverse(entries);
    Collections.reverse(preload);

    assertThat(Header.layOut(entries, preload)).isEqualTo(header);
    assertThat(header.assetTable()).extracting(Entry::offsetBytes).containsExactly(0L, 64L, 128L);
    assertThat(header.payloadBytes()).isEqualTo(128 + 66);
  }

  @Test
  void soundsComeBeforeTilesInPreload() {
    assertThat(SamplePacks.both().header().preload())
        .extracting(PreloadItem::bankType)
        .containsExactly(BankType.SOUNDS, BankType.TILES);
  }

  @Test
  void everyEntryIsFoundByItsIdAndNothingElse() {
    Header header = Header.layOut(List.of(sound(2, 1), sound(4, 1), sound(7, 1)), List.of());

    for (Entry entry : header.assetTable()) {
      assertThat(header.find(entry.assetId())).contains(entry);
    }
    for (int other : new int[] {Integer.MIN_VALUE, 0, 1, 3, 5, 8, Integer.MAX_VALUE}) {
      assertThat(header.find(other)).isEmpty();
    }
  }

  @Test
  void aPayloadAboveItsLimitIsRefused() {
    long maxFrames = PackLimits.MAX_PAYLOAD_BYTES / 2;

    assertThat(Header.layOut(List.of(sound(1, maxFrames)), List.of()).payloadBytes())
        .isEqualTo(PackLimits.MAX_PAYLOAD_BYTES);
    assertThatThrownBy(
            () -> Header.layOut(List.of(sound(1, maxFrames - 31), sound(2, 1)), List.of()))
        .isInstanceOf(MeaningException.class)
        .hasMessageContaining("does not fit");
    assertThatThrownBy(() -> Header.layOut(List.of(sound(1, maxFrames + 1)), List.of()))
        .isInstanceOf(MeaningException.class);
  }

  @Test
  void moreEntriesThanTheLimitAreRefused() {
    List<UnplacedEntry> entries = new ArrayList<>();
    for (int id = 1; id <= PackLimits.MAX_ENTRIES; id++) {
      entries.add(sound(id, 1));
    }
    assertThat(Header.layOut(entries, List.of()).assetTable()).hasSize(PackLimits.MAX_ENTRIES);

    entries.add(sound(PackLimits.MAX_ENTRIES + 1, 1));
    assertThatThrownBy(() -> Header.layOut(entries, List.of()))
        .isInstanceOf(MeaningException.class)
        .hasMessageContaining("131073");
  }

  @Test
  void theLongestHeaderIsWithinTheLimit() {
    AssetName longest = new AssetName("a".repeat(PackLimits.MAX_NAME_BYTES));
    long frames = PackLimits.MAX_PAYLOAD_BYTES / 2;
    SoundsMetadata metadata =
        new SoundsMetadata(
            1, frames, Optional.of(new SoundsMetadata.Loop(frames - 1, frames)), 48_000);
    UnplacedEntry entry = new UnplacedEntry(Integer.MAX_VALUE, longest, metadata, DIGEST);
    PreloadItem item = new PreloadItem(Integer.MAX_VALUE, BankType.SOUNDS, PackLimits.MAX_SLOT);
    long empty = HeaderJson.encode(Header.layOut(List.of(), List.of())).length;
    // Room for an offset of eleven digits, and for the comma.
    long perEntry =
        HeaderJson.encode(Header.layOut(List.of(entry), List.of())).length - empty + 10 + 1;
    long perItem = HeaderJson.encode(Header.layOut(List.of(entry), List.of(item))).length - empty;
    long slots = BankType.values().length * (PackLimits.MAX_SLOT + 1L);

    assertThat(empty + perEntry * PackLimits.MAX_ENTRIES + perItem * slots)
        .isLessThan(PackLimits.MAX_HEADER_BYTES);
  }

  @Test
  void aRefusalIsAnIllegalArgumentWithItsValues() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PreloadItem(1, BankType.TILES, 256))
        .satisfies(e -> {
          assertThat(((MeaningException) e).found()).isEqualTo("256");
          assertThat(((MeaningException) e).expected()).isEqualTo("0..255");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "z", "_", "0", "9", "a.b", "a/b-c_d.e", "sprites/hero", "__/__"})
  void goodNameHasNoFault(String text) {
    assertThat(AssetName.faultOf(text)).isEmpty();
    assertThat(text).matches("[a-z0-9_]+([./-][a-z0-9_]+)*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "A", "a b", "/a", "a/", "a//b", "a.-b", ".", "..", "a\\b", "\u00E4", "a\n"})
  void badNameHasAFault(String text) {
    assertThat(AssetName.faultOf(text)).isPresent();
    assertThat(text).doesNotMatch("[a-z0-9_]+([./-][a-z0-9_]+)*");
    assertThatThrownBy(() -> new AssetName(text)).isInstanceOf(MeaningException.class);
  }

  @Test
  void nameOf128BytesIsTheLongest() {
    assertThat(AssetName.faultOf("a".repeat(128))).isEmpty();
    assertThat(AssetName.faultOf("a".repeat(129))).isPresent();
  }

  @Test
  void numbersOfTilesReachTheirLimits() {
    assertThat(new TilesMetadata(65_536, 64, 65_536, 32).sliceBytes())
        .isEqualTo(65_536L * 512 + 64 * 32 + 65_536);
    assertThatThrownBy(() -> new TilesMetadata(1, 64, 65_537, 32))
        .isInstanceOf(MeaningException.class);
    assertThatThrownBy(() -> new TilesMetadata(1, 65, 65_536, 32))
        .isInstanceOf(MeaningException.class);
  }

  @Test
  void numbersOfSoundsReachTheirLimits() {
    long most = PackLimits.MAX_PAYLOAD_BYTES;
    assertThat(new SoundsMetadata(2, most, Optional.empty(), 48_000).sliceBytes())
        .isEqualTo(most * 4);
    assertThatThrownBy(() -> new SoundsMetadata(2, most + 1, Optional.empty(), 48_000))
        .isInstanceOf(MeaningException.class);
  }

  @Test
  void namesAreOrderedByTheirText() {
    assertThat(new AssetName("a")).isLessThan(new AssetName("b"));
    assertThat(new AssetName("b")).isGreaterThan(new AssetName("a.b"));
  }
}

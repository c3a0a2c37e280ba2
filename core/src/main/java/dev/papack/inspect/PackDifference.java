package dev.papack.inspect;

import dev.papack.bank.TilesView;
import dev.papack.comparison.Breach;
import dev.papack.comparison.BreakingRule;
import dev.papack.comparison.ComparedPack;
import dev.papack.comparison.ContentChange;
import dev.papack.comparison.PackComparison;
import dev.papack.comparison.Rename;
import dev.papack.comparison.Share;
import dev.papack.container.BankMetadata;
import dev.papack.container.BankType;
import dev.papack.container.Entry;
import dev.papack.container.PackException;
import dev.papack.container.PackReader;
import dev.papack.container.SoundsMetadata;
import dev.papack.container.TilesMetadata;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Compares two packs, id by id. The rules are in {@code docs/specs/comparing-packs.md}. Memory:
 * both headers, and one bank of each at a time.
 */
public final class PackDifference {
  private final VerifiedPack before;
  private final VerifiedPack after;
  private final List<Entry> removed = new ArrayList<>();
  private final List<Entry> added = new ArrayList<>();
  private final List<Rename> renamed = new ArrayList<>();
  private final List<ContentChange> contents = new ArrayList<>();
  private final List<Breach> breaches = new ArrayList<>();

  private PackDifference(VerifiedPack before, VerifiedPack after) {
    this.before = before;
    this.after = after;
  }

  /**
   * Compares two packs.
   *
   * @param before the older
   * @param after the newer
   * @throws IOException if a slice cannot be read, or is no longer what was verified
   * @throws PackException if a pack was not verified after all, and a slice is damaged
   */
  public static PackComparison of(VerifiedPack before, VerifiedPack after)
      throws IOException, PackException {
    PackDifference difference = new PackDifference(before, after);
    difference.compareTables();
    SlotDifference slots = SlotDifference.of(before.reader().header(), after.reader().header());
    difference.breaches.addAll(slots.breaches());
    difference.breaches.sort(Comparator.comparingInt(Breach::assetId).thenComparing(Breach::rule));
    return new PackComparison(
        compared(before.reader()),
        compared(after.reader()),
        difference.removed,
        difference.added,
        difference.renamed,
        slots.changes(),
        difference.contents,
        difference.breaches);
  }

  private static ComparedPack compared(PackReader reader) {
    return new ComparedPack(
        reader.packId(),
        reader.header().assetTable().size(),
        sliceBytes(reader, BankType.TILES),
        sliceBytes(reader, BankType.SOUNDS),
        reader.prelude().fileBytes());
  }

  private static long sliceBytes(PackReader reader, BankType type) {
    return reader.header().assetTable().stream()
        .filter(entry -> entry.metadata().bankType() == type)
        .mapToLong(Entry::sizeBytes)
        .sum();
  }

  private void compareTables() throws IOException, PackException {
    for (Entry entry : before.reader().header().assetTable()) {
      Optional<Entry> now = after.reader().header().find(entry.assetId());
      if (now.isPresent()) {
        compare(entry, now.get());
      } else {
        removed.add(entry);
        breach(BreakingRule.ASSET_REMOVED, entry, "is no longer in the pack");
      }
    }
    for (Entry entry : after.reader().header().assetTable()) {
      if (before.reader().header().find(entry.assetId()).isEmpty()) {
        added.add(entry);
      }
    }
  }

  private void compare(Entry old, Entry now) throws IOException, PackException {
    if (!old.assetName().equals(now.assetName())) {
      renamed.add(new Rename(now.assetId(), old.assetName(), now.assetName()));
    }
    if (old.sha256().equals(now.sha256()) && old.metadata().equals(now.metadata())) {
      return;
    }
    switch (new Banks(old.metadata(), now.metadata())) {
      case Banks(TilesMetadata tilesOld, TilesMetadata tilesNow) ->
          compareTiles(old, tilesOld, now, tilesNow);
      case Banks(SoundsMetadata soundsOld, SoundsMetadata soundsNow) ->
          compareSounds(old, soundsOld, now, soundsNow);
      case Banks(TilesMetadata _, SoundsMetadata _) -> typeChanged(old, now);
      case Banks(SoundsMetadata _, TilesMetadata _) -> typeChanged(old, now);
    }
  }

  /** What an id had and has. */
  private record Banks(BankMetadata old, BankMetadata now) {}

  private void typeChanged(Entry old, Entry now) {
    contents.add(new ContentChange.TypeChanged(old, now));
    breach(
        BreakingRule.BANK_TYPE_CHANGED,
        now,
        "is " + now.metadata().bankType() + ", not " + old.metadata().bankType());
  }

  private void compareTiles(Entry old, TilesMetadata tilesOld, Entry now, TilesMetadata tilesNow)
      throws IOException, PackException {
    boolean hasSameTiles =
        tilesOld.tileSize() == tilesNow.tileSize() && tilesOld.tileCount() == tilesNow.tileCount();
    TilesDifference difference =
        hasSameTiles && old.sha256().equals(now.sha256())
            ? TilesDifference.ofEqualSlices(tilesNow)
            : TilesDifference.of(view(before, old, tilesOld), view(after, now, tilesNow));
    boolean isDrawnAlike =
        hasSameTiles
            && tilesOld.columns() == tilesNow.columns()
            && difference.tiles().different() == 0;
    contents.add(
        isDrawnAlike
            ? new ContentChange.Reencoded(old, now, difference.palettes())
            : new ContentChange.TilesChanged(old, now, difference.tiles(), difference.palettes()));
    TilesRules.breaches(tilesOld, tilesNow, difference)
        .forEach((rule, message) -> breach(rule, now, message));
  }

  private void compareSounds(
      Entry old, SoundsMetadata soundsOld, Entry now, SoundsMetadata soundsNow)
      throws IOException, PackException {
    Share frames =
        old.sha256().equals(now.sha256())
            ? FrameDifference.ofEqualSlices(soundsOld, soundsNow)
            : FrameDifference.of(stream(before, old), soundsOld, stream(after, now), soundsNow);
    contents.add(new ContentChange.SoundsChanged(old, now, frames));
    if (soundsOld.loop().isPresent() != soundsNow.loop().isPresent()) {
      breach(
          BreakingRule.LOOP_CHANGED,
          now,
          soundsNow.loop().isPresent() ? "now loops" : "no longer loops");
    }
  }

  private static TilesView view(VerifiedPack pack, Entry entry, TilesMetadata metadata)
      throws IOException, PackException {
    return new TilesView(
        SliceStream.copy(pack.reader().slice(entry.assetId()), pack.path()), metadata);
  }

  private static SliceStream stream(VerifiedPack pack, Entry entry)
      throws IOException, PackException {
    return new SliceStream(pack.reader().slice(entry.assetId()), pack.path());
  }

  private void breach(BreakingRule rule, Entry entry, String message) {
    breaches.add(new Breach(rule, entry.assetId(), entry.assetName(), message));
  }
}

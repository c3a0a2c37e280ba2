package dev.papack.report;

import dev.papack.container.Entry;
import dev.papack.container.PackException;
import dev.papack.container.Slice;
import dev.papack.container.SoundsMetadata;
import dev.papack.container.TilesMetadata;
import dev.papack.result.OpenPack;
import dev.papack.result.PackListing;
import dev.papack.result.RecordedAsset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/** A pack that was looked through: everything that a report says of it. */
public final class SurveyedPack {
  private final String path;
  private final PackListing listing;
  private final List<SurveyedAsset> assets;
  private final List<String> chunks;

  private SurveyedPack(
      String path, PackListing listing, List<SurveyedAsset> assets, List<String> chunks) {
    this.path = path;
    this.listing = listing;
    this.assets = List.copyOf(assets);
    this.chunks = List.copyOf(chunks);
  }

  /** Whether slices are kept for a page to show. */
  public enum Slices {
    /** They are kept, up to a limit. */
    KEPT,
    /** They are only counted. */
    COUNTED
  }

  /**
   * Looks through a pack. Memory: one bank at a time, and the compressed slices that are kept, of
   * at most 64 MiB of tiles and 8 MiB of sounds.
   *
   * @param pack open
   * @param path how people call it
   * @param slices whether they are kept
   * @param shown the ids of the assets that the report is about
   * @return what is in it
   * @throws IOException if it cannot be read
   * @throws PackException if a slice is damaged
   */
  public static SurveyedPack of(OpenPack pack, String path, Slices slices, IntPredicate shown)
      throws IOException, PackException {
    Map<Integer, RecordedAsset> recorded = new HashMap<>();
    pack.recorded().forEach(asset -> recorded.put(asset.assetId(), asset));
    List<Entry> entries =
        pack.listing().header().assetTable().stream()
            .filter(entry -> shown.test(entry.assetId()))
            .toList();
    Set<Integer> kept = slices == Slices.KEPT ? kept(entries) : Set.of();
    Chunks chunks = new Chunks();
    List<SurveyedAsset> assets = new ArrayList<>();
    for (Entry entry : entries) {
      assets.add(
          asset(
              pack.reader().slice(entry.assetId()),
              Optional.ofNullable(recorded.get(entry.assetId())),
              kept.contains(entry.assetId()),
              chunks));
    }
    return new SurveyedPack(path, pack.listing(), assets, chunks.finish());
  }

  private static SurveyedAsset asset(
      Slice slice, Optional<RecordedAsset> recorded, boolean isKept, Chunks chunks)
      throws IOException {
    return switch (slice.entry().metadata()) {
      case TilesMetadata metadata -> {
        TilesBank bank = new TilesBank(slice.copy(), metadata);
        yield new SurveyedAsset(
            slice.entry(),
            recorded,
            new SurveyedAsset.Facts.OfTiles(TilesFacts.of(bank)),
            isKept ? Optional.of(chunks.add(bank.bytes())) : Optional.empty());
      }
      case SoundsMetadata metadata ->
          new SurveyedAsset(
              slice.entry(),
              recorded,
              new SurveyedAsset.Facts.OfSound(SoundFacts.of(slice, metadata)),
              isKept ? Optional.of(chunks.add(slice.copy().array())) : Optional.empty());
    };
  }

  /** Small ones first, so that as many as possible are there. */
  private static Set<Integer> kept(List<Entry> entries) {
    Set<Integer> kept = new HashSet<>();
    long tiles = 0;
    long sounds = 0;
    List<Entry> smallFirst =
        entries.stream()
            .sorted(Comparator.comparingLong(Entry::sizeBytes).thenComparingInt(Entry::assetId))
            .toList();
    for (Entry entry : smallFirst) {
      switch (entry.metadata()) {
        case TilesMetadata _ -> {
          tiles += entry.sizeBytes();
          if (tiles <= Chunks.MAX_TILES_BYTES) {
            kept.add(entry.assetId());
          }
        }
        case SoundsMetadata _ -> {
          sounds += entry.sizeBytes();
          if (sounds <= Chunks.MAX_SOUNDS_BYTES) {
            kept.add(entry.assetId());
          }
        }
      }
    }
    return kept;
  }

  String path() {
    return path;
  }

  PackListing listing() {
    return listing;
  }

  List<SurveyedAsset> assets() {
    return assets;
  }

  /** The kept slices, compressed, as Base64. */
  List<String> chunks() {
    return chunks;
  }
}

package dev.papack.conformance.pack;

import static dev.papack.conformance.Refusal.PACK_MEANING;

import dev.papack.conformance.Cases;
import java.util.function.Consumer;

/** Row 9: the numbers of the banks; T1 to T4, A1 to A5. Slices and sizes follow them. */
final class BankCases {
  private static final int MAX_TILES = 65_536;

  private BankCases() {}

  static void addTo(Cases<PackDraft> packs) {
    columns(packs);
    palettes(packs);
    tileCount(packs);
    tileSize(packs);
    channels(packs);
    frames(packs);
    loop(packs);
    sampleRate(packs);
  }

  private static Consumer<PackDraft> tiles(Consumer<EntryDraft> change) {
    return pack -> change.accept(pack.entry(1));
  }

  private static Consumer<PackDraft> sound(Consumer<EntryDraft> change) {
    return pack -> change.accept(pack.entry(2));
  }

  private static Consumer<PackDraft> looped(Consumer<EntryDraft> change) {
    return pack -> change.accept(pack.entry(0));
  }

  private static Cases<PackDraft>.Broken breaks(
      Cases<PackDraft> packs, String rule, String name, String about, Consumer<PackDraft> change) {
    return packs.breaks(rule, PACK_MEANING, name, about, change);
  }

  private static void columns(Cases<PackDraft> packs) {
    packs.keeps(
        "T1",
        "columns-as-many-as-tiles",
        "all tiles side by side",
        tiles(entry -> entry.metadata("tile_count", 6).metadata("columns", 6)));
    breaks(
            packs,
            "T1",
            "columns-more-than-tiles",
            "more columns than tiles",
            tiles(entry -> entry.metadata("tile_count", 6).metadata("columns", 7)))
        .beside("columns-as-many-as-tiles");
    breaks(packs, "T1", "columns-0", "no columns", tiles(entry -> entry.metadata("columns", 0)));
    breaks(
        packs,
        "T1",
        "columns-wrap-32-bits",
        "2^32+1 columns",
        tiles(entry -> entry.metadata("columns", (1L << 32) + 1)));
  }

  private static void palettes(Cases<PackDraft> packs) {
    packs.keeps(
        "T2",
        "palettes-64",
        "64 palettes, the last in use",
        tiles(entry -> entry.metadata("palette_count", 64).sliceByte(-1, 63)));
    breaks(
            packs,
            "T2",
            "palettes-65",
            "65 palettes",
            tiles(entry -> entry.metadata("palette_count", 65)))
        .beside("palettes-64");
    breaks(
        packs,
        "T2",
        "palettes-0",
        "no palettes",
        tiles(entry -> entry.metadata("palette_count", 0)));
  }

  private static void tileCount(Cases<PackDraft> packs) {
    packs.keeps(
        "T3",
        "tiles-65536",
        "as many tiles as there may be",
        tiles(entry -> entry.metadata("tile_count", MAX_TILES)));
    breaks(
            packs,
            "T3",
            "tiles-65537",
            "one tile more than there may be",
            tiles(entry -> entry.metadata("tile_count", MAX_TILES + 1)))
        .beside("tiles-65536");
    breaks(
        packs,
        "T3",
        "tiles-0",
        "no tiles, and so no columns that there could be",
        tiles(entry -> entry.metadata("tile_count", 0).sliceByte(0, 0)));
  }

  private static void tileSize(Cases<PackDraft> packs) {
    packs.keeps("T4", "tile-size-16", "16 pixels", tiles(entry -> entry.metadata("tile_size", 16)));
    packs.keeps("T4", "tile-size-32", "32 pixels", tiles(entry -> entry.metadata("tile_size", 32)));
    breaks(
        packs,
        "T4",
        "tile-size-4",
        "half the least side of a tile",
        tiles(entry -> entry.metadata("tile_size", 4)));
    breaks(
        packs,
        "T4",
        "tile-size-24",
        "a multiple of 8 that is no side of a tile",
        tiles(entry -> entry.metadata("tile_size", 24)));
    breaks(
        packs,
        "T4",
        "tile-size-64",
        "twice the largest side of a tile",
        tiles(entry -> entry.metadata("tile_size", 64)));
    breaks(
        packs,
        "T4",
        "tile-size-0",
        "tiles without pixels",
        tiles(entry -> entry.metadata("tile_size", 0).sliceByte(0, 0)));
  }

  private static void channels(Cases<PackDraft> packs) {
    breaks(packs, "A1", "channels-3", "3 channels", sound(e -> e.metadata("channels", 3)));
    breaks(
        packs,
        "A1",
        "channels-0",
        "no channels, and so no bytes",
        sound(entry -> entry.metadata("channels", 0)));
  }

  private static void frames(Cases<PackDraft> packs) {
    packs.keeps(
        "A2",
        "frames-1",
        "one frame, mono",
        sound(entry -> entry.metadata("frame_count", 1).metadata("channels", 1)));
    breaks(
            packs,
            "A2",
            "frames-0",
            "no frames, and so no bytes",
            sound(entry -> entry.metadata("frame_count", 0)))
        .beside("frames-1");
  }

  private static void loop(Cases<PackDraft> packs) {
    packs.keeps("A3", "loop-of-all", "a loop of every frame", looped(e -> e.looped(0, 4)));
    packs.keeps("A4", "loop-of-1-frame", "a loop of the last frame", looped(e -> e.looped(3, 4)));
    breaks(
            packs,
            "A3",
            "loop-end-outside",
            "a loop that ends one frame behind the sound",
            looped(entry -> entry.looped(0, 5)))
        .beside("loop-of-all");
    breaks(
            packs,
            "A4",
            "loop-empty",
            "a loop that ends where it starts",
            looped(entry -> entry.looped(3, 3)))
        .beside("loop-of-1-frame");
    breaks(
        packs,
        "A4",
        "loop-empty-at-0",
        "a loop of no frames at the begin",
        looped(entry -> entry.looped(0, 0)));
    breaks(
        packs,
        "A4",
        "loop-backwards",
        "a loop that ends before it starts",
        looped(entry -> entry.looped(3, 1)));
    breaks(
        packs,
        "A3",
        "loop-end-wraps-32-bits",
        "a loop that ends 2^32 frames too late",
        looped(entry -> entry.looped(1, (1L << 32) + 3)));
  }

  private static void sampleRate(Cases<PackDraft> packs) {
    packs.keeps(
        "A5",
        "sample-rates-8000-and-48000",
        "the lowest and the highest sample rate",
        pack -> pack.entry(2).metadata("sample_rate", 48_000));
    sampleRate(packs, "sample-rate-7999", "one below the lowest sample rate", 7_999);
    sampleRate(packs, "sample-rate-48001", "one above the highest sample rate", 48_001);
  }

  private static void sampleRate(
      Cases<PackDraft> packs, String name, String about, long framesPerSecond) {
    breaks(packs, "A5", name, about, sound(entry -> entry.metadata("sample_rate", framesPerSecond)))
        .beside("sample-rates-8000-and-48000");
  }
}

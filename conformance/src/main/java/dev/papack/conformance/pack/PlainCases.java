package dev.papack.conformance.pack;

import dev.papack.conformance.Cases;

/** Valid packs that no limit is near, some of them odd. */
final class PlainCases {
  private PlainCases() {}

  static void addTo(Cases<PackDraft> packs) {
    packs
        .from(PackDraft::workedExample)
        .valid("worked-example", "the whole pack of the specification, byte by byte", _ -> {});
    packs.valid("sample", "two sounds and a tile, two of them preloaded", _ -> {});
    packs.valid("nothing-preloaded", "an empty preload list", pack -> pack.preload().clear());
    packs
        .from(PackDraft::empty)
        .valid("empty", "no assets: a header, its padding, and nothing else", _ -> {});
    packs.valid(
        "one-slot-of-each-type",
        "the same slot number in both bank types",
        pack -> {
          pack.preload(0).number("slot", 9);
          pack.preload(1).number("slot", 9);
        });
    packs.valid(
        "preload-in-other-order",
        "preload follows types and slots, not the table",
        pack -> {
          pack.preload().clear();
          pack.preload(11, "SOUNDS", 1).preload(7, "SOUNDS", 2).preload(9, "TILES", 0);
        });
    packs.valid(
        "two-equal-slices",
        "two assets of the same bytes, each stored for itself",
        pack ->
            pack.add(EntryDraft.sound(12, "a").slice(bytes -> bytes[0] = 1))
                .add(EntryDraft.sound(13, "b").slice(bytes -> bytes[0] = 1)));
    packs.valid(
        "names-of-every-form",
        "names of every character and separator, none of which means anything",
        pack ->
            pack.add(EntryDraft.sound(20, "__proto__"))
                .add(EntryDraft.sound(21, "0"))
                .add(EntryDraft.sound(22, "a.b/c-d_e"))
                .add(EntryDraft.sound(23, "con"))
                .add(EntryDraft.sound(24, "abcdefghijklmnopqrstuvwxyz0123456789_")));
    packs.valid(
        "three-hundred-assets",
        "more entries than a byte counts",
        pack -> {
          for (int i = 0; i < 300; i++) {
            pack.add(EntryDraft.sound(100 + i, "n" + i));
          }
        });
    packs.valid(
        "any-samples",
        "a sound of every byte there is",
        pack ->
            pack.entry(2)
                .metadata("frame_count", 64)
                .slice(bytes -> {
                  for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = (byte) i;
                  }
                }));
    packs.valid(
        "slice-of-whole-blocks",
        "a slice of 64 bytes: no padding behind it",
        pack -> pack.entry(0).metadata("frame_count", 32));
    packs.valid(
        "colours-not-used",
        "every colour but the first of a palette is set, and no pixel uses one",
        pack ->
            pack.entry(1)
                .slice(bytes -> {
                  for (int i = 32 + 2; i < 64; i++) {
                    bytes[i] = (byte) i;
                  }
                }));
    packs.valid(
        "short-last-row",
        "seven tiles in a picture of four columns",
        pack -> pack.entry(1).metadata("tile_count", 7).metadata("columns", 4));
    packs.valid(
        "tiles-of-several-palettes",
        "tiles whose palettes do not ascend",
        pack ->
            pack.entry(1)
                .metadata("tile_count", 3)
                .metadata("palette_count", 3)
                .sliceByte(-3, 2)
                .sliceByte(-1, 1));
  }
}

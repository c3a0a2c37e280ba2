package dev.papack.conformance.pack;

import static dev.papack.conformance.Refusal.PACK_MEANING;
import static dev.papack.conformance.Refusal.PAYLOAD_PADDING;
import static dev.papack.conformance.Refusal.SLICE_DIGEST;

import dev.papack.conformance.Cases;
import dev.papack.conformance.Content;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * Rows 10 to 12: payload padding, slice digests and bank contents; D1, D2, T5, T6. The slices of
 * the sample lie at 0, 64 and 192 and have 8, 65 and 16 bytes.
 */
final class PayloadCases {
  private PayloadCases() {}

  static void addTo(Cases<PackDraft> packs) {
    padding(packs);
    digests(packs);
    colours(packs);
    tilePalettes(packs);
  }

  private static void padding(Cases<PackDraft> packs) {
    flipped(packs, "payload-padding-first-byte", "the byte behind the first slice is not zero", 8);
    flipped(packs, "payload-padding-last-byte", "the byte before a slice is not zero", 63);
    flipped(packs, "payload-padding-last-gap", "a byte before the last slice is not zero", 150);
  }

  private static void flipped(Cases<PackDraft> packs, String name, String about, int position) {
    packs.breaks("D1", PAYLOAD_PADDING, name, about, pack -> pack.flipPayload(position, 0x40));
  }

  private static void digests(Cases<PackDraft> packs) {
    digest(
        packs,
        "slice-first-byte",
        "a flipped bit of a slice that is preloaded",
        p -> p.flipPayload(0, 1));
    digest(
        packs,
        "slice-last-byte",
        "a flipped bit of the last byte of the file",
        p -> p.flipPayload(207, 0x80));
    digest(
        packs,
        "slice-pixel",
        "a flipped bit of a pixel, which may have any value",
        pack -> pack.flipPayload(64 + 3, 0x10));
    digest(
        packs,
        "sha256-of-other-slice",
        "the digest of another slice",
        pack -> written(pack, pack.entry(0).sliceBytes()));
    digest(
        packs,
        "sha256-with-padding",
        "a digest that covers the padding behind the slice as well",
        pack ->
            pack.entry(1)
                .asWritten(entry ->
                    entry.text("sha256", hex(Arrays.copyOf(pack.entry(1).sliceBytes(), 128)))));
    digest(
        packs, "sha256-of-nothing", "the digest of no bytes", pack -> written(pack, new byte[0]));
  }

  private static void digest(
      Cases<PackDraft> packs, String name, String about, Consumer<PackDraft> change) {
    packs.breaks("D2", SLICE_DIGEST, name, about, change);
  }

  private static void written(PackDraft pack, byte[] digested) {
    pack.entry(2).asWritten(entry -> entry.text("sha256", hex(digested)));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(Content.sha256(bytes));
  }

  private static void colours(Cases<PackDraft> packs) {
    contents(
        packs,
        "T5",
        "colour-0-low-byte",
        "colour 0 of a palette is stored as 1",
        tiles -> tiles.sliceByte(32, 1));
    contents(
        packs,
        "T5",
        "colour-0-high-byte",
        "colour 0 of a palette is stored as 0x8000",
        tiles -> tiles.sliceByte(33, 0x80));
    contents(
        packs,
        "T5",
        "colour-0-of-last-palette",
        "colour 0 of a palette that no tile uses is stored as 1",
        tiles -> tiles.metadata("palette_count", 3).sliceByte(32 + 2 * 32, 1));
  }

  private static void tilePalettes(Cases<PackDraft> packs) {
    packs.keeps(
        "T6",
        "tile-of-last-palette",
        "the last tile has the last palette",
        pack -> threeTiles(pack.entry(1)).sliceByte(-1, 1));
    packs
        .breaks(
            "T6",
            PACK_MEANING,
            "tile-palette-outside",
            "the last tile has the palette behind the last",
            pack -> threeTiles(pack.entry(1)).sliceByte(-1, 2))
        .beside("tile-of-last-palette");
    contents(
        packs,
        "T6",
        "tile-palette-255",
        "the first tile has palette 255",
        tiles -> threeTiles(tiles).sliceByte(-3, 255));
  }

  private static EntryDraft threeTiles(EntryDraft tiles) {
    return tiles.metadata("tile_count", 3).metadata("palette_count", 2);
  }

  private static void contents(
      Cases<PackDraft> packs, String rule, String name, String about, Consumer<EntryDraft> change) {
    packs.breaks(rule, PACK_MEANING, name, about, pack -> change.accept(pack.entry(1)));
  }
}

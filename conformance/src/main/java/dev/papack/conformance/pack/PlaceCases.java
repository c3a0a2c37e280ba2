package dev.papack.conformance.pack;

import static dev.papack.conformance.Refusal.PACK_MEANING;

import dev.papack.conformance.Cases;
import java.util.function.Consumer;

/** Row 9: sizes and places of slices; M7 to M10. */
final class PlaceCases {
  private PlaceCases() {}

  static void addTo(Cases<PackDraft> packs) {
    decodedSize(packs);
    size(packs);
    offset(packs);
    payloadLength(packs);
  }

  private static void meaning(
      Cases<PackDraft> packs, String rule, String name, String about, Consumer<PackDraft> change) {
    packs.breaks(rule, PACK_MEANING, name, about, change);
  }

  private static void decodedSize(Cases<PackDraft> packs) {
    meaning(
        packs,
        "M7",
        "decoded-size-larger",
        "a decoded_size of one byte more than size",
        pack -> pack.entry(2).asWritten(entry -> entry.number("decoded_size", 17)));
    meaning(
        packs,
        "M7",
        "decoded-size-0",
        "a decoded_size of 0",
        pack -> pack.entry(2).asWritten(entry -> entry.number("decoded_size", 0)));
    meaning(
        packs,
        "M7",
        "decoded-size-wraps-32-bits",
        "a decoded_size of 2^32 more than size",
        pack -> pack.entry(2).asWritten(entry -> entry.number("decoded_size", (1L << 32) + 16)));
  }

  private static void size(Cases<PackDraft> packs) {
    meaning(
        packs,
        "M8",
        "tiles-slice-longer",
        "a slice of one byte more than its metadata implies",
        pack -> pack.entry(1).surplusBytes(1));
    meaning(
        packs,
        "M8",
        "tiles-slice-shorter",
        "a slice of one byte less than its metadata implies",
        pack -> pack.entry(1).surplusBytes(-1));
    meaning(
        packs,
        "M8",
        "sounds-slice-longer",
        "a slice of one frame more than its metadata says",
        pack -> pack.entry(2).surplusBytes(4));
    meaning(
        packs,
        "M8",
        "sounds-slice-of-half-a-frame",
        "a slice that ends within a frame",
        pack -> pack.entry(2).surplusBytes(-2));
    meaning(
        packs, "M8", "slice-empty", "a slice of 0 bytes", pack -> pack.entry(2).surplusBytes(-16));
    meaning(
        packs,
        "M8",
        "frames-wrap-32-bits",
        "as many frames as make 2^32 bytes more than the slice has",
        pack ->
            pack.entry(2)
                .metadataAsWritten(metadata -> metadata.number("frame_count", (1L << 30) + 4)));
    meaning(
        packs,
        "M8",
        "frames-wrap-64-bits",
        "as many frames as no slice can have",
        pack ->
            pack.entry(2)
                .metadataAsWritten(metadata -> metadata.number("frame_count", (1L << 53) - 1)));
  }

  private static void offset(Cases<PackDraft> packs) {
    meaning(
        packs,
        "M9",
        "first-slice-behind-gap",
        "the first slice does not lie at 0",
        pack -> pack.entry(0).shiftBytes(64));
    meaning(
        packs,
        "M9",
        "slice-behind-gap",
        "64 bytes between two slices that no rule leaves",
        pack -> pack.entry(1).shiftBytes(64));
    meaning(
        packs,
        "M9",
        "slice-not-aligned",
        "a slice that does not begin at a multiple of 64",
        pack -> pack.entry(1).shiftBytes(4));
    meaning(
        packs,
        "M9",
        "slices-without-padding",
        "a slice that begins where the one before ends",
        pack -> pack.entry(1).shiftBytes(8 - 64));
    meaning(
        packs,
        "M9",
        "slice-shared",
        "two equal slices stored once",
        pack -> {
          byte[] slice = pack.entry(0).sliceBytes();
          EntryDraft copy = EntryDraft.sound(8, "music/copy").shiftBytes(-64);
          copy.slice(bytes -> System.arraycopy(slice, 0, bytes, 0, bytes.length));
          pack.entries().add(1, copy);
        });
    meaning(
        packs,
        "M9",
        "offset-wraps-32-bits",
        "an offset of 2^32 too many, which leads to the right place where it is cut to 32 bits",
        pack -> pack.entry(1).asWritten(entry -> entry.number("offset", (1L << 32) + 64)));
    meaning(
        packs,
        "M9",
        "offset-outside",
        "an offset behind the payload region",
        pack -> pack.entry(1).asWritten(entry -> entry.number("offset", 1 << 20)));
  }

  private static void payloadLength(Cases<PackDraft> packs) {
    meaning(
        packs,
        "M10",
        "payload-longer",
        "a zero behind the last slice that counts as payload",
        pack -> pack.payloadSurplusBytes(1));
    meaning(
        packs,
        "M10",
        "payload-padded",
        "padding behind the last slice, up to a multiple of 64",
        pack -> pack.payloadSurplusBytes(48));
    meaning(
        packs,
        "M10",
        "payload-shorter",
        "the last byte of the last slice is behind the payload region",
        pack -> pack.payloadSurplusBytes(-1));
    packs
        .from(PackDraft::empty)
        .breaks(
            "M10",
            PACK_MEANING,
            "payload-without-assets",
            "64 zeros of payload, and a table without entries",
            pack -> pack.payloadSurplusBytes(64));
  }
}

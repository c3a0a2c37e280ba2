package dev.papack.conformance.pack;

import static dev.papack.conformance.Refusal.PACK_MEANING;
import static dev.papack.conformance.Refusal.PACK_STRUCTURE;
import static dev.papack.conformance.Refusal.PAYLOAD_PADDING;
import static dev.papack.conformance.Refusal.SLICE_DIGEST;
import static dev.papack.conformance.Refusal.TOO_NEW;

import dev.papack.conformance.Cases;

/** Two defects in one file, the first of rows 7 to 12; the name says the winner first. */
final class LateOrderCases {
  /** A byte of the padding between the second slice and the third. */
  private static final int LAST_PADDING = 150;

  private LateOrderCases() {}

  static void addTo(Cases<PackDraft> packs) {
    versions(packs);
    structure(packs);
    meaning(packs);
    payload(packs);
  }

  private static PackDraft tooNew(PackDraft pack, int index) {
    pack.entry(index).asWritten(entry -> entry.number("bank_version", 2));
    return pack;
  }

  private static void versions(Cases<PackDraft> packs) {
    packs.breaksTwo(
        "M5",
        "S4",
        TOO_NEW,
        "bank-version-then-its-metadata",
        "a bank version from the future, and a member of metadata that version 1 does not have",
        pack ->
            tooNew(pack, 1).entry(1).metadataAsWritten(metadata -> metadata.number("layers", 2)));
    packs.breaksTwo(
        "M5",
        "S1",
        TOO_NEW,
        "bank-version-then-root",
        "a bank version from the future in the last entry, and no preload list",
        pack ->
            tooNew(pack, 2).header(json -> json.substring(0, json.indexOf(",\"preload\"")) + "}"));
    packs.breaksTwo(
        "M5",
        "S2",
        TOO_NEW,
        "bank-version-behind-no-entry",
        "a number for the first entry, and a bank version from the future behind it",
        pack -> tooNew(pack, 2).edit("{\"asset_table\":[", "{\"asset_table\":[0,"));
    packs.breaksTwo(
        "M5",
        "S3",
        TOO_NEW,
        "bank-version-behind-unknown-type",
        "a bank type that does not exist, and behind it a bank version from the future",
        pack ->
            tooNew(pack, 2)
                .entry(1)
                .asWritten(entry -> entry.text("bank_type", "TILEMAP").number("bank_version", 3)));
    packs.breaksTwo(
        "M5",
        "S2",
        TOO_NEW,
        "bank-version-behind-string",
        "a string for a bank version, and behind it a bank version from the future",
        pack -> tooNew(pack, 2).entry(0).asWritten(entry -> entry.text("bank_version", "1")));
    packs.breaksTwo(
        "M5",
        "M5",
        TOO_NEW,
        "bank-version-2-then-0",
        "bank version 0, and behind it a bank version from the future",
        pack -> tooNew(pack, 2).entry(0).asWritten(entry -> entry.number("bank_version", 0)));
    packs.breaksTwo(
        "M5",
        "M1",
        TOO_NEW,
        "bank-version-then-meaning",
        "an asset_id of 2^31, and a bank version from the future",
        pack -> tooNew(pack, 2).entry(2).asWritten(entry -> entry.number("asset_id", 1L << 31)));
  }

  private static void structure(Cases<PackDraft> packs) {
    packs.breaksTwo(
        "S6",
        "M3",
        PACK_STRUCTURE,
        "structure-then-meaning",
        "an empty name in the first entry, and a preload item without slot",
        pack -> {
          pack.entry(0).asWritten(entry -> entry.text("asset_name", ""));
          pack.preload(1).without("slot");
        });
    packs.breaksTwo(
        "S5",
        "A5",
        PACK_STRUCTURE,
        "structure-then-meaning-in-metadata",
        "a loop without end, and a sample rate of 1",
        pack ->
            pack.entry(0)
                .metadataAsWritten(
                    metadata -> metadata.without("loop_end").number("sample_rate", 1)));
    packs.breaksTwo(
        "S2",
        "M5",
        PACK_STRUCTURE,
        "structure-then-bank-version-0",
        "bank version 0 and an unknown member in one entry",
        pack -> pack.entry(2).asWritten(entry -> entry.number("bank_version", 0).number("tag", 0)));
    packs.breaksTwo(
        "S3",
        "D1",
        PACK_STRUCTURE,
        "structure-then-payload-padding",
        "a bank type that does not exist, and payload padding that is not zero",
        pack ->
            pack.flipPayload(LAST_PADDING, 1)
                .entry(2)
                .asWritten(entry -> entry.text("bank_type", "TILEMAP")));
  }

  private static void meaning(Cases<PackDraft> packs) {
    packs.breaksTwo(
        "M15",
        "D1",
        PACK_MEANING,
        "meaning-then-payload-padding",
        "a preload item of an unknown asset, and payload padding that is not zero",
        pack -> pack.flipPayload(8, 1).preload(1).number("asset_id", 10));
    packs.breaksTwo(
        "A5",
        "D2",
        PACK_MEANING,
        "meaning-then-slice-digest",
        "a sample rate of 7,999, and a slice digest that differs",
        pack -> pack.flipPayload(0, 1).entry(2).metadata("sample_rate", 7_999));
  }

  private static void payload(Cases<PackDraft> packs) {
    packs.breaksTwo(
        "D1",
        "D2",
        PAYLOAD_PADDING,
        "payload-padding-then-slice-digest",
        "the digest of the first slice differs, and the last padding is not zero",
        pack -> pack.flipPayload(0, 1).flipPayload(LAST_PADDING, 1));
    packs.breaksTwo(
        "D1",
        "T5",
        PAYLOAD_PADDING,
        "payload-padding-then-contents",
        "colour 0 is stored as 1, and the padding behind the slice is not zero",
        pack -> pack.flipPayload(LAST_PADDING, 1).entry(1).sliceByte(32, 1));
    packs.breaksTwo(
        "D2",
        "T6",
        SLICE_DIGEST,
        "slice-digest-then-contents",
        "a tile of a palette that does not exist, and behind it a slice whose digest differs",
        pack -> pack.flipPayload(192, 1).entry(1).sliceByte(-1, 1));
    packs.breaksTwo(
        "D2",
        "T5",
        SLICE_DIGEST,
        "slice-digest-then-its-contents",
        "a flipped bit has made colour 0 of a palette 1",
        pack -> pack.flipPayload(64 + 32, 1));
  }
}

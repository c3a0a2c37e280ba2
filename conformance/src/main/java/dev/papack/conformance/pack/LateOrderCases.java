package dev.papack.conformance.pack;

import static dev.papack.conformance.Refusal.PACK_MEANING;
import static dev.papack.conformance.Refusal.PACK_STRUCTURE;
import static dev.papack.conformance.Refusal.PAYLOAD_PADDING;
import static dev.papack.conformance.Refusal.SLICE_DIGEST;
import static dev.papack.conformance.Refusal.TOO_NEW;

import dev.papack.conformance.Cases;
import dev.papack.conformance.Defect;
import java.util.function.Consumer;

/** Two defects in one file, the first of rows 7 to 12. */
final class LateOrderCases {
  private static final Defect<PackDraft> NEW_TILES =
      new Defect<>(
          "tiles-version",
          "M5",
          TOO_NEW,
          "bank version 2 of the tile",
          pack -> pack.entry(1).asWritten(entry -> entry.number("bank_version", 2)));
  private static final Defect<PackDraft> NEW_LAST =
      new Defect<>(
          "bank-version",
          "M5",
          TOO_NEW,
          "bank version 2 of the last entry",
          pack -> pack.entry(2).asWritten(entry -> entry.number("bank_version", 2)));
  private static final Defect<PackDraft> VERSION_0 =
      meaning(
          "bank-version-0",
          "M5",
          "bank version 0 of the first entry",
          pack -> pack.entry(0).asWritten(entry -> entry.number("bank_version", 0)));
  private static final Defect<PackDraft> METADATA =
      structure(
          "metadata",
          "S4",
          "a member of its metadata that version 1 does not have",
          pack -> pack.entry(1).metadataAsWritten(metadata -> metadata.number("layers", 2)));
  private static final Defect<PackDraft> NO_PRELOAD =
      structure(
          "no-preload",
          "S1",
          "no preload list",
          pack -> pack.header(json -> json.substring(0, json.indexOf(",\"preload\"")) + "}"));
  private static final Defect<PackDraft> NO_ENTRY =
      structure(
          "no-entry",
          "S2",
          "a number before the first entry",
          pack -> pack.edit("{\"asset_table\":[", "{\"asset_table\":[0,"));
  private static final Defect<PackDraft> UNKNOWN_TYPE =
      structure(
          "unknown-type",
          "S3",
          "an entry of an unknown bank type and of bank version 3",
          pack ->
              pack.entry(1)
                  .asWritten(
                      entry -> entry.text("bank_type", "TILEMAP").number("bank_version", 3)));
  private static final Defect<PackDraft> STRING_VERSION =
      structure(
          "version-string",
          "S2",
          "a string for the bank version of the first entry",
          pack -> pack.entry(0).asWritten(entry -> entry.text("bank_version", "1")));
  private static final Defect<PackDraft> UNKNOWN_MEMBER =
      structure(
          "unknown-member",
          "S2",
          "an unknown member of the first entry",
          pack -> pack.entry(0).asWritten(entry -> entry.number("tag", 0)));
  private static final Defect<PackDraft> NO_SLOT =
      structure(
          "no-slot", "S6", "a preload item without slot", pack -> pack.preload(1).without("slot"));
  private static final Defect<PackDraft> NO_LOOP_END =
      structure(
          "loop",
          "S5",
          "a loop without end",
          pack -> pack.entry(0).metadataAsWritten(metadata -> metadata.without("loop_end")));
  private static final Defect<PackDraft> NAME =
      meaning(
          "name",
          "M3",
          "an empty name of the first entry",
          pack -> pack.entry(0).asWritten(entry -> entry.text("asset_name", "")));
  private static final Defect<PackDraft> SAMPLE_RATE =
      meaning(
          "sample-rate",
          "A5",
          "a sample rate of 7,999",
          pack -> pack.entry(0).metadata("sample_rate", 7_999));
  private static final Defect<PackDraft> NO_PALETTE =
      meaning(
          "no-palette",
          "T2",
          "tiles without a palette",
          pack -> pack.entry(1).metadata("palette_count", 0));
  private static final Defect<PackDraft> UNKNOWN_ASSET =
      meaning(
          "unknown-asset",
          "M15",
          "a preload item of an unknown asset",
          pack -> pack.preload(1).number("asset_id", 10));
  private static final Defect<PackDraft> PADDING =
      new Defect<>(
          "padding",
          "D1",
          PAYLOAD_PADDING,
          "padding before the last slice that is not zero",
          pack -> pack.flipPayload(150, 1));
  private static final Defect<PackDraft> DIGEST_FIRST =
      new Defect<>(
          "slice-digest",
          "D2",
          SLICE_DIGEST,
          "a flipped bit of the first slice",
          pack -> pack.flipPayload(0, 1));
  private static final Defect<PackDraft> DIGEST_LAST =
      new Defect<>(
          "slice-digest",
          "D2",
          SLICE_DIGEST,
          "a flipped bit of the last slice",
          pack -> pack.flipPayload(192, 1));
  private static final Defect<PackDraft> COLOUR_0 =
      meaning(
          "colour-0", "T5", "colour 0 of a palette is 1", pack -> pack.entry(1).sliceByte(32, 1));
  private static final Defect<PackDraft> TILE_PALETTE =
      meaning(
          "tile-palette",
          "T6",
          "a tile of a palette that does not exist",
          pack -> pack.entry(1).sliceByte(-1, 1));

  private LateOrderCases() {}

  private static Defect<PackDraft> structure(
      String name, String rule, String about, Consumer<PackDraft> change) {
    return new Defect<>(name, rule, PACK_STRUCTURE, about, change);
  }

  private static Defect<PackDraft> meaning(
      String name, String rule, String about, Consumer<PackDraft> change) {
    return new Defect<>(name, rule, PACK_MEANING, about, change);
  }

  static void addTo(Cases<PackDraft> packs) {
    packs.breaksTwo(NEW_TILES, METADATA);
    packs.breaksTwo(NEW_LAST, NO_PRELOAD);
    packs.breaksTwo(NEW_LAST, NO_ENTRY);
    packs.breaksTwo(NEW_LAST, UNKNOWN_TYPE);
    packs.breaksTwo(NEW_LAST, STRING_VERSION);
    packs.breaksTwo(NEW_LAST, VERSION_0);
    packs.breaksTwo(NEW_LAST, NAME);
    packs.breaksTwo(NEW_LAST, COLOUR_0);
    packs.breaksTwo(NO_SLOT, NAME);
    packs.breaksTwo(NO_LOOP_END, SAMPLE_RATE);
    packs.breaksTwo(UNKNOWN_MEMBER, VERSION_0);
    packs.breaksTwo(UNKNOWN_TYPE, PADDING);
    packs.breaksTwo(UNKNOWN_ASSET, PADDING);
    packs.breaksTwo(SAMPLE_RATE, DIGEST_LAST);
    packs.breaksTwo(NO_PALETTE, DIGEST_FIRST);
    packs.breaksTwo(PADDING, DIGEST_FIRST);
    packs.breaksTwo(PADDING, COLOUR_0);
    packs.breaksTwo(DIGEST_LAST, TILE_PALETTE);
    packs.breaksTwo(
        new Defect<>(
            "digest-of-slice",
            "D2",
            SLICE_DIGEST,
            "a flipped bit of a slice",
            pack -> pack.flipPayload(64, 1)),
        COLOUR_0,
        pack -> pack.flipPayload(64 + 32, 1));
  }
}

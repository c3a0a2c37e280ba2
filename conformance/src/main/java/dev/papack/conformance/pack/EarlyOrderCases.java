package dev.papack.conformance.pack;

import static dev.papack.conformance.Refusal.DAMAGED;
import static dev.papack.conformance.Refusal.EXTENDED;
import static dev.papack.conformance.Refusal.HEADER_DIGEST;
import static dev.papack.conformance.Refusal.HEADER_FORM;
import static dev.papack.conformance.Refusal.HEADER_PADDING;
import static dev.papack.conformance.Refusal.LIMIT;
import static dev.papack.conformance.Refusal.NOT_A_PACK;
import static dev.papack.conformance.Refusal.TOO_NEW;
import static dev.papack.conformance.Refusal.TRUNCATED;

import dev.papack.conformance.Cases;
import dev.papack.conformance.Defect;
import java.util.Arrays;

/** Two defects in one file, the first of rows 1 to 6. */
final class EarlyOrderCases {
  private static final int STEM_CRC_AT = 12;
  private static final int DIGEST_AT = 32;
  private static final int MAX_ENTRIES = 131_072;

  private static final Defect<PackDraft> MAGIC =
      new Defect<>("magic", "P1", NOT_A_PACK, "a wrong magic", pack -> pack.flip(0, 1));
  private static final Defect<PackDraft> STEM =
      new Defect<>(
          "stem", "P3", DAMAGED, "a wrong stem checksum", pack -> pack.flip(STEM_CRC_AT, 1));
  private static final Defect<PackDraft> VERSION_0 =
      new Defect<>(
          "version-0", "P2", DAMAGED, "envelope version 0", pack -> pack.envelopeVersion(0));
  private static final Defect<PackDraft> VERSION_2 =
      new Defect<>(
          "version-2", "P2", TOO_NEW, "envelope version 2", pack -> pack.envelopeVersion(2));
  private static final Defect<PackDraft> CUT_PRELUDE =
      new Defect<>("cut-prelude", "P8", TRUNCATED, "an end behind byte 62", pack -> pack.cutTo(63));
  private static final Defect<PackDraft> CUT_HEADER =
      new Defect<>(
          "cut-header", "P8", TRUNCATED, "an end behind the prelude", pack -> pack.cutTo(64));
  private static final Defect<PackDraft> NO_HEADER =
      new Defect<>("no-header", "P4", LIMIT, "a header_length of 0", pack -> pack.headerLength(0));
  private static final Defect<PackDraft> LARGE_PAYLOAD =
      new Defect<>(
          "large-payload",
          "P5",
          LIMIT,
          "a payload_length of 64 GiB and 1 byte",
          pack -> pack.payloadLength((64L << 30) + 1));
  private static final Defect<PackDraft> CUT =
      new Defect<>(
          "cut",
          "P8",
          TRUNCATED,
          "the last byte is not there",
          pack -> pack.file(bytes -> Arrays.copyOf(bytes, bytes.length - 1)));
  private static final Defect<PackDraft> EXTENSION =
      new Defect<>(
          "extension", "P8", EXTENDED, "a byte behind the end", pack -> pack.append((byte) 0));
  private static final Defect<PackDraft> PADDING =
      new Defect<>(
          "padding",
          "P7",
          HEADER_PADDING,
          "header padding that is not zero",
          pack -> pack.change(bytes -> bytes[pack.payloadStart() - 1] = 1));
  private static final Defect<PackDraft> DIGEST =
      new Defect<>(
          "digest",
          "P6",
          HEADER_DIGEST,
          "a header digest that differs",
          pack -> pack.flip(DIGEST_AT, 1));
  private static final Defect<PackDraft> SPACE_FIRST =
      new Defect<>(
          "space",
          "F1",
          HEADER_FORM,
          "a space before the root",
          pack -> pack.header(json -> " " + json));
  private static final Defect<PackDraft> ZEROS_LAST =
      new Defect<>(
          "leading-zero",
          "F5",
          HEADER_FORM,
          "00 for the last slot",
          pack -> pack.edit("\"slot\":0}]}", "\"slot\":00}]}"));
  private static final Defect<PackDraft> DEPTH_FIRST =
      new Defect<>(
          "depth",
          "F7",
          LIMIT,
          "17 levels in the first entry",
          pack ->
              pack.edit(
                  "{\"asset_table\":[{\"asset_id\":7",
                  "{\"asset_table\":[{\"asset_id\":" + "[".repeat(14) + "]".repeat(14)));
  private static final Defect<PackDraft> DEPTH_LAST =
      new Defect<>(
          "depth",
          "F7",
          LIMIT,
          "17 levels in the last preload item",
          pack -> pack.preload(1).json("slot", "[".repeat(14) + "]".repeat(14)));
  private static final Defect<PackDraft> NEW_BANK =
      new Defect<>(
          "bank-version",
          "M5",
          TOO_NEW,
          "bank version 2 of the first entry",
          pack -> pack.entry(0).asWritten(entry -> entry.number("bank_version", 2)));

  private EarlyOrderCases() {}

  static void addTo(Cases<PackDraft> packs) {
    packs.breaksTwo(MAGIC, STEM);
    packs.breaksTwo(MAGIC, EXTENSION);
    packs.breaksTwo(STEM, VERSION_2, pack -> pack.envelopeVersion(2).flip(STEM_CRC_AT, 1));
    packs.breaksTwo(STEM, CUT_PRELUDE);
    packs.breaksTwo(VERSION_0, CUT_PRELUDE);
    packs.breaksTwo(VERSION_2, CUT_PRELUDE);
    packs.breaksTwo(VERSION_2, NO_HEADER);
    packs.breaksTwo(VERSION_2, EXTENSION);
    packs.breaksTwo(VERSION_2, DIGEST);
    packs.breaksTwo(CUT_PRELUDE, NO_HEADER);
    packs.breaksTwo(NO_HEADER, CUT_HEADER);
    packs.breaksTwo(NO_HEADER, EXTENSION);
    packs.breaksTwo(LARGE_PAYLOAD, CUT);
    packs.breaksTwo(
        CUT,
        PADDING,
        pack -> {
          PADDING.change().accept(pack);
          CUT.change().accept(pack);
        });
    packs.breaksTwo(EXTENSION, DIGEST);
    packs.breaksTwo(CUT, SPACE_FIRST);
    packs.breaksTwo(PADDING, DIGEST);
    packs.breaksTwo(PADDING, SPACE_FIRST);
    packs.breaksTwo(DIGEST, SPACE_FIRST);
    packs.breaksTwo(DIGEST, DEPTH_LAST);
    packs.breaksTwo(DIGEST, NEW_BANK);
    packs.breaksTwo(SPACE_FIRST, DEPTH_LAST);
    packs.breaksTwo(DEPTH_FIRST, ZEROS_LAST);
    packs.breaksTwo(ZEROS_LAST, NEW_BANK);
    packs.breaksTwo(DEPTH_LAST, NEW_BANK);
    keyAndDepth(packs);
    countAndForm(packs);
  }

  /** The key of a 17th level does not ascend: its string ends before the level begins. */
  private static void keyAndDepth(Cases<PackDraft> packs) {
    packs.breaksTwo(
        new Defect<>(
            "key-order",
            "F4",
            HEADER_FORM,
            "a key that does not ascend",
            pack -> pack.header(atLevel16("{\"b\":0,\"a\":0}"))),
        new Defect<>(
            "its-depth",
            "F7",
            LIMIT,
            "a 17th level for its value",
            pack -> pack.header(atLevel16("{\"a\":[]}"))),
        pack -> pack.header(atLevel16("{\"b\":0,\"a\":[]}")));
  }

  private static String atLevel16(String object) {
    return "{\"asset_table\":[],\"preload\":" + "[".repeat(14) + object + "]".repeat(14) + "}";
  }

  /** An element too many decides where it begins, whatever becomes of it. */
  private static void countAndForm(Cases<PackDraft> packs) {
    String most = "0,".repeat(MAX_ENTRIES);
    packs.breaksTwo(
        new Defect<>(
            "count",
            "M12",
            LIMIT,
            "131,073 elements of asset_table",
            pack -> pack.header(table(most + "[]"))),
        new Defect<>(
            "form-of-the-last",
            "F1",
            HEADER_FORM,
            "a brace that closes the bracket of the last",
            pack -> pack.header(table("[}"))),
        pack -> pack.header(table(most + "[}")));
  }

  private static String table(String elements) {
    return "{\"asset_table\":[" + elements + "],\"preload\":[]}";
  }
}

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
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Two defects in one file, the first of rows 1 to 6; the name says the winner first. */
final class EarlyOrderCases {
  private static final int STEM_CRC_AT = 12;
  private static final int DIGEST_AT = 32;
  private static final int MOST_ENTRIES = 131_072;

  private EarlyOrderCases() {}

  static void addTo(Cases<PackDraft> packs) {
    stem(packs);
    sizes(packs);
    paddingAndDigest(packs);
    form(packs);
  }

  private static void stem(Cases<PackDraft> packs) {
    packs.breaksTwo(
        "P1",
        "P3",
        NOT_A_PACK,
        "magic-then-stem",
        "a wrong magic, and a wrong checksum",
        pack -> pack.flip(0, 1).flip(STEM_CRC_AT, 1));
    packs.breaksTwo(
        "P1",
        "P2",
        NOT_A_PACK,
        "magic-then-version",
        "a wrong magic, and envelope version 2",
        pack ->
            pack.envelopeVersion(2)
                .change(bytes -> {
                  bytes[7] = 0;
                  int crc = Integer.reverseBytes(PackDraft.stemCrc32(bytes));
                  ByteBuffer.wrap(bytes).putInt(STEM_CRC_AT, crc);
                }));
    packs.breaksTwo(
        "P3",
        "P2",
        DAMAGED,
        "stem-then-version",
        "a wrong checksum, and envelope version 2",
        pack -> pack.envelopeVersion(2).flip(STEM_CRC_AT, 1));
    packs.breaksTwo(
        "P2",
        "P8",
        DAMAGED,
        "version-0-then-size",
        "envelope version 0, and an end in the prelude",
        pack -> pack.envelopeVersion(0).cutTo(40));
    packs.breaksTwo(
        "P2",
        "P4",
        TOO_NEW,
        "version-then-header-length",
        "envelope version 2, and a header_length of 0",
        pack -> pack.envelopeVersion(2).headerLength(0));
    packs.breaksTwo(
        "P2",
        "P8",
        TOO_NEW,
        "version-then-extended",
        "envelope version 2, and bytes behind the end of version 1",
        pack -> pack.envelopeVersion(2).append((byte) 1));
    packs.breaksTwo(
        "P2",
        "P6",
        TOO_NEW,
        "version-then-header-digest",
        "envelope version 2, and a digest that differs",
        pack -> pack.envelopeVersion(2).flip(DIGEST_AT, 1));
  }

  private static void sizes(Cases<PackDraft> packs) {
    packs.breaksTwo(
        "P8",
        "P4",
        TRUNCATED,
        "prelude-cut-then-header-length",
        "an end behind byte 62, and a header_length of 0 before it",
        pack -> pack.headerLength(0).cutTo(63));
    packs.breaksTwo(
        "P4",
        "P8",
        LIMIT,
        "header-length-then-extended",
        "a header_length of 0, so that the file is too long for it",
        pack -> pack.headerLength(0).append((byte) 0));
    packs.breaksTwo(
        "P5",
        "P8",
        LIMIT,
        "payload-length-then-truncated",
        "a payload_length above its limit, and an end in the header",
        pack -> pack.payloadLength((64L << 30) + 1).cutTo(400));
    packs.breaksTwo(
        "P8",
        "P7",
        TRUNCATED,
        "truncated-then-header-padding",
        "the last byte is not there, and the header padding is not zero",
        pack ->
            pack.flip(pack.payloadStart() - 1, 1)
                .file(bytes -> Arrays.copyOf(bytes, bytes.length - 1)));
    packs.breaksTwo(
        "P8",
        "P6",
        EXTENDED,
        "extended-then-header-digest",
        "a byte behind the end, and a digest that differs",
        pack -> pack.flip(DIGEST_AT, 1).append((byte) 0));
    packs.breaksTwo(
        "P8",
        "F1",
        TRUNCATED,
        "truncated-then-header-form",
        "an end in the header, whose first byte is a space",
        pack -> pack.header(json -> " " + json).cutTo(200));
  }

  private static void paddingAndDigest(Cases<PackDraft> packs) {
    packs.breaksTwo(
        "P7",
        "P6",
        HEADER_PADDING,
        "header-padding-then-digest",
        "header padding that is not zero, and a digest that differs",
        pack -> pack.flip(pack.payloadStart() - 1, 1).flip(DIGEST_AT, 1));
    packs.breaksTwo(
        "P7",
        "F1",
        HEADER_PADDING,
        "header-padding-then-form",
        "header padding that is not zero, and a header that begins with a space",
        pack -> pack.header(json -> " " + json).flip(pack.payloadStart() - 1, 1));
    packs.breaksTwo(
        "P6",
        "F1",
        HEADER_DIGEST,
        "header-digest-then-form",
        "a digest that differs, and a header that begins with a space",
        pack -> pack.header(json -> " " + json).flip(DIGEST_AT, 1));
    packs.breaksTwo(
        "P6",
        "M5",
        HEADER_DIGEST,
        "header-digest-then-bank-version",
        "a digest that differs, and a bank version from the future",
        pack ->
            pack.flip(DIGEST_AT, 1).entry(2).asWritten(entry -> entry.number("bank_version", 2)));
    packs.breaksTwo(
        "P6",
        "D2",
        HEADER_DIGEST,
        "header-digest-then-slice-digest",
        "both digests differ",
        pack -> pack.flip(DIGEST_AT, 1).flipPayload(0, 1));
  }

  private static void form(Cases<PackDraft> packs) {
    header(
        packs,
        "F1",
        "F7",
        "form-then-depth",
        "a space, and behind it arrays 17 deep",
        "{\"asset_table\": [],\"preload\":[" + "[".repeat(15) + "]".repeat(15) + "]}");
    packs.breaksTwo(
        "F7",
        "F1",
        LIMIT,
        "depth-then-form",
        "arrays 17 deep, and behind the last of their brackets the end",
        pack -> pack.header("{\"asset_table\":[],\"preload\":" + "[".repeat(16)));
    header(
        packs,
        "F4",
        "F7",
        "key-order-then-depth",
        "a key that does not ascend, and its value is the 17th level",
        "{\"asset_table\":[],\"preload\":"
            + "[".repeat(14)
            + "{\"b\":0,\"a\":[]}"
            + "]".repeat(14)
            + "}");
    packs.breaksTwo(
        "M12",
        "F1",
        LIMIT,
        "count-then-form",
        "an element more than there may be, and behind its first bracket a brace",
        pack ->
            pack.header("{\"asset_table\":[" + "0,".repeat(MOST_ENTRIES) + "[}],\"preload\":[]}"));
    packs.breaksTwo(
        "F5",
        "M5",
        HEADER_FORM,
        "form-then-bank-version",
        "a bank version from the future, and behind it a number with a leading zero",
        pack ->
            pack.edit("\"slot\":0}]}", "\"slot\":00}]}")
                .entry(0)
                .asWritten(entry -> entry.number("bank_version", 2)));
    packs.breaksTwo(
        "F7",
        "M5",
        LIMIT,
        "depth-then-bank-version",
        "a bank version from the future, and behind it arrays 17 deep",
        pack ->
            pack.edit("\"slot\":0}]}", "\"slot\":" + "[".repeat(14) + "]".repeat(14) + "}]}")
                .entry(0)
                .asWritten(entry -> entry.number("bank_version", 2)));
  }

  private static void header(
      Cases<PackDraft> packs, String winner, String loser, String name, String about, String json) {
    packs.breaksTwo(winner, loser, HEADER_FORM, name, about, pack -> pack.header(json));
  }
}

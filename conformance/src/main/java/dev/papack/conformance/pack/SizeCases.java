package dev.papack.conformance.pack;

import static dev.papack.conformance.Refusal.EXTENDED;
import static dev.papack.conformance.Refusal.HEADER_DIGEST;
import static dev.papack.conformance.Refusal.HEADER_PADDING;
import static dev.papack.conformance.Refusal.LIMIT;
import static dev.papack.conformance.Refusal.TRUNCATED;

import dev.papack.conformance.Cases;
import dev.papack.conformance.Content;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Rows 4 and 5: lengths, the size of the file, header padding and header digest; P4 to P8. */
final class SizeCases {
  private static final long LARGEST_HEADER = 64L << 20;
  private static final long LARGEST_PAYLOAD = 64L << 30;
  private static final int DIGEST_AT = 32;

  private SizeCases() {}

  static void addTo(Cases<PackDraft> packs) {
    headerLength(packs);
    payloadLength(packs);
    fileSize(packs);
    padding(packs);
    digest(packs);
  }

  private static void headerLength(Cases<PackDraft> packs) {
    packs.breaks("P4", LIMIT, "header-length-0", "no header", pack -> pack.headerLength(0));
    packs.breaks("P4", LIMIT, "header-length-1", "a header of 1 byte", p -> p.header("1"));
    packs.breaks(
        "P8",
        TRUNCATED,
        "header-length-64-mib",
        "the largest header_length that may be, in a file that is shorter",
        pack -> pack.headerLength(LARGEST_HEADER));
    packs
        .breaks(
            "P4",
            LIMIT,
            "header-length-64-mib-and-1",
            "a header_length of 64 MiB and 1 byte",
            pack -> pack.headerLength(LARGEST_HEADER + 1))
        .beside("header-length-64-mib");
    packs.breaks(
        "P4",
        LIMIT,
        "header-length-wraps-32-bits",
        "2^32 more than the header has bytes",
        pack -> pack.headerLength((1L << 32) + pack.headerEnd() - 64));
    packs.breaks(
        "P4",
        LIMIT,
        "header-length-2-to-63",
        "a header_length of 2^63, which is negative where lengths are signed",
        pack -> pack.headerLength(1L << 63));
    packs.breaks(
        "P4",
        LIMIT,
        "header-length-and-2-to-56",
        "2^56 more than the header has bytes: its last byte counts",
        pack -> pack.headerLength((1L << 56) + pack.headerEnd() - 64));
    packs.breaks(
        "P4",
        LIMIT,
        "header-length-and-2-to-63",
        "2^63 more than the header has bytes",
        pack -> pack.headerLength((1L << 63) + pack.headerEnd() - 64));
    packs.breaks(
        "P4",
        LIMIT,
        "header-length-largest",
        "a header_length of 2^64-1, which wraps where 64 is added",
        pack -> pack.headerLength(-1));
  }

  private static void payloadLength(Cases<PackDraft> packs) {
    packs.breaks(
        "P8",
        TRUNCATED,
        "payload-length-64-gib",
        "the largest payload_length that may be, in a file that is shorter",
        pack -> pack.payloadLength(LARGEST_PAYLOAD));
    packs
        .breaks(
            "P5",
            LIMIT,
            "payload-length-64-gib-and-1",
            "a payload_length of 64 GiB and 1 byte",
            pack -> pack.payloadLength(LARGEST_PAYLOAD + 1))
        .beside("payload-length-64-gib");
    packs.breaks(
        "P5",
        LIMIT,
        "payload-length-2-to-63",
        "a payload_length of 2^63, which is negative where lengths are signed",
        pack -> pack.payloadLength(1L << 63));
    packs.breaks(
        "P5",
        LIMIT,
        "payload-length-and-2-to-63",
        "2^63 more than the payload region has bytes",
        pack -> pack.payloadLength((1L << 63) + 208));
    packs.breaks(
        "P5",
        LIMIT,
        "payload-length-largest",
        "a payload_length of 2^64-1",
        pack -> pack.payloadLength(-1));
    packs.breaks(
        "P8",
        TRUNCATED,
        "payload-length-wraps-32-bits",
        "2^32 more than the payload region has bytes",
        pack -> pack.payloadLength((1L << 32) + 208));
  }

  private static void fileSize(Cases<PackDraft> packs) {
    packs.breaks("P8", TRUNCATED, "cut-behind-stem", "a stem alone", pack -> pack.cutTo(16));
    packs.breaks(
        "P8", TRUNCATED, "cut-in-prelude", "a prelude without its last byte", p -> p.cutTo(63));
    packs.breaks("P8", TRUNCATED, "cut-behind-prelude", "a prelude alone", p -> p.cutTo(64));
    packs.breaks("P8", TRUNCATED, "cut-in-header", "an end in the header", p -> p.cutTo(400));
    packs.breaks(
        "P8",
        TRUNCATED,
        "cut-behind-header",
        "an end behind the header, before its padding",
        pack -> pack.cutTo(pack.headerEnd()));
    packs.breaks(
        "P8",
        TRUNCATED,
        "cut-before-payload",
        "the payload region is not there",
        pack -> pack.cutTo(pack.payloadStart()));
    packs.breaks(
        "P8",
        TRUNCATED,
        "cut-by-1-byte",
        "the last byte is not there",
        pack -> pack.file(bytes -> Arrays.copyOf(bytes, bytes.length - 1)));
    packs
        .from(PackDraft::empty)
        .breaks(
            "P8",
            TRUNCATED,
            "empty-without-header-padding",
            "a pack without assets whose header padding is not there: it is part of the file",
            pack -> pack.cutTo(pack.headerEnd()));
    packs.breaks(
        "P8", EXTENDED, "extended-by-a-zero", "a zero behind the end", p -> p.append((byte) 0));
    packs.breaks(
        "P8",
        EXTENDED,
        "two-packs-in-a-row",
        "a second pack behind the end",
        pack ->
            pack.file(bytes -> {
              byte[] twice = Arrays.copyOf(bytes, 2 * bytes.length);
              System.arraycopy(bytes, 0, twice, bytes.length, bytes.length);
              return twice;
            }));
  }

  private static void padding(Cases<PackDraft> packs) {
    packs.keeps(
        "P7",
        "header-padding-none",
        "a header that ends on a multiple of 64: no padding",
        pack -> pack.headerEndsBehindMultipleOf64(0));
    packs.keeps(
        "P7",
        "header-padding-1-byte",
        "a header that ends one byte before a multiple of 64",
        pack -> pack.headerEndsBehindMultipleOf64(63));
    packs.keeps(
        "P7",
        "header-padding-63-bytes",
        "a header that ends one byte behind a multiple of 64",
        pack -> pack.headerEndsBehindMultipleOf64(1));
    packs.breaks(
        "P7",
        HEADER_PADDING,
        "header-padding-first-byte",
        "the first byte behind the header is not zero",
        pack -> pack.headerEndsBehindMultipleOf64(1).flip(pack.headerEnd(), 1));
    packs.breaks(
        "P7",
        HEADER_PADDING,
        "header-padding-last-byte",
        "the last byte before the payload region is not zero",
        pack -> pack.headerEndsBehindMultipleOf64(1).flip(pack.payloadStart() - 1, 0x80));
    packs.breaks(
        "P7",
        HEADER_PADDING,
        "header-padding-spaces",
        "the header is followed by spaces",
        pack ->
            pack.change(
                bytes -> Arrays.fill(bytes, pack.headerEnd(), pack.payloadStart(), (byte) ' ')));
    packs
        .from(PackDraft::empty)
        .breaks(
            "P7",
            HEADER_PADDING,
            "header-padding-without-payload",
            "the last byte of a pack without assets is not zero",
            pack -> pack.flip(127, 1));
  }

  private static void digest(Cases<PackDraft> packs) {
    packs.breaks(
        "P6", HEADER_DIGEST, "header-digest-first-bit", "a flipped bit", p -> p.flip(DIGEST_AT, 1));
    packs.breaks(
        "P6",
        HEADER_DIGEST,
        "header-digest-last-bit",
        "a flipped bit",
        pack -> pack.flip(63, 0x80));
    packs.breaks(
        "P6",
        HEADER_DIGEST,
        "header-letter-changed",
        "a letter of an asset's name is another one",
        pack ->
            pack.change(bytes -> {
              String json = new String(bytes, StandardCharsets.ISO_8859_1);
              bytes[json.indexOf("jump")] = 'b';
            }));
    packs.breaks(
        "P6",
        HEADER_DIGEST,
        "header-digest-without-prelude",
        "a digest over the header alone",
        pack -> digestOver(pack, 64, pack.headerEnd()));
    packs.breaks(
        "P6",
        HEADER_DIGEST,
        "header-digest-with-padding",
        "a digest that covers the header padding as well",
        pack ->
            pack.change(bytes ->
                store(
                    bytes,
                    Content.sha256(
                        Arrays.copyOf(bytes, DIGEST_AT),
                        Arrays.copyOfRange(bytes, 64, pack.payloadStart())))));
    packs.breaks(
        "P6",
        HEADER_DIGEST,
        "header-digest-0",
        "zeros for a digest",
        pack -> pack.change(bytes -> store(bytes, new byte[32])));
  }

  private static void digestOver(PackDraft pack, int from, int to) {
    pack.change(bytes -> store(bytes, Content.sha256(Arrays.copyOfRange(bytes, from, to))));
  }

  private static void store(byte[] bytes, byte[] digest) {
    System.arraycopy(digest, 0, bytes, DIGEST_AT, digest.length);
  }
}

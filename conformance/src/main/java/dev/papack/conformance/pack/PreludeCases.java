package dev.papack.conformance.pack;

import static dev.papack.conformance.Refusal.DAMAGED;
import static dev.papack.conformance.Refusal.NOT_A_PACK;
import static dev.papack.conformance.Refusal.TOO_NEW;

import dev.papack.conformance.Cases;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32C;

/** Rows 1 to 3: magic, stem and envelope version; P1 to P3. */
final class PreludeCases {
  private static final int VERSION_AT = 8;
  private static final int STEM_CRC_AT = 12;

  private PreludeCases() {}

  static void addTo(Cases<PackDraft> packs) {
    magic(packs);
    lookalikes(packs);
    stem(packs);
    version(packs);
  }

  private static void magic(Cases<PackDraft> packs) {
    packs.breaks("P1", NOT_A_PACK, "file-of-0-bytes", "an empty file", pack -> pack.cutTo(0));
    packs.breaks(
        "P1", NOT_A_PACK, "file-of-8-bytes", "the magic and nothing else", pack -> pack.cutTo(8));
    packs.breaks(
        "P1", NOT_A_PACK, "file-of-15-bytes", "a stem without its last byte", p -> p.cutTo(15));
    packs.breaks(
        "P1", NOT_A_PACK, "magic-first-byte", "a wrong first byte", pack -> pack.flip(0, 0x10));
    packs.breaks(
        "P1", NOT_A_PACK, "magic-last-byte", "a wrong last byte of the magic", p -> p.flip(7, 1));
    packs.breaks(
        "P1",
        NOT_A_PACK,
        "magic-backwards",
        "the bytes of the magic in the other order",
        pack ->
            pack.change(bytes ->
                ByteBuffer.wrap(bytes)
                    .putLong(Long.reverseBytes(ByteBuffer.wrap(bytes).getLong()))));
    packs.breaks(
        "P1",
        NOT_A_PACK,
        "shifted-by-one",
        "a zero before the magic",
        pack ->
            pack.file(bytes -> {
              byte[] shifted = new byte[bytes.length + 1];
              System.arraycopy(bytes, 0, shifted, 1, bytes.length);
              return shifted;
            }));
  }

  private static void lookalikes(Cases<PackDraft> packs) {
    packs.breaks(
        "P1",
        NOT_A_PACK,
        "text-mode-lf",
        "every CR LF became LF, as by a text conversion",
        pack -> text(pack, text -> text.replace("\r\n", "\n")));
    packs.breaks(
        "P1",
        NOT_A_PACK,
        "text-mode-crlf",
        "every LF became CR LF, as by a text conversion",
        pack -> text(pack, text -> text.replace("\n", "\r\n")));
    packs.breaks(
        "P1",
        NOT_A_PACK,
        "seven-bits",
        "every byte lost its highest bit",
        pack ->
            pack.change(bytes -> {
              for (int i = 0; i < bytes.length; i++) {
                bytes[i] &= 0x7F;
              }
            }));
    packs.breaks(
        "P1",
        NOT_A_PACK,
        "encoded-as-utf-8",
        "every byte from 0x80 on became two, as by a conversion from Latin-1",
        pack ->
            pack.file(bytes ->
                new String(bytes, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8)));
    packs.breaks(
        "P1",
        NOT_A_PACK,
        "git-lfs-pointer",
        "the pointer that Git LFS leaves where it has not fetched a file",
        pack ->
            text(
                pack,
                _ ->
                    "version https://git-lfs.github.com/spec/v1\noid sha256:"
                        + "4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 897\n"));
    packs.breaks(
        "P1",
        NOT_A_PACK,
        "zip",
        "an empty ZIP archive",
        pack -> text(pack, _ -> "PK\u0005\u0006" + "\0".repeat(18)));
    packs.breaks(
        "P1",
        NOT_A_PACK,
        "json",
        "a header alone",
        pack -> text(pack, _ -> "{\"asset_table\":[],\"preload\":[]}"));
    packs.breaks(
        "P1",
        NOT_A_PACK,
        "zeros",
        "zeros alone",
        pack -> pack.file(bytes -> new byte[bytes.length]));
  }

  private static void text(PackDraft pack, UnaryOperator<String> edit) {
    pack.file(bytes ->
        edit.apply(new String(bytes, StandardCharsets.ISO_8859_1))
            .getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void stem(Cases<PackDraft> packs) {
    packs.breaks(
        "P3", DAMAGED, "stem-checksum-bit", "a flipped bit of the checksum", p -> p.flip(15, 0x80));
    packs.breaks(
        "P3",
        DAMAGED,
        "version-flipped",
        "a flipped bit of the version is damage, and no version from the future",
        pack -> pack.flip(VERSION_AT, 2));
    packs.breaks(
        "P3",
        DAMAGED,
        "stem-checksum-0",
        "0 for a checksum",
        pack -> pack.change(bytes -> ByteBuffer.wrap(bytes).putInt(STEM_CRC_AT, 0)));
    packs.breaks(
        "P3",
        DAMAGED,
        "stem-checksum-big-endian",
        "the checksum with its highest byte first",
        pack ->
            pack.change(
                bytes -> ByteBuffer.wrap(bytes).putInt(STEM_CRC_AT, PackDraft.stemCrc32(bytes))));
    packs.breaks(
        "P3",
        DAMAGED,
        "stem-checksum-not-inverted",
        "a CRC-32 without its final inversion",
        pack -> pack.change(bytes -> storeChecksum(bytes, ~PackDraft.stemCrc32(bytes))));
    packs.breaks(
        "P3",
        DAMAGED,
        "stem-checksum-crc32c",
        "a CRC-32 of another polynomial",
        pack ->
            pack.change(bytes -> {
              CRC32C crc = new CRC32C();
              crc.update(bytes, 0, STEM_CRC_AT);
              storeChecksum(bytes, (int) crc.getValue());
            }));
  }

  private static void storeChecksum(byte[] bytes, int checksum) {
    ByteBuffer.wrap(bytes).putInt(STEM_CRC_AT, Integer.reverseBytes(checksum));
  }

  private static void version(Cases<PackDraft> packs) {
    packs.breaks(
        "P2",
        DAMAGED,
        "envelope-version-0",
        "envelope version 0, which never existed",
        pack -> pack.envelopeVersion(0));
    packs.breaks(
        "P2",
        TOO_NEW,
        "envelope-version-2",
        "the next envelope version",
        pack -> pack.envelopeVersion(2));
    packs.breaks(
        "P2",
        TOO_NEW,
        "envelope-version-largest",
        "envelope version 2^32-1: it is unsigned",
        pack -> pack.envelopeVersion(0xFFFF_FFFFL));
    packs.breaks(
        "P2",
        TOO_NEW,
        "envelope-version-big-endian",
        "envelope version 1 with its highest byte first is version 2^24",
        pack -> pack.envelopeVersion(0x0100_0000));
    packs.breaks(
        "P2",
        TOO_NEW,
        "stem-of-version-2",
        "a stem of envelope version 2 alone: nothing says that more must follow",
        pack -> pack.envelopeVersion(2).cutTo(16));
  }
}

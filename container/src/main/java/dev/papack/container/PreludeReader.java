package dev.papack.container;

import dev.papack.container.PackFault.Stage;
import dev.papack.container.SupportedFormats.Concern;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Rows 1 to 4 of the reading order: the prelude, before anything of the file's size is allocated.
 */
final class PreludeReader {
  private PreludeReader() {}

  static Prelude read(PackBytes bytes, SupportedFormats formats) throws IOException, PackException {
    int count = (int) Math.min(bytes.sizeBytes(), Prelude.BYTES);
    ByteBuffer start = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    bytes.read(0, start);
    start.flip();
    checkMagic(start);
    int version = checkStem(start, formats);
    if (count < Prelude.BYTES) {
      throw new PackException(
          PackFault.of(
                  Stage.TRUNCATED, "the file ends after " + count + " bytes, inside the prelude")
              .values(Integer.toString(count), "at least " + Prelude.BYTES)
              .at(count));
    }
    long headerBytes = start.getLong(Prelude.HEADER_LENGTH_AT);
    long payloadBytes = start.getLong(Prelude.PAYLOAD_LENGTH_AT);
    checkLength(
        "header_length",
        Prelude.HEADER_LENGTH_AT,
        headerBytes,
        PackLimits.MIN_HEADER_BYTES,
        PackLimits.MAX_HEADER_BYTES);
    checkLength(
        "payload_length", Prelude.PAYLOAD_LENGTH_AT, payloadBytes, 0, PackLimits.MAX_PAYLOAD_BYTES);
    Prelude prelude =
        new Prelude(
            version,
            headerBytes,
            payloadBytes,
            Sha256.fromBytes(start.slice(Prelude.DIGEST_AT, Sha256.BYTES)));
    checkFileSize(prelude, bytes.sizeBytes());
    return prelude;
  }

  private static void checkMagic(ByteBuffer start) throws PackException {
    if (start.limit() >= Prelude.STEM_BYTES && start.getLong(0) == Prelude.MAGIC) {
      return;
    }
    PackFault fault =
        Lookalike.find(start)
            .map(looks ->
                PackFault.of(Stage.NOT_A_PACK, "not a valid pack: the file is " + looks)
                    .values(looks, "a pack"))
            .orElseGet(() -> PackFault.of(Stage.NOT_A_PACK, "not a pack: the magic is missing"));
    throw new PackException(fault.at(0));
  }

  private static int checkStem(ByteBuffer start, SupportedFormats formats) throws PackException {
    int stored = start.getInt(Prelude.STEM_CRC_AT);
    int computed = Prelude.stemCrc32(start);
    if (stored != computed) {
      throw new PackException(
          PackFault.of(Stage.DAMAGED, "the first 16 bytes are damaged: their checksum differs")
              .values("0x" + Integer.toHexString(computed), "0x" + Integer.toHexString(stored))
              .at(Prelude.STEM_CRC_AT));
    }
    long version = Integer.toUnsignedLong(start.getInt(Prelude.VERSION_AT));
    if (version == 0) {
      throw new PackException(
          PackFault.of(Stage.DAMAGED, "envelope_version 0 never existed")
              .values("0", "at least 1")
              .at(Prelude.VERSION_AT));
    }
    formats.require(Concern.ENVELOPE, version, Prelude.VERSION_AT);
    return Math.toIntExact(version);
  }

  /** Lengths are unsigned: one of 2^63 or more is large, not negative. */
  private static void checkLength(String name, int position, long found, long least, long most)
      throws PackException {
    if (Long.compareUnsigned(found, least) < 0 || Long.compareUnsigned(found, most) > 0) {
      String shown = Long.toUnsignedString(found);
      String expected = least + ".." + most;
      throw new PackException(
          PackFault.of(Stage.LIMIT, name + " " + shown + " is outside " + expected + ", or damaged")
              .values(shown, expected)
              .at(position));
    }
  }

  private static void checkFileSize(Prelude prelude, long sizeBytes) throws PackException {
    if (sizeBytes == prelude.fileBytes()) {
      return;
    }
    Stage stage = sizeBytes < prelude.fileBytes() ? Stage.TRUNCATED : Stage.EXTENDED;
    String verdict = stage == Stage.TRUNCATED ? "truncated" : "extended";
    throw new PackException(
        PackFault.of(
                stage,
                "the file has "
                    + sizeBytes
                    + " bytes; its prelude says "
                    + prelude.fileBytes()
                    + ": "
                    + verdict
                    + ", or damaged")
            .values(Long.toString(sizeBytes), Long.toString(prelude.fileBytes()))
            .at(Math.min(sizeBytes, prelude.fileBytes())));
  }
}

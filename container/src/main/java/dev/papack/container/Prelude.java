package dev.papack.container;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/**
 * The first 64 bytes of a pack. The first 16 of them, the stem, are the same for all versions.
 *
 * @param envelopeVersion at least 1
 * @param headerBytes the length of the header JSON, {@value PackLimits#MIN_HEADER_BYTES} to {@value
 *     PackLimits#MAX_HEADER_BYTES}
 * @param payloadBytes the length of the payload region, 0 to {@value PackLimits#MAX_PAYLOAD_BYTES}
 * @param headerSha256 the digest over the first 32 bytes and the header JSON
 */
public record Prelude(
    int envelopeVersion, long headerBytes, long payloadBytes, Sha256 headerSha256) {
  /** The length of a prelude. */
  public static final int BYTES = 64;

  /** The length of the stem: magic, version and their checksum. */
  static final int STEM_BYTES = 16;

  /** {@code 89 41 50 41 0D 0A 1A 0A}, as a little-endian number. */
  static final long MAGIC = 0x0A1A0A0D41504189L;

  static final int VERSION_AT = 8;
  static final int STEM_CRC_AT = 12;
  static final int HEADER_LENGTH_AT = 16;
  static final int PAYLOAD_LENGTH_AT = 24;
  static final int DIGEST_AT = 32;

  /**
   * Refuses numbers outside their ranges.
   *
   * @throws MeaningException naming the number
   */
  public Prelude {
    if (envelopeVersion < 1) {
      throw MeaningException.outside("envelope_version", envelopeVersion, "at least 1");
    }
    if (headerBytes < PackLimits.MIN_HEADER_BYTES || headerBytes > PackLimits.MAX_HEADER_BYTES) {
      throw MeaningException.outside(
          "header_length",
          headerBytes,
          PackLimits.MIN_HEADER_BYTES + ".." + PackLimits.MAX_HEADER_BYTES);
    }
    if (payloadBytes < 0 || payloadBytes > PackLimits.MAX_PAYLOAD_BYTES) {
      throw MeaningException.outside(
          "payload_length", payloadBytes, "0.." + PackLimits.MAX_PAYLOAD_BYTES);
    }
  }

  /** The prelude in front of a header JSON. */
  static Prelude of(byte[] headerJson, long payloadBytes) {
    int version = SupportedFormats.CURRENT.envelope().newest();
    ByteBuffer fields = fields(version, headerJson.length, payloadBytes);
    Sha256 digest = Sha256.of(fields, ByteBuffer.wrap(headerJson));
    return new Prelude(version, headerJson.length, payloadBytes, digest);
  }

  /** The pack id. */
  PackId packId() {
    return new PackId(headerSha256);
  }

  long payloadStartBytes() {
    return Layout.payloadStartBytes(headerBytes);
  }

  /**
   * The length of the whole file that this prelude describes.
   *
   * @return bytes, at least {@value #BYTES}
   */
  public long fileBytes() {
    return payloadStartBytes() + payloadBytes;
  }

  /** The prelude as it is in the file, ready to be read. */
  ByteBuffer encode() {
    return ByteBuffer.allocate(BYTES)
        .put(fields(envelopeVersion, headerBytes, payloadBytes))
        .put(headerSha256.toBytes())
        .flip();
  }

  /** CRC-32 over everything in front of it, in a buffer whose position 0 is byte 0 of the file. */
  static int stemCrc32(ByteBuffer start) {
    CRC32 crc = new CRC32();
    crc.update(start.slice(0, STEM_CRC_AT));
    return (int) crc.getValue();
  }

  private static ByteBuffer fields(int version, long headerBytes, long payloadBytes) {
    ByteBuffer fields = ByteBuffer.allocate(DIGEST_AT).order(ByteOrder.LITTLE_ENDIAN);
    fields.putLong(MAGIC).putInt(version);
    return fields.putInt(stemCrc32(fields)).putLong(headerBytes).putLong(payloadBytes).flip();
  }
}

package dev.papack.container;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Builds files that no writer would write. Every field follows from the others unless a test sets
 * it, so that a file has exactly the defects that its test names. Written from the specification,
 * with nothing of the code under test but the digest.
 */
final class PackForge {
  private String headerJson;
  private byte[] payload;
  private int envelopeVersion = 1;
  private long headerLength;
  private long payloadLength;
  private int headerPaddingByte;
  private int stemDamage;
  private int digestDamage;

  private PackForge(String headerJson, byte[] payload) {
    this.headerJson = headerJson;
    this.payload = payload;
    this.headerLength = headerJson.length();
    this.payloadLength = payload.length;
  }

  static PackForge of(SamplePacks.Sample sample) {
    return new PackForge(sample.headerJson(), sample.payload());
  }

  PackForge headerJson(String json) {
    headerJson = json;
    headerLength = json.length();
    return this;
  }

  String headerJson() {
    return headerJson;
  }

  /** Replaces a part of the header that is there exactly once. */
  PackForge edit(String from, String to) {
    if (headerJson.split(Pattern.quote(from), -1).length != 2) {
      throw new IllegalArgumentException(from + " is not exactly once in " + headerJson);
    }
    return headerJson(headerJson.replace(from, to));
  }

  PackForge payload(byte[] bytes) {
    payload = bytes;
    payloadLength = bytes.length;
    return this;
  }

  /** Sets a byte of the payload region. */
  PackForge payloadByte(int position, int value) {
    payload[position] = (byte) value;
    return this;
  }

  /** Makes the entry's digest that of these bytes of the payload region. */
  PackForge redigest(Entry entry) {
    ByteBuffer slice =
        ByteBuffer.wrap(payload)
            .slice(Math.toIntExact(entry.offsetBytes()), Math.toIntExact(entry.sizeBytes()));
    return edit(entry.sha256().hex(), Sha256.of(slice).hex());
  }

  PackForge envelopeVersion(int version) {
    envelopeVersion = version;
    return this;
  }

  PackForge headerLength(long length) {
    headerLength = length;
    return this;
  }

  PackForge payloadLength(long length) {
    payloadLength = length;
    return this;
  }

  PackForge headerPaddingByte(int value) {
    headerPaddingByte = value;
    return this;
  }

  PackForge damagedStem() {
    stemDamage = 1;
    return this;
  }

  PackForge damagedDigest() {
    digestDamage = 1;
    return this;
  }

  byte[] build() {
    byte[] json = headerJson.getBytes(StandardCharsets.ISO_8859_1);
    int payloadStart = (64 + json.length + 63) / 64 * 64;
    ByteBuffer file =
        ByteBuffer.allocate(payloadStart + payload.length).order(ByteOrder.LITTLE_ENDIAN);
    file.put(new byte[] {(byte) 0x89, 'A', 'P', 'A', '\r', '\n', 0x1A, '\n'});
    file.putInt(envelopeVersion);
    CRC32 crc = new CRC32();
    crc.update(file.array(), 0, 12);
    file.putInt((int) crc.getValue() ^ stemDamage);
    file.putLong(headerLength).putLong(payloadLength);
    byte[] digest =
        Sha256.of(ByteBuffer.wrap(file.array(), 0, 32), ByteBuffer.wrap(json)).toBytes();
    digest[0] ^= (byte) digestDamage;
    file.put(digest).put(json);
    if (file.position() < payloadStart) {
      file.put((byte) headerPaddingByte);
    }
    file.put(payloadStart, payload);
    return file.array();
  }

  static String ascii(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}

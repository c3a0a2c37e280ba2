package dev.papack.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * The first line of the cache's file, a text in every version for ever: {@code papack build_cache 1
 * BYTES CRC32C}. The checksum is of kind, version, length and all that follows.
 *
 * @param version as it is written
 * @param bodyBytes how many bytes follow
 * @param crc32c in eight hexadecimal digits
 */
record CacheHead(String version, String bodyBytes, String crc32c) {
  /** A line that is longer is none. */
  private static final int MAX_BYTES = 128;

  private static final Pattern LINE =
      Pattern.compile("papack build_cache (-?[0-9]{1,30}) ([0-9]{1,10}) ([0-9a-f]{8})\n");

  static CacheHead of(int version, byte[] body) {
    String number = String.valueOf(version);
    String length = String.valueOf(body.length);
    return new CacheHead(number, length, checksum(number, length, ByteBuffer.wrap(body)));
  }

  /** The line at the beginning of a file, if there is one. */
  static Optional<CacheHead> find(ByteBuffer file) {
    byte[] beginning = new byte[Math.min(file.remaining(), MAX_BYTES)];
    file.get(file.position(), beginning);
    Matcher line = LINE.matcher(new String(beginning, StandardCharsets.ISO_8859_1));
    return line.lookingAt()
        ? Optional.of(new CacheHead(line.group(1), line.group(2), line.group(3)))
        : Optional.empty();
  }

  String line() {
    return "papack build_cache " + version + " " + bodyBytes + " " + crc32c + "\n";
  }

  /** Whether this is what follows. */
  boolean fits(ByteBuffer body) {
    return bodyBytes.equals(String.valueOf(body.remaining()))
        && crc32c.equals(checksum(version, bodyBytes, body));
  }

  private static String checksum(String version, String bodyBytes, ByteBuffer body) {
    CRC32C checksum = new CRC32C();
    checksum.update(
        ("build_cache " + version + " " + bodyBytes).getBytes(StandardCharsets.US_ASCII));
    checksum.update(body.duplicate());
    return String.format(Locale.ROOT, "%08x", checksum.getValue());
  }
}

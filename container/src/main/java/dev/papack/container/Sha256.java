package dev.papack.container;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A SHA-256 digest as a value: eight words of 32 bits, in the order of FIPS 180-4, two to a {@code
 * long}. It detects damage and mismatch; it proves no authorship.
 *
 * @param word0 bytes 0 to 7, big-endian
 * @param word1 bytes 8 to 15, big-endian
 * @param word2 bytes 16 to 23, big-endian
 * @param word3 bytes 24 to 31, big-endian
 */
public record Sha256(long word0, long word1, long word2, long word3) {
  /** The length of a digest in bytes. */
  static final int BYTES = 32;

  /**
   * Digests the remaining bytes of the buffers, one after the other, and leaves their positions as
   * they were.
   *
   * @param parts the message, in order
   * @return its digest
   */
  public static Sha256 of(ByteBuffer... parts) {
    MessageDigest digest = newMessageDigest();
    for (ByteBuffer part : parts) {
      digest.update(part.duplicate());
    }
    return finish(digest);
  }

  /**
   * Begins a digest of bytes that arrive piece by piece; {@link #finish} ends it.
   *
   * @return a new digest of no bytes
   */
  public static MessageDigest newMessageDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Ends a digest.
   *
   * @param digest one of {@link #newMessageDigest}, reset by this call
   * @return its value
   */
  public static Sha256 finish(MessageDigest digest) {
    return fromBytes(ByteBuffer.wrap(digest.digest()));
  }

  /** Reads the next 32 bytes of a buffer and moves its position after them. */
  static Sha256 fromBytes(ByteBuffer bytes) {
    ByteBuffer words = bytes.slice().order(ByteOrder.BIG_ENDIAN);
    Sha256 value =
        new Sha256(words.getLong(0), words.getLong(8), words.getLong(16), words.getLong(24));
    bytes.position(bytes.position() + BYTES);
    return value;
  }

  /**
   * Reads the 64 lower-case hexadecimal digits that stand for a digest in every document.
   *
   * @param text any text
   * @return the digest, or empty where the text is anything else
   */
  public static Optional<Sha256> fromHex(String text) {
    if (text.length() != 2 * BYTES) {
      return Optional.empty();
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return Optional.empty();
      }
    }
    return Optional.of(fromBytes(ByteBuffer.wrap(HexFormat.of().parseHex(text))));
  }

  /**
   * The digest as bytes.
   *
   * @return 32 bytes, the caller's own
   */
  public byte[] toBytes() {
    return ByteBuffer.allocate(BYTES)
        .putLong(word0)
        .putLong(word1)
        .putLong(word2)
        .putLong(word3)
        .array();
  }

  /**
   * The digest as every document writes it.
   *
   * @return 64 lower-case hexadecimal digits
   */
  public String hex() {
    return HexFormat.of().formatHex(toBytes());
  }

  @Override
  public String toString() {
    return hex();
  }
}

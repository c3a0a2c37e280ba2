package dev.papack.conformance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The bytes of a file. Equal if they are. */
public final class Content {
  private final byte[] bytes;

  private Content(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Copies bytes.
   *
   * @param bytes any
   * @return the same bytes
   */
  public static Content of(byte[] bytes) {
    return new Content(bytes.clone());
  }

  /**
   * Bytes written as text of which each character is one.
   *
   * @param text U+0000 to U+00FF
   * @return as many bytes
   */
  public static Content ofLatin1(String text) {
    return new Content(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /**
   * The bytes.
   *
   * @return a copy
   */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /**
   * The SHA-256 over some bytes.
   *
   * @param parts one after the other
   * @return 32 bytes
   */
  public static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * The digest of the bytes.
   *
   * @return the SHA-256 in 64 lower-case hexadecimal digits
   */
  public String digest() {
    return HexFormat.of().formatHex(sha256(bytes));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Content content && Arrays.equals(bytes, content.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes, SHA-256 " + digest();
  }
}

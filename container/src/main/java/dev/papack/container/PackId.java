package dev.papack.container;

/**
 * The identity of a whole pack: the digest over its prelude's fields and its header, which carries
 * a digest per asset. It detects damage and mismatch; it is no signature.
 *
 * @param digest the field {@code header_sha256} of the prelude
 */
public record PackId(Sha256 digest) {
  /**
   * The id as every document writes it.
   *
   * @return 64 lower-case hexadecimal digits
   */
  public String hex() {
    return digest.hex();
  }

  @Override
  public String toString() {
    return hex();
  }
}

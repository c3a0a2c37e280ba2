package dev.papack.bank;

import dev.papack.container.BankMetadata;
import java.nio.ByteBuffer;

/** One asset as the pack holds it: the bytes of its slice and the numbers that describe them. */
public final class Bank {
  private final BankMetadata metadata;
  private final ByteBuffer payload;

  /**
   * Takes over {@code payload}; nobody else may keep it. Its length must follow from the numbers.
   */
  public Bank(BankMetadata metadata, byte[] payload) {
    if (payload.length != metadata.sliceBytes()) {
      throw new IllegalArgumentException(payload.length + " bytes for " + metadata);
    }
    this.metadata = metadata;
    this.payload = ByteBuffer.wrap(payload).asReadOnlyBuffer();
  }

  public BankMetadata metadata() {
    return metadata;
  }

  /** The slice: a read-only view of its own, from position 0. */
  public ByteBuffer payload() {
    return payload.duplicate();
  }
}

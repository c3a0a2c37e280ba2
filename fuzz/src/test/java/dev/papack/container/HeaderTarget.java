package dev.papack.container;

import dev.papack.fuzz.Results;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The header behind the digest that chance does not make. */
public final class HeaderTarget {
  private HeaderTarget() {}

  /** Four bytes for the length of the payload, then the header: one byte string per header. */
  public static void check(byte[] input) {
    if (input.length < Integer.BYTES) {
      return;
    }
    long payloadBytes = Integer.toUnsignedLong(ByteBuffer.wrap(input).getInt());
    byte[] json = Arrays.copyOfRange(input, Integer.BYTES, input.length);
    try {
      Header header = HeaderJson.parse(json, payloadBytes, SupportedFormats.CURRENT);
      Results.require(Arrays.equals(HeaderJson.encode(header), json), "a header has one encoding");
    } catch (PackException expected) {
      Results.require(!expected.fault().message().isEmpty(), "a fault says something");
    }
  }
}

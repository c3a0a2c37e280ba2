package dev.papack.media.png;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import java.nio.ByteBuffer;

/**
 * One chunk whose length, type and checksum are in order.
 *
 * @param type four ASCII letters
 * @param lengthBytes of its data, the bytes between type and checksum
 * @param data its data, big-endian, from position 0; empty if it has more than {@value
 *     #MAX_LOADED_BYTES} bytes
 * @param positionBytes where in the file its data is
 * @param location where its length field begins
 */
record PngChunk(
    String type, int lengthBytes, ByteBuffer data, long positionBytes, Location location) {
  /** No chunk that is read as a whole has more: a palette of 256 entries has 768. */
  static final int MAX_LOADED_BYTES = 1 << 10;

  private static final int LOWER_CASE = 0x20;

  /** Without understanding it, the picture cannot be decoded. */
  boolean isCritical() {
    return (type.charAt(0) & LOWER_CASE) == 0;
  }

  int unsignedByte(int offsetBytes) {
    return Byte.toUnsignedInt(data.get(offsetBytes));
  }

  int unsignedShort(int offsetBytes) {
    return Short.toUnsignedInt(data.getShort(offsetBytes));
  }

  /** An error in this chunk that only the program which wrote the file can fix. */
  Diagnostic error(DiagnosticCode code, String message) {
    return Diagnostic.error(code, location, message).advice(PngRefusal.EXPORT_AGAIN);
  }
}

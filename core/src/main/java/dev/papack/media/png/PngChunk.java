package dev.papack.media.png;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import java.nio.ByteBuffer;

/**
 * One chunk whose length, type and checksum are in order.
 *
 * @param type four ASCII letters
 * @param data the bytes between type and checksum: a read-only view, big-endian, from position 0
 * @param location where its length field begins
 */
record PngChunk(String type, ByteBuffer data, Location location) {
  private static final int LOWER_CASE = 0x20;

  /** Without understanding it, the picture cannot be decoded. */
  boolean isCritical() {
    return (type.charAt(0) & LOWER_CASE) == 0;
  }

  int lengthBytes() {
    return data.limit();
  }

  int unsignedByte(int offsetBytes) {
    return Byte.toUnsignedInt(data.get(offsetBytes));
  }

  int unsignedShort(int offsetBytes) {
    return Short.toUnsignedInt(data.getShort(offsetBytes));
  }

  /** An error in this chunk that only the program which wrote the file can mend. */
  Diagnostic error(DiagnosticCode code, String message) {
    return Diagnostic.error(code, location, message).advice(PngRefusal.EXPORT_AGAIN);
  }
}

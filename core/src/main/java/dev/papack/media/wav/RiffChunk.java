package dev.papack.media.wav;

import dev.papack.diagnostic.Location;
import java.nio.ByteBuffer;

/**
 * One chunk of a RIFF file.
 *
 * @param id four printable ASCII characters
 * @param location where its header begins
 * @param bodyOffsetBytes where its body begins, from the start of the file
 * @param body its body without the pad byte, little-endian
 */
record RiffChunk(String id, Location location, int bodyOffsetBytes, ByteBuffer body) {
  int u16(int offsetBytes) {
    return Short.toUnsignedInt(body.getShort(offsetBytes));
  }

  long u32(int offsetBytes) {
    return Integer.toUnsignedLong(body.getInt(offsetBytes));
  }
}

package dev.papack.media.wav;

import dev.papack.diagnostic.Location;
import dev.papack.source.SourceReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * One chunk of a RIFF file, whose body stays where it is.
 *
 * @param id four printable ASCII characters
 * @param location where its header begins
 * @param bodyOffsetBytes where its body begins, from the start of the file
 * @param sizeBytes the length of its body, without the pad byte
 * @param file where its body is read from
 */
record RiffChunk(
    String id, Location location, long bodyOffsetBytes, long sizeBytes, SourceReader file) {
  int u16(long offsetBytes) throws IOException {
    return Short.toUnsignedInt(loaded(offsetBytes, Short.BYTES).getShort());
  }

  int s32(long offsetBytes) throws IOException {
    return loaded(offsetBytes, Integer.BYTES).getInt();
  }

  long u32(long offsetBytes) throws IOException {
    return Integer.toUnsignedLong(s32(offsetBytes));
  }

  private ByteBuffer loaded(long offsetBytes, int lengthBytes) throws IOException {
    byte[] loaded = new byte[lengthBytes];
    file.read(bodyOffsetBytes + offsetBytes, loaded, 0, lengthBytes);
    return ByteBuffer.wrap(loaded).order(ByteOrder.LITTLE_ENDIAN);
  }
}

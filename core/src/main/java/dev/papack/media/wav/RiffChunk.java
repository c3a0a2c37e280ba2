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
 * @param order of the bytes of a number
 * @param file where its body is read from
 */
record RiffChunk(
    String id,
    Location location,
    long bodyOffsetBytes,
    long sizeBytes,
    ByteOrder order,
    SourceReader file) {
  static final String FORMAT = "fmt ";
  static final String DATA = "data";
  static final String SAMPLER = "smpl";
  static final String CUE = "cue ";
  static final String LONG_SIZES = "ds64";

  int u16(long offsetBytes) throws IOException {
    return Short.toUnsignedInt(loaded(offsetBytes, Short.BYTES).getShort());
  }

  int s32(long offsetBytes) throws IOException {
    return loaded(offsetBytes, Integer.BYTES).getInt();
  }

  long u32(long offsetBytes) throws IOException {
    return Integer.toUnsignedLong(s32(offsetBytes));
  }

  long s64(long offsetBytes) throws IOException {
    return loaded(offsetBytes, Long.BYTES).getLong();
  }

  /** The same chunk, as long as it is in truth. */
  RiffChunk ofSize(long trueBytes) {
    return new RiffChunk(id, location, bodyOffsetBytes, trueBytes, order, file);
  }

  /** Where its body ends. */
  long endBytes() {
    return bodyOffsetBytes + sizeBytes;
  }

  /** So many bytes of its body. */
  ByteBuffer loaded(long offsetBytes, int lengthBytes) throws IOException {
    byte[] loaded = new byte[lengthBytes];
    file.read(bodyOffsetBytes + offsetBytes, loaded, 0, lengthBytes);
    return ByteBuffer.wrap(loaded).order(order);
  }
}

package dev.papack.media.wav;

import dev.papack.diagnostic.Location;
import dev.papack.source.SourceReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what is at some place of a file as the header of a chunk, whether there is one or not.
 * Nothing is refused here, and nothing is remembered.
 */
final class ChunkHeaders {
  /** A length of 32 bits that says that the length is elsewhere. */
  static final long ELSEWHERE = 0xFFFF_FFFFL;

  /** What longer lengths are taken for, so that sums do not overflow. */
  static final long MAX_BYTES = 1L << 62;

  /** How many headers are looked at, at most, to find out whether chunks go on at some place. */
  private static final int LOOK_AHEAD = 8;

  private static final Set<String> KNOWN =
      Set.of(
          "fmt ", "data", "smpl", "fact", "LIST", "list", "cue ", "inst", "bext", "JUNK", "junk",
          "PAD ", "FLLR", "PEAK", "iXML", "id3 ", "ID3 ", "acid", "plst", "levl", "axml", "chna",
          "cart", "afsp", "ds64", "DISP", "strc", "minf", "elm1", "regn", "umid", "_PMX");

  private final Location location;
  private final WavContainer container;
  private final SourceReader bytes;

  ChunkHeaders(Location location, WavContainer container, SourceReader bytes) {
    this.location = location;
    this.container = container;
    this.bytes = bytes;
  }

  /**
   * The chunk whose header is at a place.
   *
   * @return with the length that it says, which may reach beyond the file; empty where the name is
   *     none, or where the file ends
   */
  Optional<RiffChunk> at(long offsetBytes) throws IOException {
    if (bytes.sizeBytes() - offsetBytes < container.chunkHeaderBytes()) {
      return Optional.empty();
    }
    byte[] header = loaded(offsetBytes, container.chunkHeaderBytes());
    String id = new String(header, 0, 4, StandardCharsets.ISO_8859_1);
    if (id.chars().anyMatch(c -> c < ' ' || c > '~') || !container.isNameTail(header)) {
      return Optional.empty();
    }
    ByteBuffer length = ByteBuffer.wrap(header).order(container.order());
    return Optional.of(
        new RiffChunk(
            id,
            location.atByte(offsetBytes),
            offsetBytes + container.chunkHeaderBytes(),
            sizeBytes(length),
            container.order(),
            bytes));
  }

  /** The length that the file says of itself, without the header before the form. */
  long wholeBytes() throws IOException {
    byte[] header = loaded(0, container.chunkHeaderBytes());
    return sizeBytes(ByteBuffer.wrap(header).order(container.order()));
  }

  private long sizeBytes(ByteBuffer header) {
    int at = container.idBytes();
    return container.lengthBytes() == Long.BYTES
        ? limited(header.getLong(at), container.countedHeaderBytes())
        : Integer.toUnsignedLong(header.getInt(at));
  }

  /** Without the header, where it is counted; at most {@link #MAX_BYTES}. */
  static long limited(long saidBytes, int countedBytes) {
    return saidBytes < 0 ? MAX_BYTES : Math.clamp(saidBytes - countedBytes, 0, MAX_BYTES);
  }

  /** Whether a chunk is inside the file. */
  boolean isWhole(RiffChunk chunk) {
    return chunk.endBytes() <= bytes.sizeBytes();
  }

  /** Where the next chunk begins, if the lengths are right and pad bytes are there. */
  long nextBytes(RiffChunk chunk) {
    return chunk.endBytes() + padBytes(chunk);
  }

  /** How many bytes follow a chunk that belong to none. */
  int padBytes(RiffChunk chunk) {
    return (int) Math.floorMod(-chunk.sizeBytes(), (long) container.alignmentBytes());
  }

  /** Whether the rest of the file from a place on is one whole chunk after the other. */
  boolean areWholeFrom(long offsetBytes) throws IOException {
    return areWholeFrom(offsetBytes, Long.MAX_VALUE);
  }

  /** Whether chunks seem to go on at a place: the next is known, or the next few are whole. */
  boolean goOnAt(long offsetBytes) throws IOException {
    return at(offsetBytes).filter(chunk -> KNOWN.contains(chunk.id())).isPresent()
        || areWholeFrom(offsetBytes, LOOK_AHEAD);
  }

  private boolean areWholeFrom(long offsetBytes, long most) throws IOException {
    long at = offsetBytes;
    for (long count = 0; count < most && (count == 0 || at < bytes.sizeBytes()); count++) {
      Optional<RiffChunk> chunk = at(at);
      if (chunk.isEmpty() || !isWhole(chunk.get())) {
        return false;
      }
      at = nextBytes(chunk.get());
    }
    return true;
  }

  byte[] loaded(long from, int lengthBytes) throws IOException {
    byte[] loaded = new byte[lengthBytes];
    bytes.read(from, loaded, 0, lengthBytes);
    return loaded;
  }
}

package dev.papack.media.png;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.source.Limits;
import dev.papack.source.SourceReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Cuts the bytes after the signature into chunks. A chunk it hands out is wholly inside the file,
 * has a well-formed type, and its checksum is right. Memory: 64 KiB, whatever a chunk's length.
 */
final class PngChunkReader {
  private static final int LENGTH_FIELD_BYTES = 4;
  private static final int TYPE_FIELD_BYTES = 4;
  private static final int CRC_FIELD_BYTES = 4;
  private static final int FRAME_BYTES = LENGTH_FIELD_BYTES + TYPE_FIELD_BYTES + CRC_FIELD_BYTES;

  private static final int PIECE_BYTES = 64 << 10;

  private final SourceReader bytes;
  private final Location file;
  private final byte[] piece;
  private long position = PngSignature.LENGTH_BYTES;
  private int chunkCount;

  PngChunkReader(SourceReader bytes, Location file) {
    this.bytes = bytes;
    this.file = file;
    this.piece = new byte[(int) Math.min(PIECE_BYTES, bytes.sizeBytes())];
  }

  /**
   * The next chunk; asked for as long as there was no IEND, so the end of the file is a fault here.
   */
  PngChunk next() throws PngRefusal, IOException {
    Location location = file.atByte(position);
    requireFrame(location);
    chunkCount++;
    if (chunkCount > Limits.PNG_CHUNKS) {
      throw new PngRefusal(
          Diagnostic.error(
                  DiagnosticCode.PNG_LIMIT,
                  location,
                  "the PNG has more than " + Limits.PNG_CHUNKS + " chunks")
              .limit(String.valueOf(Limits.PNG_CHUNKS))
              .advice(PngRefusal.EXPORT_AGAIN));
    }
    ByteBuffer frame = loaded(position, LENGTH_FIELD_BYTES + TYPE_FIELD_BYTES);
    long lengthBytes = Integer.toUnsignedLong(frame.getInt());
    if (lengthBytes > remaining() - FRAME_BYTES) {
      throw new PngRefusal(truncated(location, lengthBytes));
    }
    String type = type(frame, file.atByte(position + LENGTH_FIELD_BYTES));
    requireChecksum(location, type, (int) lengthBytes);
    long dataPosition = position + LENGTH_FIELD_BYTES + TYPE_FIELD_BYTES;
    ByteBuffer data =
        loaded(dataPosition, lengthBytes <= PngChunk.MAX_LOADED_BYTES ? (int) lengthBytes : 0);
    position = dataPosition + lengthBytes + CRC_FIELD_BYTES;
    return new PngChunk(type, (int) lengthBytes, data, dataPosition, location);
  }

  private long remaining() {
    return bytes.sizeBytes() - position;
  }

  private ByteBuffer loaded(long positionBytes, int lengthBytes) throws IOException {
    byte[] loaded = new byte[lengthBytes];
    bytes.read(positionBytes, loaded, 0, lengthBytes);
    return ByteBuffer.wrap(loaded);
  }

  /** The bytes after the last chunk that {@link #next()} returned, if there are any. */
  Optional<Diagnostic> trailingBytes() {
    long count = remaining();
    if (count == 0) {
      return Optional.empty();
    }
    String bytes = count == 1 ? "1 byte" : count + " bytes";
    return Optional.of(
        Diagnostic.warning(
                DiagnosticCode.PNG_TRAILING_BYTES,
                file.atByte(position),
                (count == 1 ? "there is " : "there are ")
                    + bytes
                    + " after the end of the PNG: ignored")
            .found(bytes)
            .supported("none")
            .advice(PngRefusal.EXPORT_AGAIN));
  }

  private void requireFrame(Location location) throws PngRefusal {
    if (remaining() == 0) {
      throw new PngRefusal(
          Diagnostic.error(
                  DiagnosticCode.PNG_TRUNCATED,
                  location,
                  "the PNG ends without its last chunk, IEND: part of the file is missing")
              .advice(PngRefusal.COPY_AGAIN));
    }
    if (remaining() < FRAME_BYTES) {
      throw new PngRefusal(
          Diagnostic.error(
                  DiagnosticCode.PNG_TRUNCATED,
                  location,
                  "the PNG ends inside a chunk: only "
                      + remaining()
                      + " bytes are left, and the smallest chunk has "
                      + FRAME_BYTES)
              .advice(PngRefusal.COPY_AGAIN));
    }
  }

  private Diagnostic truncated(Location location, long lengthBytes) {
    long availableBytes = remaining() - FRAME_BYTES;
    return Diagnostic.error(
            DiagnosticCode.PNG_TRUNCATED,
            location,
            "a chunk claims "
                + lengthBytes
                + " bytes of data, but the file has only "
                + availableBytes
                + " left for it")
        .found(lengthBytes + " bytes")
        .supported("at most " + availableBytes + " bytes")
        .advice(PngRefusal.COPY_AGAIN);
  }

  /** Reads the type; the specification allows ASCII letters only, the third a capital. */
  private static String type(ByteBuffer frame, Location location) throws PngRefusal {
    byte[] letters = new byte[TYPE_FIELD_BYTES];
    frame.get(letters);
    for (byte letter : letters) {
      if (!isCapital(letter) && !(letter >= 'a' && letter <= 'z')) {
        throw new PngRefusal(
            Diagnostic.error(
                    DiagnosticCode.PNG_CHUNK_UNKNOWN,
                    location,
                    String.format(
                        Locale.ROOT,
                        "a chunk's type is four letters, but here are the bytes"
                            + " %02X %02X %02X %02X: the file is damaged",
                        letters[0],
                        letters[1],
                        letters[2],
                        letters[3]))
                .advice(PngRefusal.COPY_AGAIN));
      }
    }
    String type = new String(letters, ISO_8859_1);
    if (!isCapital(letters[2])) {
      throw new PngRefusal(
          Diagnostic.error(
                  DiagnosticCode.PNG_CHUNK_UNKNOWN,
                  location,
                  "the third letter of the chunk type "
                      + type
                      + " is lower case, which PNG reserves for the future")
              .found(type)
              .advice(PngRefusal.EXPORT_AGAIN));
    }
    return type;
  }

  private static boolean isCapital(byte letter) {
    return letter >= 'A' && letter <= 'Z';
  }

  private void requireChecksum(Location location, String type, int lengthBytes)
      throws PngRefusal, IOException {
    long checked = position + LENGTH_FIELD_BYTES;
    long end = checked + TYPE_FIELD_BYTES + lengthBytes;
    CRC32 crc = new CRC32();
    while (checked < end) {
      int count = (int) Math.min(piece.length, end - checked);
      bytes.read(checked, piece, 0, count);
      crc.update(piece, 0, count);
      checked += count;
    }
    int computed = (int) crc.getValue();
    int stored = loaded(end, CRC_FIELD_BYTES).getInt();
    if (stored != computed) {
      throw new PngRefusal(
          Diagnostic.error(
                  DiagnosticCode.PNG_CHUNK_CRC,
                  location,
                  "the chunk " + type + " is damaged: its checksum does not match its content")
              .found(hex(stored))
              .supported(hex(computed))
              .advice(PngRefusal.COPY_AGAIN));
    }
  }

  private static String hex(int crc) {
    return String.format(Locale.ROOT, "%08X", crc);
  }
}

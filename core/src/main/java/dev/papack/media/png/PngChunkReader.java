package dev.papack.media.png;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.source.Limits;
import dev.papack.source.Snapshot;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * Cuts the bytes after the signature into chunks, copying none of them. A chunk it hands out is
 * wholly inside the file, has a well-formed type, and its checksum is right.
 */
final class PngChunkReader {
  private static final int LENGTH_FIELD_BYTES = 4;
  private static final int TYPE_FIELD_BYTES = 4;
  private static final int CRC_FIELD_BYTES = 4;
  private static final int FRAME_BYTES = LENGTH_FIELD_BYTES + TYPE_FIELD_BYTES + CRC_FIELD_BYTES;

  private final ByteBuffer bytes;
  private final Location file;
  private int chunkCount;

  PngChunkReader(Snapshot snapshot) {
    this.bytes = snapshot.bytes().position(PngSignature.LENGTH_BYTES);
    this.file = snapshot.location(Artifact.SOURCE);
  }

  /**
   * The next chunk; asked for as long as there was no IEND, so the end of the file is a fault here.
   */
  PngChunk next() throws PngRefusal {
    int offsetBytes = bytes.position();
    Location location = file.atByte(offsetBytes);
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
    long lengthBytes = Integer.toUnsignedLong(bytes.getInt());
    if (lengthBytes > bytes.remaining() - TYPE_FIELD_BYTES - CRC_FIELD_BYTES) {
      throw new PngRefusal(truncated(location, lengthBytes));
    }
    String type = type(file.atByte(bytes.position()));
    requireChecksum(location, type, (int) lengthBytes);
    ByteBuffer data = bytes.slice(bytes.position(), (int) lengthBytes);
    bytes.position(bytes.position() + (int) lengthBytes + CRC_FIELD_BYTES);
    return new PngChunk(type, data, location);
  }

  /** Refuses bytes after the last chunk that {@link #next()} returned. */
  void requireEnd() throws PngRefusal {
    if (bytes.hasRemaining()) {
      throw new PngRefusal(
          Diagnostic.error(
                  DiagnosticCode.PNG_TRAILING_BYTES,
                  file.atByte(bytes.position()),
                  "there are " + bytes.remaining() + " bytes after the end of the PNG")
              .found(bytes.remaining() + " bytes")
              .supported("none")
              .advice(PngRefusal.EXPORT_AGAIN));
    }
  }

  private void requireFrame(Location location) throws PngRefusal {
    if (bytes.remaining() == 0) {
      throw new PngRefusal(
          Diagnostic.error(
                  DiagnosticCode.PNG_TRUNCATED,
                  location,
                  "the PNG ends without its last chunk, IEND: part of the file is missing")
              .advice(PngRefusal.COPY_AGAIN));
    }
    if (bytes.remaining() < FRAME_BYTES) {
      throw new PngRefusal(
          Diagnostic.error(
                  DiagnosticCode.PNG_TRUNCATED,
                  location,
                  "the PNG ends inside a chunk: only "
                      + bytes.remaining()
                      + " bytes are left, and the smallest chunk has "
                      + FRAME_BYTES)
              .advice(PngRefusal.COPY_AGAIN));
    }
  }

  private Diagnostic truncated(Location location, long lengthBytes) {
    int availableBytes = bytes.remaining() - TYPE_FIELD_BYTES - CRC_FIELD_BYTES;
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
  private String type(Location location) throws PngRefusal {
    byte[] letters = new byte[TYPE_FIELD_BYTES];
    bytes.get(letters);
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

  private void requireChecksum(Location location, String type, int lengthBytes) throws PngRefusal {
    int typeOffsetBytes = bytes.position() - TYPE_FIELD_BYTES;
    CRC32 crc = new CRC32();
    crc.update(bytes.slice(typeOffsetBytes, TYPE_FIELD_BYTES + lengthBytes));
    int computed = (int) crc.getValue();
    int stored = bytes.getInt(bytes.position() + lengthBytes);
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

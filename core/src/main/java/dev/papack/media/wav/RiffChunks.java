package dev.papack.media.wav;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.source.SourceContent;
import dev.papack.source.SourceHead;
import dev.papack.source.SourceReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The chunks of a RIFF file of the form WAVE, one after the other, every byte accounted for.
 *
 * <p>A chunk of odd length is followed by a zero pad byte. Where it would be the last byte of the
 * file, many editors leave it out; some of them count it in the length of the RIFF chunk. Both are
 * accepted, since no byte that says anything is missing. Anywhere else a pad byte that is not zero
 * is refused: it is the first letter of the next chunk, written by an editor that knows no padding,
 * and reading on would misread the rest.
 */
final class RiffChunks {
  private static final int CHUNK_HEADER_BYTES = 8;

  private final Location file;
  private final SourceReader bytes;

  /** Where the RIFF chunk says that it ends; at most one byte after the end of the file. */
  private final long riffEndBytes;

  private long offsetBytes = RiffForm.LENGTH_BYTES;

  /** Judges the first 12 bytes. */
  RiffChunks(SourceContent content, SourceReader bytes) throws WavRefusal, IOException {
    this.file = content.location(Artifact.SOURCE);
    this.bytes = bytes;
    requireWave(content.head());
    riffEndBytes = CHUNK_HEADER_BYTES + u32(4);
    if (riffEndBytes < RiffForm.LENGTH_BYTES) {
      throw new WavRefusal(
          Diagnostic.error(
                  DiagnosticCode.WAV_CHUNK,
                  file.atByte(4),
                  "the RIFF chunk has only "
                      + (riffEndBytes - CHUNK_HEADER_BYTES)
                      + " bytes, but its form alone needs 4")
              .advice("export the sound again; the program that wrote it did not finish"));
    }
    if (riffEndBytes > bytes.sizeBytes() + 1L) {
      throw truncated(riffEndBytes);
    }
  }

  private void requireWave(SourceHead head) throws WavRefusal, IOException {
    switch (RiffForm.likenessOf(head.bytes())) {
      case OWN -> {
        if (bytes.sizeBytes() < RiffForm.LENGTH_BYTES) {
          throw truncated(RiffForm.LENGTH_BYTES);
        }
      }
      case AKIN -> throw variant(fourCc(0));
      // What it is instead is for whoever knows the other formats.
      case OTHER ->
          throw new WavRefusal(
              Diagnostic.error(
                      DiagnosticCode.MEDIA_UNKNOWN, file.atByte(0), "the file is not a WAV file")
                  .supported("WAV")
                  .advice("export the sound as plain WAV from an audio editor"));
    }
  }

  private WavRefusal variant(String id) {
    return new WavRefusal(
        Diagnostic.error(
                DiagnosticCode.WAV_FORMAT,
                file.atByte(0),
                "the file is a WAV file of the kind " + id + ", which is not supported")
            .found(id)
            .supported("RIFF")
            .advice("export the sound as plain WAV from an audio editor"));
  }

  private WavRefusal truncated(long neededBytes) {
    return new WavRefusal(
        Diagnostic.error(
                DiagnosticCode.WAV_TRUNCATED,
                file.atByte(bytes.sizeBytes()),
                "the file has " + bytes.sizeBytes() + " bytes, but its header says " + neededBytes)
            .found(bytes.sizeBytes() + " bytes")
            .supported(neededBytes + " bytes")
            .advice("copy or export the file again; it is not complete"));
  }

  /**
   * The next chunk.
   *
   * @return empty after the last one
   */
  Optional<RiffChunk> next() throws WavRefusal, IOException {
    long endBytes = Math.min(riffEndBytes, bytes.sizeBytes());
    if (offsetBytes >= endBytes) {
      return Optional.empty();
    }
    Location location = file.atByte(offsetBytes);
    long left = endBytes - offsetBytes;
    if (left < CHUNK_HEADER_BYTES) {
      throw riffEndBytes > endBytes
          ? truncated(riffEndBytes)
          : new WavRefusal(
              Diagnostic.error(
                      DiagnosticCode.WAV_CHUNK,
                      location,
                      "the " + left + " bytes after the last chunk are too few for another one")
                  .advice("export the sound again"));
    }
    String id = fourCc(offsetBytes);
    requirePrintable(id, location);
    long sizeBytes = u32(offsetBytes + 4);
    long bodyOffsetBytes = offsetBytes + CHUNK_HEADER_BYTES;
    long bodyEndBytes = bodyOffsetBytes + sizeBytes;
    if (bodyEndBytes > bytes.sizeBytes()) {
      throw truncated(bodyEndBytes);
    }
    if (bodyEndBytes > endBytes) {
      throw new WavRefusal(
          Diagnostic.error(
                  DiagnosticCode.WAV_CHUNK,
                  location,
                  "the chunk \""
                      + id
                      + "\" of "
                      + sizeBytes
                      + " bytes extends "
                      + (bodyEndBytes - endBytes)
                      + " bytes beyond the RIFF chunk it is in")
              .found(sizeBytes + " bytes")
              .limit((endBytes - bodyOffsetBytes) + " bytes")
              .advice("export the sound again; its lengths contradict each other"));
    }
    offsetBytes = bodyEndBytes;
    if (sizeBytes % 2 == 1) {
      skipPad(id, endBytes);
    } else if (offsetBytes == endBytes && riffEndBytes > endBytes) {
      throw truncated(riffEndBytes);
    }
    return Optional.of(new RiffChunk(id, location, bodyOffsetBytes, sizeBytes, bytes));
  }

  private void skipPad(String id, long endBytes) throws WavRefusal, IOException {
    if (offsetBytes == endBytes) {
      return;
    }
    int pad = u8(offsetBytes);
    if (pad != 0) {
      throw new WavRefusal(
          Diagnostic.error(
                  DiagnosticCode.WAV_CHUNK,
                  file.atByte(offsetBytes),
                  "the pad byte after chunk \""
                      + id
                      + "\" of odd length is "
                      + pad
                      + " instead of 0")
              .advice("export the sound again, without metadata if the program offers that"));
    }
    offsetBytes++;
    if (offsetBytes == endBytes && riffEndBytes > endBytes) {
      throw truncated(riffEndBytes);
    }
  }

  private static void requirePrintable(String id, Location location) throws WavRefusal {
    if (id.chars().anyMatch(c -> c < ' ' || c > '~')) {
      String codes =
          String.join(
              " ", id.chars().mapToObj(c -> String.format(Locale.ROOT, "%02x", c)).toList());
      throw new WavRefusal(
          Diagnostic.error(
                  DiagnosticCode.WAV_CHUNK,
                  location,
                  "expected the name of a chunk, found the bytes " + codes)
              .advice("export the sound again"));
    }
  }

  /** The file as a whole, for faults that are nowhere in particular. */
  Location file() {
    return file;
  }

  /**
   * What comes after the RIFF chunk.
   *
   * @return a warning, or nothing
   */
  List<Diagnostic> trailingBytes() throws IOException {
    long endBytes = riffEndBytes;
    if (endBytes % 2 == 1 && endBytes < bytes.sizeBytes() && u8(endBytes) == 0) {
      endBytes++;
    }
    long count = bytes.sizeBytes() - endBytes;
    return count <= 0
        ? List.of()
        : List.of(
            Diagnostic.warning(
                    DiagnosticCode.WAV_TRAILING_BYTES,
                    file.atByte(endBytes),
                    "the " + count + " bytes after the end of the RIFF chunk are ignored")
                .found(count + " bytes")
                .advice("if the sound is fine, do nothing, or export it again to remove them"));
  }

  /** The four characters at an offset, fewer where the file ends. */
  private String fourCc(long from) throws IOException {
    return new String(
        loaded(from, Math.clamp(bytes.sizeBytes() - from, 0, 4)), StandardCharsets.ISO_8859_1);
  }

  private int u8(long from) throws IOException {
    return Byte.toUnsignedInt(loaded(from, 1)[0]);
  }

  private long u32(long from) throws IOException {
    ByteBuffer stored = ByteBuffer.wrap(loaded(from, Integer.BYTES));
    return Integer.toUnsignedLong(stored.order(ByteOrder.LITTLE_ENDIAN).getInt());
  }

  private byte[] loaded(long from, int lengthBytes) throws IOException {
    byte[] loaded = new byte[lengthBytes];
    bytes.read(from, loaded, 0, lengthBytes);
    return loaded;
  }
}

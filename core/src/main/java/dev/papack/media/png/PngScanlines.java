package dev.papack.media.png;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.source.SourceReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The rows of a picture, one after the other, inflated and unfiltered: two rows and 64 KiB of the
 * file are all that it holds. It never inflates more than the header declares, plus one byte to see
 * that there is no more.
 */
final class PngScanlines implements AutoCloseable {
  /** Where the bytes of a row begin: its filter type is before them. */
  static final int FIRST_BYTE = 1;

  /**
   * Deflate's best: a match of 258 bytes takes two bits at least, so one byte of data becomes at
   * most 4 * 258.
   */
  private static final long MAX_INFLATED_BYTES_PER_BYTE = 1032;

  private static final int PIECE_BYTES = 64 << 10;

  private final Inflater inflater = new Inflater();
  private final SourceReader bytes;
  private final List<PngChunk> imageData;
  private final int filterDistanceBytes;
  private PngChunk current;
  private final byte[] piece;

  /** How many chunks were begun, the last of them being {@link #current}. */
  private int begunChunks;

  /** How much of the current chunk was given to the inflater. */
  private int fedBytes;

  private int rowBytes;
  private byte[] row;
  private byte[] above;

  /** Call {@link #beginPass} before the first row. */
  PngScanlines(SourceReader bytes, PngHeader header, List<PngChunk> imageData) {
    this.bytes = bytes;
    this.piece = new byte[(int) Math.min(PIECE_BYTES, bytes.sizeBytes())];
    this.imageData = imageData;
    this.filterDistanceBytes = header.filterDistanceBytes();
    this.current = imageData.getFirst();
    int maxRowBytes = header.rowBytes(header.widthPixels());
    this.row = new byte[FIRST_BYTE + maxRowBytes];
    this.above = new byte[FIRST_BYTE + maxRowBytes];
  }

  /**
   * Refuses data that cannot become the declared picture, however well it is compressed. Without
   * this, a file of a hundred bytes could have memory for 64 Mi pixels allocated.
   */
  static void requirePlausible(PngHeader header, List<PngChunk> imageData) throws PngRefusal {
    long dataBytes = 0;
    for (PngChunk chunk : imageData) {
      dataBytes += chunk.lengthBytes();
    }
    if (dataBytes * MAX_INFLATED_BYTES_PER_BYTE < header.inflatedBytes()) {
      throw new PngRefusal(
          missingData(imageData.getFirst())
              .found(dataBytes + " bytes")
              .supported("enough for " + header.inflatedBytes() + " bytes of rows"));
    }
  }

  /** The first row that comes next has nothing above it. */
  void beginPass(int bytesPerRow) {
    rowBytes = bytesPerRow;
    Arrays.fill(row, (byte) 0);
  }

  /**
   * The next row of the pass.
   *
   * @return its bytes from {@link #FIRST_BYTE} on, until the next call; longer than the row
   */
  byte[] next() throws PngRefusal, IOException {
    byte[] recycled = above;
    above = row;
    row = recycled;
    int end = FIRST_BYTE + rowBytes;
    int filled = 0;
    while (filled < end) {
      int inflated = inflate(row, filled, end - filled);
      filled += inflated;
      if (inflated == 0 && (inflater.finished() || !feed())) {
        throw new PngRefusal(missingData(current));
      }
    }
    int filterType = Byte.toUnsignedInt(row[0]);
    if (filterType > PngFilter.MAX_TYPE) {
      throw new PngRefusal(
          current
              .error(DiagnosticCode.PNG_DATA, "a row uses the unknown filter " + filterType)
              .found(String.valueOf(filterType))
              .supported("0 to " + PngFilter.MAX_TYPE));
    }
    PngFilter.undo(filterType, row, above, filterDistanceBytes, end);
    return row;
  }

  /** Refuses data after the last row, a wrong checksum, and bytes after the compressed data. */
  void requireEnd() throws PngRefusal, IOException {
    byte[] beyond = new byte[1];
    while (!inflater.finished()) {
      if (inflate(beyond, 0, 1) > 0) {
        throw new PngRefusal(
            current.error(
                DiagnosticCode.PNG_DATA, "the picture's data continues after its last row"));
      }
      if (!inflater.finished() && !feed()) {
        throw new PngRefusal(missingData(current));
      }
    }
    long unusedBytes = (long) inflater.getRemaining() + (begunChunks == 0 ? 0 : unfedBytes());
    for (PngChunk chunk : imageData.subList(begunChunks, imageData.size())) {
      unusedBytes += chunk.lengthBytes();
    }
    if (unusedBytes > 0) {
      throw new PngRefusal(
          current
              .error(
                  DiagnosticCode.PNG_DATA,
                  "there are " + unusedBytes + " bytes after the end of the picture's data")
              .found(unusedBytes + " bytes")
              .supported("none"));
    }
  }

  @Override
  public void close() {
    inflater.close();
  }

  private int inflate(byte[] target, int offset, int length) throws PngRefusal {
    try {
      int inflated = inflater.inflate(target, offset, length);
      if (inflater.needsDictionary()) {
        throw new PngRefusal(
            current.error(
                DiagnosticCode.PNG_DATA,
                "the picture's data needs a preset dictionary, which PNG does not allow"));
      }
      return inflated;
    } catch (DataFormatException damaged) {
      throw new PngRefusal(
          current
              .error(DiagnosticCode.PNG_DATA, "the picture's compressed data is damaged")
              .advice(PngRefusal.COPY_AGAIN));
    }
  }

  /** Gives the inflater its next input, once it has used up the last; false if there is none. */
  private boolean feed() throws IOException {
    if (!inflater.needsInput()) {
      return true;
    }
    if (begunChunks == 0 || unfedBytes() == 0) {
      if (begunChunks == imageData.size()) {
        return false;
      }
      current = imageData.get(begunChunks);
      begunChunks++;
      fedBytes = 0;
    }
    int count = Math.min(piece.length, unfedBytes());
    bytes.read(current.positionBytes() + fedBytes, piece, 0, count);
    inflater.setInput(piece, 0, count);
    fedBytes += count;
    return true;
  }

  private int unfedBytes() {
    return current.lengthBytes() - fedBytes;
  }

  private static Diagnostic missingData(PngChunk last) {
    return last.error(
            DiagnosticCode.PNG_DATA, "the picture's data ends before its last row is complete")
        .advice(PngRefusal.COPY_AGAIN);
  }
}

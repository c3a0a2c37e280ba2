package dev.papack.media.aseprite;

import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.media.DecodingRefusal;
import dev.papack.media.SourceBytes;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Rows of stored pixels or tiles, one after the other: a row and 64 KiB of the file are all that it
 * holds, and it inflates no more than what is asked for, and one byte to see that this is the end.
 */
final class StoredRows implements AutoCloseable {
  private static final int PIECE_BYTES = 64 << 10;

  private final SourceBytes bytes;
  private final Cel.Stored stored;
  private final String inside;
  private final Inflater inflater = new Inflater();
  private final byte[] piece;
  private long unread;

  /** Rows from the first on; while they are read, nobody else reads the file. */
  StoredRows(SourceBytes bytes, Cel.Stored stored, String inside) {
    this.bytes = bytes;
    this.stored = stored;
    this.inside = inside;
    this.piece = new byte[(int) Math.min(PIECE_BYTES, stored.sizeBytes())];
    unread = stored.sizeBytes();
    bytes.seek(stored.positionBytes());
  }

  /** Fills a row. */
  void read(byte[] row) throws DecodingRefusal, IOException {
    switch (stored.packing()) {
      case RAW -> bytes.read(row, row.length, inside);
      case ZLIB -> {
        int filled = 0;
        while (filled < row.length) {
          int count = inflate(row, filled, row.length - filled);
          filled += count;
          if (count == 0 && (inflater.finished() || !feed())) {
            throw damaged("ends before its last pixel");
          }
        }
      }
    }
  }

  /** Refuses data behind the last row, and a wrong checksum. */
  void requireEnd() throws DecodingRefusal, IOException {
    if (stored.packing() == Cel.Packing.RAW) {
      return;
    }
    byte[] beyond = new byte[1];
    while (!inflater.finished()) {
      if (inflate(beyond, 0, 1) > 0) {
        throw damaged("continues after its last pixel");
      }
      if (!inflater.finished() && !feed()) {
        throw damaged("ends before its checksum");
      }
    }
  }

  private int inflate(byte[] target, int offset, int length) throws DecodingRefusal {
    try {
      int count = inflater.inflate(target, offset, length);
      if (inflater.needsDictionary()) {
        throw damaged("needs a preset dictionary");
      }
      return count;
    } catch (DataFormatException damage) {
      throw damaged("is damaged");
    }
  }

  /** Gives the inflater its next input, once it has used up the last; false if there is none. */
  private boolean feed() throws DecodingRefusal, IOException {
    if (!inflater.needsInput()) {
      return true;
    }
    int count = (int) Math.min(piece.length, unread);
    if (count == 0) {
      return false;
    }
    bytes.read(piece, count, inside);
    unread -= count;
    inflater.setInput(piece, 0, count);
    return true;
  }

  private DecodingRefusal damaged(String fault) {
    Location place = bytes.at(stored.positionBytes());
    return Faults.of(
        DiagnosticCode.ASEPRITE_DATA, place, "the compressed data of " + inside + " " + fault);
  }

  @Override
  public void close() {
    inflater.close();
  }
}

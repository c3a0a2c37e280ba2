package dev.papack.media;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.source.SourceReader;
import java.io.IOException;

/**
 * The bytes of a file one after the other, numbers little-endian, with a piece of up to 64 KiB of
 * it in memory. The end of the file is a fault wherever more is asked for.
 */
public final class SourceBytes {
  private static final int PIECE_BYTES = 64 << 10;

  private final SourceReader bytes;
  private final Location file;
  private final DiagnosticCode truncated;
  private final byte[] piece;
  private long pieceStart;
  private int pieceLength;
  private long position;

  /**
   * From position 0.
   *
   * @param bytes stays open
   * @param file for messages
   * @param truncated the code of a file that ends too early
   */
  public SourceBytes(SourceReader bytes, Location file, DiagnosticCode truncated) {
    this.bytes = bytes;
    this.file = file;
    this.truncated = truncated;
    this.piece = new byte[(int) Math.min(PIECE_BYTES, bytes.sizeBytes())];
  }

  /** Where the next byte is. */
  public long position() {
    return position;
  }

  /** Goes on elsewhere, perhaps behind the end. */
  public void seek(long positionBytes) {
    position = positionBytes;
  }

  /** How many bytes are left; negative behind the end. */
  public long remaining() {
    return bytes.sizeBytes() - position;
  }

  /** A place in the file. */
  public Location at(long positionBytes) {
    return file.atByte(positionBytes);
  }

  /**
   * The next byte.
   *
   * @param inside what it belongs to, for the message if the file ends: {@code its header}
   */
  public int u8(String inside) throws DecodingRefusal, IOException {
    long place = position - pieceStart;
    if (place < 0 || place >= pieceLength) {
      load(inside);
      place = 0;
    }
    position++;
    return piece[(int) place] & 0xFF;
  }

  /** The next two bytes, unsigned. */
  public int u16(String inside) throws DecodingRefusal, IOException {
    int low = u8(inside);
    return low | u8(inside) << Byte.SIZE;
  }

  /** The next four bytes, unsigned. */
  public long u32(String inside) throws DecodingRefusal, IOException {
    long low = u16(inside);
    return low | (long) u16(inside) << Short.SIZE;
  }

  /** Goes behind some bytes. */
  public void skip(long count, String inside) throws DecodingRefusal {
    if (remaining() < count) {
      throw truncated(inside);
    }
    position += count;
  }

  /** Copies the next bytes to the beginning of an array. */
  public void read(byte[] into, int count, String inside) throws DecodingRefusal, IOException {
    int done = 0;
    while (done < count) {
      into[done] = (byte) u8(inside);
      done++;
      int held = (int) Math.min(count - done, pieceStart + pieceLength - position);
      System.arraycopy(piece, (int) (position - pieceStart), into, done, held);
      position += held;
      done += held;
    }
  }

  private void load(String inside) throws DecodingRefusal, IOException {
    if (remaining() <= 0) {
      throw truncated(inside);
    }
    pieceStart = position;
    pieceLength = (int) Math.min(piece.length, remaining());
    bytes.read(pieceStart, piece, 0, pieceLength);
  }

  private DecodingRefusal truncated(String inside) {
    return new DecodingRefusal(
        Diagnostic.error(
                truncated,
                file.atByte(bytes.sizeBytes()),
                "the file ends inside " + inside + ": part of it is missing")
            .advice(DecodingRefusal.COPY_AGAIN));
  }
}

package dev.papack.media.gif;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.source.SourceReader;
import java.io.IOException;

/** The bytes of a file one after the other, with a piece of up to 64 KiB of it in memory. */
final class GifBytes {
  private static final int PIECE_BYTES = 64 << 10;

  private final SourceReader bytes;
  private final Location file;
  private final byte[] piece;
  private long pieceStart;
  private int pieceLength;
  private long position;

  GifBytes(SourceReader bytes, Location file) {
    this.bytes = bytes;
    this.file = file;
    this.piece = new byte[(int) Math.min(PIECE_BYTES, bytes.sizeBytes())];
  }

  long position() {
    return position;
  }

  void seek(long positionBytes) {
    position = positionBytes;
  }

  long remaining() {
    return bytes.sizeBytes() - position;
  }

  /** A place in the file. */
  Location at(long positionBytes) {
    return file.atByte(positionBytes);
  }

  /** The file as a whole. */
  Location file() {
    return file;
  }

  /**
   * The next byte.
   *
   * @param inside what it belongs to, for the message if the file ends: {@code its header}
   */
  int u8(String inside) throws GifRefusal, IOException {
    long place = position - pieceStart;
    if (place < 0 || place >= pieceLength) {
      load(inside);
      place = 0;
    }
    position++;
    return piece[(int) place] & 0xFF;
  }

  /** The next two bytes, little-endian. */
  int u16(String inside) throws GifRefusal, IOException {
    int low = u8(inside);
    return low | u8(inside) << Byte.SIZE;
  }

  void skip(int count, String inside) throws GifRefusal {
    if (remaining() < count) {
      throw truncated(inside);
    }
    position += count;
  }

  void read(byte[] into, int count, String inside) throws GifRefusal, IOException {
    for (int i = 0; i < count; i++) {
      into[i] = (byte) u8(inside);
    }
  }

  private void load(String inside) throws GifRefusal, IOException {
    if (remaining() <= 0) {
      throw truncated(inside);
    }
    pieceStart = position;
    pieceLength = (int) Math.min(piece.length, remaining());
    bytes.read(pieceStart, piece, 0, pieceLength);
  }

  private GifRefusal truncated(String inside) {
    return new GifRefusal(
        Diagnostic.error(
                DiagnosticCode.GIF_TRUNCATED,
                file.atByte(bytes.sizeBytes()),
                "the GIF ends inside " + inside + ": part of the file is missing")
            .advice(GifRefusal.COPY_AGAIN));
  }
}

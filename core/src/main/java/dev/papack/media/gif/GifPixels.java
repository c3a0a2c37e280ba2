package dev.papack.media.gif;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.media.DecodingRefusal;
import dev.papack.media.SourceBytes;
import java.io.IOException;

/**
 * The pixels of one frame after the other, decompressed by LZW as GIF has it. Memory: 13 KiB, and
 * one row.
 *
 * <p>A code is a pixel, or the string of an earlier code with one pixel more. The table of these
 * strings has at most 4,096; full, it stays as it is until the code that clears it.
 */
final class GifPixels {
  private static final int MAX_CODES = 4096;
  private static final int MAX_CODE_BITS = 12;
  private static final int NONE = -1;

  private final SourceBytes bytes;

  /** Of each code the code of all pixels but the last, and the last pixel. */
  private final short[] prefixes = new short[MAX_CODES];

  private final byte[] lasts = new byte[MAX_CODES];

  /** A string, which comes last pixel first, in the right order: it ends at the end. */
  private final byte[] string = new byte[MAX_CODES + 1];

  private int window;
  private int windowBits;
  private int blockLeft;

  GifPixels(SourceBytes bytes) {
    this.bytes = bytes;
  }

  /** Takes in the rows of a frame, from the top, in the order of the data. */
  @FunctionalInterface
  interface RowSink {
    /**
     * Takes in one.
     *
     * @param number from 0, counted as they come
     * @param row one index a pixel; the caller's own
     */
    void accept(int number, byte[] row);
  }

  /** What is left of the data of a frame that has all its pixels. */
  enum Rest {
    NOTHING,
    MORE
  }

  /** Decompresses one frame. */
  Rest decode(GifFrame frame, RowSink sink) throws DecodingRefusal, IOException {
    bytes.seek(frame.data().positionBytes());
    window = 0;
    windowBits = 0;
    blockLeft = 0;
    String inside = "frame " + frame.number();
    int clear = 1 << frame.data().codeBits();
    int end = clear + 1;
    int next = end + 1;
    int bits = frame.data().codeBits() + 1;
    int previous = NONE;
    int first = 0;
    byte[] row = new byte[frame.area().width()];
    int x = 0;
    int y = 0;
    long left = frame.area().pixels();
    while (left > 0) {
      int code = code(bits, inside);
      if (code == clear) {
        next = end + 1;
        bits = frame.data().codeBits() + 1;
        previous = NONE;
        continue;
      }
      if (code == NONE || code == end) {
        throw damaged(frame, "ends before its last pixel");
      }
      if (code > next || (code == next && previous == NONE)) {
        throw damaged(frame, "is damaged: it has a code that stands for nothing");
      }
      int start = string.length;
      int from = code;
      if (code == next) {
        string[--start] = (byte) first;
        from = previous;
      }
      while (from > end) {
        string[--start] = lasts[from];
        from = prefixes[from];
      }
      first = from;
      string[--start] = (byte) first;
      if (previous != NONE && next < MAX_CODES) {
        prefixes[next] = (short) previous;
        lasts[next] = (byte) first;
        next++;
        if (next == 1 << bits && bits < MAX_CODE_BITS) {
          bits++;
        }
      }
      previous = code;
      while (start < string.length && left > 0) {
        int count = Math.min(string.length - start, row.length - x);
        System.arraycopy(string, start, row, x, count);
        start += count;
        left -= count;
        x += count;
        if (x == row.length) {
          sink.accept(y, row);
          x = 0;
          y++;
        }
      }
      if (start < string.length) {
        return Rest.MORE;
      }
    }
    return rest(bits, clear, end, inside);
  }

  /** Whether there is anything but the code that ends the data, as far as that can be told. */
  private Rest rest(int bits, int clear, int end, String inside)
      throws DecodingRefusal, IOException {
    int code = code(bits, inside);
    while (code == clear) {
      code = code(bits, inside);
    }
    return code == NONE || code == end ? Rest.NOTHING : Rest.MORE;
  }

  private int code(int bits, String inside) throws DecodingRefusal, IOException {
    while (windowBits < bits) {
      if (blockLeft == 0) {
        blockLeft = bytes.u8(inside);
        if (blockLeft == 0) {
          // Asked again, the data is still at its end.
          bytes.seek(bytes.position() - 1);
          return NONE;
        }
      }
      window |= bytes.u8(inside) << windowBits;
      windowBits += Byte.SIZE;
      blockLeft--;
    }
    int code = window & (1 << bits) - 1;
    window >>>= bits;
    windowBits -= bits;
    return code;
  }

  private DecodingRefusal damaged(GifFrame frame, String fault) {
    return new DecodingRefusal(
        Diagnostic.error(
                DiagnosticCode.GIF_DATA,
                bytes.at(Math.max(0, bytes.position() - 1)),
                "the compressed data of frame " + frame.number() + " " + fault)
            .advice(DecodingRefusal.COPY_AGAIN));
  }
}

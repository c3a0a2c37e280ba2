package dev.papack.media.flac;

import dev.papack.diagnostic.Location;
import dev.papack.source.SourceReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Reads a file bit by bit, the highest bit of a byte first, and computes the checksums of FLAC over
 * what it has read. One piece of the file is in memory.
 *
 * <p>Behind the end of the file it reads zeros for a while; {@link #requireInside} tells.
 */
final class BitReader {
  private static final int PIECE_BYTES = 64 << 10;

  /** How many bits one look into the piece gives at least, wherever in a byte it begins. */
  private static final int WINDOW_BITS = 57;

  /** More than any header has. */
  private static final int HEADER_BYTES = 64;

  private static final int CRC_8 = 0x07;
  private static final int CRC_16 = 0x8005;
  private static final int[] CRC_8_TABLE = table(CRC_8, 8);
  private static final int[] CRC_16_TABLE = table(CRC_16, 16);

  private final FlacFaults faults;
  private final SourceReader file;
  private final byte[] piece = new byte[PIECE_BYTES + Long.BYTES];
  private final ByteBuffer window = ByteBuffer.wrap(piece);

  /** Where the piece begins in the file, and how many bytes of it are there. */
  private long startBytes;

  private int limitBytes;

  /** The next bit of the piece, and up to which one a look stays inside. */
  private long bit;

  private long safeBits;

  /** Up to which byte of the piece the checksum is computed. */
  private int summedBytes;

  private int crc16;

  BitReader(FlacFaults faults, SourceReader file) {
    this.faults = faults;
    this.file = file;
  }

  /** Goes to a place of the file, which may be its end. */
  void seek(long positionBytes) throws IOException {
    startBytes = positionBytes;
    limitBytes = 0;
    bit = 0;
    summedBytes = 0;
    load();
  }

  /** Where the next byte is; only between bytes. */
  long positionBytes() {
    return startBytes + (bit >>> 3);
  }

  /** The byte that is read, for faults. */
  Location place() {
    return faults.at(Math.min(positionBytes(), file.sizeBytes()));
  }

  boolean isAtEnd() {
    return positionBytes() >= file.sizeBytes();
  }

  /** How many whole bytes are left. */
  long leftBytes() {
    return file.sizeBytes() - positionBytes();
  }

  /**
   * Reads an unsigned number.
   *
   * @param bits 0 to {@value #WINDOW_BITS}
   */
  long read(int bits) throws FlacRefusal, IOException {
    if (bits == 0) {
      return 0;
    }
    long value = look() >>> (Long.SIZE - bits);
    bit += bits;
    return value;
  }

  /** Reads a signed number of 0 to {@value #WINDOW_BITS} bits. */
  long readSigned(int bits) throws FlacRefusal, IOException {
    return bits == 0 ? 0 : (read(bits) << (Long.SIZE - bits)) >> (Long.SIZE - bits);
  }

  /** Reads zeros up to a one, and the one: how many zeros. */
  long readUnary(long most) throws FlacRefusal, IOException {
    long count = 0;
    while (true) {
      int zeros = Long.numberOfLeadingZeros(look());
      if (zeros < WINDOW_BITS) {
        bit += zeros + 1;
        count += zeros;
        break;
      }
      bit += WINDOW_BITS;
      count += WINDOW_BITS;
      if (count > most) {
        break;
      }
    }
    if (count > most) {
      throw faults.frame(place(), "a number is larger than any may be");
    }
    return count;
  }

  /** Reads a Rice code with so many low bits, and undoes the folding of its sign. */
  long readRice(int lowBits) throws FlacRefusal, IOException {
    long look = look();
    int zeros = Long.numberOfLeadingZeros(look);
    int bits = zeros + 1 + lowBits;
    long folded;
    if (bits <= WINDOW_BITS) {
      long low = lowBits == 0 ? 0 : (look << (zeros + 1)) >>> (Long.SIZE - lowBits);
      folded = ((long) zeros << lowBits) | low;
      bit += bits;
    } else {
      folded = readUnary(0xFFFF_FFFFL >> lowBits) << lowBits;
      folded |= read(lowBits);
    }
    return (folded >>> 1) ^ -(folded & 1);
  }

  /** Skips the rest of a byte. */
  void align() {
    bit = (bit + 7) & ~7L;
  }

  private long look() throws FlacRefusal, IOException {
    if (bit > safeBits) {
      load();
      requireInside();
    }
    return window.getLong((int) (bit >>> 3)) << (bit & 7);
  }

  /** Refuses to have read behind the end of the file. */
  void requireInside() throws FlacRefusal {
    if (bit > (long) limitBytes << 3) {
      throw faults.truncated();
    }
  }

  /** Keeps what is not read yet, and reads as much as there is room for. */
  private void load() throws IOException {
    int at = (int) Math.min(bit >>> 3, limitBytes);
    sum(at);
    System.arraycopy(piece, at, piece, 0, limitBytes - at);
    startBytes += at;
    limitBytes -= at;
    bit -= (long) at << 3;
    summedBytes -= at;
    long nextBytes = startBytes + limitBytes;
    int count = (int) Math.min(PIECE_BYTES - limitBytes, file.sizeBytes() - nextBytes);
    file.read(nextBytes, piece, limitBytes, count);
    limitBytes += count;
    Arrays.fill(piece, limitBytes, limitBytes + Long.BYTES, (byte) 0);
    boolean isLast = startBytes + limitBytes == file.sizeBytes();
    safeBits = (long) (isLast ? limitBytes : limitBytes - Long.BYTES) << 3;
  }

  /** Begins both checksums at the next byte, and makes sure that a header is in memory. */
  void beginChecksums() throws IOException {
    summedBytes = (int) (bit >>> 3);
    if (limitBytes - summedBytes < HEADER_BYTES) {
      load();
    }
    crc16 = 0;
  }

  /** The checksum of a header: of all bytes since the beginning, which are not many. */
  int crc8() {
    int crc = 0;
    for (int i = summedBytes; i < bit >>> 3; i++) {
      crc = CRC_8_TABLE[crc ^ Byte.toUnsignedInt(piece[i])];
    }
    return crc;
  }

  /** The checksum of a frame: of all bytes since the beginning. */
  int crc16() {
    sum((int) (bit >>> 3));
    return crc16;
  }

  private void sum(int toBytes) {
    int crc = crc16;
    for (int i = summedBytes; i < toBytes; i++) {
      crc = ((crc << 8) ^ CRC_16_TABLE[(crc >>> 8) ^ Byte.toUnsignedInt(piece[i])]) & 0xFFFF;
    }
    crc16 = crc;
    summedBytes = Math.max(summedBytes, toBytes);
  }

  private static int[] table(int polynomial, int bits) {
    int[] table = new int[256];
    for (int value = 0; value < table.length; value++) {
      int crc = value << (bits - 8);
      for (int i = 0; i < 8; i++) {
        crc = (crc << 1) ^ (((crc >>> (bits - 1)) & 1) == 1 ? polynomial : 0);
      }
      table[value] = crc & ((1 << bits) - 1);
    }
    return table;
  }
}

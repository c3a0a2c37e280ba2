package dev.papack.media.vorbis;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes Ogg Vorbis files for tests, from RFC 3533 and Vorbis I alone: any setup, and packets of
 * silence.
 */
public final class VorbisFile {
  private static final int PACKETS_OF_A_PAGE = 200;

  private final int channels;
  private final int blockBits;
  private final List<Codebook> books = new ArrayList<>();

  /** Any codebook of which each code has as many bits as it needs. */
  private record Codebook(int entryBits, int dimensions, int vectorType) {}

  /**
   * A stream with a codebook of one bit.
   *
   * @param channels 1 to 8
   * @param blockBits 6 to 13: a block has two to the power of it
   */
  public VorbisFile(int channels, int blockBits) {
    this.channels = channels;
    this.blockBits = blockBits;
    book(1, 1, 0);
  }

  /**
   * Adds a codebook.
   *
   * @param entryBits it has two to the power of it entries
   * @param dimensions of each vector
   * @param vectorType 0 for none, 1 for a grid, 2 for one number after the other
   */
  public VorbisFile book(int entryBits, int dimensions, int vectorType) {
    books.add(new Codebook(entryBits, dimensions, vectorType));
    return this;
  }

  /** The most that a setup may have, in the way that takes most memory. */
  public static VorbisFile largest() {
    return new VorbisFile(8, 13).book(19, 1, 2).book(14, 16, 1).book(17, 1, 2);
  }

  /** All of it, with so many packets of silence. */
  public byte[] bytes(int packets) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<byte[]> silence = List.of(new byte[] {0});
    out.writeBytes(page(0, 2, 0, List.of(identification())));
    out.writeBytes(pages(1, List.of(comments(), setup())));
    int sequence = pageCount(out.toByteArray());
    for (int done = 0; done < packets; done += PACKETS_OF_A_PAGE) {
      int count = Math.min(PACKETS_OF_A_PAGE, packets - done);
      long position = (done + count - 1L) << (blockBits - 1);
      List<byte[]> page = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        page.addAll(silence);
      }
      out.writeBytes(page(sequence, done + count == packets ? 4 : 0, position, page));
      sequence++;
    }
    return out.toByteArray();
  }

  private static int pageCount(byte[] file) {
    int count = 0;
    for (int page = 0; page < file.length; page = OggFile.next(file, page)) {
      count++;
    }
    return count;
  }

  private byte[] identification() {
    Bits bits = new Bits().name(1).put(0, 32).put(channels, 8).put(44_100, 32);
    bits.put(0, 32).put(0, 32).put(0, 32).put(blockBits, 4).put(blockBits, 4).put(1, 1);
    return bits.bytes();
  }

  private static byte[] comments() {
    return new Bits().name(3).put(0, 32).put(0, 32).put(1, 1).bytes();
  }

  private byte[] setup() {
    Bits bits = new Bits().name(5).put(books.size() - 1, 8);
    books.forEach(book -> put(bits, book));
    bits.put(0, 6).put(0, 16);
    // One floor of type 1 without a partition, one residue that is empty.
    bits.put(0, 6).put(1, 16).put(0, 5).put(0, 2).put(7, 4);
    bits.put(0, 6).put(0, 16).put(0, 24).put(0, 24).put(0, 24).put(0, 6).put(0, 8).put(0, 4);
    bits.put(0, 6).put(0, 16).put(0, 1).put(0, 1).put(0, 2).put(0, 24);
    return bits.put(0, 6).put(0, 1).put(0, 32).put(0, 8).put(1, 1).bytes();
  }

  private static void put(Bits bits, Codebook book) {
    bits.put(0x564342, 24).put(book.dimensions(), 16).put(1 << book.entryBits(), 24);
    // All codes are of one length.
    bits.put(1, 1).put(book.entryBits() - 1, 5).put(1 << book.entryBits(), book.entryBits() + 1);
    bits.put(book.vectorType(), 4);
    if (book.vectorType() > 0) {
      bits.put(0, 32).put(0, 32).put(0, 4).put(0, 1);
      bits.put(0, book.vectorType() == 2 ? book.dimensions() << book.entryBits() : grid(book));
    }
  }

  private static int grid(Codebook book) {
    return (int) Math.pow(2, (double) book.entryBits() / book.dimensions());
  }

  /** Packets on as many pages as they need. */
  private static byte[] pages(int firstSequence, List<byte[]> packets) {
    ByteArrayOutputStream lacing = new ByteArrayOutputStream();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] packet : packets) {
      body.writeBytes(packet);
      for (int left = packet.length; left >= 0; left -= 255) {
        lacing.write(Math.min(left, 255));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] lengths = lacing.toByteArray();
    byte[] bytes = body.toByteArray();
    int at = 0;
    int sequence = firstSequence;
    for (int from = 0; from < lengths.length; from += 255) {
      int count = Math.min(255, lengths.length - from);
      int size = 0;
      for (int i = from; i < from + count; i++) {
        size += Byte.toUnsignedInt(lengths[i]);
      }
      boolean isContinued = from > 0 && lengths[from - 1] == -1;
      boolean isEnded = from + count == lengths.length;
      out.writeBytes(
          page(
              sequence,
              isContinued ? 1 : 0,
              isEnded ? 0 : -1,
              Arrays.copyOfRange(lengths, from, from + count),
              Arrays.copyOfRange(bytes, at, at + size)));
      sequence++;
      at += size;
    }
    return out.toByteArray();
  }

  private static byte[] page(int sequence, int flags, long position, List<byte[]> packets) {
    ByteArrayOutputStream lacing = new ByteArrayOutputStream();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    packets.forEach(packet -> {
      lacing.write(packet.length);
      body.writeBytes(packet);
    });
    return page(sequence, flags, position, lacing.toByteArray(), body.toByteArray());
  }

  private static byte[] page(int sequence, int flags, long position, byte[] lacing, byte[] body) {
    ByteBuffer page =
        ByteBuffer.allocate(27 + lacing.length + body.length).order(ByteOrder.LITTLE_ENDIAN);
    page.put("OggS".getBytes(StandardCharsets.US_ASCII)).put((byte) 0).put((byte) flags);
    page.putLong(position).putInt(7).putInt(sequence).putInt(0).put((byte) lacing.length);
    return OggFile.withChecksums(page.put(lacing).put(body).array());
  }

  /** Writes bit by bit, the lowest bit of a byte first. */
  private static final class Bits {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int pending;
    private int pendingBits;

    /** A number; of more than 64 bits, all but the lowest are zeros. */
    Bits put(long value, int bits) {
      for (int i = 0; i < bits; i++) {
        pending |= (int) (i < Long.SIZE ? value >> i & 1 : 0) << pendingBits;
        pendingBits++;
        if (pendingBits == Byte.SIZE) {
          out.write(pending);
          pending = 0;
          pendingBits = 0;
        }
      }
      return this;
    }

    Bits name(int type) {
      put(type, 8);
      for (char letter : "vorbis".toCharArray()) {
        put(letter, 8);
      }
      return this;
    }

    /** With zeros up to a whole byte. */
    byte[] bytes() {
      return pendingBits == 0 ? out.toByteArray() : put(0, Byte.SIZE - pendingBits).bytes();
    }
  }
}

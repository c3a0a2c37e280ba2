package dev.papack.media.vorbis;

import dev.papack.source.SourceReader;
import java.io.IOException;
import java.util.Arrays;

/**
 * The packets of an Ogg file that has one stream. Source: RFC 3533. Every page has to be the next
 * one, with the right checksum; more than one stream is refused. One page and one packet are in
 * memory.
 */
final class OggPackets {
  /** A packet is kept up to this length; only comments may be longer. */
  static final int MAX_KEPT_BYTES = 1 << 20;

  private static final int HEADER_BYTES = 27;
  private static final int MAX_PAGE_BYTES = HEADER_BYTES + 255 + 255 * 255;
  private static final int MAX_LACING = 255;
  private static final int SIGNATURE = 0x5367674F;
  private static final int CONTINUED = 1;
  private static final int FIRST = 2;
  private static final int LAST = 4;
  private static final int[] CRC = table();

  private final SourceReader file;
  private final byte[] page = new byte[MAX_PAGE_BYTES];
  private byte[] packet = new byte[4_096];
  private long packetBytes;

  /** Where the open page begins, and where the next one does. */
  private long pageStart;

  private long nextStart;
  private int lacing;
  private int body;
  private int serial;
  private long sequence;
  private State state = State.BEFORE_FIRST;
  private boolean isLastPage;
  private boolean isFirstOfPage;

  /** What is known of the stream. */
  private enum State {
    BEFORE_FIRST,
    BETWEEN_PAGES,
    IN_PAGE
  }

  OggPackets(SourceReader file) {
    this.file = file;
  }

  /** Goes to a page of a file that was read to its end before. */
  void seek(long pageStartBytes) throws IOException {
    file.read(pageStartBytes, page, 0, HEADER_BYTES);
    sequence = number(18, 4);
    serial = (int) number(14, 4);
    nextStart = pageStartBytes;
    state = State.BETWEEN_PAGES;
    isLastPage = false;
  }

  /** The packet; what is longer than {@link #MAX_KEPT_BYTES} is cut. */
  PacketBits bits() {
    return new PacketBits(packet, (int) Math.min(packetBytes, MAX_KEPT_BYTES));
  }

  /** Its whole length. */
  long packetBytes() {
    return packetBytes;
  }

  /** Whether the packet is all of its page up to where it ends. */
  boolean isFirstOfPage() {
    return isFirstOfPage;
  }

  /**
   * Refuses a packet behind which its page goes on: each header has to end its page, so says A.2.
   */
  void requireEndOfPage() throws VorbisRefusal {
    if (lacing != segments()) {
      throw VorbisRefusal.page(pageStart, "what follows a header must begin on a page of its own");
    }
  }

  /** Where the page begins on which the packet ends. */
  long pageStart() {
    return pageStart;
  }

  /** The position of the page, if no other packet ends on it; else -1. */
  long granule() {
    for (int i = lacing; i < segments(); i++) {
      if (Byte.toUnsignedInt(page[HEADER_BYTES + i]) < MAX_LACING) {
        return -1;
      }
    }
    return number(6, Long.BYTES);
  }

  /** Whether the packet ends on the last page. */
  boolean isOnLastPage() {
    return isLastPage;
  }

  /** Behind the last page. */
  long endBytes() {
    return nextStart;
  }

  /** Reads the next packet, if there is one. */
  boolean next() throws VorbisRefusal, IOException {
    packetBytes = 0;
    boolean isBegun = false;
    while (true) {
      if (state != State.IN_PAGE || lacing == segments()) {
        if (isLastPage) {
          if (isBegun) {
            throw VorbisRefusal.truncated(nextStart);
          }
          return false;
        }
        openPage(isBegun);
        continue;
      }
      isFirstOfPage = lacing == 0 ? !isBegun : isBegun && isFirstOfPage;
      int length = Byte.toUnsignedInt(page[HEADER_BYTES + lacing]);
      append(length);
      body += length;
      lacing++;
      isBegun = true;
      if (length < MAX_LACING) {
        return true;
      }
    }
  }

  private int segments() {
    return Byte.toUnsignedInt(page[HEADER_BYTES - 1]);
  }

  private void append(int length) {
    int kept = (int) Math.min(length, Math.max(0, MAX_KEPT_BYTES - packetBytes));
    if (packetBytes + kept > packet.length && kept > 0) {
      packet = Arrays.copyOf(packet, Math.min(2 * packet.length, MAX_KEPT_BYTES));
    }
    if (kept > 0) {
      System.arraycopy(page, body, packet, (int) packetBytes, kept);
    }
    packetBytes += length;
  }

  private void openPage(boolean isContinued) throws VorbisRefusal, IOException {
    pageStart = nextStart;
    long left = file.sizeBytes() - pageStart;
    file.read(pageStart, page, 0, (int) Math.min(left, HEADER_BYTES));
    if (left < HEADER_BYTES) {
      throw VorbisRefusal.truncated(file.sizeBytes());
    }
    if ((int) number(0, 4) != SIGNATURE || page[4] != 0) {
      throw VorbisRefusal.page(pageStart, "here a page of Ogg should begin, and there is none");
    }
    int sizeBytes = readPage(left);
    if (crc(sizeBytes) != (int) number(22, 4)) {
      throw VorbisRefusal.page(pageStart, "the page is damaged: its checksum is wrong");
    }
    requireNext(isContinued);
    sequence++;
    isLastPage = (page[5] & LAST) != 0;
    nextStart = pageStart + sizeBytes;
    lacing = 0;
    state = State.IN_PAGE;
  }

  private int readPage(long left) throws VorbisRefusal, IOException {
    int sizeBytes = HEADER_BYTES + segments();
    if (left < sizeBytes) {
      throw VorbisRefusal.truncated(file.sizeBytes());
    }
    file.read(pageStart, page, 0, sizeBytes);
    body = sizeBytes;
    for (int i = 0; i < segments(); i++) {
      sizeBytes += Byte.toUnsignedInt(page[HEADER_BYTES + i]);
    }
    if (left < sizeBytes) {
      throw VorbisRefusal.truncated(file.sizeBytes());
    }
    file.read(pageStart, page, 0, sizeBytes);
    return sizeBytes;
  }

  private void requireNext(boolean isContinued) throws VorbisRefusal {
    boolean isFirst = state == State.BEFORE_FIRST;
    int found = (int) number(14, 4);
    if (isFirst) {
      serial = found;
    }
    boolean saysFirst = (page[5] & FIRST) != 0;
    if (!isFirst && (found != serial || saysFirst)) {
      throw VorbisRefusal.streams(
          pageStart, "a second stream begins here; only files with one stream are read");
    }
    if (isFirst && !saysFirst) {
      throw VorbisRefusal.page(pageStart, "the beginning of the stream is missing");
    }
    if (number(18, 4) != sequence) {
      throw VorbisRefusal.page(
          pageStart, "page " + number(18, 4) + " comes where page " + sequence + " should be");
    }
    boolean saysContinued = (page[5] & CONTINUED) != 0;
    if (saysContinued != isContinued) {
      throw VorbisRefusal.page(
          pageStart,
          isContinued
              ? "a packet goes on here, and the page says that it does not"
              : "the page goes on with a packet that did not begin");
    }
  }

  /** A little-endian number of the page's header. */
  private long number(int at, int bytes) {
    long value = 0;
    for (int i = bytes - 1; i >= 0; i--) {
      value = (value << Byte.SIZE) | Byte.toUnsignedInt(page[at + i]);
    }
    return value;
  }

  private int crc(int sizeBytes) {
    int crc = 0;
    for (int i = 0; i < sizeBytes; i++) {
      boolean isChecksum = i >= 22 && i < 26;
      int value = isChecksum ? 0 : Byte.toUnsignedInt(page[i]);
      crc = (crc << Byte.SIZE) ^ CRC[(crc >>> 24) ^ value];
    }
    return crc;
  }

  private static int[] table() {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      int crc = i << 24;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        crc = (crc << 1) ^ (crc < 0 ? 0x04C1_1DB7 : 0);
      }
      table[i] = crc;
    }
    return table;
  }
}

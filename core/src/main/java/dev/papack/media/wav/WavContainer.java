package dev.papack.media.wav;

import dev.papack.media.Mark;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What holds the chunks of a WAV file. Sources: RIFF and RIFX of Microsoft and IBM, Multimedia
 * Programming Interface and Data Specifications 1.0; RF64 and BW64 of EBU Tech 3306 and ITU-R
 * BS.2088; Wave64 of Sonic Foundry.
 */
enum WavContainer {
  /** Little-endian, lengths of 32 bits. */
  RIFF("RIFF", ByteOrder.LITTLE_ENDIAN),
  /** Big-endian, lengths of 32 bits. */
  RIFX("RIFX", ByteOrder.BIG_ENDIAN),
  /** Named as if it was big-endian. */
  LITTLE_ENDIAN_RIFX("RIFX", ByteOrder.LITTLE_ENDIAN),
  /** RIFF whose lengths of 64 bits are in a chunk {@code ds64}. */
  RF64("RF64", ByteOrder.LITTLE_ENDIAN),
  /** The same under another name. */
  BW64("BW64", ByteOrder.LITTLE_ENDIAN),
  /** Names of 16 bytes, lengths of 64 bits that count the header of the chunk. */
  W64("riff", ByteOrder.LITTLE_ENDIAN);

  /** What follows the four letters of {@code riff} in its name of 16 bytes. */
  private static final byte[] W64_RIFF_TAIL = {
    0x2E,
    (byte) 0x91,
    (byte) 0xCF,
    0x11,
    (byte) 0xA5,
    (byte) 0xD6,
    0x28,
    (byte) 0xDB,
    0x04,
    (byte) 0xC1,
    0,
    0
  };

  /** What follows the four letters of every other name. */
  private static final byte[] W64_TAIL = {
    (byte) 0xF3,
    (byte) 0xAC,
    (byte) 0xD3,
    0x11,
    (byte) 0x8C,
    (byte) 0xD1,
    0,
    (byte) 0xC0,
    0x4F,
    (byte) 0x8E,
    (byte) 0xDB,
    (byte) 0x8A
  };

  private static final int ID_BYTES = 4;

  private final String start;
  private final ByteOrder order;

  WavContainer(String start, ByteOrder order) {
    this.start = start;
    this.order = order;
  }

  /**
   * The container that begins with these bytes, of sound or not; never {@link #LITTLE_ENDIAN_RIFX},
   * which only lengths tell.
   */
  static Optional<WavContainer> of(ByteBuffer head) {
    return Arrays.stream(values()).filter(container -> container.begins(head)).findFirst();
  }

  private boolean begins(ByteBuffer head) {
    return Mark.of(start).isIn(head)
        && (this != W64 || head.limit() < idBytes() || tailIs(head, ID_BYTES, W64_RIFF_TAIL));
  }

  /** Whether it holds sound, as far as the bytes go. */
  boolean isOfSound(ByteBuffer head) {
    if (head.limit() < headerBytes()) {
      return true;
    }
    int at = headerBytes() - idBytes();
    return this == W64
        ? new Mark(at, "wave").isIn(head) && tailIs(head, at + ID_BYTES, W64_TAIL)
        : new Mark(at, "WAVE").isIn(head);
  }

  private static boolean tailIs(ByteBuffer bytes, int at, byte[] tail) {
    return bytes.limit() >= at + tail.length
        && bytes.slice(at, tail.length).equals(ByteBuffer.wrap(tail));
  }

  /** Whether a name of a chunk ends as all of them do. */
  boolean isNameTail(byte[] name) {
    return this != W64
        || Arrays.equals(name, ID_BYTES, W64.idBytes(), W64_TAIL, 0, W64_TAIL.length);
  }

  /** Of every number and every sample. */
  ByteOrder order() {
    return order;
  }

  /** How long the name of a chunk is. */
  int idBytes() {
    return this == W64 ? 16 : ID_BYTES;
  }

  /** How long its length is. */
  int lengthBytes() {
    return this == W64 ? Long.BYTES : Integer.BYTES;
  }

  /** Name and length of a chunk. */
  int chunkHeaderBytes() {
    return idBytes() + lengthBytes();
  }

  /** Name, length and form of the file. */
  int headerBytes() {
    return chunkHeaderBytes() + idBytes();
  }

  /** How much of its own header a chunk's length counts. */
  int countedHeaderBytes() {
    return this == W64 ? chunkHeaderBytes() : 0;
  }

  /** Chunks begin at multiples of this. */
  int alignmentBytes() {
    return this == W64 ? 8 : 2;
  }

  /** Whether lengths that 32 bits cannot say are in a chunk of their own. */
  boolean hasLongSizes() {
    return List.of(RF64, BW64).contains(this);
  }
}

package dev.papack.media.vorbis;

import dev.papack.diagnostic.Location;
import dev.papack.media.LoopComments;
import dev.papack.media.SoundLoops;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What comments say of loops. Source: Vorbis I, 5. Comments that are damaged end where they are.
 */
final class VorbisComments {
  private VorbisComments() {}

  /** Reads the second header. */
  static SoundLoops loops(OggPackets packets, Location file) throws VorbisRefusal, IOException {
    packets.next();
    PacketBits bits = packets.bits();
    VorbisSetup.requireName(bits, 3);
    LoopComments loops = new LoopComments(file);
    skipBytes(bits, bits.read(32));
    long count = bits.read(32);
    for (long i = 0; i < count && !bits.isOver(); i++) {
      long length = bits.read(32);
      if (length > LoopComments.MAX_BYTES) {
        skipBytes(bits, length);
        continue;
      }
      byte[] comment = new byte[(int) length];
      for (int at = 0; at < length; at++) {
        comment[at] = (byte) bits.read(Byte.SIZE);
      }
      if (!bits.isOver()) {
        loops.take(new String(comment, StandardCharsets.ISO_8859_1), packets.pageStart());
      }
    }
    if (packets.packetBytes() > OggPackets.MAX_KEPT_BYTES) {
      loops.cut(OggPackets.MAX_KEPT_BYTES);
    }
    return loops.loops();
  }

  private static void skipBytes(PacketBits bits, long count) {
    bits.skip((int) Math.min(count * Byte.SIZE, Integer.MAX_VALUE / 2));
  }
}

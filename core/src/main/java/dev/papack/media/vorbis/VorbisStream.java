package dev.papack.media.vorbis;

import dev.papack.source.SourceReader;
import java.io.IOException;

/** Decodes the packets of sound of a stream, one after the other, from any page on. */
final class VorbisStream {
  private final OggPackets packets;
  private final VorbisBlocks blocks;
  private long ignoredPackets;
  private long firstIgnoredBytes;

  /** Begins where the packets are. */
  VorbisStream(OggPackets packets, VorbisSetup setup) {
    this.packets = packets;
    this.blocks = new VorbisBlocks(setup);
  }

  /** Begins anywhere. */
  VorbisStream(SourceReader file, VorbisSetup setup) {
    this(new OggPackets(file), setup);
  }

  /** Goes to a page; the first packet that begins there only prepares the second. */
  void seek(long pageStartBytes) throws IOException {
    packets.seek(pageStartBytes);
    blocks.forget();
  }

  /** How many packets were something else than sound. */
  long ignoredPackets() {
    return ignoredPackets;
  }

  /** Where the page of the first of them begins. */
  long firstIgnoredBytes() {
    return firstIgnoredBytes;
  }

  OggPackets packets() {
    return packets;
  }

  /**
   * Decodes the next packet of sound.
   *
   * @param into for each channel, room for half a long block
   * @return how many samples, 0 for the first packet; -1 at the end
   */
  int next(double[][] into) throws VorbisRefusal, IOException {
    while (packets.next()) {
      if (packets.packetBytes() > OggPackets.MAX_KEPT_BYTES) {
        throw VorbisRefusal.page(packets.pageStart(), "a packet is longer than 1 MiB");
      }
      PacketBits bits = packets.bits();
      // Encoders write empty packets where there is nothing to say.
      if (packets.packetBytes() > 0 && bits.readFlag()) {
        ignore();
      } else if (packets.packetBytes() > 0) {
        int count = blocks.decode(bits, into);
        if (count < 0) {
          throw VorbisRefusal.packet(packets.pageStart());
        }
        return count;
      }
    }
    return -1;
  }

  private void ignore() {
    if (ignoredPackets == 0) {
      firstIgnoredBytes = packets.pageStart();
    }
    ignoredPackets++;
  }
}

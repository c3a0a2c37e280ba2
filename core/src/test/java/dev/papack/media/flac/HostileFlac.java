package dev.papack.media.flac;

import dev.papack.Damage;
import dev.papack.Family;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.Sound;
import dev.papack.media.TestSounds;
import dev.papack.media.flac.FlacFile.Coding;
import java.util.ArrayList;
import java.util.List;

/** FLAC files that contradict themselves. */
public final class HostileFlac {
  private HostileFlac() {}

  /** All of them. */
  public static List<Family> families() {
    FlacFile small = FlacFile.small();
    byte[] whole = small.bytes(Coding.LINEAR, 0);
    return List.of(
        family("cut", Damage.everyCut(whole).toList()),
        family("flipped-bit", Damage.everyFlippedBit(whole).toList()),
        family("stream-info", streamInfos(small)),
        family("frame", frames(small)),
        family("many-blocks", List.of(manyBlocks(small))));
  }

  private static Family family(String name, List<byte[]> inputs) {
    return Family.of("flac " + name, inputs, HostileFlac::read);
  }

  private static Outcome<Sound> read(byte[] input) {
    Outcome<Sound> outcome = FlacFile.decode(input);
    if (outcome instanceof Outcome.Accepted<Sound>(Sound sound, var _)) {
      double[] _ = TestSounds.samples(sound);
    }
    return outcome;
  }

  /** Each byte with some values, one at a time. */
  private static List<byte[]> streamInfos(FlacFile file) {
    List<byte[]> files = new ArrayList<>();
    for (int at = 0; at < StreamInfo.BYTES; at++) {
      for (int value : new int[] {0, 1, 127, 128, 255}) {
        byte[] info = file.streamInfo();
        info[at] = (byte) value;
        files.add(
            FlacFile.join(
                FlacFile.SIGNATURE, FlacFile.block(0, true, info), file.frames(Coding.FIXED_1, 0)));
      }
    }
    return files;
  }

  /** Frames with right checksums, and with anything in them. */
  private static List<byte[]> frames(FlacFile file) {
    List<byte[]> files = new ArrayList<>();
    for (int type = 0; type < 256; type++) {
      for (int next = 0; next < 256; next += 15) {
        FlacFile.BitWriter out = FlacFile.header(0, 0, type % 2 == 0 ? 65_536 : 16);
        out.put(type, 8).put(next, 8).put(next, 8).put(next << 4, 16);
        byte[] body = FlacFile.join(out.bytes(), new byte[16]);
        files.add(
            FlacFile.join(
                FlacFile.SIGNATURE,
                FlacFile.block(0, true, file.streamInfo(0, new byte[16])),
                FlacFile.withCrc16(body)));
      }
    }
    return files;
  }

  private static byte[] manyBlocks(FlacFile file) {
    byte[] blocks = new byte[4 << 16];
    for (int at = 0; at < blocks.length; at += 4) {
      blocks[at] = 1;
    }
    return FlacFile.join(
        FlacFile.SIGNATURE,
        blocks,
        FlacFile.block(0, true, file.streamInfo()),
        file.frames(Coding.VERBATIM, 0));
  }
}

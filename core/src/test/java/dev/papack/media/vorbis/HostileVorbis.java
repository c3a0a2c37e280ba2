package dev.papack.media.vorbis;

import dev.papack.Damage;
import dev.papack.Family;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.Sound;
import dev.papack.media.TestSounds;
import java.util.ArrayList;
import java.util.List;

/** Ogg Vorbis files that contradict themselves, or are as large as they may be. */
public final class HostileVorbis {
  private static final int STEP = 5;

  private HostileVorbis() {}

  /** All of them. */
  public static List<Family> families() {
    byte[] small = new VorbisFile(2, 6).book(4, 2, 1).bytes(8);
    return List.of(
        family("cut", Damage.everyCut(small).toList()),
        family("flipped-bit", Damage.everyFlippedBit(small).toList()),
        family("flipped-bit-with-checksum", withChecksums(Damage.everyFlippedBit(small).toList())),
        family("encoded", encoded(OggFile.of("loop.ogg"))),
        family("large-setup", largeSetups()),
        family("many-packets", List.of(new VorbisFile(1, 6).bytes(100_000))));
  }

  private static Family family(String name, List<byte[]> inputs) {
    return Family.of("vorbis " + name, inputs, HostileVorbis::read);
  }

  private static Outcome<Sound> read(byte[] input) {
    Outcome<Sound> outcome = OggFile.decode(input);
    if (outcome instanceof Outcome.Accepted<Sound>) {
      int _ = TestSounds.readThrough(outcome);
    }
    return outcome;
  }

  private static List<byte[]> withChecksums(List<byte[]> files) {
    return files.stream().map(OggFile::withChecksums).toList();
  }

  /** A file of an encoder, with some bits of each part turned over. */
  private static List<byte[]> encoded(byte[] file) {
    List<byte[]> files = new ArrayList<>();
    for (int at = 0; at < file.length; at += STEP) {
      byte[] damaged = file.clone();
      damaged[at] ^= (byte) (1 << at % Byte.SIZE);
      files.add(OggFile.withChecksums(damaged));
    }
    return files;
  }

  /** Just within the limit of all codebooks together, and beyond it. */
  private static List<byte[]> largeSetups() {
    return List.of(
        VorbisFile.largest().bytes(3),
        VorbisFile.largest().book(18, 1, 2).bytes(3),
        new VorbisFile(1, 6).book(20, 1, 0).bytes(3),
        new VorbisFile(1, 6).book(14, 65_535, 1).bytes(3),
        new VorbisFile(8, 13).book(23, 1, 0).bytes(3));
  }
}

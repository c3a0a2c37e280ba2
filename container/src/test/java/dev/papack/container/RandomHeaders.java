package dev.papack.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Headers of all kinds of numbers; their slices exist nowhere. */
final class RandomHeaders {
  private RandomHeaders() {}

  static Header next(SplittableRandom random) {
    TreeSet<Integer> ids = new TreeSet<>();
    for (int count = random.nextInt(12); count > 0; count--) {
      ids.add(random.nextInt(1, Integer.MAX_VALUE) >>> random.nextInt(16) | 1);
    }
    List<UnplacedEntry> entries = new ArrayList<>();
    List<PreloadItem> preload = new ArrayList<>();
    for (int id : ids) {
      BankMetadata metadata = random.nextInt(2) == 0 ? tiles(random) : sounds(random);
      entries.add(new UnplacedEntry(id, name(id, random), metadata, digest(random)));
      if (random.nextInt(3) == 0) {
        preload.add(new PreloadItem(id, metadata.bankType(), preload.size() * 20 + 1));
      }
    }
    return Header.layOut(entries, preload);
  }

  private static BankMetadata tiles(SplittableRandom random) {
    int tileCount = random.nextInt(1, TilesMetadata.MAX_TILES + 1);
    return new TilesMetadata(
        random.nextInt(1, tileCount + 1),
        random.nextInt(1, TilesMetadata.MAX_PALETTES + 1),
        tileCount,
        8 << random.nextInt(3));
  }

  private static BankMetadata sounds(SplittableRandom random) {
    long frameCount = random.nextLong(1, 1L << random.nextInt(1, 31));
    long start = random.nextLong(frameCount);
    Optional<SoundsMetadata.Loop> loop =
        random.nextInt(2) == 0
            ? Optional.empty()
            : Optional.of(
                new SoundsMetadata.Loop(start, random.nextLong(start + 1, frameCount + 1)));
    return new SoundsMetadata(
        random.nextInt(1, 3), frameCount, loop, random.nextInt(8_000, 48_001));
  }

  private static AssetName name(int id, SplittableRandom random) {
    String separator = List.of(".", "/", "-").get(random.nextInt(3));
    return new AssetName("a_" + Integer.toString(random.nextInt(36), 36) + separator + id);
  }

  private static Sha256 digest(SplittableRandom random) {
    return new Sha256(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
  }
}

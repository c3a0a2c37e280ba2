package dev.papack.media.gif;

import dev.papack.Family;
import dev.papack.media.EachByte;
import java.util.List;

/** GIF files of which one byte says something else. */
public final class HostileGif {
  private static final int PART_BYTES = 16;

  private HostileGif() {}

  /** All of them. */
  public static List<Family> families() {
    byte[] gif =
        GifFile.of("89a", 3, 2)
            .control(2, 5, 3)
            .image(0, 0, 3, 2, 0, 1, 2, 3, 0, 1)
            .control(3, 5)
            .ownImage(new int[] {1, 2, 3, 4}, 1, 1, 2, 1, 2, 3)
            .end();
    return EachByte.families("gif", gif, PART_BYTES, GifFile::decode);
  }
}

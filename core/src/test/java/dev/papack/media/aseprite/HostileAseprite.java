package dev.papack.media.aseprite;

import dev.papack.Family;
import dev.papack.media.EachByte;
import java.util.ArrayList;
import java.util.List;

/** Aseprite documents of which one byte says something else. */
public final class HostileAseprite {
  private static final int PART_BYTES = 32;

  private HostileAseprite() {}

  /** All of them. */
  public static List<Family> families() {
    List<Family> families = new ArrayList<>();
    families.addAll(
        EachByte.families(
            "aseprite",
            AsepriteFile.rgb(2, 2)
                .layer("group", 1, 1, 0, 0, 0)
                .layer("front", 1, 0, 1, 3, 128)
                .cel(1, 0, 0, 2, 2, 0xFFFF0000, 0x80FF00FF, 0, 0xFF00FF00)
                .tag("walk", 0, 1, 2)
                .frame()
                .linkedCel(1, 1, 0, 0)
                .bytes(),
            PART_BYTES,
            AsepriteFile::decode));
    families.addAll(
        EachByte.families(
            "aseprite tiles",
            AsepriteFile.indexed(2, 2, 1, 0xFFFF0000, 0xFF00FF00, 0xFF0000FF)
                .tileset(0, 6, 1, 1, 0, 2)
                .tileLayer("map", 0)
                .tileCel(0, 0, 0, 2, 1, 1, 0x80000001)
                .bytes(),
            PART_BYTES,
            AsepriteFile::decode));
    return families;
  }
}

package dev.papack.media.aseprite;

import dev.papack.media.Likeness;
import dev.papack.media.Mark;
import java.nio.ByteBuffer;

/** The magic numbers of the file and of its first frame. */
final class AsepriteSignature {
  static final int FILE_MAGIC = 0xA5E0;
  static final int FRAME_MAGIC = 0xF1FA;

  private static final Mark FILE = new Mark(4, "\u00e0\u00a5");
  private static final Mark FRAME = new Mark(AsepriteHeader.LENGTH_BYTES + 4, "\u00fa\u00f1");

  private AsepriteSignature() {}

  /**
   * Whether a file has both. One of them alone may be chance: the first two bytes of the length of
   * a RIFF file are in the place of the first.
   */
  static Likeness likenessOf(ByteBuffer head) {
    if (!FILE.isIn(head)) {
      return Likeness.OTHER;
    }
    return FRAME.isIn(head) ? Likeness.OWN : Likeness.AKIN;
  }
}

package dev.papack.media.gif;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.papack.media.Likeness;
import dev.papack.media.Mark;
import java.nio.ByteBuffer;

/** The six bytes that every GIF begins with: {@code GIF} and a version, 87a or 89a. */
final class GifSignature {
  static final int LENGTH_BYTES = 6;

  private static final Mark GIF = Mark.of("GIF8");
  private static final Mark GIF_87A = Mark.of("GIF87a");
  private static final Mark GIF_89A = Mark.of("GIF89a");

  private GifSignature() {}

  /** Whether a file begins as a GIF does, or ends where it might go on so. */
  static Likeness likenessOf(ByteBuffer head) {
    if (GIF.isIn(head)) {
      return Likeness.OWN;
    }
    byte[] all = new byte[Math.min(LENGTH_BYTES, head.limit())];
    head.get(0, all);
    return all.length > 0 && GIF.latin1().startsWith(new String(all, ISO_8859_1))
        ? Likeness.AKIN
        : Likeness.OTHER;
  }

  /** Whether a file begins with a version that is read. */
  static boolean isWhole(ByteBuffer head) {
    return GIF_87A.isIn(head) || GIF_89A.isIn(head);
  }
}

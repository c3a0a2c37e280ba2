package dev.papack.media.wav;

import dev.papack.media.Likeness;
import dev.papack.media.Mark;
import java.nio.ByteBuffer;
import java.util.List;

/** What the first 12 bytes of a file say: whether it is RIFF, or a relative of it, and of sound. */
final class RiffForm {
  static final int LENGTH_BYTES = 12;

  private static final Mark RIFF = Mark.of("RIFF");
  private static final Mark WAVE = new Mark(8, "WAVE");

  /** Big-endian, and two for files beyond 4 GiB: WAV too, but none that is decoded. */
  private static final List<Mark> VARIANTS =
      List.of(Mark.of("RIFX"), Mark.of("RF64"), Mark.of("BW64"));

  private RiffForm() {}

  /** RIFF of another form is another format; where the form is cut off, it may have been WAVE. */
  static Likeness likenessOf(ByteBuffer bytes) {
    if (RIFF.isIn(bytes) && (WAVE.isIn(bytes) || bytes.limit() < LENGTH_BYTES)) {
      return Likeness.OWN;
    }
    return VARIANTS.stream().anyMatch(variant -> variant.isIn(bytes))
        ? Likeness.AKIN
        : Likeness.OTHER;
  }
}

package dev.papack.media.wav;

import dev.papack.media.Likeness;
import java.nio.ByteBuffer;

/** What the first bytes of a file say: whether it is one of the containers of WAV. */
final class RiffForm {
  private RiffForm() {}

  /** A container of another form is another format; where the form is truncated, it may be WAVE. */
  static Likeness likenessOf(ByteBuffer bytes) {
    return WavContainer.of(bytes).filter(container -> container.isOfSound(bytes)).isPresent()
        ? Likeness.OWN
        : Likeness.OTHER;
  }
}

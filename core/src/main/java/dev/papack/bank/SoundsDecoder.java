package dev.papack.bank;

import dev.papack.container.SoundsMetadata;
import dev.papack.media.SampleFormat;
import dev.papack.media.Sound;
import dev.papack.media.SoundLoop;
import java.nio.ByteBuffer;

/** Reads a SOUNDS payload back: the inverse of {@link SoundsEncoder}. */
public final class SoundsDecoder {
  private SoundsDecoder() {}

  /**
   * A view of a slice that the pack's reader has checked; nothing is copied.
   *
   * @param metadata its numbers
   * @param payload its bytes, from the position to the limit
   * @throws IllegalArgumentException if the one does not follow from the other
   */
  public static Sound decode(SoundsMetadata metadata, ByteBuffer payload) {
    if (payload.remaining() != metadata.sliceBytes()) {
      throw new IllegalArgumentException(payload.remaining() + " bytes for " + metadata);
    }
    return new Sound(
        SampleFormat.PCM_16,
        metadata.channels(),
        metadata.sampleRateHz(),
        payload,
        metadata.loop().map(loop -> new SoundLoop(loop.start(), loop.end() - 1, 0)));
  }
}

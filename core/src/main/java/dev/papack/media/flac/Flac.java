package dev.papack.media.flac;

import dev.papack.media.FormatTraits;
import dev.papack.media.Likeness;
import dev.papack.media.SoundFormat;
import java.nio.ByteBuffer;
import java.util.List;

/** FLAC as one of the formats that papack decodes. */
public final class Flac {
  /** The format; its limits are those of every sound. */
  public static final SoundFormat FORMAT =
      new SoundFormat(
          new FormatTraits(
              "FLAC", "a FLAC sound", List.of("flac"), 2, List.of(), FlacDecoder.MEMORY),
          Flac::likenessOf,
          FlacDecoder::neededBytes,
          FlacDecoder::decode);

  private Flac() {}

  private static Likeness likenessOf(ByteBuffer head) {
    return StreamInfo.SIGNATURE.isIn(head) ? Likeness.OWN : Likeness.OTHER;
  }
}

package dev.papack.media.wav;

import dev.papack.media.FormatTraits;
import dev.papack.media.SoundFormat;
import java.util.List;

/** WAV as one of the formats that papack decodes. */
public final class Wav {
  /** The format; its limits are those of every sound. */
  public static final SoundFormat FORMAT =
      new SoundFormat(
          new FormatTraits("WAV", "a WAV sound", List.of("wav"), 1, List.of(), WavDecoder.MEMORY),
          RiffForm::likenessOf,
          WavDecoder::neededBytes,
          WavDecoder::decode);

  private Wav() {}
}

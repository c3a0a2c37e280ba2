package dev.papack.media;

import dev.papack.diagnostic.Outcome;
import dev.papack.source.Snapshot;
import java.nio.ByteBuffer;

/**
 * A format whose files become a sound.
 *
 * @param traits what is known of it without a file
 * @param recognizer judges bytes
 * @param decoder decodes them
 */
public record SoundFormat(FormatTraits traits, Recognizer recognizer, Decoder<Sound> decoder)
    implements MediaFormat {
  @Override
  public Likeness likenessOf(ByteBuffer bytes) {
    return recognizer.likenessOf(bytes);
  }

  @Override
  public Outcome<Sound> decode(Snapshot snapshot) {
    return decoder.decode(snapshot);
  }
}

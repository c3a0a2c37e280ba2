package dev.papack.media;

import dev.papack.diagnostic.Outcome;
import dev.papack.source.Snapshot;
import java.nio.ByteBuffer;

/**
 * A format whose files become pictures.
 *
 * @param traits what is known of it without a file
 * @param recognizer judges bytes
 * @param decoder decodes them
 */
public record PictureFormat(FormatTraits traits, Recognizer recognizer, Decoder<Pictures> decoder)
    implements MediaFormat {
  @Override
  public Likeness likenessOf(ByteBuffer bytes) {
    return recognizer.likenessOf(bytes);
  }

  @Override
  public Outcome<Pictures> decode(Snapshot snapshot) {
    return decoder.decode(snapshot);
  }
}

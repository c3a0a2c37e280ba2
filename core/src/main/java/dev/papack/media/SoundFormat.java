package dev.papack.media;

import dev.papack.diagnostic.Outcome;
import dev.papack.source.SourceContent;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A format whose files become a sound.
 *
 * @param traits what is known of it without a file
 * @param recognizer judges bytes
 * @param needs what decoding takes
 * @param decoder decodes them
 */
public record SoundFormat(FormatTraits traits, Recognizer recognizer, Needs needs, Decoder decoder)
    implements MediaFormat {
  /** Decodes files. */
  @FunctionalInterface
  public interface Decoder {
    /** As {@link SoundFormat#decode} does. */
    Outcome<Sound> decode(SourceContent content) throws IOException;
  }

  @Override
  public Likeness likenessOf(ByteBuffer head) {
    return recognizer.likenessOf(head);
  }

  @Override
  public long neededBytes(ByteBuffer head) {
    return needs.neededBytes(head);
  }

  /**
   * Decodes a file.
   *
   * @param content any bytes; what is {@link Likeness#OTHER} is refused
   * @return the sound in it, perhaps with warnings, or the first fault with its place
   * @throws IOException if the bytes can no longer be read
   */
  public Outcome<Sound> decode(SourceContent content) throws IOException {
    return decoder.decode(content);
  }
}

package dev.papack.media;

import dev.papack.diagnostic.Outcome;
import dev.papack.source.SourceContent;
import dev.papack.source.SourceReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

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
  public Extent extentOf(SourceReader bytes) throws IOException {
    return new Extent(neededBytes(bytes.head()), List.of());
  }

  /**
   * How much memory decoding takes at most, besides the file's own bytes.
   *
   * @param head the first bytes of the file, from position 0
   */
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

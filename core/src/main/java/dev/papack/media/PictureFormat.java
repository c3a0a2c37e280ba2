package dev.papack.media;

import dev.papack.diagnostic.Outcome;
import dev.papack.source.SourceContent;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A format whose files become pictures.
 *
 * @param traits what is known of it without a file
 * @param recognizer judges bytes
 * @param pixels how many pixels files have
 * @param needs what decoding takes
 * @param decoder decodes them
 */
public record PictureFormat(
    FormatTraits traits, Recognizer recognizer, PixelCounter pixels, Needs needs, Decoder decoder)
    implements MediaFormat {
  /** Counts pixels. */
  @FunctionalInterface
  public interface PixelCounter {
    /** As {@link PictureFormat#pixelCount} does. */
    long pixelCount(ByteBuffer head);
  }

  /** Decodes files. */
  @FunctionalInterface
  public interface Decoder {
    /** As {@link PictureFormat#decode} does. */
    Outcome<Pictures> decode(SourceContent content, PixelRule rule) throws IOException;
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
   * How many pixels all pictures of a file have together, as its header says.
   *
   * @param head the first bytes of the file, from position 0
   * @return 0 if the header will be refused
   */
  public long pixelCount(ByteBuffer head) {
    return pixels.pixelCount(head);
  }

  /**
   * Decodes a file.
   *
   * @param content any bytes; what is {@link Likeness#OTHER} is refused
   * @param rule which pixels are opaque
   * @return the pictures in it, perhaps with warnings, or the first fault with its place
   * @throws IOException if the bytes can no longer be read
   */
  public Outcome<Pictures> decode(SourceContent content, PixelRule rule) throws IOException {
    return decoder.decode(content, rule);
  }
}

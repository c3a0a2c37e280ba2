package dev.papack.media;

import dev.papack.diagnostic.Outcome;
import dev.papack.source.SourceContent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A format whose files become pictures.
 *
 * @param traits what is known of it without a file
 * @param recognizer judges bytes
 * @param header reads how large the pictures of a file are
 * @param needs what decoding takes
 * @param decoder decodes them
 */
public record PictureFormat(
    FormatTraits traits, Recognizer recognizer, Header header, Needs needs, Decoder decoder)
    implements MediaFormat {
  /** Reads what a file says of its pictures before they are decoded. */
  @FunctionalInterface
  public interface Header {
    /** As {@link PictureFormat#sizes} does. */
    List<PictureSize> sizes(ByteBuffer head);
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
   * How large all pictures of a file are, as its header says.
   *
   * @param head the first bytes of the file, from position 0
   * @return none if the header will be refused
   */
  public List<PictureSize> sizes(ByteBuffer head) {
    return header.sizes(head);
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

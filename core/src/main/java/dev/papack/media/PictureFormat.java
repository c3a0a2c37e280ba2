package dev.papack.media;

import dev.papack.diagnostic.Outcome;
import dev.papack.source.SourceContent;
import dev.papack.source.SourceReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;

/**
 * A format whose files become pictures.
 *
 * @param traits what is known of it without a file
 * @param recognizer judges bytes
 * @param measure tells how much there is in a file
 * @param features what its files may have besides pixels
 * @param decoder decodes them
 */
public record PictureFormat(
    FormatTraits traits,
    Recognizer recognizer,
    Measure measure,
    Set<Feature> features,
    Decoder decoder)
    implements MediaFormat {
  /** What the files of some formats have. */
  public enum Feature {
    /** Frames of their own, so that nobody declares how large they are. */
    FRAMES,
    /** Layers that can be chosen. */
    LAYERS,
    /** Named parts of an animation that can be chosen. */
    TAGS
  }

  /** Copies the set. */
  public PictureFormat {
    features = Set.copyOf(features);
  }

  /** Tells how much there is in a file before it is decoded. */
  @FunctionalInterface
  public interface Measure {
    /** As {@link PictureFormat#extentOf} does. */
    Extent extentOf(SourceReader bytes) throws IOException;
  }

  /** Decodes files. */
  @FunctionalInterface
  public interface Decoder {
    /** As {@link PictureFormat#decode} does. */
    Outcome<DecodedPicture> decode(SourceContent content, PixelRule rule, PictureChoice choice)
        throws IOException;
  }

  @Override
  public Likeness likenessOf(ByteBuffer head) {
    return recognizer.likenessOf(head);
  }

  @Override
  public Extent extentOf(SourceReader bytes) throws IOException {
    return measure.extentOf(bytes);
  }

  /**
   * Decodes a file.
   *
   * @param content any bytes; what is {@link Likeness#OTHER} is refused
   * @param rule which pixels are opaque
   * @param choice what is taken of the file; layers and tags only if the format has them
   * @return the picture in it, perhaps with warnings, or the first fault with its place
   * @throws IOException if the bytes can no longer be read
   */
  public Outcome<DecodedPicture> decode(SourceContent content, PixelRule rule, PictureChoice choice)
      throws IOException {
    return decoder.decode(content, rule, choice);
  }
}

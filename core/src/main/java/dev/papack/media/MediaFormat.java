package dev.papack.media;

import dev.papack.source.SourceReader;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A format that papack decodes: how its files are recognised, what they become, within which
 * limits, and what messages call it. Each has a package below this one, which offers it as a
 * constant; the list of all is in {@code media.formats}, and nobody else tells formats apart.
 *
 * <p>A format that holds both pictures and sounds would be two of these.
 */
public sealed interface MediaFormat permits PictureFormat, SoundFormat {
  /** What is known of it without a file. */
  FormatTraits traits();

  /**
   * Judges the beginning of a file, and neither its name nor whether the rest can be decoded.
   *
   * @param head the first bytes of the file, from position 0, as {@code SourceContent.head}
   */
  Likeness likenessOf(ByteBuffer head);

  /**
   * How much there is in a file. Reads no more than its beginning, unless the format says the rest
   * elsewhere; then it reads what tells it, and keeps nothing.
   *
   * @param bytes the file, which need not have been read yet
   * @throws IOException if it cannot be read
   */
  Extent extentOf(SourceReader bytes) throws IOException;

  /** Judges the beginning of files. */
  @FunctionalInterface
  interface Recognizer {
    /** As {@link MediaFormat#likenessOf} does. */
    Likeness likenessOf(ByteBuffer head);
  }

  /** Tells what decoding takes. */
  @FunctionalInterface
  interface Needs {
    /**
     * How much memory decoding takes at most, besides the file's own bytes.
     *
     * @param head the first bytes of the file, from position 0
     */
    long neededBytes(ByteBuffer head);
  }
}

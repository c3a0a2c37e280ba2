package dev.papack.media;

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
   * How much memory decoding a file takes at most, besides the file's own bytes. Files that are
   * refused may take less.
   *
   * @param head as of the other method
   */
  long neededBytes(ByteBuffer head);

  /** Judges the beginning of files. */
  @FunctionalInterface
  interface Recognizer {
    /** As {@link MediaFormat#likenessOf} does. */
    Likeness likenessOf(ByteBuffer head);
  }

  /** Tells what decoding takes. */
  @FunctionalInterface
  interface Needs {
    /** As {@link MediaFormat#neededBytes} does. */
    long neededBytes(ByteBuffer head);
  }
}

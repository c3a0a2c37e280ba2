package dev.papack.media;

import dev.papack.diagnostic.Outcome;
import dev.papack.source.Snapshot;
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
   * Judges the bytes of a file, and neither its name nor whether the rest can be decoded.
   *
   * @param bytes all of the file, from position 0; only their beginning should be needed
   */
  Likeness likenessOf(ByteBuffer bytes);

  /**
   * Decodes a file.
   *
   * @param snapshot any bytes; what is {@link Likeness#OTHER} is refused
   * @return what is in it, perhaps with warnings, or the first fault with its place
   */
  Outcome<? extends Media> decode(Snapshot snapshot);

  /** Judges bytes, as {@link #likenessOf} does. */
  @FunctionalInterface
  interface Recognizer {
    Likeness likenessOf(ByteBuffer bytes);
  }

  /**
   * Decodes files, as {@link MediaFormat#decode} does.
   *
   * @param <M> what they become
   */
  @FunctionalInterface
  interface Decoder<M extends Media> {
    Outcome<M> decode(Snapshot snapshot);
  }
}

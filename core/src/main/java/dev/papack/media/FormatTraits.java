package dev.papack.media;

import java.util.List;
import java.util.Locale;

/**
 * What is known of a format without a file of it.
 *
 * @param name as its users write it: {@code PNG}
 * @param noun a file of it in a sentence, with its article: {@code a PNG picture}
 * @param endings of its files' names, in lower case, without the dot; at least one
 * @param decoderVersion at least 1; raised whenever some file that was accepted decodes to
 *     something else than before, so that nothing converted earlier is taken for current
 * @param limits those of this format alone; what all formats share is listed elsewhere
 * @param memory how much decoding takes at most; {@link MediaFormat#extentOf} computes it
 */
public record FormatTraits(
    String name,
    String noun,
    List<String> endings,
    int decoderVersion,
    List<FormatLimit> limits,
    MemoryFormula memory) {
  /**
   * Refuses what no format has.
   *
   * @throws IllegalArgumentException naming it
   */
  public FormatTraits {
    endings = List.copyOf(endings);
    limits = List.copyOf(limits);
    if (endings.isEmpty()
        || endings.stream()
            .anyMatch(ending ->
                ending.startsWith(".") || !ending.equals(ending.toLowerCase(Locale.ROOT)))) {
      throw new IllegalArgumentException("endings " + endings);
    }
    if (decoderVersion < 1) {
      throw new IllegalArgumentException("decoder version " + decoderVersion);
    }
  }
}

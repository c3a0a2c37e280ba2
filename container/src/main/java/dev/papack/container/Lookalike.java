package dev.papack.container;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What a file without the magic is instead, so that the message names the accident.
 *
 * @param start how such a file begins, one character per byte
 * @param description the rest of a sentence that begins "the file is"
 */
record Lookalike(String start, String description) {
  private static final String MAGIC = "\u0089APA\r\n\u001A\n";

  private static final List<Lookalike> KNOWN =
      List.of(
          new Lookalike("\u0089APA\n\u001A\n", "a pack whose CRLF became LF in a text conversion"),
          new Lookalike("\u0089APA\r\r\n", "a pack whose LF became CRLF in a text conversion"),
          new Lookalike(
              "\u0089APA\r\n\u001A\r\n", "a pack whose LF became CRLF in a text conversion"),
          new Lookalike("\u0089APA\n\n\u001A\n", "a pack whose CR became LF in a text conversion"),
          new Lookalike("\tAPA", "a pack that lost the high bit of every byte in a 7-bit transfer"),
          new Lookalike("\u00C2\u0089APA", "a pack that was converted to UTF-8 as if it were text"),
          new Lookalike(
              "\u00EF\u00BF\u00BDAPA", "a pack that was decoded as if it were UTF-8 text"),
          new Lookalike("version https://git-lfs", "a Git LFS pointer"),
          new Lookalike("PK\u0003\u0004", "a ZIP archive"),
          new Lookalike("PK\u0005\u0006", "an empty ZIP archive"),
          new Lookalike("\u001F\u008B", "a gzip file"),
          new Lookalike("\u0089PNG\r\n\u001A\n", "a PNG picture"),
          new Lookalike("RIFF", "a RIFF file, such as a WAV sound"),
          new Lookalike("{", "JSON"),
          new Lookalike("[", "JSON"));

  /** What a file with this beginning is, from its position 0, where that is known. */
  static Optional<String> find(ByteBuffer fileStart) {
    String bytes = StandardCharsets.ISO_8859_1.decode(fileStart.duplicate().rewind()).toString();
    if (bytes.isEmpty()) {
      return Optional.of("empty");
    }
    if (bytes.length() < Prelude.STEM_BYTES
        && (bytes.startsWith(MAGIC) || MAGIC.startsWith(bytes))) {
      return Optional.of("the first " + bytes.length() + " bytes of a pack, or damaged");
    }
    return KNOWN.stream()
        .filter(known -> bytes.startsWith(known.start))
        .map(Lookalike::description)
        .findFirst();
  }
}

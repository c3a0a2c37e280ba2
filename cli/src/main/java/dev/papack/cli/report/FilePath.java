package dev.papack.cli.report;

import dev.papack.cli.output.Printable;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A file as reports name it.
 *
 * @param text with {@code /} between names, unescaped; relative to the repository where the file is
 *     inside, else absolute or as the user gave it
 * @param base what the text is relative to
 */
record FilePath(String text, Base base) {
  private static final String UNRESERVED = "-._~/";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** What a path is relative to. */
  enum Base {
    /** The top of the repository. */
    REPOSITORY,
    /** The root of the file system, or nothing that reports know. */
    NONE
  }

  /** For people and for tools that take no URI: nothing in it steers a terminal. */
  String shown() {
    return Printable.escape(text);
  }

  /** As a URI reference (RFC 3986): everything that is not unreserved is percent-encoded. */
  String uri() {
    StringBuilder uri =
        new StringBuilder(base == Base.NONE && text.startsWith("/") ? "file://" : "");
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (one & 0xFF);
      if ((c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || UNRESERVED.indexOf(c) >= 0) {
        uri.append(c);
      } else {
        uri.append('%').append(HEX.toHexDigits(one));
      }
    }
    return uri.toString();
  }
}

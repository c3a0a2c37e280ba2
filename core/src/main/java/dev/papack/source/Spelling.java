package dev.papack.source;

import java.text.Normalizer;
import java.util.Locale;

/** Which names are one name on some platform. */
public final class Spelling {
  private Spelling() {}

  /**
   * What file systems that ignore case or keep names decomposed make of a name or path: two of them
   * collide if this is equal. Upper case first: it also joins what only upper case joins, such as
   * long and round s.
   */
  public static String folded(String name) {
    return Normalizer.normalize(
        Normalizer.normalize(name, Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT),
        Normalizer.Form.NFKC);
  }
}

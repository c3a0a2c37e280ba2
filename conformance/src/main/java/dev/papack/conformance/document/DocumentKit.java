package dev.papack.conformance.document;

import dev.papack.conformance.Case;
import java.util.List;

/** All documents of the kit. */
public final class DocumentKit {
  private DocumentKit() {}

  /**
   * Makes them.
   *
   * @return every document, by topic
   */
  public static List<Case> cases() {
    return List.of();
  }
}

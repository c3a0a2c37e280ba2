package dev.papack.conformance.document;

import dev.papack.conformance.Cases;
import dev.papack.conformance.Refusal;

/** A case that one part of a document's text makes, put in place of another. */
final class DocumentEdit {
  private DocumentEdit() {}

  /**
   * Adds the case.
   *
   * @param from stands in the document exactly once
   * @param to what stands there instead
   */
  static Cases<DocumentDraft>.Broken edit(
      Cases<DocumentDraft> cases,
      String rule,
      Refusal refusal,
      String name,
      String about,
      String from,
      String to) {
    return cases.breaks(rule, refusal, name, about, document -> document.edit(from, to));
  }
}

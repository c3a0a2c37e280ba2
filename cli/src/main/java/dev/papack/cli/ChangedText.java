package dev.papack.cli;

import dev.papack.cli.output.Style;
import dev.papack.cli.output.TextOutput;
import dev.papack.json.line.JsonLine;
import dev.papack.result.ChangedDocument;

/** A document that changes, for people and as an element of a list. */
final class ChangedText {
  private ChangedText() {}

  static void print(TextOutput out, ChangedDocument document) {
    out.print(Style.STRONG, document.document().inWorkspace().text()).endLine();
    DiffText.print(out, document.diff());
  }

  static void write(JsonLine json, ChangedDocument document) {
    json.put("path", document.document().inWorkspace().text()).put("diff", document.diff().text());
  }
}

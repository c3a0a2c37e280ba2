package dev.papack.cli.report;

import dev.papack.json.line.JsonLine;
import java.util.List;

/** Fixes that edit a document, as SARIF has them; commands are in the message. */
final class SarifFixes {
  private SarifFixes() {}

  static void write(JsonLine json, Finding.Edit edit) {
    json.putObject("description", text -> text.put("text", SarifText.sentence(edit.title())))
        .putObjects("artifactChanges", List.of(edit), SarifFixes::writeChange);
  }

  private static void writeChange(JsonLine json, Finding.Edit edit) {
    json.putObject("artifactLocation", file -> SarifPlaces.writeFile(file, edit.file()))
        .putObjects(
            "replacements",
            List.of(edit.change()),
            (replacement, document) ->
                replacement
                    .putObject("deletedRegion", at -> SarifPlaces.write(at, document.range()))
                    .putObject(
                        "insertedContent", text -> text.put("text", document.replacement())));
  }
}

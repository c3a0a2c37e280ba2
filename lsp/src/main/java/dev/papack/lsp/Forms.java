package dev.papack.lsp;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DocumentText;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.LineIndex;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.TextRange;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.lsp.rpc.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Diagnostics, places and edits as one editor is sent them.
 *
 * @param encoding how it counts
 * @param edits which of the two forms of an edit it takes
 * @param pictures whether it shows pictures in what it explains
 */
record Forms(Encoding encoding, Edits edits, Pictures pictures) {
  /** Whether an editor shows pictures that are written into a text. */
  enum Pictures {
    SHOWN,
    /** A terminal would show their bytes. */
    LEFT_OUT
  }

  /** How an editor takes edits of several documents. */
  enum Edits {
    /** With the version of each document that is open. */
    VERSIONED,
    /** The older form, which says no versions. */
    PLAIN
  }

  private static final LineIndex NO_LINES = LineIndex.of("");
  private static final TextRange BEGINNING = new TextRange(1, 1, 1, 1);

  /** Something that is wrong. */
  Json.Members diagnostic(Desk desk, Finding finding) {
    Diagnostic diagnostic = finding.diagnostic();
    Json.Builder data = Json.object();
    diagnostic.found().ifPresent(value -> data.put("found", value));
    diagnostic.supported().ifPresent(value -> data.put("supported", value));
    diagnostic.limit().ifPresent(value -> data.put("limit", value));
    diagnostic.location().pointer().ifPresent(value -> data.put("pointer", value));
    return Json.object()
        .put("range", range(finding.shown()))
        .put(
            "severity",
            switch (diagnostic.severity()) {
              case ERROR -> 1;
              case WARNING -> 2;
              case NOTE -> 3;
            })
        .put("code", diagnostic.code().id())
        .put("source", "papack")
        .put("message", message(finding))
        .put("relatedInformation", related(desk, finding))
        .put("data", data.done())
        .done();
  }

  /** What no button does is said, or an editor would keep it back. */
  private static String message(Finding finding) {
    StringBuilder message = new StringBuilder();
    if (finding.isMoved()) {
      message.append(finding.diagnostic().location().path()).append(": ");
    }
    message.append(finding.diagnostic().message());
    for (Fix fix : finding.diagnostic().fixes()) {
      if (fix.action() instanceof Fix.Advice) {
        message.append("\nfix: ").append(fix.title());
      }
    }
    return message.toString();
  }

  private List<Json> related(Desk desk, Finding finding) {
    List<Json> related = new ArrayList<>();
    Location own = finding.diagnostic().location();
    if (finding.isMoved()) {
      own.file().ifPresent(file -> related.add(related(desk, file, own, "the file")));
    }
    for (Diagnostic.Related one : finding.diagnostic().related()) {
      one.location()
          .file()
          .ifPresent(file -> related.add(related(desk, file, one.location(), one.message())));
    }
    return related;
  }

  private Json related(Desk desk, WorkspacePath file, Location place, String message) {
    return Json.object()
        .put("location", Json.object().put("uri", desk.uri(file)).put("range", range(place)).done())
        .put("message", message)
        .done();
  }

  /** A place in a file; its beginning where none is known. */
  private Json range(Location place) {
    return encoding.range(place.text().orElse(BEGINNING), linesOf(place));
  }

  /** Only one of the encodings has to know the text. */
  private LineIndex linesOf(Location place) {
    return switch (encoding) {
      case UTF_16 -> NO_LINES;
      case UTF_8 -> place.document().map(DocumentText::lines).orElse(NO_LINES);
    };
  }

  /** A stretch of a document that is open. */
  Json range(Desk desk, WorkspacePath document, TextRange range) {
    return encoding.range(
        range,
        switch (encoding) {
          case UTF_16 -> NO_LINES;
          case UTF_8 -> desk.lines(document);
        });
  }

  /** The place that a target leads to. */
  Json location(Desk desk, WorkspacePath file, Optional<TextRange> range, LineIndex lines) {
    return Json.object()
        .put("uri", desk.uri(file))
        .put("range", encoding.range(range.orElse(BEGINNING), lines))
        .done();
  }

  /** Some text in place of a stretch. */
  Json textEdit(Json range, String text) {
    return Json.object().put("range", range).put("newText", text).done();
  }

  /** The edit that a fix is. */
  Json edit(Desk desk, Fix.EditDocument edit, Location place) {
    Json range =
        desk.open().containsKey(edit.path())
            ? range(desk, edit.path(), edit.range())
            : encoding.range(edit.range(), linesOf(place));
    return edits(desk, List.of(new Edited(edit.path(), textEdit(range, edit.replacement()))));
  }

  /**
   * An edit of one document.
   *
   * @param document which one
   * @param edit as the editor takes it
   */
  record Edited(WorkspacePath document, Json edit) {}

  /** Edits of several documents, one of each. */
  Json edits(Desk desk, List<Edited> all) {
    return switch (edits) {
      case VERSIONED ->
          Json.object()
              .put("documentChanges", all.stream().map(one -> versioned(desk, one)).toList())
              .done();
      case PLAIN -> {
        Json.Builder changes = Json.object();
        all.forEach(one -> changes.put(desk.uri(one.document()), List.of(one.edit())));
        yield Json.object().put("changes", changes.done()).done();
      }
    };
  }

  private static Json versioned(Desk desk, Edited edited) {
    Json version =
        Optional.ofNullable(desk.open().get(edited.document()))
            .map(document -> Json.of(document.version()))
            .orElse(Json.NULL);
    return Json.object()
        .put(
            "textDocument",
            Json.object().put("uri", desk.uri(edited.document())).put("version", version).done())
        .put("edits", List.of(edited.edit()))
        .done();
  }
}

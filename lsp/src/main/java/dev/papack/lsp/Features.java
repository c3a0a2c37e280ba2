package dev.papack.lsp;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.LineIndex;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.TextPosition;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.lsp.rpc.Json;
import dev.papack.lsp.rpc.RpcException;
import dev.papack.progress.CancelledException;
import dev.papack.result.Completion;
import dev.papack.result.DescribedPlace;
import dev.papack.result.NamedFile;
import dev.papack.result.NamedPlace;
import dev.papack.result.PlaceTarget;
import dev.papack.result.ProposedText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What an editor can ask of a workspace, by the names of the protocol. */
final class Features {
  /** Answers one kind of question. */
  @FunctionalInterface
  interface Feature {
    Json answer(Desk desk, Json.Members params)
        throws RpcException, IOException, CancelledException;
  }

  /** A question about a document of the workspace. */
  @FunctionalInterface
  private interface DocumentFeature {
    Json answer(Desk desk, WorkspacePath document, Json.Members params)
        throws RpcException, IOException, CancelledException;
  }

  /** A question about a place in a document that is open. */
  @FunctionalInterface
  private interface PlaceFeature {
    Json answer(Desk desk, WorkspacePath document, TextPosition position, Json.Members params)
        throws RpcException, IOException, CancelledException;
  }

  private final Forms forms;
  private final Diagnosing diagnosing;

  Features(Forms forms, Diagnosing diagnosing) {
    this.forms = forms;
    this.diagnosing = diagnosing;
  }

  /** All of them. */
  Map<String, Feature> byMethod() {
    return Map.of(
        "textDocument/codeAction", ofDocument(this::codeActions),
        "textDocument/completion", ofPlace(this::complete),
        "textDocument/definition", ofPlace(this::definition),
        "textDocument/documentLink", ofDocument(this::links),
        "textDocument/hover", ofPlace(this::hover),
        "textDocument/prepareRename", ofPlace(this::prepareRename),
        "textDocument/rename", ofPlace(this::rename),
        "workspace/executeCommand", this::execute);
  }

  private static Feature ofDocument(DocumentFeature feature) {
    return (desk, params) -> {
      Optional<WorkspacePath> document = desk.find(params.members("textDocument").require("uri"));
      return document.isEmpty() ? Json.NULL : feature.answer(desk, document.get(), params);
    };
  }

  private Feature ofPlace(PlaceFeature feature) {
    return ofDocument((desk, document, params) ->
        feature.answer(
            desk,
            document,
            forms.encoding().position(params.members("position"), desk.lines(document)),
            params));
  }

  private Json execute(Desk desk, Json.Members params)
      throws RpcException, IOException, CancelledException {
    Json result = Executing.execute(desk, params);
    diagnosing.changed();
    return result;
  }

  private Json codeActions(Desk desk, WorkspacePath document, Json.Members params)
      throws RpcException, IOException, CancelledException {
    Findings findings = diagnosing.findings(desk);
    return new CodeActions(forms, desk, document)
        .in(findings.byDocument().getOrDefault(document, List.of()), params);
  }

  private Json complete(
      Desk desk, WorkspacePath document, TextPosition position, Json.Members params)
      throws IOException, CancelledException {
    List<Json> items = new ArrayList<>();
    for (Completion completion : accepted(desk.draft().complete(document, position), List.of())) {
      Json.Builder item =
          Json.object()
              .put("label", completion.label())
              .put(
                  "kind",
                  switch (completion.kind()) {
                    case MEMBER -> 10;
                    case VALUE -> 12;
                    case FILE -> 17;
                  })
              // Editors sort by the alphabet unless told otherwise.
              .put("sortText", String.format(Locale.ROOT, "%06d", items.size()))
              .put("filterText", completion.text())
              .put(
                  "textEdit",
                  forms.textEdit(
                      forms.range(desk, document, completion.replaced()), completion.text()));
      completion.documentation().ifPresent(text -> item.put("documentation", text));
      items.add(item.done());
    }
    return Json.of(items);
  }

  private Json definition(
      Desk desk, WorkspacePath document, TextPosition position, Json.Members params)
      throws IOException, CancelledException {
    Optional<PlaceTarget> target =
        accepted(desk.draft().target(document, position), Optional.empty());
    if (target.isEmpty()) {
      return Json.NULL;
    }
    LineIndex lines =
        LineIndex.of(
            target.get().range().isPresent()
                ? accepted(desk.draft().text(target.get().file()), "")
                : "");
    return forms.location(desk, target.get().file(), target.get().range(), lines);
  }

  private Json links(Desk desk, WorkspacePath document, Json.Members params)
      throws IOException, CancelledException {
    List<Json> links = new ArrayList<>();
    for (NamedFile named : accepted(desk.draft().files(document), List.of())) {
      links.add(
          Json.object()
              .put("range", forms.range(desk, document, named.range()))
              .put("target", desk.uri(named.file()))
              .done());
    }
    return Json.of(links);
  }

  private Json hover(Desk desk, WorkspacePath document, TextPosition position, Json.Members params)
      throws IOException, CancelledException {
    Optional<DescribedPlace> place =
        accepted(desk.draft().describe(document, position), Optional.empty());
    if (place.isEmpty()) {
      return Json.NULL;
    }
    String text = HoverText.of(place.get());
    Optional<String> picture =
        switch (forms.pictures()) {
          case SHOWN -> HoverPicture.of(desk.draft(), place.get());
          case LEFT_OUT -> Optional.empty();
        };
    return Json.object()
        .put(
            "contents",
            Json.object()
                .put("kind", "markdown")
                .put("value", text + picture.map(link -> "\n\n" + link).orElse(""))
                .done())
        .put("range", forms.range(desk, document, place.get().range()))
        .done();
  }

  private Json prepareRename(
      Desk desk, WorkspacePath document, TextPosition position, Json.Members params) {
    return desk.draft()
        .name(document, position)
        .<Json>map(named ->
            Json.object()
                .put("range", forms.range(desk, document, named.range()))
                .put("placeholder", named.name())
                .done())
        .orElse(Json.NULL);
  }

  private Json rename(Desk desk, WorkspacePath document, TextPosition position, Json.Members params)
      throws RpcException, IOException, CancelledException {
    Optional<NamedPlace> named = desk.draft().name(document, position);
    if (named.isEmpty()) {
      throw new RpcException(RpcException.FAILED, "only the name of an asset can be changed so");
    }
    // An editor shows what it replaces, which has quotes around it.
    String name = params.require("newName").replaceAll("^\"|\"$", "");
    return switch (desk.draft().rename(named.get().asset(), name)) {
      case Outcome.Refused<List<ProposedText>>(List<Diagnostic> faults) ->
          throw new RpcException(RpcException.FAILED, faults.getFirst().message());
      case Outcome.Accepted<List<ProposedText>>(List<ProposedText> texts, var _) -> {
        List<Forms.Edited> edits = new ArrayList<>();
        for (ProposedText text : texts) {
          String before = accepted(desk.draft().text(text.document()), "");
          ChangedStretch.between(before, text.text())
              .ifPresent(changed ->
                  edits.add(
                      new Forms.Edited(
                          text.document(),
                          forms.textEdit(
                              forms.encoding().range(changed.range(), LineIndex.of(before)),
                              changed.replacement()))));
        }
        yield forms.edits(desk, edits);
      }
    };
  }

  /** What an editor asks while a document is broken has no answer, and no error that it shows. */
  private static <T> T accepted(Outcome<T> outcome, T otherwise) {
    return outcome instanceof Outcome.Accepted<T>(T value, var _) ? value : otherwise;
  }
}

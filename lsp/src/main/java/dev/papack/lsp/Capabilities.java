package dev.papack.lsp;

import dev.papack.lsp.rpc.Json;
import java.util.List;
import java.util.Set;

/** What an editor may ask of this server. */
final class Capabilities {
  /** The requests that are answered once a workspace is open. */
  static final Set<String> METHODS =
      Set.of(
          "textDocument/codeAction",
          "textDocument/completion",
          "textDocument/definition",
          "textDocument/documentLink",
          "textDocument/hover",
          "textDocument/prepareRename",
          "textDocument/rename",
          "workspace/executeCommand");

  private Capabilities() {}

  /** The answer to {@code initialize}. */
  static Json of(Encoding encoding, String version) {
    Json.Members sync =
        Json.object()
            .put("openClose", true)
            // Changes come as stretches of the text.
            .put("change", 2)
            .put("save", true)
            .done();
    Json.Members capabilities =
        Json.object()
            .put("positionEncoding", encoding.word())
            .put("textDocumentSync", sync)
            .put("hoverProvider", true)
            .put(
                "completionProvider",
                Json.object().put("triggerCharacters", List.of(Json.of("\""), Json.of("/"))).done())
            .put("definitionProvider", true)
            .put("renameProvider", Json.object().put("prepareProvider", true).done())
            .put("documentLinkProvider", Json.object().put("resolveProvider", false).done())
            .put(
                "codeActionProvider",
                Json.object().put("codeActionKinds", List.of(Json.of(CodeActions.KIND))).done())
            .put(
                "executeCommandProvider",
                Json.object().put("commands", List.of(Json.of(FixCommand.NAME))).done())
            .done();
    return Json.object()
        .put("capabilities", capabilities)
        .put("serverInfo", Json.object().put("name", "papack").put("version", version).done())
        .done();
  }
}

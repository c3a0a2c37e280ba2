package dev.papack.lsp;

import dev.papack.diagnostic.LineIndex;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.lsp.rpc.Json;
import dev.papack.lsp.rpc.RpcException;
import java.util.Optional;

/** Follows what an editor opens, types, saves and closes. */
record Syncing(Encoding encoding) {
  /** No document that papack reads is longer, in UTF-16 units. */
  static final int MAX_TEXT = 64 << 20;

  /** Empty where the notification says nothing of a document of this workspace. */
  Optional<Desk> apply(Desk desk, String method, Json.Members params) throws RpcException {
    Json.Members named = params.members("textDocument");
    String uri = named.require("uri");
    Optional<WorkspacePath> found = desk.find(uri);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    WorkspacePath path = found.get();
    OpenDocument open = desk.open().get(path);
    return switch (method) {
      case "textDocument/didOpen" ->
          Optional.of(
              desk.with(
                  new OpenDocument(
                      uri,
                      path,
                      named.number("version").orElse(0),
                      bounded(named.require("text")),
                      OpenDocument.State.SAVED)));
      case "textDocument/didChange" ->
          open == null
              ? Optional.empty()
              : Optional.of(
                  desk.with(
                      new OpenDocument(
                          open.uri(),
                          path,
                          named.number("version").orElse(open.version() + 1),
                          changed(open.text(), params),
                          OpenDocument.State.EDITED)));
      case "textDocument/didSave" ->
          open == null
              ? Optional.empty()
              : Optional.of(
                  desk.with(
                      new OpenDocument(
                          open.uri(),
                          path,
                          open.version(),
                          open.text(),
                          OpenDocument.State.SAVED)));
      case "textDocument/didClose" ->
          open == null ? Optional.empty() : Optional.of(desk.without(path));
      default -> Optional.empty();
    };
  }

  private String changed(String text, Json.Members params) throws RpcException {
    String changed = text;
    for (Json change : params.elements("contentChanges")) {
      if (!(change instanceof Json.Members members)) {
        throw new RpcException(RpcException.INVALID_PARAMS, "a change is no object");
      }
      changed = bounded(changed(changed, members, members.require("text")));
    }
    return changed;
  }

  private String changed(String text, Json.Members change, String replacement) throws RpcException {
    if (change.find("range").isEmpty()) {
      return replacement;
    }
    LineIndex lines = LineIndex.of(text);
    Json.Members range = change.members("range");
    int start = offset(text, lines, range.members("start"));
    int end = Math.max(start, offset(text, lines, range.members("end")));
    return text.substring(0, start) + replacement + text.substring(end);
  }

  /** What is beyond a line is its end, before what ends it. */
  private int offset(String text, LineIndex lines, Json.Members position) throws RpcException {
    int offset = lines.offsetOf(encoding.position(position, lines));
    boolean isInLineEnd =
        offset > 0
            && offset < text.length()
            && text.charAt(offset) == '\n'
            && text.charAt(offset - 1) == '\r';
    return isInLineEnd ? offset - 1 : offset;
  }

  private static String bounded(String text) throws RpcException {
    if (text.length() > MAX_TEXT) {
      throw new RpcException(RpcException.INVALID_PARAMS, "the text is too long");
    }
    return text;
  }
}

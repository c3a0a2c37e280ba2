package dev.papack.lsp;

import dev.papack.diagnostic.WorkspacePath;
import dev.papack.lsp.rpc.Client;
import dev.papack.lsp.rpc.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells an editor what is wrong with each document, whenever that is something else than before.
 */
final class Publishing {
  /** More in one document help nobody, and an editor draws each. */
  private static final int MAX_FINDINGS = 1_000;

  private final Client client;
  private final Forms forms;

  /** What each file was last said to have, by its URI. */
  private final Map<String, Json> published = new HashMap<>();

  Publishing(Client client, Forms forms) {
    this.client = client;
    this.forms = forms;
  }

  void publish(Desk desk, Findings findings) {
    Map<String, Json.Members> now = new LinkedHashMap<>();
    for (OpenDocument document : desk.open().values()) {
      now.put(
          document.uri(),
          params(desk, document.uri(), findings, document.path())
              .put("version", document.version())
              .done());
    }
    for (WorkspacePath file : findings.byDocument().keySet()) {
      String uri = desk.uri(file);
      now.computeIfAbsent(uri, _ -> params(desk, uri, findings, file).done());
    }
    for (String gone : List.copyOf(published.keySet())) {
      if (!now.containsKey(gone)) {
        published.remove(gone);
        send(Json.object().put("uri", gone).put("diagnostics", List.of()).done());
      }
    }
    now.forEach((uri, params) -> {
      if (!params.equals(published.put(uri, params))) {
        send(params);
      }
    });
  }

  private Json.Builder params(Desk desk, String uri, Findings findings, WorkspacePath file) {
    List<Json> diagnostics = new ArrayList<>();
    findings.byDocument().getOrDefault(file, List.of()).stream()
        .limit(MAX_FINDINGS)
        .forEach(finding -> diagnostics.add(forms.diagnostic(desk, finding)));
    return Json.object().put("uri", uri).put("diagnostics", diagnostics);
  }

  private void send(Json params) {
    client.notify("textDocument/publishDiagnostics", params);
  }
}

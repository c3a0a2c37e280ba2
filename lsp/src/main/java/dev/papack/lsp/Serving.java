package dev.papack.lsp;

import dev.papack.lsp.rpc.Client;
import dev.papack.lsp.rpc.Json;
import dev.papack.lsp.rpc.RpcException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** A server that has a workspace. */
final class Serving {
  private final Syncing syncing;
  private final Diagnosing diagnosing;
  private final Watching watching;
  private final RequestQueue requests;
  private final Map<String, Features.Feature> features;

  /** As the editor has it now. Only the thread that takes messages changes it. */
  private Desk desk;

  Serving(
      Desk desk,
      Client client,
      Forms forms,
      LanguageServer.Surroundings surroundings,
      Consumer<String> log) {
    this.desk = desk;
    this.syncing = new Syncing(forms.encoding());
    this.diagnosing =
        new Diagnosing(
            desk, new Publishing(client, forms), surroundings.pauses(), surroundings.clock(), log);
    this.watching = new Watching(desk.session(), diagnosing::changed, log);
    this.requests = new RequestQueue(client, log);
    this.features = new Features(forms, diagnosing).byMethod();
  }

  /** Whether all has been said of the last edit. */
  boolean isAtRest() {
    return diagnosing.isAtRest();
  }

  void start() {
    Thread _ = diagnosing.start();
    Thread _ = watching.start();
    requests.start();
  }

  /** Ends, after every request was answered if the editor has shut the server down. */
  void end(Ending ending) throws InterruptedException {
    diagnosing.stop();
    watching.stop();
    switch (ending) {
      case SHUT_DOWN -> requests.finish();
      case LEFT, BROKEN, CANCELLED -> requests.stop();
    }
  }

  /** Answers once everything that was asked before is answered. */
  void shutDown(Json id) {
    requests.add(id, () -> Json.NULL);
  }

  /** Answers later, of the texts as they are now. */
  void request(Json id, String method, Json.Members params) {
    Desk asked = desk;
    Features.Feature feature = Objects.requireNonNull(features.get(method));
    requests.add(id, () -> feature.answer(asked, params));
  }

  void notification(String method, Json.Members params) throws RpcException {
    switch (method) {
      case "$/cancelRequest" -> requests.cancel(params.find("id").orElse(Json.NULL));
      case "workspace/didChangeWatchedFiles" -> diagnosing.changed();
      case "textDocument/didOpen",
          "textDocument/didChange",
          "textDocument/didSave",
          "textDocument/didClose" ->
          syncing
              .apply(desk, method, params)
              .ifPresent(now -> {
                desk = now;
                diagnosing.changed(now);
              });
      default -> {
        // What is not known is passed over, as the protocol asks for.
      }
    }
  }
}

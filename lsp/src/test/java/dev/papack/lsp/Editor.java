package dev.papack.lsp;

import dev.papack.Packer;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.TextDocumentService;

/**
 * An editor with documents open in a workspace: LSP4J's client on two pipes, at whose other end the
 * server runs on a thread of its own.
 */
final class Editor implements LanguageClient, AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  final org.eclipse.lsp4j.services.LanguageServer server;
  final InitializeResult initialized;
  final List<String> log = Collections.synchronizedList(new ArrayList<>());
  final CompletableFuture<Ending> ending = new CompletableFuture<>();

  private final Path workspace;
  private final LanguageServer tested;
  private final Future<Void> listening;
  private final Map<String, PublishDiagnosticsParams> published = new ConcurrentHashMap<>();
  private final Map<String, String> texts = new TreeMap<>();
  private final Map<String, Integer> versions = new TreeMap<>();

  Editor(Path workspace, String... positionEncodings) throws Exception {
    this.workspace = workspace.toRealPath();
    PipedInputStream toServer = new PipedInputStream(1 << 16);
    PipedInputStream toClient = new PipedInputStream(1 << 16);
    PipedOutputStream fromServer = new PipedOutputStream(toClient);
    tested =
        new LanguageServer(
            toServer,
            fromServer,
            new LanguageServer.Surroundings(
                folder -> Packer.create().open(folder),
                Optional.empty(),
                "1.2.3",
                new Pauses(1, 1, 0),
                System::currentTimeMillis,
                () -> false));
    Launcher<org.eclipse.lsp4j.services.LanguageServer> launcher =
        LSPLauncher.createClientLauncher(this, toClient, new PipedOutputStream(toServer));
    Thread _ =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              ending.complete(tested.run());
              try {
                fromServer.close();
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    listening = launcher.startListening();
    server = launcher.getRemoteProxy();
    InitializeParams params = new InitializeParams();
    params.setWorkspaceFolders(List.of(new WorkspaceFolder(uri(""), "game")));
    WorkspaceEditCapabilities edits = new WorkspaceEditCapabilities();
    edits.setDocumentChanges(true);
    WorkspaceClientCapabilities inWorkspace = new WorkspaceClientCapabilities();
    inWorkspace.setWorkspaceEdit(edits);
    ClientCapabilities capabilities = new ClientCapabilities();
    capabilities.setWorkspace(inWorkspace);
    GeneralClientCapabilities general = new GeneralClientCapabilities();
    general.setPositionEncodings(List.of(positionEncodings));
    capabilities.setGeneral(general);
    params.setCapabilities(capabilities);
    params.setInitializationOptions(Map.of("pictures", true));
    initialized = get(server.initialize(params));
    server.initialized(new InitializedParams());
  }

  static <T> T get(CompletableFuture<T> answer)
      throws InterruptedException, ExecutionException, TimeoutException {
    return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** What the server answers to a question about a document. */
  <T> T ask(Function<TextDocumentService, CompletableFuture<T>> question)
      throws InterruptedException, ExecutionException, TimeoutException {
    return get(question.apply(server.getTextDocumentService()));
  }

  String uri(String file) {
    return DocumentUri.of(file.isEmpty() ? workspace : workspace.resolve(file));
  }

  TextDocumentIdentifier named(String file) {
    return new TextDocumentIdentifier(uri(file));
  }

  void open(String file, String text) {
    texts.put(file, text);
    versions.put(file, 1);
    server
        .getTextDocumentService()
        .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri(file), "json", 1, text)));
  }

  String text(String file) {
    return Objects.requireNonNull(texts.get(file));
  }

  int version(String file) {
    return Objects.requireNonNull(versions.get(file));
  }

  /** Types over a stretch of a document, given by offsets. */
  void type(String file, int start, int end, String replacement) {
    String before = text(file);
    change(
        file,
        before.substring(0, start) + replacement + before.substring(end),
        new TextDocumentContentChangeEvent(
            new Range(position(before, start), position(before, end)), replacement));
  }

  /** Types over the one place where something is written. */
  void type(String file, String written, String replacement) {
    int start = text(file).indexOf(written);
    type(file, start, start + written.length(), replacement);
  }

  private void change(String file, String after, TextDocumentContentChangeEvent event) {
    texts.put(file, after);
    versions.merge(file, 1, Integer::sum);
    server
        .getTextDocumentService()
        .didChange(
            new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri(file), version(file)), List.of(event)));
  }

  void saved(String file) {
    server.getTextDocumentService().didSave(new DidSaveTextDocumentParams(named(file)));
  }

  void shut(String file) {
    texts.remove(file);
    server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(named(file)));
  }

  static Position position(String text, int offset) {
    int line = 0;
    int start = 0;
    for (int i = 0; i < offset; i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && text.charAt(Math.min(i + 1, text.length() - 1)) != '\n')) {
        line++;
        start = i + 1;
      }
    }
    return new Position(line, offset - start);
  }

  /** Carries out an edit as an editor does: in its documents, whose versions have to be right. */
  void apply(WorkspaceEdit edit) {
    edit.getDocumentChanges()
        .forEach(change -> {
          TextDocumentEdit one = change.getLeft();
          String file =
              texts.keySet().stream()
                  .filter(open -> uri(open).equals(one.getTextDocument().getUri()))
                  .findFirst()
                  .orElseThrow();
          if (!one.getTextDocument().getVersion().equals(version(file))) {
            throw new AssertionError("an edit of version " + one.getTextDocument().getVersion());
          }
          one.getEdits()
              .forEach(each -> {
                TextEdit text = each.getLeft();
                type(
                    file,
                    offset(text(file), text.getRange().getStart()),
                    offset(text(file), text.getRange().getEnd()),
                    text.getNewText());
              });
        });
  }

  static int offset(String text, Position position) {
    int offset = 0;
    for (int line = 0; line < position.getLine(); line++) {
      offset = text.indexOf('\n', offset) + 1;
    }
    return offset + position.getCharacter();
  }

  /** What is under a place of a document that is open. */
  Position at(String file, String written, int more) {
    return position(text(file), text(file).indexOf(written) + more);
  }

  List<CodeAction> actions(String file) throws Exception {
    return get(
            server
                .getTextDocumentService()
                .codeAction(
                    new CodeActionParams(
                        named(file),
                        new Range(new Position(0, 0), new Position(10_000, 0)),
                        new CodeActionContext(List.of()))))
        .stream()
        .map(either -> either.getRight())
        .toList();
  }

  /** Waits until everything has been said, and returns what is wrong with a document. */
  List<Diagnostic> settled(String file) throws Exception {
    settle();
    PublishDiagnosticsParams last = published.get(uri(file));
    return last == null ? List.of() : last.getDiagnostics();
  }

  /** All that is wrong, by the URI of its document. */
  Map<String, List<Diagnostic>> settled() throws Exception {
    settle();
    Map<String, List<Diagnostic>> all = new TreeMap<>();
    published.forEach((uri, params) -> {
      if (!params.getDiagnostics().isEmpty()) {
        all.put(uri, params.getDiagnostics());
      }
    });
    return all;
  }

  /** All errors and warnings, by the URI of their document. */
  Map<String, List<Diagnostic>> faults() throws Exception {
    Map<String, List<Diagnostic>> faults = new TreeMap<>();
    settled()
        .forEach((uri, all) -> {
          List<Diagnostic> weighty =
              all.stream()
                  .filter(one -> one.getSeverity() != DiagnosticSeverity.Information)
                  .toList();
          if (!weighty.isEmpty()) {
            faults.put(uri, weighty);
          }
        });
    return faults;
  }

  /** What is not answered before has not been said before either. */
  private void settle() throws Exception {
    ask();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!tested.isAtRest()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the server says no more, and is not done: " + log);
      }
      Thread.sleep(1);
    }
    ask();
  }

  private void ask() throws Exception {
    var _ =
        get(
            server
                .getTextDocumentService()
                .hover(new HoverParams(named("assets/index.json"), new Position(0, 0))));
  }

  PublishDiagnosticsParams published(String file) {
    return Objects.requireNonNull(published.get(uri(file)));
  }

  @Override
  public void close() throws ExecutionException, TimeoutException {
    try {
      var _ = get(server.shutdown());
      server.exit();
      Ending _ = get(ending);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      listening.cancel(true);
    }
  }

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams params) {
    published.put(params.getUri(), params);
  }

  @Override
  public void logMessage(MessageParams message) {
    log.add(message.getMessage());
  }

  @Override
  public void showMessage(MessageParams message) {
    log.add(message.getMessage());
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void telemetryEvent(Object object) {
    throw new UnsupportedOperationException();
  }
}

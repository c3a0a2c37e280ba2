package dev.papack.lsp;

import dev.papack.Packer;
import dev.papack.Session;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.lsp.rpc.Client;
import dev.papack.lsp.rpc.Json;
import dev.papack.lsp.rpc.MessageReader;
import dev.papack.lsp.rpc.MessageReader.Frame;
import dev.papack.lsp.rpc.RpcException;
import dev.papack.progress.CancelledException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * A server of the language server protocol 3.17 for the documents of one workspace. It reads one
 * stream and writes another, and holds no lock unless it carries out a command.
 */
public final class LanguageServer {
  /** How often it is asked whether the process is to end. */
  private static final long POLL_MILLIS = 100;

  /** Messages that were read and not yet looked at. */
  private static final int MAX_FRAMES = 16;

  private final MessageReader reader;
  private final Client client;
  private final Surroundings surroundings;
  private final BlockingQueue<Frame> frames = new ArrayBlockingQueue<>(MAX_FRAMES);

  private Lifecycle lifecycle = Lifecycle.NEW;
  private Forms forms = new Forms(Encoding.UTF_16, Forms.Edits.PLAIN, Forms.Pictures.LEFT_OUT);
  private volatile Optional<Serving> serving = Optional.empty();

  /**
   * What a server needs of its process.
   *
   * @param workspaces opens the workspace
   * @param given the workspace, if it is known before an editor says which; else the first of the
   *     editor's folders that is in one, or else the one around the first document that is opened
   * @param version of papack, which an editor may show
   * @param pauses before an editor is told what is wrong
   * @param clock milliseconds since 1970
   * @param isCancelled whether the process is to end
   */
  public record Surroundings(
      Workspaces workspaces,
      Optional<Session> given,
      String version,
      Pauses pauses,
      LongSupplier clock,
      BooleanSupplier isCancelled) {}

  private enum Lifecycle {
    NEW,
    INITIALIZED,
    SHUT_DOWN
  }

  /** Thrown to leave, with the way in which the server ends. */
  private static final class Left extends Exception {
    private static final long serialVersionUID = 1L;

    private final Ending ending;

    Left(Ending ending) {
      super(ending.name());
      this.ending = ending;
    }
  }

  /**
   * A server that is not running yet.
   *
   * @param in what the editor writes
   * @param out what the editor reads
   * @param surroundings the rest
   */
  public LanguageServer(InputStream in, OutputStream out, Surroundings surroundings) {
    this.reader = new MessageReader(in);
    this.client = new Client(out);
    this.surroundings = surroundings;
  }

  /**
   * Serves until the editor has it end. Threads that it starts end with it, but for one that may
   * wait for the stream.
   *
   * @return how it ended
   */
  public Ending run() {
    Thread _ = Thread.ofPlatform().daemon().name("reading").start(this::read);
    Ending ending = serve();
    try {
      if (serving.isPresent()) {
        serving.get().end(ending);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ending;
  }

  private Ending serve() {
    try {
      while (true) {
        Frame next = frames.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (surroundings.isCancelled().getAsBoolean()) {
          return Ending.CANCELLED;
        }
        if (client.isGone()) {
          return Ending.LEFT;
        }
        if (next != null) {
          take(next);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Ending.CANCELLED;
    } catch (Left left) {
      return left.ending;
    }
  }

  /** Whether the editor has been told all there is to say. */
  boolean isAtRest() {
    return serving.filter(Serving::isAtRest).isPresent();
  }

  private void read() {
    try {
      Frame frame;
      do {
        frame = next();
        frames.put(frame);
      } while (!(frame instanceof Frame.Broken || frame instanceof Frame.End));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Frame next() {
    try {
      return reader.next();
    } catch (IOException e) {
      return new Frame.End();
    } catch (OutOfMemoryError e) {
      return new Frame.Broken("a message does not fit into Java's heap");
    }
  }

  private void take(Frame frame) throws Left {
    switch (frame) {
      case Frame.End _ -> throw new Left(ended(Ending.LEFT));
      case Frame.Broken(String reason) -> {
        client.refuse(Json.NULL, new RpcException(RpcException.PARSE_ERROR, reason));
        throw new Left(Ending.BROKEN);
      }
      case Frame.TooLong(long bytes) ->
          client.refuse(
              Json.NULL,
              new RpcException(
                  RpcException.INVALID_REQUEST,
                  "a message of " + bytes + " bytes is longer than " + MessageReader.MAX_BYTES));
      case Frame.Whole whole -> take(whole);
    }
  }

  private Ending ended(Ending otherwise) {
    return lifecycle == Lifecycle.SHUT_DOWN ? Ending.SHUT_DOWN : otherwise;
  }

  private void take(Frame.Whole whole) throws Left {
    Json id = Json.NULL;
    try {
      Json.Members message = whole.read();
      id = message.find("id").orElse(Json.NULL);
      Optional<String> method = message.text("method");
      if (method.isPresent()) {
        if (message.values().containsKey("id")) {
          request(id, method.get(), message.members("params"));
        } else {
          notification(method.get(), message.members("params"));
        }
      } else if (message.find("result").isEmpty() && message.find("error").isEmpty()) {
        throw new RpcException(RpcException.INVALID_REQUEST, "the message has no method");
      }
    } catch (RpcException e) {
      client.refuse(id, e);
    } catch (OutOfMemoryError e) {
      client.refuse(id, new RpcException(RpcException.FAILED, "Java's heap is too small"));
    } catch (RuntimeException e) {
      client.refuse(id, new RpcException(RpcException.INTERNAL_ERROR, "this is a bug in papack"));
      log(Defect.inWords(e));
    }
  }

  private void request(Json id, String method, Json.Members params) throws RpcException {
    switch (lifecycle) {
      case NEW -> {
        if (!method.equals("initialize")) {
          throw new RpcException(RpcException.NOT_INITIALIZED, "initialize comes first");
        }
        lifecycle = Lifecycle.INITIALIZED;
        client.answer(id, initialize(params));
        surroundings.given().or(() -> open(params)).ifPresent(this::serve);
      }
      case INITIALIZED -> {
        if (method.equals("shutdown")) {
          lifecycle = Lifecycle.SHUT_DOWN;
          serving.ifPresentOrElse(
              started -> started.shutDown(id), () -> client.answer(id, Json.NULL));
        } else if (!Capabilities.METHODS.contains(method)) {
          throw new RpcException(RpcException.METHOD_NOT_FOUND, "unknown: " + method);
        } else if (serving.isPresent()) {
          serving.get().request(id, method, params);
        } else {
          client.answer(id, Json.NULL);
        }
      }
      case SHUT_DOWN ->
          throw new RpcException(RpcException.INVALID_REQUEST, "the server is shut down");
    }
  }

  private void notification(String method, Json.Members params) throws RpcException, Left {
    if (method.equals("exit")) {
      throw new Left(ended(Ending.LEFT));
    }
    if (lifecycle != Lifecycle.INITIALIZED) {
      return;
    }
    try {
      if (serving.isEmpty() && method.equals("textDocument/didOpen")) {
        DocumentUri.path(params.members("textDocument").require("uri"))
            .flatMap(file -> Optional.ofNullable(file.getParent()))
            .flatMap(this::open)
            .ifPresent(this::serve);
      }
      if (serving.isPresent()) {
        serving.get().notification(method, params);
      }
    } catch (RpcException e) {
      // A notification has no answer.
      log(method + ": " + e.reason());
    }
  }

  private Json initialize(Json.Members params) {
    Json.Members capabilities = params.members("capabilities");
    forms =
        new Forms(
            Encoding.of(capabilities.members("general").elements("positionEncodings")),
            capabilities.members("workspace").members("workspaceEdit").isTrue("documentChanges")
                ? Forms.Edits.VERSIONED
                : Forms.Edits.PLAIN,
            params.members("initializationOptions").isTrue("pictures")
                ? Forms.Pictures.SHOWN
                : Forms.Pictures.LEFT_OUT);
    return Capabilities.of(forms.encoding(), surroundings.version());
  }

  /** The first folder of the editor that is in a workspace. */
  private Optional<Session> open(Json.Members params) {
    Stream<String> folders =
        params.elements("workspaceFolders").stream()
            .filter(Json.Members.class::isInstance)
            .flatMap(folder -> ((Json.Members) folder).text("uri").stream());
    List<Path> candidates =
        Stream.concat(folders, params.text("rootUri").stream())
            .flatMap(uri -> DocumentUri.path(uri).stream())
            .toList();
    return candidates.stream().flatMap(folder -> open(folder).stream()).findFirst();
  }

  private Optional<Session> open(Path folder) {
    try {
      return switch (surroundings.workspaces().open(folder)) {
        case Outcome.Accepted<Session>(Session session, var _) -> Optional.of(session);
        case Outcome.Refused<Session>(List<Diagnostic> faults) -> {
          log(faults.getFirst().message());
          yield Optional.empty();
        }
      };
    } catch (IOException e) {
      log(Packer.diagnose(e).message());
      return Optional.empty();
    } catch (CancelledException e) {
      return Optional.empty();
    }
  }

  private void serve(Session session) {
    Desk desk = new Desk(session, session.draft(surroundings.clock()), new TreeMap<>());
    Serving started = new Serving(desk, client, forms, surroundings, this::log);
    serving = Optional.of(started);
    started.start();
  }

  private void log(String message) {
    client.notify("window/logMessage", Json.object().put("type", 2).put("message", message).done());
  }
}

package dev.papack.lsp;

import dev.papack.Session;
import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.Argument.Choice;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Fix.RunCommand;
import dev.papack.diagnostic.Outcome;
import dev.papack.lsp.rpc.Json;
import dev.papack.lsp.rpc.RpcException;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import dev.papack.result.AddRequest;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import dev.papack.result.PathTarget;
import dev.papack.result.SettingChange;
import dev.papack.result.SettingsRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Carries out what a fix asks papack to do: the only thing that writes, and takes the lock. */
final class Executing {
  private static final long MAX_WAIT_MILLIS = 10_000;
  private static final Observer UNTIL_INTERRUPTED = Observer.of(_ -> {});

  private final Desk desk;
  private final Session session;

  private Executing(Desk desk, Session session) {
    this.desk = desk;
    this.session = session;
  }

  /**
   * Carries it out, waiting for another papack for a while.
   *
   * @throws RpcException if it was not
   * @throws CancelledException if the thread is interrupted; then nothing was written
   */
  static Json execute(Desk desk, Json.Members params)
      throws RpcException, IOException, CancelledException {
    RunCommand command = FixCommand.read(params);
    for (OpenDocument document : desk.open().values()) {
      if (isUnsaved(desk, document)) {
        throw new RpcException(
            RpcException.FAILED,
            "save " + document.path() + " first: this changes files, not what is being typed");
      }
    }
    Outcome<?> outcome =
        desk.session()
            .followedBy(UNTIL_INTERRUPTED)
            .waiting(MAX_WAIT_MILLIS, session -> new Executing(desk, session).run(command));
    if (outcome instanceof Outcome.Refused<?>(List<Diagnostic> faults)) {
      throw new RpcException(RpcException.FAILED, faults.getFirst().message());
    }
    return Json.NULL;
  }

  /** What was typed and taken back is no edit, and an editor saves nothing then. */
  private static boolean isUnsaved(Desk desk, OpenDocument document)
      throws IOException, CancelledException {
    return switch (document.state()) {
      case SAVED -> false;
      case EDITED ->
          !(desk.session().draft(System::currentTimeMillis).text(document.path())
                  instanceof Outcome.Accepted<String>(String saved, var _)
              && saved.equals(document.text()));
    };
  }

  private Outcome<?> run(RunCommand command) throws IOException, CancelledException {
    List<Argument> arguments = command.arguments();
    return switch (command.verb()) {
      case ADD -> session.add(AddRequest.of(paths(arguments)), Effect.WRITE);
      case BUILD -> session.build(Drift.TOLERATED);
      case CLEAR_CACHE -> session.clearCache();
      case FIX -> session.fix(Effect.WRITE);
      case MIGRATE -> session.migrate(paths(arguments), Effect.WRITE, _ -> {});
      case REBUILD_REGISTRY -> session.rebuildRegistry(Effect.WRITE);
      case RECOVER ->
          arguments.contains(new Argument.OfChoice(Choice.DISCARD))
              ? session.discardUnfinished()
              : session.recover(Effect.WRITE);
      case REMOVE -> session.remove(asset(arguments), Effect.WRITE);
      case SET -> session.set(settings(arguments), Effect.WRITE);
      case CHECK, INIT, INSPECT, LIST, MERGE_FILE, VERSIONS ->
          throw new IllegalArgumentException(command.verb() + " is not offered");
    };
  }

  private List<Path> paths(List<Argument> arguments) {
    return arguments.stream()
        .flatMap(argument ->
            argument instanceof Argument.OfPath(var path)
                ? Stream.of(desk.path(path))
                : Stream.empty())
        .toList();
  }

  private static String asset(List<Argument> arguments) {
    for (Argument argument : arguments) {
      switch (argument) {
        case Argument.OfName(String name) -> {
          return name;
        }
        case Argument.OfId(long id) -> {
          return Long.toString(id);
        }
        case Argument.OfPath _,
            Argument.OfNamedPath _,
            Argument.OfSetting _,
            Argument.OfChoice _ -> {}
      }
    }
    return "";
  }

  private SettingsRequest settings(List<Argument> arguments) {
    List<SettingChange> changes =
        arguments.stream()
            .flatMap(argument ->
                argument instanceof Argument.OfSetting(String member, String value)
                    ? Stream.<SettingChange>of(new SettingChange.Assign(member, value))
                    : Stream.empty())
            .toList();
    return new SettingsRequest(
        changes, paths(arguments).stream().<PathTarget>map(PathTarget.Named::new).toList());
  }
}

package dev.papack.lsp;

import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.Argument.Choice;
import dev.papack.diagnostic.Fix.RunCommand;
import dev.papack.diagnostic.Verb;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.lsp.rpc.Json;
import dev.papack.lsp.rpc.RpcException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a fix asks papack to do, on its way to an editor and back. What comes back is read like
 * anything else that somebody else may have written.
 */
final class FixCommand {
  /** The one command that an editor can ask for. */
  static final String NAME = "papack.run";

  private FixCommand() {}

  /** Whether a fix does something here: one that only lists or shows is for a terminal. */
  static boolean isOffered(RunCommand command) {
    boolean showsOnly = command.arguments().contains(new Argument.OfChoice(Choice.SHOW_ONLY));
    boolean setsOnAdding =
        command.arguments().stream().anyMatch(Argument.OfSetting.class::isInstance);
    return switch (command.verb()) {
      case BUILD, CLEAR_CACHE, FIX, REBUILD_REGISTRY, REMOVE, SET -> true;
      case ADD -> !setsOnAdding;
      case MIGRATE -> !showsOnly;
      case RECOVER -> decidesRecovery(command.arguments());
      case CHECK, INIT, INSPECT, LIST, MERGE_FILE, VERSIONS -> false;
    };
  }

  private static boolean decidesRecovery(List<Argument> arguments) {
    return arguments.contains(new Argument.OfChoice(Choice.CONFIRM))
        || arguments.contains(new Argument.OfChoice(Choice.DISCARD));
  }

  /** As an editor keeps it. */
  static Json write(RunCommand command, String title) {
    return Json.object()
        .put("title", title)
        .put("command", NAME)
        .put(
            "arguments",
            List.of(
                Json.object()
                    .put("verb", command.verb().name())
                    .put("arguments", command.arguments().stream().map(FixCommand::write).toList())
                    .done()))
        .done();
  }

  private static Json write(Argument argument) {
    Json.Builder json = Json.object();
    return switch (argument) {
      case Argument.OfPath(WorkspacePath path) -> json.put("path", path.text()).done();
      case Argument.OfNamedPath(String path) -> json.put("named", path).done();
      case Argument.OfName(String name) -> json.put("name", name).done();
      case Argument.OfId(long id) -> json.put("id", id).done();
      case Argument.OfSetting(String member, String value) ->
          json.put("setting", member).put("value", value).done();
      case Argument.OfChoice(Choice choice) -> json.put("choice", choice.name()).done();
    };
  }

  /** As an editor sends it back. */
  static RunCommand read(Json.Members params) throws RpcException {
    List<Json> sent = params.elements("arguments");
    if (!params.require("command").equals(NAME)
        || sent.size() != 1
        || !(sent.getFirst() instanceof Json.Members command)) {
      throw unknown();
    }
    List<Argument> arguments = new ArrayList<>();
    for (Json argument : command.elements("arguments")) {
      if (!(argument instanceof Json.Members members)) {
        throw unknown();
      }
      arguments.add(argument(members).orElseThrow(FixCommand::unknown));
    }
    RunCommand read = new RunCommand(verb(command.require("verb")), arguments);
    if (!isOffered(read)) {
      throw unknown();
    }
    return read;
  }

  private static Verb verb(String name) throws RpcException {
    for (Verb verb : Verb.values()) {
      if (verb.name().equals(name)) {
        return verb;
      }
    }
    throw unknown();
  }

  private static Optional<Argument> argument(Json.Members argument) throws RpcException {
    try {
      return argument
          .text("path")
          .<Argument>map(path -> new Argument.OfPath(WorkspacePath.of(path)))
          .or(() -> argument.text("named").map(Argument.OfNamedPath::new))
          .or(() -> argument.text("name").map(Argument.OfName::new))
          .or(() -> argument.number("id").stream().mapToObj(Argument.OfId::new).findFirst())
          .or(() ->
              argument
                  .text("setting")
                  .flatMap(member ->
                      argument.text("value").map(value -> new Argument.OfSetting(member, value))))
          .or(() ->
              argument.text("choice").flatMap(FixCommand::choice).map(Argument.OfChoice::new));
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  private static Optional<Choice> choice(String name) {
    for (Choice choice : Choice.values()) {
      if (choice.name().equals(name)) {
        return Optional.of(choice);
      }
    }
    return Optional.empty();
  }

  private static RpcException unknown() {
    return new RpcException(RpcException.INVALID_PARAMS, "there is no such command");
  }
}

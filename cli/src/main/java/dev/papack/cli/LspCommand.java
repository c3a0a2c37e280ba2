package dev.papack.cli;

import dev.papack.Session;
import dev.papack.cli.output.TextOutput;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.json.line.JsonLine;
import dev.papack.lsp.Ending;
import dev.papack.lsp.LanguageServer;
import dev.papack.lsp.Pauses;
import dev.papack.progress.CancelledException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code papack lsp}. */
final class LspCommand implements Command {
  @Override
  public String name() {
    return "lsp";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Serve an editor: the language server for the documents of a workspace",
        List.of(
            "Editors start it; it speaks the language server protocol over standard input and"
                + " output, and opens no connection. Without WORKSPACE, the editor says which one"
                + " it has open. It writes, and takes the lock, only when the editor asks it to"
                + " carry out a fix. Ends with 1 if the editor left without shutdown."),
        List.of("papack lsp", "papack lsp game"),
        List.of(ExitStatus.AT_FAULT, ExitStatus.ENVIRONMENT, ExitStatus.INTERRUPTED));
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(
        CommonOptions.optional(
            "WORKSPACE", "Any folder of the workspace. [default: the editor's]"));
    spec.addOption(CommonOptions.threads());
    spec.addOption(CommonOptions.memory());
  }

  /** Its standard output is the protocol's. */
  @Override
  public List<OutputFormat> formats() {
    return List.of(OutputFormat.TEXT);
  }

  @Override
  public Reach reach(ParseResult arguments) {
    return Reach.WORKSPACE;
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    if (invocation.parameter(0).isEmpty()) {
      return serve(invocation, Optional.empty());
    }
    return switch (invocation.packer().open(invocation.path(invocation.parameter(0).get()))) {
      case Outcome.Refused<Session>(List<Diagnostic> faults) -> Completed.refused(faults);
      case Outcome.Accepted<Session>(Session session, var _) -> {
        List<Diagnostic> faults = confine(invocation, session);
        yield faults.isEmpty()
            ? serve(invocation, Optional.of(session))
            : Completed.refused(faults);
      }
    };
  }

  private static Completed serve(Invocation invocation, Optional<Session> given)
      throws UsageException {
    invocation.packer();
    Ending ending =
        new LanguageServer(
                invocation.input(),
                invocation.output(),
                new LanguageServer.Surroundings(
                    folder -> open(invocation, folder),
                    given,
                    invocation.release().get().version(),
                    Pauses.USUAL,
                    System::currentTimeMillis,
                    invocation.observer()::isCancelled))
            .run();
    return Completed.of(new Result(ending));
  }

  private static Outcome<Session> open(Invocation invocation, Path folder)
      throws IOException, CancelledException {
    try {
      return invocation
          .packer()
          .open(folder)
          .then(session -> {
            List<Diagnostic> faults = confine(invocation, session);
            return faults.isEmpty() ? Outcome.of(session) : new Outcome.Refused<>(faults);
          });
    } catch (UsageException e) {
      throw new IllegalStateException("the options were read before", e);
    }
  }

  /** A workspace that cannot be written can still be read. */
  private static List<Diagnostic> confine(Invocation invocation, Session session)
      throws CancelledException {
    try {
      return invocation.fence().aroundDocuments(session);
    } catch (IOException e) {
      return invocation.fence().aroundNothing();
    }
  }

  private record Result(Ending ending) implements CommandResult {
    @Override
    public void print(TextOutput out) {
      // The editor has been told everything.
    }

    @Override
    public ExitStatus status() {
      return switch (ending) {
        case SHUT_DOWN -> ExitStatus.DONE;
        case LEFT, BROKEN -> ExitStatus.AT_FAULT;
        case CANCELLED -> ExitStatus.INTERRUPTED;
      };
    }

    @Override
    public void write(JsonLine json) {
      // There is no such output.
    }
  }
}

package dev.papack.cli;

import dev.papack.Packer;
import dev.papack.cli.kernel.Confinement;
import dev.papack.cli.output.Arrival;
import dev.papack.cli.output.Coloring;
import dev.papack.cli.output.Destination;
import dev.papack.cli.output.ProgressBar;
import dev.papack.cli.output.ProgressDisplay;
import dev.papack.cli.output.ProgressLog;
import dev.papack.cli.output.TextOutput;
import dev.papack.cli.report.ReportFormat;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Severity;
import dev.papack.progress.CancelledException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Runs a command line, from its arguments to its exit status, with nothing but its surroundings.
 */
final class Papack {
  private final Surroundings surroundings;
  private final TextOutput out;
  private final TextOutput err;
  private final ReportFiles reports;

  Papack(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.out = output(surroundings.out());
    this.err = output(surroundings.err());
    this.reports = new ReportFiles(surroundings);
  }

  private TextOutput output(Destination destination) {
    return new TextOutput(destination, Coloring.of(destination.kind(), surroundings.environment()));
  }

  /**
   * Runs a command line.
   *
   * @param arguments those of the process
   * @return the process's exit status
   */
  int run(String... arguments) {
    Reporter reporter =
        new Reporter(out, err, OutputFormat.foresee(arguments), surroundings, reports);
    ExitStatus status = run(reporter, arguments);
    boolean isLost = out.finish() == Arrival.LOST && status == ExitStatus.DONE;
    if (isLost) {
      err.line("papack: writing to standard output failed");
    }
    err.flush();
    return (isLost ? ExitStatus.ENVIRONMENT : status).code();
  }

  private ExitStatus run(Reporter reporter, String... arguments) {
    try {
      ParseResult parsed = CommandLines.createFor(arguments).parseArgs(arguments);
      if (parsed.isVersionHelpRequested()) {
        return reporter.version();
      }
      List<ParseResult> words = CommandLines.words(parsed);
      Optional<ParseResult> asked =
          words.stream().filter(ParseResult::isUsageHelpRequested).findFirst();
      if (asked.isPresent()) {
        out.lines(help(asked.get()));
        return ExitStatus.DONE;
      }
      Optional<Command> command = CommandLines.find(words);
      return command.isPresent()
          ? runCommand(reporter, words, command.get())
          : reporter.unnamed(help(words.getLast()));
    } catch (ParameterException e) {
      return reporter.usage(e.getCommandLine(), ParameterFault.message(e));
    } catch (OutOfMemoryError e) {
      // There is not even enough to make a diagnostic of it: a sentence is kept ready for that.
      throw e;
    } catch (RuntimeException | Error e) {
      return reporter.defect(e);
    }
  }

  private ExitStatus runCommand(Reporter reporter, List<ParseResult> words, Command command) {
    ParseResult arguments = words.getLast();
    CommandLine grammar = arguments.commandSpec().commandLine();
    try {
      CommonArguments common = CommonArguments.of(words, command.formats());
      Optional<Diagnostic> unconfined = confine(common);
      Path folder = surroundings.folder().resolve(common.folder());
      requirePacks(command, common.reports());
      List<Diagnostic> unopened =
          reports.open(command.name(), common.reports(), folder, output(arguments, folder));
      if (!unopened.isEmpty()) {
        return reporter.completed(command, Completed.refused(unopened), surroundings.isCancelled());
      }
      if (unconfined.filter(Diagnostic::isError).isPresent()) {
        return reporter.completed(
            command, Completed.refused(unconfined.get()), surroundings.isCancelled());
      }
      Reach reach = command.reach(arguments);
      WriteFence fence = new WriteFence(surroundings.sandbox(), common.confinement());
      List<Diagnostic> unfenced = reach == Reach.NOTHING ? fence.aroundNothing() : List.of();
      if (!unfenced.isEmpty()) {
        return reporter.completed(command, Completed.refused(unfenced), surroundings.isCancelled());
      }
      Completed completed;
      try (ProgressDisplay progress = progress(common)) {
        Invocation invocation =
            new Invocation(
                arguments,
                folder,
                surroundings.in(),
                surroundings.out().stream(),
                common.verbosity(),
                new ProgressObserver(progress, surroundings.isCancelled()),
                command.missingOutput(),
                reach,
                fence,
                surroundings.sandbox(),
                surroundings.release(),
                part -> {
                  progress.giveWay();
                  reporter.part(part);
                },
                surroundings.widthCells(),
                watching(reporter, command, common, unconfined, progress));
        completed = patience(invocation, common).run(() -> command.run(invocation));
      }
      return reporter.completed(
          command,
          completed.after(unconfined).with(common.verbosity()),
          surroundings.isCancelled());
    } catch (UsageException e) {
      return reporter.usage(grammar, String.valueOf(e.getMessage()));
    } catch (InvalidPathException e) {
      return reporter.usage(grammar, "\"" + e.getInput() + "\" is not a path: " + e.getReason());
    } catch (OutOfMemoryError e) {
      return reporter.completed(
          command, Completed.refused(Packer.diagnose(e)), surroundings.isCancelled());
    } catch (IOException e) {
      return reporter.completed(
          command, Completed.refused(Packer.diagnose(e)), surroundings.isCancelled());
    } catch (CancelledException e) {
      return reporter.interrupted(command, arguments);
    }
  }

  private static void requirePacks(Command command, List<ReportTarget> reports)
      throws UsageException {
    Optional<ReportFormat> ofPack =
        reports.stream()
            .map(ReportTarget::format)
            .filter(format -> format.content() == ReportFormat.Content.PACK)
            .findFirst();
    if (ofPack.isPresent() && !command.showsPack()) {
      throw new UsageException(
          "a report as "
              + ofPack.get().word()
              + " shows a pack: build, check, inspect and diff make one, not "
              + command.name());
    }
  }

  /** Where a command publishes, as far as the command line alone tells. */
  private static Optional<Path> output(ParseResult arguments, Path folder) {
    return Optional.ofNullable(arguments.<String>matchedOptionValue(CommonOptions.OUTPUT, null))
        .map(folder::resolve);
  }

  private WatchingBuild.Means watching(
      Reporter reporter,
      Command command,
      CommonArguments common,
      Optional<Diagnostic> unconfined,
      ProgressDisplay progress) {
    return new WatchingBuild.Means(
        new WatchingBuild.Reports() {
          @Override
          public void print(Diagnostic diagnostic) {
            progress.giveWay();
            reporter.found(diagnostic);
          }

          @Override
          public Arrival print(WatchedChanges changes, Completed completed) {
            progress.giveWay();
            return reporter.watched(
                command, changes, completed.after(unconfined).with(common.verbosity()));
          }
        },
        patience(Integer.MAX_VALUE, common, "waiting"));
  }

  private Patience patience(Invocation invocation, CommonArguments common) throws UsageException {
    int maxSeconds =
        invocation.number(CommonOptions.WAIT, 0, CommonOptions.MAX_WAIT_SECONDS).orElse(0);
    return patience(maxSeconds, common, "waiting up to " + maxSeconds + " s");
  }

  private Patience patience(int maxSeconds, CommonArguments common, String announcement) {
    return new Patience(
        maxSeconds,
        surroundings.nanoClock(),
        surroundings.isCancelled(),
        locked -> {
          switch (common.verbosity()) {
            case QUIET -> {}
            case NORMAL, VERBOSE -> {
              err.line("papack: " + locked.message() + "; " + announcement);
              err.flush();
            }
          }
        });
  }

  /** Confines the process before it opens any file; a diagnostic if that is not possible. */
  private Optional<Diagnostic> confine(CommonArguments common) {
    return switch (surroundings.sandbox().confine()) {
      case Confinement.InForce inForce -> Optional.empty();
      case Confinement.Unavailable(String reason) ->
          Optional.of(
              Unconfined.diagnostic(reason)
                  .as(
                      switch (common.confinement()) {
                        case OPTIONAL -> Severity.NOTE;
                        case REQUIRED, STRICT -> Severity.ERROR;
                      }));
    };
  }

  private static String help(ParseResult parsed) {
    return parsed.commandSpec().commandLine().getUsageMessage(CommandLine.Help.Ansi.OFF);
  }

  private ProgressDisplay progress(CommonArguments common) {
    return switch (common.verbosity()) {
      case QUIET -> ProgressDisplay.NONE;
      case NORMAL, VERBOSE ->
          switch (surroundings.err().kind()) {
            case FILE -> new ProgressLog(err, surroundings.nanoClock());
            case TERMINAL ->
                new ProgressBar(err, surroundings.nanoClock(), surroundings.widthCells()).animate();
          };
    };
  }
}

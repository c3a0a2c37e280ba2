package dev.papack.cli;

import dev.papack.cli.output.Amount;
import dev.papack.cli.output.Arrival;
import dev.papack.cli.output.DiagnosticJson;
import dev.papack.cli.output.DiagnosticText;
import dev.papack.cli.output.PrintableJson;
import dev.papack.cli.output.Standing;
import dev.papack.cli.output.Style;
import dev.papack.cli.output.TextOutput;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Severity;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Prints how a command ended, and returns the exit status that it printed. */
final class Reporter {
  /** Further diagnostics are only counted. */
  static final int MAX_DIAGNOSTICS = 1_000;

  /** The version of the kind {@code result}. */
  private static final int RESULT_VERSION = 1;

  private final TextOutput out;
  private final TextOutput err;
  private final OutputFormat format;
  private final Surroundings surroundings;
  private final ReportFiles reports;

  Reporter(
      TextOutput out,
      TextOutput err,
      OutputFormat format,
      Surroundings surroundings,
      ReportFiles reports) {
    this.out = out;
    this.err = err;
    this.format = format;
    this.surroundings = surroundings;
    this.reports = reports;
  }

  /** A command ran to its end, perhaps because it was cancelled too late. */
  ExitStatus completed(Command command, Completed completed, BooleanSupplier isCancelled) {
    boolean isInterrupted = isCancelled.getAsBoolean();
    ExitStatus ended = isInterrupted ? ExitStatus.INTERRUPTED : completed.status();
    Completed whole =
        completed.afterAll(
            reports.write(
                ended.ending(Optional.empty()),
                completed.diagnostics(),
                completed.workspace(),
                completed.pack()));
    ExitStatus status = isInterrupted ? ExitStatus.INTERRUPTED : whole.status();
    switch (format) {
      case TEXT -> text(command, whole, status, CommandResult::print);
      case MARKDOWN -> text(command, whole, status, CommandResult::printMarkdown);
      case JSON -> json(command, whole, status);
    }
    reports.print(out);
    return status;
  }

  /** A command that found nothing out, for the reason that a message says. */
  private void report(ExitStatus status, String message) {
    List<Diagnostic> unwritten =
        reports.write(
            status.ending(Optional.of(message)), List.of(), Optional.empty(), new ShownPack.None());
    unwritten.forEach(fault -> err.line("papack: " + fault.message()));
    reports.print(out);
  }

  /** One of several builds of a command that goes on. */
  Arrival watched(Command command, WatchedChanges changes, Completed completed) {
    switch (format) {
      case TEXT, MARKDOWN -> changes.print(surroundings.time().get(), out);
      case JSON -> {}
    }
    ExitStatus _ = completed(command, completed, () -> false);
    err.flush();
    return out.finish();
  }

  /** Something that is found before the command is done, and that no result counts. */
  void found(Diagnostic diagnostic) {
    Completed alone = new Completed(List.of(diagnostic), Optional.empty());
    switch (format) {
      case TEXT, MARKDOWN -> {
        int _ = print(alone);
      }
      case JSON -> out.line(new DiagnosticJson(standing(alone)).line(diagnostic));
    }
    out.flush();
    err.flush();
  }

  private Standing standing(Completed completed) {
    return StandingSearch.find(surroundings.folder(), completed.workspace());
  }

  /** A part of a result, printed at once so that not all parts are held in memory. */
  void part(ResultPart part) {
    switch (format) {
      case TEXT, MARKDOWN -> part.print(out);
      case JSON -> out.line(PrintableJson.of(part.artifact(), part.schemaVersion(), part::write));
    }
    out.flush();
  }

  /** The command line is invalid: one line, and where to read more. */
  ExitStatus usage(CommandLine grammar, String message) {
    String name = grammar.getCommandSpec().qualifiedName();
    err.print(Style.ERROR, "papack").line(": " + message + " (see " + name + " --help)");
    resultWithoutCommand(ExitStatus.USAGE, message);
    report(ExitStatus.USAGE, message);
    return ExitStatus.USAGE;
  }

  /** Which papack this is. */
  ExitStatus version() {
    Release told = surroundings.release().get();
    switch (format) {
      case TEXT, MARKDOWN -> told.print(out);
      case JSON ->
          out.line(
              PrintableJson.of(
                  "result",
                  RESULT_VERSION,
                  json -> {
                    json.put("exit_status", ExitStatus.DONE.code());
                    told.write(json);
                  }));
    }
    return ExitStatus.DONE;
  }

  /** There is no command: the help. */
  ExitStatus unnamed(String help) {
    err.lines(help);
    resultWithoutCommand(ExitStatus.USAGE, "no command given");
    return ExitStatus.USAGE;
  }

  /** The command was cancelled in time. */
  ExitStatus interrupted(Command command, ParseResult arguments) {
    err.line("papack " + command.name() + ": " + command.interrupted(arguments));
    if (format == OutputFormat.JSON) {
      out.line(result(command, List.of(), ExitStatus.INTERRUPTED, Optional.empty()));
    }
    report(ExitStatus.INTERRUPTED, "interrupted; nothing was changed");
    return ExitStatus.INTERRUPTED;
  }

  /** A bug in this program; the trace is for those who fix it. */
  ExitStatus defect(Throwable defect) {
    StringWriter trace = new StringWriter();
    defect.printStackTrace(new PrintWriter(trace));
    String message =
        "this is a bug in papack "
            + surroundings.release().get().version()
            + ", not an error in your files";
    err.print(Style.ERROR, "papack")
        .line(": " + message + "; please report it with the following lines:");
    trace.toString().lines().forEach(line -> err.line(line.replace("\t", "    ")));
    resultWithoutCommand(ExitStatus.DEFECT, message);
    report(ExitStatus.DEFECT, message);
    return ExitStatus.DEFECT;
  }

  private void resultWithoutCommand(ExitStatus status, String message) {
    if (format == OutputFormat.JSON) {
      out.line(
          PrintableJson.of(
              "result",
              RESULT_VERSION,
              json -> json.put("exit_status", status.code()).put("message", message)));
    }
  }

  private void text(
      Command command,
      Completed completed,
      ExitStatus status,
      BiConsumer<CommandResult, TextOutput> printer) {
    completed.result().ifPresent(result -> printer.accept(result, out));
    out.flush();
    int unprinted = print(completed);
    if (unprinted > 0) {
      err.line("... and " + Amount.counted(unprinted, "more diagnostic"));
    }
    if (!completed.diagnostics().isEmpty()) {
      String verb = completed.result().isPresent() ? "" : " failed";
      err.print(status == ExitStatus.DONE ? Style.WARNING : Style.ERROR, command.name() + verb)
          .line(": " + String.join(", ", counts(completed.diagnostics())));
      completed.diagnostics().stream()
          .filter(Diagnostic::isError)
          .findFirst()
          .ifPresent(first -> err.line("for more, run papack explain " + first.code().id()));
    }
    if (status == ExitStatus.INTERRUPTED) {
      err.line("papack " + command.name() + ": finished before it could be interrupted");
    }
  }

  /** Prints what was found, and returns how much of it was not. */
  private int print(Completed completed) {
    DiagnosticText printer =
        new DiagnosticText(
            err,
            standing(completed),
            err.hasPictures()
                ? PicturedPlaces.find(completed.diagnostics(), completed.workspace())
                : Map.of());
    List<Section> sections =
        completed
            .result()
            .map(result -> result.sections(completed.diagnostics()))
            .orElseGet(
                () -> AlikeFindings.besideErrors(completed.diagnostics(), completed.verbosity()));
    int left = MAX_DIAGNOSTICS;
    int unprinted = 0;
    for (Section section : sections) {
      List<Diagnostic> all = section.diagnostics();
      int shown = Math.min(left, section.detail() == Section.Detail.FIRST ? 1 : all.size());
      if (shown > 0 && !section.title().isEmpty()) {
        err.print(Style.STRONG, section.title()).endLine();
        err.endLine();
      }
      switch (section.detail()) {
        case WHOLE -> {
          all.subList(0, shown).forEach(printer::print);
          unprinted += all.size() - shown;
        }
        case LINES -> {
          printer.printLines(all.subList(0, shown));
          unprinted += all.size() - shown;
        }
        case FIRST -> {
          if (shown > 0) {
            printer.printFirst(all);
          } else {
            unprinted += all.size();
          }
        }
      }
      left -= shown;
    }
    return unprinted;
  }

  private static List<String> counts(List<Diagnostic> diagnostics) {
    List<String> counts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = count(diagnostics, severity);
      if (count > 0) {
        counts.add(Amount.counted(count, severity.label()));
      }
    }
    return counts;
  }

  private static long count(List<Diagnostic> diagnostics, Severity severity) {
    return diagnostics.stream().filter(one -> one.severity() == severity).count();
  }

  private void json(Command command, Completed completed, ExitStatus status) {
    List<Diagnostic> diagnostics = completed.diagnostics();
    DiagnosticJson printer = new DiagnosticJson(standing(completed));
    diagnostics.stream()
        .limit(MAX_DIAGNOSTICS)
        .forEach(diagnostic -> out.line(printer.line(diagnostic)));
    out.line(result(command, diagnostics, status, completed.result()));
  }

  private static String result(
      Command command,
      List<Diagnostic> diagnostics,
      ExitStatus status,
      Optional<CommandResult> result) {
    return PrintableJson.of(
        "result",
        RESULT_VERSION,
        json -> {
          json.put("command", command.name())
              .put("exit_status", status.code())
              .put("errors", count(diagnostics, Severity.ERROR))
              .put("warnings", count(diagnostics, Severity.WARNING))
              .put("notes", count(diagnostics, Severity.NOTE))
              .put("unprinted", Math.max(0, diagnostics.size() - MAX_DIAGNOSTICS));
          result.ifPresent(one -> one.write(json));
        });
  }
}

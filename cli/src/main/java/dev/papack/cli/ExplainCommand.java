package dev.papack.cli;

import dev.papack.cli.output.TextOutput;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.DiagnosticPage;
import dev.papack.diagnostic.Suggestion;
import dev.papack.json.line.JsonLine;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** {@code papack explain}. */
final class ExplainCommand implements Command {
  @Override
  public String name() {
    return "explain";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Explain a diagnostic code",
        List.of("Lists all codes if none is given."),
        List.of("papack explain", "papack explain PA4002", "papack explain version_too_new"),
        List.of(ExitStatus.AT_FAULT));
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(
        CommonOptions.optional(
            "CODE", "A code such as PA4002, or its name. [default: list all codes]"));
  }

  @Override
  public Completed run(Invocation invocation) throws UsageException {
    Optional<String> text = invocation.parameter(0);
    if (text.isEmpty()) {
      return Completed.of(new Listing(List.of(DiagnosticCode.values())));
    }
    Optional<DiagnosticCode> code = DiagnosticCode.find(text.get());
    if (code.isEmpty()) {
      throw new UsageException("unknown code \"" + text.get() + "\"" + suggestion(text.get()));
    }
    return Completed.of(new Page(code.get()));
  }

  private static String suggestion(String text) {
    List<String> names =
        Arrays.stream(DiagnosticCode.values())
            .flatMap(code -> Stream.of(code.id(), code.name()))
            .toList();
    return Suggestion.closest(text, names).map(name -> "; did you mean " + name + "?").orElse("");
  }

  /** Tests make sure that every code has a page; if one has none, its code is shown. */
  private static String title(DiagnosticCode code) {
    return DiagnosticPage.find(code).map(DiagnosticPage::title).orElseGet(code::toString);
  }

  private record Listing(List<DiagnosticCode> codes) implements CommandResult {
    /** Copies the list. */
    private Listing {
      codes = List.copyOf(codes);
    }

    @Override
    public void print(TextOutput out) {
      codes.forEach(code -> out.line(title(code)));
    }

    @Override
    public void write(JsonLine json) {
      json.putObjects(
          "codes",
          codes,
          (inner, code) ->
              inner.put("code", code.id()).put("name", code.name()).put("title", title(code)));
    }
  }

  private record Page(DiagnosticCode code) implements CommandResult {
    @Override
    public void print(TextOutput out) {
      out.lines(markdown());
    }

    @Override
    public void write(JsonLine json) {
      json.put("code", code.id()).put("name", code.name()).put("markdown", markdown());
    }

    private String markdown() {
      return DiagnosticPage.find(code)
          .map(DiagnosticPage::markdown)
          .orElseGet(() -> code + "\n\nThis papack has no page for this code.\n");
    }
  }
}

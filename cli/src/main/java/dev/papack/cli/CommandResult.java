package dev.papack.cli;

import dev.papack.cli.output.TextOutput;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.json.line.JsonLine;
import java.util.List;

/** What a command prints when it is done. */
interface CommandResult {
  /** As text. */
  void print(TextOutput out);

  /** As Markdown, for a command that supports it. */
  default void printMarkdown(TextOutput out) {
    print(out);
  }

  /** The exit status if no diagnostic demands another. */
  default ExitStatus status() {
    return ExitStatus.DONE;
  }

  /** The diagnostics, grouped for people. */
  default List<Section> sections(List<Diagnostic> diagnostics) {
    return List.of(new Section("", Section.Detail.WHOLE, diagnostics));
  }

  /** As JSON: members of the result object. */
  void write(JsonLine json);
}

package dev.papack.cli;

import dev.papack.cli.output.JsonLine;
import dev.papack.cli.output.TextOutput;
import dev.papack.diagnostic.Diagnostic;
import java.util.List;

/** What a command has to say when it is done. */
interface CommandResult {
  /** For people. */
  void print(TextOutput out);

  /** For people who read it elsewhere, of a command that knows Markdown. */
  default void printMarkdown(TextOutput out) {
    print(out);
  }

  /** What the process says where no diagnostic says more. */
  default ExitStatus status() {
    return ExitStatus.DONE;
  }

  /** The diagnostics as people read them. */
  default List<Section> sections(List<Diagnostic> diagnostics) {
    return List.of(new Section("", Section.Detail.WHOLE, diagnostics));
  }

  /** For programs: members of the result object. */
  void write(JsonLine json);
}

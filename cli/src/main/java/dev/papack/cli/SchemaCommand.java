package dev.papack.cli;

import dev.papack.Packer;
import dev.papack.cli.output.TextOutput;
import dev.papack.json.line.JsonLine;
import dev.papack.result.SchemaText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;

/** {@code papack schema}. */
final class SchemaCommand implements Command {
  @Override
  public String name() {
    return "schema";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Print the JSON Schema of a kind of document",
        List.of(
            "For editors that check and complete JSON by a schema. Kinds: "
                + String.join(", ", Packer.schemas().keySet())
                + "."),
        List.of("papack schema asset", "papack schema index 2 > index-2.schema.json"),
        List.of(ExitStatus.AT_FAULT, ExitStatus.VERSION));
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(CommonOptions.required(0, "KIND", "A kind of document, such as asset."));
    spec.addPositional(
        CommonOptions.optional(1, "VERSION", "A version of the kind. [default: the newest]"));
  }

  @Override
  public Completed run(Invocation invocation) throws UsageException {
    Optional<String> version = invocation.parameter(1);
    if (version.filter(text -> !text.matches("-?[0-9]{1,9}")).isPresent()) {
      throw new UsageException("VERSION is a number, not \"" + version.get() + "\"");
    }
    return Completed.of(
        Packer.requireSchema(
            invocation.parameter(0).orElse(""),
            version.map(Integer::valueOf).map(OptionalInt::of).orElse(OptionalInt.empty())),
        Result::new);
  }

  private record Result(SchemaText schema) implements CommandResult {
    @Override
    public void print(TextOutput out) {
      out.lines(schema.text());
    }

    @Override
    public void write(JsonLine json) {
      json.put("kind", schema.kind()).put("version", schema.version()).put("schema", schema.text());
    }
  }
}

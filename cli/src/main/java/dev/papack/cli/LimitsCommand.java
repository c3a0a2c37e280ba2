package dev.papack.cli;

import dev.papack.Packer;
import dev.papack.cli.output.Amount;
import dev.papack.cli.output.Table;
import dev.papack.cli.output.Table.Column;
import dev.papack.cli.output.TextOutput;
import dev.papack.json.line.JsonLine;
import dev.papack.result.Limit;
import dev.papack.result.MemoryNeed;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/** {@code papack limits}. */
final class LimitsCommand implements Command {
  @Override
  public String name() {
    return "limits";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "List the limits of what papack accepts, and the memory it takes",
        List.of(
            "All limits are inclusive. Memory is what one input takes at most while it is converted"
                + " or read."),
        List.of("papack limits", "papack limits --format json"),
        List.of());
  }

  @Override
  public void declare(CommandSpec spec) {}

  @Override
  public Completed run(Invocation invocation) {
    return Completed.of(new Result(Packer.limits(), Packer.memoryNeeds()));
  }

  private record Result(List<Limit> limits, List<MemoryNeed> memory) implements CommandResult {
    /** Copies the list. */
    private Result {
      limits = List.copyOf(limits);
      memory = List.copyOf(memory);
    }

    @Override
    public void print(TextOutput out) {
      Table table = new Table(Column.text("LIMIT"), Column.number("VALUE"), Column.text("UNIT"));
      for (Limit limit : limits) {
        table.row(limit.name(), String.format(Locale.ROOT, "%,d", limit.value()), unit(limit));
      }
      table.print(out);
      out.line("");
      Table needs =
          new Table(Column.text("MEMORY FOR"), Column.number("AT MOST"), Column.text("FORMULA"));
      for (MemoryNeed need : memory) {
        needs.row(need.name(), Amount.bytes(need.mostBytes()), need.formula());
      }
      needs.print(out);
    }

    @Override
    public void write(JsonLine json) {
      json.putObjects(
          "limits",
          limits,
          (inner, limit) ->
              inner
                  .put("name", limit.name())
                  .put("value", limit.value())
                  .put("unit", limit.unit().name().toLowerCase(Locale.ROOT)));
      json.putObjects(
          "memory",
          memory,
          (inner, need) ->
              inner
                  .put("name", need.name())
                  .put("formula", need.formula())
                  .put("most_bytes", need.mostBytes()));
    }

    private static String unit(Limit limit) {
      return switch (limit.unit()) {
        case BYTES -> "bytes, " + Amount.bytes(limit.value());
        case PIXELS -> "pixels";
        case FRAMES -> "frames";
        case HERTZ -> "Hz";
        case COUNT -> "";
      };
    }
  }
}

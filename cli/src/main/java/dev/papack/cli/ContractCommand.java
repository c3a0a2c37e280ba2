package dev.papack.cli;

import dev.papack.Packer;
import dev.papack.cli.output.Amount;
import dev.papack.cli.output.Table;
import dev.papack.cli.output.Table.Column;
import dev.papack.cli.output.TextOutput;
import dev.papack.json.line.JsonLine;
import dev.papack.result.ContractArtifact;
import dev.papack.result.FormatVersions;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** {@code papack contract}. */
final class ContractCommand implements Command {
  @Override
  public String name() {
    return "contract";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "List the files that a shipper can rely on: where they are and who reads them",
        List.of(
            "A shipper is a program that puts a game onto a cartridge. The list is the same for every workspace. Ship every artifact marked \"runtime\","
                + " unmodified, after papack verify has accepted it."),
        List.of("papack contract", "papack contract --format json"),
        List.of());
  }

  @Override
  public void declare(CommandSpec spec) {}

  @Override
  public Completed run(Invocation invocation) {
    List<ContractArtifact> artifacts = Packer.contract();
    invocation.parts().accept(new Contract(artifacts));
    return Completed.of(new Result(artifacts.size()));
  }

  /** The table; in JSON an object with its own version. */
  private record Contract(List<ContractArtifact> artifacts) implements ResultPart {
    /** Copies the list. */
    private Contract {
      artifacts = List.copyOf(artifacts);
    }

    @Override
    public String artifact() {
      return "contract";
    }

    @Override
    public int schemaVersion() {
      return ContractArtifact.CONTRACT_VERSION;
    }

    @Override
    public void print(TextOutput out) {
      Table table =
          new Table(
              Column.text("ARTIFACT"),
              Column.text("KIND"),
              Column.text("AUDIENCE"),
              Column.text("LIFECYCLE"),
              Column.text("PACK ID"),
              Column.text("VERSIONS"));
      for (ContractArtifact artifact : artifacts) {
        table.row(
            artifact.path(),
            artifact.kind(),
            artifact.audience().label(),
            artifact.lifecycle().label(),
            artifact.packIdPlace().orElse("-"),
            artifact.versions().stream().map(Contract::window).collect(Collectors.joining("; ")));
      }
      table.print(out);
    }

    /** The versions that are read; the last of them is written. */
    private static String window(FormatVersions versions) {
      return versions.format()
          + " "
          + versions.oldest()
          + (versions.oldest() == versions.current() ? "" : " to " + versions.current());
    }

    @Override
    public void write(JsonLine json) {
      json.putObjects("artifacts", artifacts, Contract::write);
    }

    private static void write(JsonLine json, ContractArtifact artifact) {
      json.put("path", artifact.path())
          .put("kind", artifact.kind())
          .put("audience", artifact.audience().label())
          .put("lifecycle", artifact.lifecycle().label())
          .put("pack_id", artifact.packIdPlace())
          .putObjects("versions", artifact.versions(), VersionsCommand::write);
    }
  }

  private record Result(int artifactCount) implements CommandResult {
    @Override
    public void print(TextOutput out) {
      out.line(Amount.counted(artifactCount, "artifact") + " in every workspace");
    }

    @Override
    public void write(JsonLine json) {
      json.put("artifact_count", artifactCount);
    }
  }
}

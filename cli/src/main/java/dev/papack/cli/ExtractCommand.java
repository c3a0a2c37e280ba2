package dev.papack.cli;

import dev.papack.Packer;
import dev.papack.cli.output.TextOutput;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.json.line.JsonLine;
import dev.papack.progress.CancelledException;
import dev.papack.result.Existing;
import dev.papack.result.Extracted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code papack extract}. */
final class ExtractCommand implements Command {
  private static final String OUTPUT = "--output";
  private static final String FORCE = "--force";

  @Override
  public String name() {
    return "extract";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Write an asset of a pack as a PNG or WAV file",
        List.of("A TILES bank becomes a PNG with transparency, a SOUNDS bank a WAV with its loop."),
        List.of(
            "papack extract assets.pa sprites/hero -o hero.png",
            "papack extract assets.pa 1839203411 -o hero.png --force"),
        ExitStatus.OF_WORK);
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(CommonOptions.required(0, "PACK", "A pack, or a workspace."));
    spec.addPositional(
        CommonOptions.required(1, "NAME|ID", "The asset's name, or its id in digits."));
    spec.addOption(
        CommonOptions.text("-o", OUTPUT)
            .paramLabel("FILE")
            .required(true)
            .description("The file to write.")
            .build());
    spec.addOption(CommonOptions.flag(FORCE).description("Replace an existing file.").build());
  }

  @Override
  public Reach reach(ParseResult arguments) {
    return Reach.NAMED;
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    Path pack = invocation.path(invocation.parameter(0).orElseThrow());
    Packer packer = invocation.packer();
    Path file = packer.isFolder(pack) ? pack.resolve("assets.pa") : pack;
    Path output = invocation.path(invocation.text(OUTPUT).orElseThrow());
    List<Diagnostic> faults = invocation.fence().aroundOutput(packer, output, List.of(file));
    return faults.isEmpty()
        ? Completed.of(
            packer.extract(
                file,
                invocation.parameter(1).orElseThrow(),
                output,
                invocation.has(FORCE) ? Existing.REPLACE : Existing.KEEP),
            Result::new)
        : Completed.refused(faults);
  }

  private record Result(Extracted extracted) implements CommandResult {
    @Override
    public void print(TextOutput out) {
      out.line(
          "wrote "
              + extracted.entry().assetName().text()
              + " (id "
              + extracted.entry().assetId()
              + ", "
              + extracted.entry().metadata().bankType()
              + ") to "
              + extracted.file());
    }

    @Override
    public void write(JsonLine json) {
      json.put("asset_id", extracted.entry().assetId())
          .put("name", extracted.entry().assetName().text())
          .put("bank", extracted.entry().metadata().bankType().name())
          .put("file", extracted.file().toString());
    }
  }
}

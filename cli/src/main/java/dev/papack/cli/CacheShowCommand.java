package dev.papack.cli;

import dev.papack.cli.output.Amount;
import dev.papack.cli.output.TextOutput;
import dev.papack.container.PackId;
import dev.papack.json.line.JsonLine;
import dev.papack.progress.CancelledException;
import dev.papack.result.CacheContents;
import dev.papack.result.CacheState;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code papack cache show}. */
final class CacheShowCommand implements Command {
  @Override
  public String name() {
    return "cache show";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Show what the last build left for the next one",
        List.of(
            "A build remembers in .papack which sources and settings each bank was made from."
                + " Writes nothing."),
        List.of("papack cache show"),
        ExitStatus.OF_WORK);
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(CommonOptions.workspace());
    spec.addOption(CommonOptions.output());
  }

  @Override
  public Reach reach(ParseResult arguments) {
    return Reach.NOTHING;
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    return invocation.inDamagedWorkspace(session -> Completed.of(session.cache(), Result::new));
  }

  private record Result(CacheContents cache) implements CommandResult {
    @Override
    public void print(TextOutput out) {
      if (cache.state() != CacheState.VALID) {
        out.line(cache.state().sentence() + ": the next build converts everything");
        return;
      }
      out.line(
          Amount.counted(cache.assetCount(), "asset")
              + ", "
              + Amount.bytes(cache.sizeBytes())
              + "; "
              + cache.trustedFileCount()
              + " of "
              + Amount.counted(cache.fileCount(), "file")
              + " need not be read again");
      cache.packId().ifPresent(packId -> out.line("of the pack " + packId.hex()));
    }

    @Override
    public void write(JsonLine json) {
      json.put("cache", cache.state().label())
          .put("pack_id", cache.packId().map(PackId::hex))
          .put("asset_count", cache.assetCount())
          .put("file_count", cache.fileCount())
          .put("trusted_file_count", cache.trustedFileCount())
          .put("cache_bytes", cache.sizeBytes());
    }
  }
}

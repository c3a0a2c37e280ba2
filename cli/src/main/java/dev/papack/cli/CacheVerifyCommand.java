package dev.papack.cli;

import dev.papack.cli.output.Amount;
import dev.papack.cli.output.TextOutput;
import dev.papack.json.line.JsonLine;
import dev.papack.progress.CancelledException;
import dev.papack.result.CacheSample;
import dev.papack.result.CacheState;
import dev.papack.result.CacheVerification;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;

/** {@code papack cache verify}. */
final class CacheVerifyCommand implements Command {
  private static final String SAMPLE = "--sample";
  private static final String ALL = "--all";
  private static final int MAX_SAMPLE = 131_072;

  @Override
  public String name() {
    return "cache verify";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Convert some assets again and compare them with the cache",
        List.of(
            "Takes assets that the next build would not convert. Which ones depends on the pack."
                + " Writes nothing."),
        List.of("papack cache verify", "papack cache verify --all"),
        ExitStatus.OF_WORK);
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(CommonOptions.workspace());
    spec.addOption(CommonOptions.output());
    spec.addOption(
        CommonOptions.number(SAMPLE)
            .paramLabel("N")
            .description("Convert N assets. [default: " + CacheSample.USUAL_COUNT + "]")
            .build());
    spec.addOption(CommonOptions.flag(ALL).description("Convert all of them.").build());
    spec.addOption(CommonOptions.threads());
    spec.addOption(CommonOptions.memory());
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    OptionalInt count = invocation.number(SAMPLE, 1, MAX_SAMPLE);
    if (invocation.has(ALL) && count.isPresent()) {
      throw new UsageException(SAMPLE + " and " + ALL + " cannot be used together");
    }
    CacheSample sample =
        invocation.has(ALL)
            ? CacheSample.ALL
            : count.isPresent() ? new CacheSample(count.getAsInt()) : CacheSample.USUAL;
    return invocation.inWorkspace(
        session -> Completed.of(session.verifyCache(sample), Result::new));
  }

  private record Result(CacheVerification verified) implements CommandResult {
    @Override
    public void print(TextOutput out) {
      if (verified.state() != CacheState.VALID) {
        out.line(verified.state().sentence() + ": there is nothing to verify");
        return;
      }
      out.line(
          verified.verifiedCount()
              + " of "
              + Amount.counted(verified.assetCount(), "asset")
              + " converted again, all the same");
      if (verified.changedCount() > 0) {
        out.line(verified.changedCount() + " changed since the last build and were left out");
      }
    }

    @Override
    public void write(JsonLine json) {
      json.put("cache", verified.state().label())
          .put("asset_count", verified.assetCount())
          .put("verified_count", verified.verifiedCount())
          .put("changed_count", verified.changedCount());
    }
  }
}

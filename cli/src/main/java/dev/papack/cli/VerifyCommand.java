package dev.papack.cli;

import dev.papack.cli.output.Amount;
import dev.papack.cli.output.Style;
import dev.papack.cli.output.TextOutput;
import dev.papack.json.line.JsonLine;
import dev.papack.progress.CancelledException;
import dev.papack.result.PackListing;
import dev.papack.result.Recorded;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code papack verify}. */
final class VerifyCommand implements Command {
  private static final String SOURCES = "--sources";

  @Override
  public String name() {
    return "verify";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Verify every byte of a pack, and the companions of a workspace",
        List.of(
            "A workspace's own pack is verified with its companions in build/, any other pack alone.",
            "With --sources, every source that the build recorded must be on the disk, unchanged."),
        List.of(
            "papack verify",
            "papack verify --sources",
            "papack verify --format json game/assets.pa"),
        ExitStatus.OF_WORK);
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(PackTarget.parameter());
    spec.addOption(CommonOptions.output());
    spec.addOption(
        CommonOptions.flag(SOURCES)
            .description("Compare the recorded sources with those on the disk, too.")
            .build());
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    Recorded sources = invocation.has(SOURCES) ? Recorded.COMPARED : Recorded.IGNORED;
    return PackTarget.open(
        invocation,
        session ->
            Completed.of(
                session.verify(sources),
                listing -> new Result(listing, "the pack and its companions")),
        pack ->
            Completed.of(
                invocation.packer().verify(pack), listing -> new Result(listing, "the pack")));
  }

  private record Result(PackListing listing, String subject) implements CommandResult {
    @Override
    public void print(TextOutput out) {
      out.print(Style.GOOD, "valid").line(": every byte of " + subject);
      out.line(
          "  "
              + Amount.counted(listing.header().assetTable().size(), "asset")
              + ", "
              + Amount.bytes(listing.fileBytes()));
      out.line("  pack id " + listing.packId().hex());
    }

    @Override
    public void write(JsonLine json) {
      json.put("pack_id", listing.packId().hex())
          .put("asset_count", listing.header().assetTable().size())
          .put("pack_bytes", listing.fileBytes())
          .putObjects(
              "versions",
              listing.versions(),
              (inner, found) ->
                  inner.put("format", found.format()).put("version", found.version()));
    }
  }
}

package dev.papack.cli;

import dev.papack.Session;
import dev.papack.progress.CancelledException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code papack inspect}. */
final class InspectCommand implements Command {
  private static final String PALETTES = "--palettes";
  private static final String FRAMES = "--frames";

  @Override
  public String name() {
    return "inspect";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "List what is in a pack, and how many bytes each part takes",
        List.of(
            "Checks the pack up to its header, with "
                + PALETTES
                + " every picture; papack verify checks everything. A pack has no tags, slices and"
                + " durations: "
                + FRAMES
                + " takes them from build/asset_table_metadata.json of the workspace."),
        List.of(
            "papack inspect",
            "papack inspect game/assets.pa",
            "papack inspect --palettes",
            "papack inspect --frames"),
        List.of(ExitStatus.AT_FAULT, ExitStatus.VERSION, ExitStatus.ENVIRONMENT));
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addOption(
        CommonOptions.flag(PALETTES)
            .description("Show how many palettes each picture has, and needs at least.")
            .build());
    spec.addOption(
        CommonOptions.flag(FRAMES)
            .description("Show durations, tags and slices of pictures that have frames.")
            .build());
    spec.addPositional(PackTarget.parameter());
    spec.addOption(CommonOptions.output());
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    return PackTarget.open(
        invocation, session -> published(invocation, session), pack -> file(invocation, pack));
  }

  private static Completed published(Invocation invocation, Session session)
      throws IOException, CancelledException {
    if (!invocation.has(PALETTES) && !invocation.has(FRAMES)) {
      return Completed.of(session.inspect(), InspectResult::of);
    }
    if (!invocation.has(FRAMES)) {
      return Completed.of(session.inspectPalettes(), InspectResult::of);
    }
    if (!invocation.has(PALETTES)) {
      return Completed.of(session.inspectFrames(), InspectResult::of);
    }
    return Completed.of(
        session
            .inspectPalettes()
            .then(palettes ->
                session
                    .inspectFrames()
                    .map(frames -> InspectResult.of(frames).with(palettes.needs()))),
        result -> result);
  }

  private static Completed file(Invocation invocation, Path pack)
      throws UsageException, IOException, CancelledException {
    if (invocation.has(FRAMES)) {
      throw new UsageException(
          FRAMES + " needs a workspace: a pack alone has no durations, tags and slices");
    }
    return invocation.has(PALETTES)
        ? Completed.of(invocation.packer().inspectPalettes(pack), InspectResult::of)
        : Completed.of(invocation.packer().inspect(pack), InspectResult::of);
  }
}

package dev.papack.cli;

import dev.papack.Session;
import dev.papack.cli.InspectView.Order;
import dev.papack.container.Entry;
import dev.papack.container.PackException;
import dev.papack.container.TilesMetadata;
import dev.papack.progress.CancelledException;
import dev.papack.report.BankPicture;
import dev.papack.result.OpenPack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** {@code papack inspect}. */
final class InspectCommand implements Command {
  private static final String PALETTES = "--palettes";
  private static final String PICTURES = "--pictures";
  private static final String SORT = "--sort";
  private static final String FILTER = "--filter";

  /** More banks than anybody scrolls through, and their pictures fit into memory. */
  private static final int MAX_PICTURES = 500;

  private static final int MAX_PICTURE_ROWS = 160;
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
            "Checks the pack up to its header, and with "
                + PALETTES
                + " or "
                + PICTURES
                + " every picture; papack verify checks everything. A pack has no tags, slices and"
                + " durations: "
                + FRAMES
                + " takes them from build/asset_table_metadata.json of the workspace.",
            "Pictures are drawn in a terminal that shows all colours (COLORTERM=truecolor), and not"
                + " where NO_COLOR is set. FORCE_COLOR=3 draws them anywhere."),
        List.of(
            "papack inspect",
            "papack inspect game/assets.pa",
            "papack inspect --palettes",
            "papack inspect --frames",
            "papack inspect --sort size --filter 'sprites/**'",
            "papack inspect --pictures --filter 'sprites/hero*'",
            "papack inspect --report html=game.html"),
        ExitStatus.OF_WORK);
  }

  @Override
  public boolean showsPack() {
    return true;
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
    spec.addOption(
        CommonOptions.flag(PICTURES)
            .description("Draw every TILES bank, if the terminal shows all colours.")
            .build());
    spec.addOption(
        CommonOptions.choice(SORT, Stream.of(Order.values()).map(InspectCommand::word).toList())
            .description("List the largest assets first, or assets by name; and total folders.")
            .build());
    spec.addOption(
        CommonOptions.text(FILTER)
            .paramLabel("PATTERN")
            .description(
                "List assets with such names; * stands for any part of a name, ** for any folders."
                    + " Put it in quotes.")
            .build());
    spec.addPositional(PackTarget.parameter());
    spec.addOption(CommonOptions.output());
  }

  private static String word(Order order) {
    return order.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    InspectView view =
        new InspectView(
            invocation.choice(SORT, Order.values()), invocation.text(FILTER).map(NamePattern::of));
    if (invocation.has(PICTURES)) {
      if (invocation.has(PALETTES) || invocation.has(FRAMES)) {
        throw new UsageException(PICTURES + " cannot be used with " + PALETTES + " or " + FRAMES);
      }
      int width = invocation.widthCells();
      return PackTarget.open(
          invocation,
          session ->
              Completed.of(session.usePack(pack -> pictured(pack, view, width)), result -> result),
          file ->
              Completed.of(
                  invocation.packer().usePack(file, pack -> pictured(pack, view, width)),
                  result -> result));
    }
    return PackTarget.open(
        invocation,
        session -> published(invocation, session, view),
        pack -> file(invocation, pack, view));
  }

  private static Completed published(Invocation invocation, Session session, InspectView view)
      throws IOException, CancelledException {
    if (!invocation.has(PALETTES) && !invocation.has(FRAMES)) {
      return Completed.of(session.inspect(), all -> InspectResult.of(all, view));
    }
    if (!invocation.has(FRAMES)) {
      return Completed.of(session.inspectPalettes(), all -> InspectResult.of(all, view));
    }
    if (!invocation.has(PALETTES)) {
      return Completed.of(session.inspectFrames(), all -> InspectResult.of(all, view));
    }
    return Completed.of(
        session
            .inspectPalettes()
            .then(palettes ->
                session
                    .inspectFrames()
                    .map(frames -> InspectResult.of(frames, view).with(palettes, view))),
        result -> result);
  }

  private static Completed file(Invocation invocation, Path pack, InspectView view)
      throws UsageException, IOException, CancelledException {
    if (invocation.has(FRAMES)) {
      throw new UsageException(
          FRAMES + " needs a workspace: a pack alone has no durations, tags and slices");
    }
    return invocation.has(PALETTES)
        ? Completed.of(
            invocation.packer().inspectPalettes(pack), all -> InspectResult.of(all, view))
        : Completed.of(invocation.packer().inspect(pack), all -> InspectResult.of(all, view));
  }

  private static InspectResult pictured(OpenPack pack, InspectView view, int widthCells)
      throws IOException, PackException {
    List<PicturedBank> pictures = new ArrayList<>();
    for (Entry entry : view.of(pack.listing().header().assetTable())) {
      if (entry.metadata() instanceof TilesMetadata tiles && pictures.size() < MAX_PICTURES) {
        pictures.add(
            new PicturedBank(
                entry,
                BankPicture.of(
                    pack.reader().slice(entry.assetId()).copy(),
                    tiles,
                    widthCells,
                    MAX_PICTURE_ROWS)));
      }
    }
    return InspectResult.of(pack.listing(), view).with(pictures);
  }
}

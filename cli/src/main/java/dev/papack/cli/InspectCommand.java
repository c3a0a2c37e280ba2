package dev.papack.cli;

import dev.papack.cli.InspectView.Order;
import dev.papack.container.Entry;
import dev.papack.container.PackException;
import dev.papack.container.TilesMetadata;
import dev.papack.progress.CancelledException;
import dev.papack.report.BankPicture;
import dev.papack.result.OpenPack;
import java.io.IOException;
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
                + " and "
                + PICTURES
                + " every picture; papack verify checks everything.",
            "Pictures are drawn in a terminal that shows all colours (COLORTERM=truecolor), and not"
                + " where NO_COLOR is set. FORCE_COLOR=3 draws them anywhere."),
        List.of(
            "papack inspect",
            "papack inspect game/assets.pa",
            "papack inspect --palettes",
            "papack inspect --sort size --filter 'sprites/**'",
            "papack inspect --pictures --filter 'sprites/hero*'",
            "papack inspect --report html=game.html"),
        List.of(ExitStatus.AT_FAULT, ExitStatus.VERSION, ExitStatus.ENVIRONMENT));
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
      if (invocation.has(PALETTES)) {
        throw new UsageException(PALETTES + " and " + PICTURES + " cannot be used together");
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
    if (invocation.has(PALETTES)) {
      return PackTarget.open(
          invocation,
          session -> Completed.of(session.inspectPalettes(), all -> InspectResult.of(all, view)),
          pack ->
              Completed.of(
                  invocation.packer().inspectPalettes(pack), all -> InspectResult.of(all, view)));
    }
    return PackTarget.open(
        invocation,
        session -> Completed.of(session.inspect(), all -> InspectResult.of(all, view)),
        pack ->
            Completed.of(invocation.packer().inspect(pack), all -> InspectResult.of(all, view)));
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

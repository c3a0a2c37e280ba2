package dev.papack.cli;

import dev.papack.asset.AssetId;
import dev.papack.asset.TilesSettings.Fit;
import dev.papack.asset.TilesSettings.Palettes;
import dev.papack.cli.output.Amount;
import dev.papack.cli.output.JsonLine;
import dev.papack.cli.output.Style;
import dev.papack.cli.output.TextOutput;
import dev.papack.container.BankType;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.progress.CancelledException;
import dev.papack.result.AddRequest;
import dev.papack.result.AddRequest.Folders;
import dev.papack.result.Added;
import dev.papack.result.Added.AddedAsset;
import dev.papack.result.Effect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code papack add}. */
final class AddCommand implements Command {
  private static final String BANK = "--bank";
  private static final String TILE_SIZE = "--tile-size";
  private static final String PALETTES = "--palettes";
  private static final String FIT = "--fit";
  private static final String ALPHA_THRESHOLD = "--alpha-threshold";
  private static final String SLOT = "--slot";
  private static final String NAME = "--name";
  private static final String AS_ONE_ASSET = "--as-one-asset";

  @Override
  public String name() {
    return "add";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Declare and register pictures and sounds",
        List.of(
            "Takes files and folders in assets/ of a workspace. Settings that you do not give are"
                + " chosen from each file, and the choice is explained. Everything that a build"
                + " would accept is declared; the rest is listed with the reason. Existing"
                + " declarations are never overwritten."),
        List.of(
            "papack add assets",
            "papack add game/assets/sprites",
            "papack add assets/items/sword.png --tile-size 16 --slot 0",
            "papack add assets/sprites/hero --as-one-asset --name hero"),
        List.of(ExitStatus.AT_FAULT, ExitStatus.VERSION, ExitStatus.ENVIRONMENT));
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(CommonOptions.several("PATH", "A picture, a sound, or a folder of them."));
    spec.addOption(
        CommonOptions.choice(BANK, List.of("tiles", "sounds"))
            .description("Only add files of this bank type.")
            .build());
    spec.addOption(
        CommonOptions.choice(TILE_SIZE, List.of("8", "16", "32"))
            .description("Side of a tile in pixels.")
            .build());
    spec.addOption(
        CommonOptions.choice(PALETTES, List.of("auto", "indexed"))
            .description(
                "Compute palettes (auto), or keep the palette of an indexed PNG (indexed).")
            .build());
    spec.addOption(
        CommonOptions.choice(FIT, List.of("exact", "pad"))
            .description(
                "Refuse a picture that is not a multiple of the tile size (exact), or pad it (pad).")
            .build());
    spec.addOption(
        CommonOptions.number(ALPHA_THRESHOLD)
            .paramLabel("N")
            .description(
                "Make pixels with alpha below N (1 to 255) transparent, and all others opaque.")
            .build());
    spec.addOption(
        CommonOptions.number(SLOT)
            .paramLabel("N")
            .description("Load the asset into slot N (0 to 255) at boot; only for a single asset.")
            .build());
    spec.addOption(
        CommonOptions.text(NAME)
            .paramLabel("NAME")
            .description("Name of the asset in the pack; only for a single asset.")
            .build());
    spec.addOption(
        CommonOptions.flag(AS_ONE_ASSET)
            .description("Make a folder one asset, declared by an asset.json inside it.")
            .build());
    spec.addOption(CommonOptions.dryRun());
    spec.addOption(CommonOptions.threads());
    spec.addOption(CommonOptions.memory());
    spec.addOption(CommonOptions.waiting());
  }

  @Override
  public Reach reach(ParseResult arguments) {
    return Reach.ofChange(arguments);
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    AddRequest request = request(invocation);
    Effect effect = invocation.effect();
    return invocation.inWorkspaceOf(
        request.paths(),
        session -> completed(session.add(request, effect), effect, invocation.verbosity()));
  }

  private static AddRequest request(Invocation invocation) throws UsageException {
    return new AddRequest(
        invocation.parameters().stream().map(invocation::path).toList(),
        invocation.has(AS_ONE_ASSET) ? Folders.AS_ONE_ASSET : Folders.OF_ASSETS,
        invocation.choice(BANK, BankType.values()),
        invocation.number(TILE_SIZE, List.of(8, 16, 32)),
        invocation.choice(PALETTES, Palettes.values()),
        invocation.choice(FIT, Fit.values()),
        invocation.number(ALPHA_THRESHOLD, 1, 255),
        invocation.number(SLOT, 0, 255),
        invocation.text(NAME));
  }

  /** Refusals and findings are part of the value; here they are printed like all diagnostics. */
  private static Completed completed(
      Outcome<Added> outcome, Effect effect, CommonArguments.Verbosity verbosity) {
    List<Diagnostic> all = new ArrayList<>(outcome.diagnostics());
    Optional<CommandResult> result =
        switch (outcome) {
          case Outcome.Accepted<Added>(Added added, var notes) -> {
            all.addAll(added.diagnostics());
            yield Optional.of(new Result(added, effect, verbosity));
          }
          case Outcome.Refused<Added> refused -> Optional.empty();
        };
    return new Completed(all.stream().sorted().toList(), result, Optional.empty());
  }

  private record Result(Added added, Effect effect, CommonArguments.Verbosity verbosity)
      implements CommandResult {
    /** So many assets are still described one by one. */
    private static final int FEW = 10;

    @Override
    public void print(TextOutput out) {
      if (verbosity == CommonArguments.Verbosity.VERBOSE || added.assets().size() <= FEW) {
        printAssets(out);
      } else {
        printFolders(out);
      }
      String count = Amount.counted(added.assets().size(), "asset");
      out.line(
          switch (effect) {
            case WRITE -> count + " added";
            case SHOW -> count + " to add; nothing was written";
          });
    }

    @Override
    public List<Section> sections(List<Diagnostic> diagnostics) {
      return verbosity == CommonArguments.Verbosity.VERBOSE
          ? CommandResult.super.sections(diagnostics)
          : AlikeFindings.sections(diagnostics);
    }

    /** A line for each folder and what was done there. */
    private void printFolders(TextOutput out) {
      Map<String, Map<String, Integer>> folders = new TreeMap<>();
      for (AddedAsset asset : added.assets()) {
        String folder = folder(asset);
        folders
            .computeIfAbsent(folder, _ -> new LinkedHashMap<>())
            .merge(action(asset), 1, Integer::sum);
      }
      folders.forEach((folder, actions) ->
          actions.forEach((action, count) ->
              out.print(Style.GOOD, action + " ")
                  .line(Amount.counted(count, "asset") + " in " + folder)));
    }

    private static String folder(AddedAsset asset) {
      String file = file(asset);
      return file.substring(0, file.lastIndexOf('/') + 1);
    }

    private void printAssets(TextOutput out) {
      for (AddedAsset asset : added.assets()) {
        out.print(Style.GOOD, action(asset) + " ")
            .print(Style.STRONG, asset.declaration().name().text())
            .line(
                " (" + asset.id().map(id -> "id " + id).orElse("new id") + "), in " + file(asset));
        out.line(
            "  "
                + asset.declaration().settings().bankType()
                + " from "
                + String.join(", ", sources(asset))
                + settings(asset));
        asset.reasons().forEach(reason -> out.line("  " + reason));
      }
    }

    @Override
    public void write(JsonLine json) {
      json.put("dry_run", effect == Effect.SHOW)
          .putObjects("assets", added.assets(), Result::write)
          .putStrings(
              "refused",
              added.refused().stream().map(error -> error.location().path()).distinct().toList());
    }

    private static void write(JsonLine json, AddedAsset asset) {
      json.put("action", asset.action().name().toLowerCase(Locale.ROOT))
          .putNumber("asset_id", asset.id().map(AssetId::value))
          .put("name", asset.declaration().name().text())
          .put("root", asset.place().root().toString())
          .put("declaration", file(asset))
          .putStrings("sources", sources(asset));
      SettingsText.write(json, asset.declaration().settings(), asset.declaration().preloadSlot());
      json.putStrings("reasons", asset.reasons());
    }

    private static String file(AddedAsset asset) {
      return asset.place().file().inWorkspace().text();
    }

    private static List<String> sources(AddedAsset asset) {
      return asset.declaration().sources().stream()
          .map(asset.place()::resolve)
          .map(source -> source.inWorkspace().text())
          .toList();
    }

    private static String settings(AddedAsset asset) {
      String text =
          SettingsText.of(asset.declaration().settings(), asset.declaration().preloadSlot());
      return text.isEmpty() ? "" : ": " + text;
    }

    private String action(AddedAsset asset) {
      return switch (effect) {
        case WRITE ->
            switch (asset.action()) {
              case DECLARED -> "declared";
              case REGISTERED -> "registered";
              case MOVED -> "moved";
              case RENAMED -> "renamed";
              case GIVEN_NEW_ID -> "assigned a new id to";
              case RESTORED -> "restored";
            };
        case SHOW ->
            switch (asset.action()) {
              case DECLARED -> "would declare";
              case REGISTERED -> "would register";
              case MOVED -> "would move";
              case RENAMED -> "would rename";
              case GIVEN_NEW_ID -> "would assign a new id to";
              case RESTORED -> "would restore";
            };
      };
    }
  }
}

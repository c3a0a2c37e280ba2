package dev.papack.cli;

import dev.papack.asset.AssetId;
import dev.papack.cli.output.Amount;
import dev.papack.cli.output.Style;
import dev.papack.cli.output.TextOutput;
import dev.papack.container.BankType;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.json.line.JsonLine;
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
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code papack add}. */
final class AddCommand implements Command {
  private static final String BANK = "--bank";
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
                + " chosen from each file, and the choice is explained. In a folder, a setting is for"
                + " the files that can have it. Everything that a build would accept is declared;"
                + " the rest is listed with the reason. Existing declarations are never"
                + " overwritten."),
        List.of(
            "papack add assets",
            "papack add game/assets/sprites",
            "papack add assets/items/sword.png --tile-size 16 --slot 0",
            "papack add assets/sounds --channels 1 --sample-rate 22050 --name 'sfx_{name}'",
            "papack add assets/sprites/hero --as-one-asset --name hero"),
        ExitStatus.OF_WORK);
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(CommonOptions.several("PATH", "A picture, a sound, or a folder of them."));
    spec.addOption(
        CommonOptions.choice(BANK, List.of("tiles", "sounds"))
            .description("Only add files of this bank type.")
            .build());
    SettingOptions.declare(spec);
    spec.addOption(
        CommonOptions.number(SLOT)
            .paramLabel("N")
            .description("Load the asset into slot N (0 to 255) at boot; only for a single asset.")
            .build());
    spec.addOption(
        CommonOptions.text(NAME)
            .paramLabel("NAME")
            .description(
                "Name of the asset in the pack; for several assets a pattern such as sfx_{name} or"
                    + " {folder}/ui_{name}.")
            .build());
    spec.addOption(
        CommonOptions.flag(AS_ONE_ASSET)
            .description(
                "Make a folder one asset of all its pictures, or of its sound, declared by an"
                    + " asset.json inside it.")
            .build());
    spec.addOption(CommonOptions.output());
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
        SettingOptions.tiles(invocation),
        SettingOptions.sounds(invocation),
        invocation.number(SLOT, 0, 255),
        invocation.text(NAME),
        SettingOptions.palettesFrom(invocation));
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
    return new Completed(all.stream().sorted().toList(), result);
  }

  /** A file that was not added, with the codes of its errors. */
  private record RefusedPath(String path, List<String> codes) {
    /** Copies the list. */
    private RefusedPath {
      codes = List.copyOf(codes);
    }
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
      return AlikeFindings.sections(diagnostics, verbosity);
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
          .putObjects("refused", refusedPaths(), Result::write);
    }

    /** Every path, also where its diagnostics are beyond those that are printed. */
    private List<RefusedPath> refusedPaths() {
      Map<String, SortedSet<String>> codes = new TreeMap<>();
      for (Diagnostic error : added.refused()) {
        codes.computeIfAbsent(error.location().path(), _ -> new TreeSet<>()).add(error.code().id());
      }
      return codes.entrySet().stream()
          .map(path -> new RefusedPath(path.getKey(), List.copyOf(path.getValue())))
          .toList();
    }

    private static void write(JsonLine json, RefusedPath refused) {
      json.put("path", refused.path()).putStrings("codes", refused.codes());
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

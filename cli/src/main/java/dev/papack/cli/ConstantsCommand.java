package dev.papack.cli;

import dev.papack.Session;
import dev.papack.cli.output.TextOutput;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.json.line.JsonLine;
import dev.papack.progress.CancelledException;
import dev.papack.result.AssetConstants;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code papack constants}. */
final class ConstantsCommand implements Command {
  private static final String LANGUAGE = "--language";

  @Override
  public String name() {
    return "constants";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Print the names of a pack's assets as constants for the code of a game",
        List.of(
            "Prints ids, preload slots, and numbers of tiles and frames of the published pack, tags and"
                + " durations of animations, and its pack id, so that a game can tell whether both"
                + " fit. Fails if two names become one constant. Names of retired assets are listed"
                + " in comments."),
        List.of(
            "papack constants --language java > src/Assets.java",
            "papack constants --language c game > assets.h"),
        ExitStatus.OF_WORK);
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(CommonOptions.workspace());
    spec.addOption(CommonOptions.output());
    spec.addOption(
        CommonOptions.choice(
                LANGUAGE,
                Arrays.stream(ConstantsLanguage.values())
                    .map(language -> language.name().toLowerCase(Locale.ROOT))
                    .toList())
            .required(true)
            .description("The language to print.")
            .build());
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    ConstantsLanguage language =
        invocation.choice(LANGUAGE, ConstantsLanguage.values()).orElseThrow();
    return invocation.inWorkspace(session -> run(session, language));
  }

  private static Completed run(Session session, ConstantsLanguage language)
      throws IOException, CancelledException {
    return Completed.of(
        session.constants().flatMap(constants -> withoutCollisions(constants, language)),
        constants -> new Result(constants, language));
  }

  /** In JSON, names are what they are. */
  private static Outcome<AssetConstants> withoutCollisions(
      AssetConstants constants, ConstantsLanguage language) {
    List<Diagnostic> faults = new ArrayList<>();
    if (language != ConstantsLanguage.JSON) {
      // Groups of one kind have the same names, so that each collision is reported once.
      ConstantGroup.of(constants.assets()).stream()
          .filter(group -> List.of("id", "tag_first").contains(group.lower()))
          .forEach(group -> faults.addAll(collisions(group)));
    }
    return faults.isEmpty() ? Outcome.of(constants) : new Outcome.Refused<>(faults);
  }

  private static List<Diagnostic> collisions(ConstantGroup group) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (ConstantGroup.Constant constant : group.constants()) {
      names.computeIfAbsent(constant.name(), _ -> new ArrayList<>()).add(constant.of());
    }
    List<Diagnostic> faults = new ArrayList<>();
    names.forEach((constant, same) -> {
      if (same.size() > 1) {
        faults.add(
            Diagnostic.error(
                    DiagnosticCode.CONSTANTS_COLLIDE,
                    Location.of(Artifact.PACK, "assets.pa"),
                    "\"" + String.join("\", \"", same) + "\" would all be " + constant)
                .found(constant)
                .advice("rename all but one, and build again"));
      }
    });
    return faults;
  }

  private record Result(AssetConstants constants, ConstantsLanguage language)
      implements CommandResult {
    @Override
    public void print(TextOutput out) {
      ConstantsText.of(constants, language).forEach(out::line);
    }

    @Override
    public void write(JsonLine json) {
      json.put("language", language.name().toLowerCase(Locale.ROOT))
          .put("pack_id", constants.packId().hex())
          .put("asset_count", constants.assets().size())
          .put("text", String.join("\n", ConstantsText.of(constants, language)) + "\n");
    }
  }
}

package dev.papack.cli;

import dev.papack.Packer;
import dev.papack.cli.output.Amount;
import dev.papack.cli.output.TextOutput;
import dev.papack.json.line.JsonLine;
import dev.papack.progress.CancelledException;
import dev.papack.result.ChangedSettings;
import dev.papack.result.Effect;
import dev.papack.result.PathTarget;
import dev.papack.result.SettingChange;
import dev.papack.result.SettingDescription;
import dev.papack.result.SettingDescription.Elements;
import dev.papack.result.SettingDescription.OneOf;
import dev.papack.result.SettingDescription.Range;
import dev.papack.result.SettingDescription.Text;
import dev.papack.result.SettingDescription.Values;
import dev.papack.result.SettingsRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code papack set}. */
final class SetCommand implements Command {
  private static final String UNSET = "--unset";

  /** A path of this form is written with {@code ./} before it. */
  private static final Pattern ASSIGNMENT = Pattern.compile("([A-Za-z0-9_$.]+)=(.*)");

  @Override
  public String name() {
    return "set";
  }

  @Override
  public CommandHelp help() {
    List<String> description =
        new ArrayList<>(
            List.of(
                "Shows the exact change of every declaration, then writes all changes or none. Each"
                    + " new declaration is checked as a build would check it, and its sources are"
                    + " converted. A folder or a pattern selects only the declarations that can"
                    + " have the setting.",
                "",
                "A pattern has * for any part of a name and ** for any number of folders; put it in"
                    + " quotes. The beginnings tiles. and sounds. of a setting may be left out.",
                "",
                "Settings:"));
    Packer.settings().forEach(setting -> description.add("  " + line(setting)));
    return new CommandHelp(
        "Change settings in many declarations",
        description,
        List.of(
            "papack set sample_rate=22050 'assets/sounds/**'",
            "papack set loop.start=0 loop.end=44100 assets/sounds/wind.wav",
            "papack set --unset preload.slot assets/sprites --dry-run"),
        ExitStatus.OF_WORK);
  }

  private static String line(SettingDescription setting) {
    return setting.name()
        + ": "
        + setting.values().stream().map(SetCommand::inWords).collect(Collectors.joining(", or "));
  }

  private static String inWords(Values values) {
    return switch (values) {
      case OneOf(List<String> words) -> String.join(", ", words);
      case Range(long smallest, long largest) -> smallest + " to " + largest;
      case Text(String description) -> description;
      case Elements(int fewest, int most) -> "a list of " + fewest + " to " + most;
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(
        CommonOptions.severalOf(
            "MEMBER=VALUE|PATH",
            "A setting and its value, as in JSON, with or without quotes; or a declaration, an"
                + " asset root, a source, a folder or a pattern.",
            completions()));
    spec.addOption(
        OptionSpec.builder(UNSET)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .paramLabel("MEMBER")
            .completionCandidates(settings().map(SettingDescription::name).toList())
            .description("Remove a setting that may be left out. Can be repeated.")
            .build());
    spec.addOption(CommonOptions.dryRun());
    spec.addOption(CommonOptions.waiting());
    spec.addOption(CommonOptions.threads());
    spec.addOption(CommonOptions.memory());
  }

  /**
   * What can be completed: each word of a setting that has words, else its name. A shell would take
   * a name with a dollar for a variable.
   */
  private static List<String> completions() {
    return settings()
        .flatMap(setting ->
            setting.values().stream()
                .flatMap(values ->
                    values instanceof OneOf(List<String> words)
                        ? words.stream().map(word -> setting.name() + "=" + word)
                        : Stream.of(setting.name() + "=")))
        .distinct()
        .toList();
  }

  private static Stream<SettingDescription> settings() {
    return Packer.settings().stream().filter(setting -> !setting.name().contains("$"));
  }

  @Override
  public Reach reach(ParseResult arguments) {
    return Reach.ofChange(arguments);
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    List<SettingChange> changes = new ArrayList<>();
    List<PathTarget> targets = new ArrayList<>();
    for (String argument : invocation.parameters()) {
      Matcher assignment = ASSIGNMENT.matcher(argument);
      if (assignment.matches()) {
        changes.add(assign(assignment.group(1), assignment.group(2)));
      } else {
        targets.add(PathTargets.of(argument, invocation));
      }
    }
    invocation.texts(UNSET).forEach(member -> changes.add(new SettingChange.Remove(member)));
    if (changes.isEmpty()) {
      throw new UsageException("set takes at least one MEMBER=VALUE, or " + UNSET + " MEMBER");
    }
    if (targets.isEmpty()) {
      throw new UsageException("set takes at least one path or pattern");
    }
    Effect effect = invocation.effect();
    return invocation.inWorkspaceOf(
        targets.stream().map(PathTargets::folderOf).toList(),
        session ->
            Completed.of(
                session.set(new SettingsRequest(changes, targets), effect),
                changed -> new Result(changed, effect)));
  }

  private static SettingChange assign(String member, String value) throws UsageException {
    if (value.isEmpty() || value.equals("null")) {
      throw new UsageException(
          member
              + "="
              + value
              + " has no value; to remove the setting, use "
              + UNSET
              + " "
              + member);
    }
    return new SettingChange.Assign(member, value);
  }

  private record Result(ChangedSettings changed, Effect effect) implements CommandResult {
    @Override
    public void print(TextOutput out) {
      changed.documents().forEach(document -> ChangedText.print(out, document));
      String others =
          changed.otherBankCount() == 0
              ? ""
              : "; " + changed.otherBankCount() + " of another bank left out";
      out.line(
          Amount.counted(changed.documents().size(), "declaration")
              + switch (effect) {
                case WRITE -> " changed";
                case SHOW -> " to change";
              }
              + (changed.unchangedCount() == 0
                  ? ""
                  : "; " + changed.unchangedCount() + " already had the value")
              + others
              + switch (effect) {
                case WRITE -> "";
                case SHOW -> "; nothing was written";
              });
    }

    @Override
    public void write(JsonLine json) {
      json.put("dry_run", effect == Effect.SHOW)
          .putObjects("documents", changed.documents(), ChangedText::write)
          .put("unchanged", changed.unchangedCount())
          .put("of_other_bank", changed.otherBankCount());
    }
  }
}

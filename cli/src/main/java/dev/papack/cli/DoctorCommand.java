package dev.papack.cli;

import dev.papack.asset.AssetId;
import dev.papack.cli.kernel.Act;
import dev.papack.cli.output.Amount;
import dev.papack.cli.output.JsonLine;
import dev.papack.cli.output.Style;
import dev.papack.cli.output.TextOutput;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Severity;
import dev.papack.progress.CancelledException;
import dev.papack.result.Health;
import dev.papack.result.Health.EditedDocument;
import dev.papack.result.Health.FixedAsset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code papack doctor}. */
final class DoctorCommand implements Command {
  private static final String FIX = "--fix";
  private static final String YES = "--yes";

  /** Stands for all below its folder: what the kernel refuses for one it refuses for each. */
  private static final String AUTHORED = "assets/index.json";

  @Override
  public String name() {
    return "doctor";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Examine a workspace, and put right what has one answer only",
        List.of(
            "Finds what went wrong between people and branches: ids in two places or in one only,"
                + " roots that moved or are gone, names that collide on other platforms, Git LFS"
                + " pointers, merge conflicts, sources that are missing and files that nobody uses."
                + " Works without a registry too; papack registry rebuild makes it again.",
            "With --fix, shows what would be put right; --fix --yes does it, all or nothing, and"
                + " reports what remains. Sources are never touched, declarations never deleted,"
                + " ids never retired; where two answers are possible the help names the command"
                + " that decides."),
        List.of("papack doctor", "papack doctor --fix game", "papack doctor --fix --yes"),
        List.of(ExitStatus.AT_FAULT, ExitStatus.VERSION, ExitStatus.ENVIRONMENT));
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(CommonOptions.workspace());
    spec.addOption(CommonOptions.flag(FIX).description("Show what would be put right.").build());
    spec.addOption(CommonOptions.flag(YES).description("With --fix: put it right.").build());
    spec.addOption(CommonOptions.waiting());
  }

  /** How far to go. */
  private enum Treatment {
    NONE,
    SHOWN,
    WRITTEN
  }

  @Override
  public Reach reach(ParseResult arguments) {
    return arguments.hasMatchedOption(YES) ? Reach.WORKSPACE : Reach.NOTHING;
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    Treatment treatment = treatment(invocation);
    return invocation.inDamagedWorkspace(session ->
        completed(
            switch (treatment) {
              case NONE, SHOWN -> session.doctor();
              case WRITTEN -> session.mend();
            },
            treatment,
            invocation.sandbox().refused(session.workspace().resolve(AUTHORED))));
  }

  private static Treatment treatment(Invocation invocation) throws UsageException {
    if (!invocation.has(FIX)) {
      if (invocation.has(YES)) {
        throw new UsageException(YES + " goes with " + FIX);
      }
      return Treatment.NONE;
    }
    return invocation.has(YES) ? Treatment.WRITTEN : Treatment.SHOWN;
  }

  /** The findings are part of the value; here they are shown like all diagnostics. */
  private static Completed completed(
      Outcome<Health> outcome, Treatment treatment, List<Act> refused) {
    List<Diagnostic> all = new ArrayList<>(outcome.diagnostics());
    Optional<CommandResult> result =
        switch (outcome) {
          case Outcome.Accepted<Health>(Health health, var notes) -> {
            all.addAll(health.findings());
            yield Optional.of(new Result(health, treatment, Wellness.of(all), refused));
          }
          case Outcome.Refused<Health> _ -> Optional.empty();
        };
    return new Completed(all.stream().sorted().toList(), result, Optional.empty());
  }

  /** What a workspace needs. */
  private enum Wellness {
    HEALTHY,
    IN_NEED;

    static Wellness of(List<Diagnostic> findings) {
      return findings.stream().allMatch(finding -> finding.severity() == Severity.NOTE)
          ? HEALTHY
          : IN_NEED;
    }
  }

  private record Result(Health health, Treatment treatment, Wellness wellness, List<Act> refused)
      implements CommandResult {
    /** Copies the list. */
    private Result {
      refused = List.copyOf(refused);
    }

    @Override
    public List<Section> sections(List<Diagnostic> diagnostics) {
      return DoctorTopic.sections(diagnostics);
    }

    @Override
    public void print(TextOutput out) {
      switch (treatment) {
        case NONE -> {}
        case SHOWN -> {
          health.edits().forEach(edit -> print(out, "would be ", edit));
          health.fixes().forEach(fix -> print(out, "would be ", fix));
        }
        case WRITTEN -> {
          health.edits().forEach(edit -> print(out, "", edit));
          health.fixes().forEach(fix -> print(out, "", fix));
        }
      }
      switch (wellness) {
        case HEALTHY -> {
          if (treatment == Treatment.WRITTEN && fixCount() > 0) {
            out.line(count() + " put right");
          }
          out.print(Style.GOOD, "healthy")
              .line(
                  ": "
                      + Amount.counted(health.assetCount(), "asset")
                      + ", "
                      + Amount.counted(health.fileCount(), "file")
                      + " under assets/");
        }
        case IN_NEED -> out.line(summary());
      }
      if (!refused.isEmpty()) {
        out.line(
            "tried, and refused by the kernel: "
                + String.join(", ", refused.stream().map(Result::inWords).toList()));
      }
    }

    private static String inWords(Act act) {
      return act.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private String summary() {
      if (fixCount() == 0) {
        return "nothing can be put right without you: each finding says what to do";
      }
      return switch (treatment) {
        case NONE -> count() + " can be put right at once: papack doctor --fix shows how";
        case SHOWN -> count() + " can be put right at once: papack doctor --fix --yes does it";
        case WRITTEN -> count() + " put right; what follows remains";
      };
    }

    private String count() {
      return Amount.counted(fixCount(), "document");
    }

    private int fixCount() {
      return health.fixes().size() + health.edits().size();
    }

    private static void print(TextOutput out, String mood, EditedDocument edit) {
      out.print(Style.GOOD, mood + "edited: ").line(edit.path().text());
      edit.titles().forEach(title -> out.line("  " + title));
    }

    private static void print(TextOutput out, String mood, FixedAsset fix) {
      out.print(Style.GOOD, mood + action(fix) + " ")
          .print(Style.STRONG, fix.name().text())
          .line(
              fix.id().map(id -> " (id " + id + ")").orElse("")
                  + ", in assets/"
                  + fix.place().file());
      fix.reasons().forEach(reason -> out.line("  " + reason));
    }

    private static String action(FixedAsset fix) {
      return switch (fix.action()) {
        case DECLARED -> "declared:";
        case REGISTERED -> "registered:";
        case MOVED -> "followed to its new place:";
        case GIVEN_NEW_ID -> "given an id of its own:";
        case RESTORED -> "given back the id it lost:";
      };
    }

    @Override
    public void write(JsonLine json) {
      json.put("asset_count", health.assetCount())
          .put("file_count", health.fileCount())
          .putStrings(
              "kernel_refuses",
              refused.stream().map(act -> act.name().toLowerCase(Locale.ROOT)).toList())
          .put(
              "fixes_are",
              switch (treatment) {
                case NONE, SHOWN -> "possible";
                case WRITTEN -> "written";
              })
          .putObjects(
              "fixes",
              health.fixes(),
              (inner, fix) ->
                  inner
                      .put("action", fix.action().name().toLowerCase(Locale.ROOT))
                      .putNumber("asset_id", fix.id().map(AssetId::value))
                      .putNumber("asset_id_before", fix.idBefore().map(AssetId::value))
                      .put("name", fix.name().text())
                      .put("root", fix.place().root().toString())
                      .put("declaration", "assets/" + fix.place().file())
                      .putStrings("reasons", fix.reasons()))
          .putObjects(
              "edits",
              health.edits(),
              (inner, edit) ->
                  inner.put("path", edit.path().text()).putStrings("titles", edit.titles()));
    }
  }
}

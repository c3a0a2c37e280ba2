package dev.papack.cli;

import dev.papack.asset.AssetId;
import dev.papack.cli.kernel.Act;
import dev.papack.cli.output.Amount;
import dev.papack.cli.output.Style;
import dev.papack.cli.output.TextOutput;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Severity;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.json.line.JsonLine;
import dev.papack.progress.CancelledException;
import dev.papack.result.Effect;
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

  /** Stands for every authored file: what the kernel blocks for one it blocks for all. */
  private static final String AUTHORED = WorkspacePath.INDEX.text();

  @Override
  public String name() {
    return "doctor";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Examine a workspace, and fix what can be fixed unambiguously",
        List.of(
            "Finds problems that arise between people and branches: ids that are used twice or not"
                + " registered, roots that moved or are missing, names that collide on other"
                + " platforms, Git LFS pointers, merge conflicts, missing sources, unused files."
                + " Also works if the registry is missing or damaged; papack registry rebuild"
                + " restores it.",
            "--fix makes all unambiguous fixes or none, and reports what remains. It never changes"
                + " sources, deletes declarations or retires ids. If a finding can be fixed in more"
                + " than one way, its help names the command for each."),
        List.of("papack doctor", "papack doctor --fix --dry-run", "papack doctor --fix game"),
        ExitStatus.OF_WORK);
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(CommonOptions.workspace());
    spec.addOption(CommonOptions.output());
    spec.addOption(
        CommonOptions.flag(FIX).description("Fix what can be fixed unambiguously.").build());
    spec.addOption(CommonOptions.dryRun());
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
    return arguments.hasMatchedOption(FIX) ? Reach.ofChange(arguments) : Reach.NOTHING;
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    Treatment treatment = treatment(invocation);
    return invocation.inDamagedWorkspace(session ->
        completed(
            switch (treatment) {
              case NONE -> session.doctor();
              case SHOWN -> session.fix(Effect.SHOW);
              case WRITTEN -> session.fix(Effect.WRITE);
            },
            treatment,
            new Blocked(
                invocation.verbosity(),
                invocation.sandbox().refused(session.workspace().resolve(AUTHORED)))));
  }

  private static Treatment treatment(Invocation invocation) throws UsageException {
    if (!invocation.has(FIX)) {
      if (invocation.has(CommonOptions.DRY_RUN)) {
        throw new UsageException(CommonOptions.DRY_RUN + " requires " + FIX);
      }
      return Treatment.NONE;
    }
    return switch (invocation.effect()) {
      case SHOW -> Treatment.SHOWN;
      case WRITE -> Treatment.WRITTEN;
    };
  }

  /** The findings are part of the value; here they are printed like all diagnostics. */
  private static Completed completed(
      Outcome<Health> outcome, Treatment treatment, Blocked blocked) {
    List<Diagnostic> all = new ArrayList<>(outcome.diagnostics());
    Optional<CommandResult> result =
        switch (outcome) {
          case Outcome.Accepted<Health>(Health health, var notes) -> {
            all.addAll(health.findings());
            yield Optional.of(new Result(health, treatment, Wellness.of(all), blocked));
          }
          case Outcome.Refused<Health> _ -> Optional.empty();
        };
    return new Completed(all.stream().sorted().toList(), result);
  }

  /** What the sandbox blocks, as trying showed. */
  private record Blocked(CommonArguments.Verbosity verbosity, List<Act> acts) {
    /** Copies the list. */
    private Blocked {
      acts = List.copyOf(acts);
    }

    void print(TextOutput out) {
      switch (verbosity) {
        case QUIET, NORMAL -> {}
        case VERBOSE -> out.line("sandbox: " + sentence());
      }
    }

    private String sentence() {
      List<String> words = words(" ");
      if (words.isEmpty()) {
        return "nothing is blocked";
      }
      return words.size() == 1
          ? words.getFirst() + " is blocked"
          : String.join(", ", words.subList(0, words.size() - 1))
              + " and "
              + words.getLast()
              + " are blocked";
    }

    List<String> words(String separator) {
      return acts.stream()
          .map(act -> act.name().toLowerCase(Locale.ROOT).replace("_", separator))
          .toList();
    }
  }

  /** Whether a workspace needs attention. */
  private enum Wellness {
    HEALTHY,
    IN_NEED;

    static Wellness of(List<Diagnostic> findings) {
      return findings.stream().allMatch(finding -> finding.severity() == Severity.NOTE)
          ? HEALTHY
          : IN_NEED;
    }
  }

  private record Result(Health health, Treatment treatment, Wellness wellness, Blocked blocked)
      implements CommandResult {
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
            out.line(count() + " fixed");
          }
          out.print(Style.GOOD, "healthy")
              .line(
                  ": "
                      + Amount.counted(health.assetCount(), "asset")
                      + ", "
                      + Amount.counted(health.fileCount(), "file")
                      + " in assets/");
        }
        case IN_NEED -> out.line(summary());
      }
      printDriver(out);
      blocked.print(out);
    }

    private void printDriver(TextOutput out) {
      switch (health.driver()) {
        case IN_CLONE -> out.line("merge driver: configured in this clone");
        case NOT_IN_CLONE ->
            out.line(
                "merge driver: not found in this clone's configuration; it may be in your global"
                    + " one");
        case NO_CLONE -> {}
      }
      if (health.driver() == Health.MergeDriver.NOT_IN_CLONE
          && blocked.verbosity() == CommonArguments.Verbosity.VERBOSE) {
        MergeDriver.steps("To let git merge with papack in this clone, run:").forEach(out::line);
      }
    }

    private String summary() {
      if (fixCount() == 0) {
        return "nothing can be fixed without you: each finding says what to do";
      }
      return switch (treatment) {
        case NONE -> count() + " can be fixed: run papack doctor --fix";
        case SHOWN -> count() + " to fix; nothing was written";
        case WRITTEN -> count() + " fixed; the findings below remain";
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
        case MOVED -> "moved:";
        case RENAMED -> "renamed:";
        case GIVEN_NEW_ID -> "given a new id:";
        case RESTORED -> "given its old id again:";
      };
    }

    @Override
    public void write(JsonLine json) {
      json.put("asset_count", health.assetCount())
          .put("file_count", health.fileCount())
          .putStrings("blocked", blocked.words("_"))
          .put("merge_driver", health.driver().name().toLowerCase(Locale.ROOT))
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
                      .put("declaration", fix.place().file().inWorkspace().text())
                      .putStrings("reasons", fix.reasons()))
          .putObjects(
              "edits",
              health.edits(),
              (inner, edit) ->
                  inner.put("path", edit.path().text()).putStrings("titles", edit.titles()));
    }
  }
}

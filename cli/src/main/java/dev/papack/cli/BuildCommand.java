package dev.papack.cli;

import dev.papack.Session;
import dev.papack.cli.output.Amount;
import dev.papack.cli.output.Style;
import dev.papack.cli.output.TextOutput;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.json.line.JsonLine;
import dev.papack.progress.CancelledException;
import dev.papack.result.BuildRequest;
import dev.papack.result.BuildRequest.Explanation;
import dev.papack.result.BuildRequest.Proof;
import dev.papack.result.BuildRequest.Reuse;
import dev.papack.result.Built;
import dev.papack.result.MissingFolder;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code papack build}. */
final class BuildCommand implements Command {
  private static final String NO_CACHE = "--no-cache";
  private static final String EXPLAIN = "--explain";
  private static final String WATCH = "--watch";
  private static final String CHECK_REPRODUCIBLE = "--check-reproducible";

  @Override
  public String name() {
    return "build";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Check, convert what changed, pack, verify and publish",
        List.of(
            "Writes assets.pa and its companions in build/: all of them, or none. If it is"
                + " interrupted, the files of the previous build stay.",
            "Converts only assets whose sources or settings changed since the last build; if nothing"
                + " changed, writes nothing. With --frozen or --no-cache, converts everything.",
            "With --watch, builds again whenever files in assets/ have changed, until you press"
                + " Ctrl-C. Errors are shown once nothing has changed for a second."),
        List.of(
            "papack build",
            "papack build examples/starter",
            "papack build --watch",
            "papack build --explain",
            "papack build game --output /tmp/out",
            "papack build --check-reproducible"),
        ExitStatus.OF_WORK);
  }

  @Override
  public boolean showsPack() {
    return true;
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(CommonOptions.workspace());
    spec.addOption(
        CommonOptions.text(CommonOptions.OUTPUT)
            .paramLabel("DIR")
            .description(
                "Write assets.pa, build/ and .papack/ in this folder, and nothing in the workspace."
                    + " It is created if it is missing.")
            .build());
    spec.addOption(CommonOptions.frozen());
    spec.addOption(
        CommonOptions.flag(NO_CACHE)
            .description("Convert everything, and take nothing from the last build.")
            .build());
    spec.addOption(
        OptionSpec.builder(EXPLAIN)
            .type(String.class)
            .arity("0..1")
            .fallbackValue("")
            .paramLabel("NAME")
            .description(
                "Print why each asset was converted or not; with the NAME, root or id of an asset,"
                    + " only for that one.")
            .build());
    spec.addOption(
        CommonOptions.flag(CHECK_REPRODUCIBLE)
            .description(
                "Convert everything a second time, and fail without publishing if anything differs.")
            .build());
    spec.addOption(
        CommonOptions.flag(WATCH)
            .description("Build again after each change, until interrupted.")
            .build());
    spec.addOption(CommonOptions.threads());
    spec.addOption(CommonOptions.memory());
    spec.addOption(CommonOptions.waiting());
  }

  @Override
  public Reach reach(ParseResult arguments) {
    return Reach.OUTPUT;
  }

  @Override
  public MissingFolder missingOutput() {
    return MissingFolder.CREATED;
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    BuildRequest request =
        new BuildRequest(
            invocation.drift(),
            invocation.has(NO_CACHE) ? Reuse.NOTHING : Reuse.UNCHANGED,
            invocation.has(CHECK_REPRODUCIBLE) ? Proof.REPRODUCED : Proof.NONE,
            explanation(invocation));
    if (invocation.has(WATCH) && invocation.has(CommonOptions.REPORT)) {
      throw new UsageException(
          "--report and --watch exclude each other, because a report is of one build: --format json"
              + " prints what each build finds");
    }
    if (invocation.has(WATCH)) {
      // A registry that is missing may be on its way, as any other file.
      return invocation.inDamagedWorkspace(
          session -> watch(session.remembering(), request, invocation));
    }
    return invocation.inWorkspace(session -> {
      Completed completed =
          Completed.of(
              session.build(request), built -> new Result(built, request, invocation.verbosity()));
      return completed.showing(
          completed.result().isPresent()
              ? new ShownPack.Published(session)
              : new ShownPack.LastBuild(session));
    });
  }

  private static Completed watch(Session session, BuildRequest request, Invocation invocation)
      throws UsageException, IOException, CancelledException {
    return new WatchingBuild(
            session,
            changes ->
                Completed.of(
                    session.build(request),
                    built ->
                        new WatchedResult(
                            new Result(built, request, invocation.verbosity()), changes)),
            invocation.watching(),
            invocation.observer())
        .run();
  }

  @Override
  public String interrupted(ParseResult arguments) {
    return arguments.hasMatchedOption(WATCH)
        ? "no longer watching"
        : Command.super.interrupted(arguments);
  }

  private static Explanation explanation(Invocation invocation) {
    return invocation
        .text(EXPLAIN)
        .<Explanation>map(
            name -> name.isEmpty() ? new Explanation.OfAll() : new Explanation.Of(name))
        .orElseGet(Explanation.OfNothing::new);
  }

  /** One build of several: one line says it. */
  private record WatchedResult(Result result, WatchedChanges changes) implements CommandResult {
    @Override
    public List<Section> sections(List<Diagnostic> diagnostics) {
      return result.sections(diagnostics);
    }

    @Override
    public void print(TextOutput out) {
      Built built = result.built();
      built.explained().forEach(asset -> BuildReasonText.print(asset, out));
      String size =
          Amount.counted(built.assetCount(), "asset") + ", " + Amount.bytes(built.packBytes());
      switch (built.state()) {
        case PUBLISHED ->
            out.print(Style.GOOD, "published ")
                .line(size + "; " + built.convertedCount() + " converted");
        case UNCHANGED -> out.print(Style.GOOD, "up to date ").line(size);
      }
    }

    @Override
    public void write(JsonLine json) {
      result.write(json);
      changes.write(json);
    }
  }

  private record Result(Built built, BuildRequest request, CommonArguments.Verbosity verbosity)
      implements CommandResult {
    @Override
    public List<Section> sections(List<Diagnostic> diagnostics) {
      return AlikeFindings.besideErrors(diagnostics, verbosity);
    }

    @Override
    public void print(TextOutput out) {
      built.explained().forEach(asset -> BuildReasonText.print(asset, out));
      String size =
          "  "
              + Amount.counted(built.assetCount(), "asset")
              + ", "
              + Amount.bytes(built.packBytes());
      switch (built.state()) {
        case PUBLISHED -> {
          out.print(Style.GOOD, "published ").line(built.pack().toString());
          out.line(size + ", read back and verified");
          int unchanged = built.assetCount() - built.convertedCount();
          if (unchanged > 0) {
            out.line(
                "  "
                    + built.convertedCount()
                    + " converted, "
                    + unchanged
                    + " unchanged since the last build");
          }
        }
        case UNCHANGED -> {
          out.print(Style.GOOD, "up to date ").line(built.pack().toString());
          out.line(size + "; nothing changed, nothing was written");
        }
      }
      if (request.proof() == Proof.REPRODUCED) {
        out.line("  a second build from nothing gave the same");
      }
      out.line("  pack id " + built.packId().hex());
    }

    @Override
    public void write(JsonLine json) {
      json.put("pack", built.pack().toString())
          .put("pack_id", built.packId().hex())
          .put("asset_count", built.assetCount())
          .put("pack_bytes", built.packBytes())
          .put("state", built.state().name().toLowerCase(Locale.ROOT))
          .put("converted_count", built.convertedCount())
          .put("cache", built.cache().label());
      if (request.proof() == Proof.REPRODUCED) {
        json.put("reproduced", true);
      }
      if (!(request.explanation() instanceof Explanation.OfNothing)) {
        json.putObjects("explained", built.explained(), BuildReasonText::write);
      }
    }
  }
}

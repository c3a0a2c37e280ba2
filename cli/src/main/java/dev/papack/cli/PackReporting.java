package dev.papack.cli;

import dev.papack.Packer;
import dev.papack.Session;
import dev.papack.cli.output.OpenWorkspace;
import dev.papack.cli.report.Report;
import dev.papack.cli.report.ReportPaths;
import dev.papack.cli.report.ShownFindings;
import dev.papack.comparison.ContentChange;
import dev.papack.comparison.PackComparison;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.progress.CancelledException;
import dev.papack.report.PackReport;
import dev.papack.report.ReportHead;
import dev.papack.report.ReportSubject;
import dev.papack.report.SurveyedPack;
import dev.papack.report.SurveyedPack.Slices;
import dev.papack.result.PackUse;
import dev.papack.result.PicturePart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** Makes the report that shows a pack, once a command has ended. */
final class PackReporting {
  private static final WorkspacePath PACK = WorkspacePath.of("assets.pa");

  private final Packer packer = Packer.create();
  private final ShownFindings findings;
  private final Optional<OpenWorkspace> workspace;
  private final Slices slices;
  private final List<Diagnostic> faults = new ArrayList<>();

  /**
   * Makes reports.
   *
   * @param paths where files are
   * @param workspace that the findings speak of
   * @param slices whether the report shows them
   */
  PackReporting(ReportPaths paths, Optional<OpenWorkspace> workspace, Slices slices) {
    this.findings = new ShownFindings(paths);
    this.workspace = workspace;
    this.slices = slices;
  }

  /** Why something could not be shown. */
  List<Diagnostic> faults() {
    return faults;
  }

  /** The report of findings alone, if nothing else can be read. */
  PackReport withoutPack(Report report) {
    return new PackReport(
        head(report),
        findings.of(report, Map.of()),
        report.unlisted(),
        new ReportSubject.OfNothing());
  }

  private static ReportHead head(Report report) {
    return new ReportHead(
        report.version(), report.command(), report.ending().exitStatus(), report.ending().words());
  }

  /**
   * The report.
   *
   * @param report of the findings
   * @param shown which pack
   */
  PackReport of(Report report, ShownPack shown) throws IOException, CancelledException {
    return new PackReport(
        head(report), findings.of(report, pictures(report)), report.unlisted(), subject(shown));
  }

  private Map<AssetsPath, List<Optional<PicturePart>>> pictures(Report report)
      throws IOException, CancelledException {
    Map<AssetsPath, List<PixelRectangle>> parts = ShownFindings.parts(report);
    return workspace.isPresent()
            && !parts.isEmpty()
            && packer.openForRepair(workspace.get().folder())
                instanceof Outcome.Accepted<Session>(Session session, var _)
        ? session.pictureParts(parts)
        : Map.of();
  }

  private ReportSubject subject(ShownPack shown) throws IOException, CancelledException {
    return switch (shown) {
      case ShownPack.None _ -> new ReportSubject.OfNothing();
      case ShownPack.Published(Session session) ->
          kept(published(session))
              .<ReportSubject>map(ReportSubject.OfPack::new)
              .orElseGet(ReportSubject.OfNothing::new);
      case ShownPack.LastBuild(Session session) ->
          published(session) instanceof Outcome.Accepted<SurveyedPack>(SurveyedPack pack, var _)
              ? new ReportSubject.OfLastPack(pack)
              : new ReportSubject.OfNothing();
      case ShownPack.InFile(Path file) ->
          kept(inFile(file, _ -> true))
              .<ReportSubject>map(ReportSubject.OfPack::new)
              .orElseGet(ReportSubject.OfNothing::new);
      case ShownPack.Change(Path before, Path after) -> change(before, after);
    };
  }

  private Outcome<SurveyedPack> published(Session session) throws IOException, CancelledException {
    String name =
        findings.name(Location.of(Artifact.PACK, session.output().resolve(PACK.text()).toString()));
    return session.usePack(pack -> SurveyedPack.of(pack, name, slices, _ -> true));
  }

  private Outcome<SurveyedPack> inFile(Path file, IntPredicate shown)
      throws IOException, CancelledException {
    String name = findings.name(Location.of(Artifact.PACK, file.toString()));
    PackUse<SurveyedPack> survey = pack -> SurveyedPack.of(pack, name, slices, shown);
    // A workspace recorded the frames of its own pack.
    Optional<Session> publisher = packer.findPublisher(file);
    return publisher.isPresent() ? publisher.get().usePack(survey) : packer.usePack(file, survey);
  }

  private ReportSubject change(Path before, Path after) throws IOException, CancelledException {
    Optional<PackComparison> compared = kept(packer.diff(before, after));
    if (compared.isEmpty()) {
      return new ReportSubject.OfNothing();
    }
    Set<Integer> changed =
        compared.get().contents().stream()
            .map(ContentChange::after)
            .map(entry -> entry.assetId())
            .collect(Collectors.toSet());
    compared.get().added().forEach(entry -> changed.add(entry.assetId()));
    compared.get().removed().forEach(entry -> changed.add(entry.assetId()));
    Optional<SurveyedPack> old = kept(inFile(before, changed::contains));
    Optional<SurveyedPack> now = kept(inFile(after, changed::contains));
    return old.isPresent() && now.isPresent()
        ? new ReportSubject.OfChange(compared.get(), old.get(), now.get())
        : new ReportSubject.OfNothing();
  }

  private <T> Optional<T> kept(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Accepted<T>(T value, var _) -> Optional.of(value);
      case Outcome.Refused<T>(List<Diagnostic> refused) -> {
        faults.addAll(refused);
        yield Optional.empty();
      }
    };
  }
}

package dev.papack.cli;

import dev.papack.Packer;
import dev.papack.Session;
import dev.papack.cli.output.OpenWorkspace;
import dev.papack.cli.output.TextOutput;
import dev.papack.cli.report.Findings;
import dev.papack.cli.report.Report;
import dev.papack.cli.report.ReportFormat;
import dev.papack.cli.report.ReportPaths;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.progress.CancelledException;
import dev.papack.report.PackReport;
import dev.papack.report.SurveyedPack.Slices;
import dev.papack.result.ContractArtifact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The reports of a command: opened before the fence is closed, because no file can be opened
 * afterwards, and written when the command has ended, however it did.
 */
final class ReportFiles {
  private final Surroundings surroundings;
  private final List<Held> held = new ArrayList<>();
  private String command = "";

  /** Reports for standard output, as far as there are any. */
  private final List<String> printed = new ArrayList<>();

  /** A report that is to be written; standard output needs no opening. */
  private record Held(ReportFormat format, Optional<OutputStream> file) {}

  ReportFiles(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Opens the files.
   *
   * @param name the words after {@code papack}
   * @param folder the base of relative paths
   * @param output where the command publishes, if it is told
   * @return why one of them cannot be there; those before it are open
   * @throws UsageException if one is part of a workspace
   */
  List<Diagnostic> open(String name, List<ReportTarget> targets, Path folder, Optional<Path> output)
      throws UsageException, IOException, CancelledException {
    command = name;
    if (targets.isEmpty()) {
      return List.of();
    }
    Packer packer = Packer.create();
    Set<Path> places = new HashSet<>();
    for (ReportTarget target : targets) {
      if (target.isStandardOutput()) {
        continue;
      }
      Path file = folder.resolve(target.file());
      Optional<Path> place = findPlace(packer, file);
      if (place.isPresent()) {
        requireOutsideOfWorkspaces(packer, file, place.get(), output);
        if (!places.add(place.get())) {
          throw ReportTarget.twice(target.file());
        }
      }
    }
    for (ReportTarget target : targets) {
      if (target.isStandardOutput()) {
        held.add(new Held(target.format(), Optional.empty()));
        continue;
      }
      switch (packer.openOutput(folder.resolve(target.file()))) {
        case Outcome.Refused<OutputStream>(List<Diagnostic> faults) -> {
          return faults;
        }
        case Outcome.Accepted<OutputStream>(OutputStream file, List<Diagnostic> _) ->
            held.add(new Held(target.format(), Optional.of(file)));
      }
    }
    return List.of();
  }

  /** Where a file is, whatever links lead there; empty if its folder is missing. */
  private static Optional<Path> findPlace(Packer packer, Path file) throws IOException {
    Path absolute = file.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    Path name = absolute.getFileName();
    return folder == null || name == null || !packer.isFolder(folder)
        ? Optional.empty()
        : Optional.of(folder.toRealPath().resolve(name));
  }

  /** A mistyped path must cost no picture and no pack. */
  private static void requireOutsideOfWorkspaces(
      Packer packer, Path file, Path real, Optional<Path> output)
      throws UsageException, IOException, CancelledException {
    Path folder = Objects.requireNonNull(real.getParent());
    boolean isPublished =
        output.isPresent()
            && packer.isFolder(output.get())
            && isPartOf(output.get().toRealPath(), real);
    if (isPublished
        || (packer.openForRepair(folder) instanceof Outcome.Accepted<Session>(Session near, var _)
            && isPartOf(near.workspace(), real))) {
      throw new UsageException(
          "the report \"" + file + "\" would be among the files of a workspace: choose another");
    }
  }

  private static boolean isPartOf(Path workspace, Path file) {
    return file.startsWith(workspace.resolve(AssetsPath.FOLDER.text()))
        || Packer.contract().stream()
            .map(ContractArtifact::path)
            .filter(path -> !path.contains("*"))
            .anyMatch(path -> file.startsWith(workspace.resolve(path)));
  }

  /**
   * Writes all reports; the second time, nothing.
   *
   * @param ending how it ended
   * @param diagnostics what it found
   * @param workspace the workspace that they speak of
   * @param pack what else is shown
   * @return why one could not be written
   */
  List<Diagnostic> write(
      Report.Ending ending,
      List<Diagnostic> diagnostics,
      Optional<OpenWorkspace> workspace,
      ShownPack pack) {
    if (held.isEmpty()) {
      return List.of();
    }
    Findings findings = findings(diagnostics, workspace);
    Report report =
        findings.report(surroundings.release().get().version(), command, ending, diagnostics);
    Set<Diagnostic> faults = new LinkedHashSet<>();
    for (Held one : held) {
      byte[] content =
          switch (one.format().content()) {
            case FINDINGS -> one.format().render(report).getBytes(StandardCharsets.UTF_8);
            case PACK ->
                packReport(one.format(), report, findings.paths(), pack, workspace, faults);
          };
      if (one.file().isEmpty()) {
        printed.add(new String(content, StandardCharsets.UTF_8));
        continue;
      }
      try (OutputStream file = one.file().get()) {
        file.write(content);
      } catch (IOException e) {
        faults.add(Packer.diagnose(e));
      }
    }
    held.clear();
    diagnostics.forEach(faults::remove);
    return List.copyOf(faults);
  }

  /** If the pack cannot be read, the report shows the findings and no pack. */
  private static byte[] packReport(
      ReportFormat format,
      Report report,
      ReportPaths paths,
      ShownPack pack,
      Optional<OpenWorkspace> workspace,
      Set<Diagnostic> faults) {
    PackReporting reporting =
        new PackReporting(
            paths, workspace, format == ReportFormat.HTML ? Slices.KEPT : Slices.COUNTED);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try {
      write(format, whole(reporting, report, pack, faults), content);
    } catch (IOException e) {
      faults.add(Packer.diagnose(e));
    }
    return content.toByteArray();
  }

  private static PackReport whole(
      PackReporting reporting, Report report, ShownPack pack, Set<Diagnostic> faults)
      throws IOException {
    try {
      PackReport whole = reporting.of(report, pack);
      faults.addAll(reporting.faults());
      return whole;
    } catch (CancelledException e) {
      return reporting.withoutPack(report);
    } catch (IOException e) {
      faults.add(Packer.diagnose(e));
      return reporting.withoutPack(report);
    }
  }

  private static void write(ReportFormat format, PackReport report, OutputStream out)
      throws IOException {
    if (format == ReportFormat.HTML) {
      report.writeHtml(out);
    } else {
      report.writeJson(out);
    }
  }

  /** Prints the reports that go to standard output. */
  void print(TextOutput out) {
    printed.forEach(out::lines);
    printed.clear();
  }

  /** What cannot be found out about the places is left out: the findings themselves are known. */
  private Findings findings(List<Diagnostic> diagnostics, Optional<OpenWorkspace> workspace) {
    Path folder = StandingSearch.real(surroundings.folder().toAbsolutePath().normalize());
    Path base = workspace.map(OpenWorkspace::folder).orElse(folder);
    Packer packer = Packer.create();
    try {
      Path top = packer.findRepository(base).orElse(base);
      return new Findings(
          new ReportPaths(top, folder, workspace), declared(packer, diagnostics, workspace));
    } catch (IOException | CancelledException e) {
      return new Findings(new ReportPaths(base, folder, workspace), Map.of());
    }
  }

  private static Map<AssetsPath, List<Location>> declared(
      Packer packer, List<Diagnostic> diagnostics, Optional<OpenWorkspace> workspace)
      throws IOException, CancelledException {
    Set<AssetsPath> sources = Findings.sources(diagnostics);
    return workspace.isPresent()
            && !sources.isEmpty()
            && packer.openForRepair(workspace.get().folder())
                instanceof Outcome.Accepted<Session>(Session session, var _)
        ? session.placesOf(sources)
        : Map.of();
  }
}

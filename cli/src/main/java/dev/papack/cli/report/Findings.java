package dev.papack.cli.report;

import dev.papack.cli.output.Standing;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes findings of diagnostics.
 *
 * @param paths where files are
 * @param declared where declarations name pictures and sounds
 */
public record Findings(ReportPaths paths, Map<AssetsPath, List<Location>> declared) {
  /** Copies the map. */
  public Findings {
    declared = Map.copyOf(declared);
  }

  /**
   * The pictures and sounds in which something is wrong, for whoever looks up who declares them.
   *
   * @param diagnostics what was found
   * @return their paths
   */
  public static Set<AssetsPath> sources(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .map(Diagnostic::location)
        .filter(place -> place.artifact() == Artifact.SOURCE)
        .flatMap(place -> place.belowAssets().stream())
        .collect(Collectors.toSet());
  }

  /**
   * The report of a command.
   *
   * @param version of papack
   * @param command the words after {@code papack}
   * @param ending how it ended
   * @param diagnostics all that it found, in any order
   * @return the report
   */
  public Report report(
      String version, String command, Report.Ending ending, List<Diagnostic> diagnostics) {
    Fingerprints fingerprints = new Fingerprints();
    List<Finding> findings =
        diagnostics.stream()
            .sorted()
            .limit(Report.MAX_FINDINGS)
            .map(one -> finding(one, fingerprints))
            .toList();
    return new Report(version, command, ending, findings, Report.Counts.of(diagnostics));
  }

  private Finding finding(Diagnostic diagnostic, Fingerprints fingerprints) {
    Place found = place(diagnostic.location());
    List<Place> declarations =
        diagnostic.location().artifact() == Artifact.SOURCE
            ? diagnostic.location().belowAssets().map(this::declarations).orElse(List.of())
            : List.of();
    List<Finding.Related> related = new ArrayList<>();
    if (!declarations.isEmpty()) {
      related.add(new Finding.Related(found, text(found.location())));
      declarations.stream()
          .skip(1)
          .forEach(place -> related.add(new Finding.Related(place, "also declared here")));
    }
    for (Diagnostic.Related other : diagnostic.related()) {
      related.add(new Finding.Related(place(other.location()), other.message()));
    }
    return new Finding(
        diagnostic,
        declarations.isEmpty() ? found : declarations.getFirst(),
        related,
        fingerprints.of(diagnostic, found.file()),
        diagnostic.fixes().stream().map(this::help).toList(),
        diagnostic.fixes().stream().flatMap(fix -> edit(fix).stream()).toList());
  }

  private Optional<Finding.Edit> edit(Fix fix) {
    return fix.action() instanceof Fix.EditDocument change
        ? Optional.of(new Finding.Edit(fix.title(), paths.of(change.path()), change))
        : Optional.empty();
  }

  private List<Place> declarations(AssetsPath file) {
    return declared.getOrDefault(file, List.of()).stream().map(this::place).toList();
  }

  private Place place(Location location) {
    return new Place(paths.of(location), location);
  }

  /** Which part of a picture or sound it is. */
  private static String text(Location location) {
    if (location.pixels().isPresent()) {
      return "the part of the picture of " + location.pixels().get() + " pixels";
    }
    return location.byteOffset().isPresent()
        ? "the file, at byte " + location.byteOffset().getAsLong()
        : "the file";
  }

  private String help(Fix fix) {
    return switch (fix.action()) {
      case Fix.RunCommand command -> fix.title() + ": " + paths.standing().line(command);
      case Fix.EditDocument _ -> fix.title();
      case Fix.Advice(Optional<Fix.RequestChange> change) ->
          fix.title() + change.map(asked -> " (" + Standing.option(asked) + ")").orElse("");
    };
  }
}

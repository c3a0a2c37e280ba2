package dev.papack.authoring;

import dev.papack.container.BankType;
import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Fix.Certainty;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Verb;
import dev.papack.inspect.PublishedBuild.PublishedSource;
import dev.papack.registry.MissingSource;
import dev.papack.source.Spelling;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Declared sources that are gone, and the new files that may be these under another name. Such a
 * file is not declared as a new asset: that would leave the declared one without its source, and
 * nobody would be told.
 */
final class Orphans {
  private final Map<AssetsPath, List<Match>> matches = new HashMap<>();

  /** A source that a file may be. */
  private record Match(MissingSource source, Certainty certainty, String reason) {}

  /** The new files, found by what they could have in common with a source. */
  private static final class NewFiles {
    private final Map<PublishedSource, List<AssetsPath>> byContent = new HashMap<>();
    private final Map<Object, List<AssetsPath>> byTrait = new HashMap<>();

    private record Named(BankType bank, String name) {}

    private record Inside(BankType bank, Optional<AssetsPath> folder) {}

    NewFiles(SortedMap<AssetsPath, BankType> files) {
      files.forEach((file, bank) -> {
        for (Object trait : List.of(named(bank, file), new Inside(bank, file.parent()), bank)) {
          byTrait.computeIfAbsent(trait, _ -> new ArrayList<>()).add(file);
        }
      });
    }

    private static Named named(BankType bank, AssetsPath file) {
      return new Named(bank, Spelling.folded(file.name().text()));
    }

    List<AssetsPath> alike(BankType bank, AssetsPath source) {
      return byTrait.getOrDefault(named(bank, source), List.of());
    }

    /** The one file that could be a source: in its folder, or else anywhere. */
    Optional<AssetsPath> only(BankType bank, AssetsPath source) {
      List<AssetsPath> beside = byTrait.getOrDefault(new Inside(bank, source.parent()), List.of());
      List<AssetsPath> found = beside.isEmpty() ? byTrait.getOrDefault(bank, List.of()) : beside;
      return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
  }

  private Orphans() {}

  /**
   * Matches them.
   *
   * @param evidence of what the sources were
   * @param missing sources that are declared and not there
   * @param files new files and what each could become
   */
  static Orphans of(
      Evidence evidence, List<MissingSource> missing, SortedMap<AssetsPath, BankType> files)
      throws IOException {
    Orphans orphans = new Orphans();
    if (missing.isEmpty() || files.isEmpty()) {
      return orphans;
    }
    Map<AssetsPath, PublishedSource> contents = new HashMap<>();
    for (MissingSource source : missing) {
      evidence
          .published(source.source())
          .ifPresent(content -> contents.put(source.source(), content));
    }
    NewFiles found = new NewFiles(files);
    if (!contents.isEmpty()) {
      for (AssetsPath file : files.keySet()) {
        evidence
            .contentOf(file)
            .ifPresent(content ->
                found.byContent.computeIfAbsent(content, _ -> new ArrayList<>()).add(file));
      }
    }
    // Several files may have been equal; several assets may declare one file.
    Map<PublishedSource, Long> counts =
        contents.values().stream()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    for (MissingSource source : missing) {
      orphans.match(source, Optional.ofNullable(contents.get(source.source())), counts, found);
    }
    return orphans;
  }

  private void match(
      MissingSource source,
      Optional<PublishedSource> content,
      Map<PublishedSource, Long> counts,
      NewFiles files) {
    List<AssetsPath> equal =
        content.map(was -> files.byContent.getOrDefault(was, List.of())).orElse(List.of());
    BankType bank = source.declaration().declaration().settings().bankType();
    List<AssetsPath> alike = files.alike(bank, source.source());
    if (!equal.isEmpty()) {
      boolean isCertain = equal.size() == 1 && counts.getOrDefault(content.orElseThrow(), 0L) == 1;
      add(
          equal,
          source,
          isCertain ? Certainty.SAFE : Certainty.LIKELY,
          "it has exactly the content that the source had in the last build");
    } else if (!alike.isEmpty()) {
      add(alike, source, Certainty.LIKELY, "it has the same name");
    } else {
      files
          .only(bank, source.source())
          .ifPresent(file ->
              add(
                  List.of(file),
                  source,
                  Certainty.LIKELY,
                  "it is the only new file that it could be"));
    }
  }

  private void add(
      List<AssetsPath> found, MissingSource source, Certainty certainty, String reason) {
    for (AssetsPath file : found) {
      matches
          .computeIfAbsent(file, _ -> new ArrayList<>())
          .add(new Match(source, certainty, reason));
    }
  }

  /** Why a file is not declared, if it may be a source that is gone. */
  Optional<Diagnostic> find(AssetsPath file) {
    List<Match> found = matches.getOrDefault(file, List.of());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Match first = found.getFirst();
    MissingSource source = first.source();
    Diagnostic fault =
        Diagnostic.error(
                DiagnosticCode.SOURCE_RENAMED,
                Location.of(Artifact.SOURCE, file),
                "\""
                    + file
                    + "\" may be \""
                    + source.source()
                    + "\", the source of \""
                    + source.declaration().place().root()
                    + "\" that is gone: "
                    + first.reason())
            .found(file.text())
            .supported(source.source().text());
    for (Match match : found) {
      fault =
          fault
              .related(match.source().place(), "declared here, and gone")
              .fix(match.source().rename(file, match.certainty()));
    }
    return Optional.of(
        fault.fix(
            Fix.manual(
                "if it is a new asset, add it by its name",
                Fix.run(Verb.ADD, new Argument.OfPath(file.inWorkspace())))));
  }
}

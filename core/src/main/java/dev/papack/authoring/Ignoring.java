package dev.papack.authoring;

import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Suggestion;
import dev.papack.publish.DocumentChange;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.IgnoreList;
import dev.papack.registry.LocatedDeclaration;
import dev.papack.result.IgnoreRequest;
import dev.papack.result.Ignored;
import dev.papack.source.Limits;
import dev.papack.source.PathPattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Changes which files are ignored; what is declared stays in sight. */
public final class Ignoring {
  private final DeclaredWorkspace workspace;
  private final IgnoreList before;

  public Ignoring(DeclaredWorkspace workspace) {
    this.workspace = workspace;
    this.before = workspace.ignores();
  }

  /** Works out the new list; refused if a pattern is none, or covers what is declared. */
  public Outcome<Proposal<Ignored>> change(IgnoreRequest request) {
    List<Diagnostic> faults = new ArrayList<>();
    NavigableSet<PathPattern> old = new TreeSet<>(before.patterns());
    NavigableSet<PathPattern> patterns = new TreeSet<>(old);
    for (String text : request.removed()) {
      Optional<PathPattern> pattern =
          old.stream().filter(one -> one.text().equals(text)).findFirst();
      pattern.ifPresentOrElse(patterns::remove, () -> faults.add(unknown(text, old)));
    }
    NavigableSet<PathPattern> added = new TreeSet<>();
    for (String text : request.added()) {
      Optional<String> fault = PathPattern.faultOf(text);
      if (fault.isPresent()) {
        faults.add(IgnoreList.badForm(text, fault.get(), request()));
      } else {
        added.add(PathPattern.of(text));
      }
    }
    added.removeAll(old);
    patterns.addAll(added);
    if (patterns.size() > Limits.PATTERNS) {
      faults.add(tooMany(patterns.size()));
    }
    faults.addAll(declared(added));
    return faults.isEmpty()
        ? Outcome.of(propose(old, patterns))
        : new Outcome.Refused<>(faults.stream().sorted().toList());
  }

  private static Diagnostic unknown(String text, Collection<PathPattern> known) {
    return Diagnostic.error(
            DiagnosticCode.PATTERN_NOT_FOUND,
            request(),
            AssetsPath.IGNORE.inWorkspace() + " has no pattern \"" + text + "\"")
        .found(text)
        .fix(
            Suggestion.closest(text, known.stream().map(PathPattern::text).toList())
                .map(close -> Fix.advice("did you mean \"" + close + "\"?"))
                .orElseGet(() -> Fix.advice("write the pattern as it is in that file")));
  }

  private static Diagnostic tooMany(int count) {
    return Diagnostic.error(
            DiagnosticCode.ELEMENT_COUNT,
            request(),
            "the list would have "
                + count
                + " patterns; at most "
                + Limits.PATTERNS
                + " are allowed")
        .found(String.valueOf(count))
        .limit(String.valueOf(Limits.PATTERNS))
        .advice("ignore a folder in place of the files in it");
  }

  /** Errors about declarations and declared sources that new patterns cover. */
  private List<Diagnostic> declared(Collection<PathPattern> added) {
    List<Diagnostic> faults = new ArrayList<>();
    for (AssetsPath file : workspace.tree().files()) {
      if (DeclarationPlace.of(file).isPresent()) {
        covering(added, file)
            .map(pattern ->
                covered(
                    DiagnosticCode.DECLARATION_IGNORED,
                    pattern,
                    "the declaration \"" + file.inWorkspace() + "\"",
                    Location.of(Artifact.ASSET, file)))
            .ifPresent(faults::add);
      }
    }
    for (LocatedDeclaration declaration : workspace.scan().declarations().values()) {
      for (int i = 0; i < declaration.declaration().sources().size(); i++) {
        AssetsPath source = declaration.place().resolve(declaration.declaration().sources().get(i));
        Optional<PathPattern> pattern = covering(added, source);
        if (pattern.isPresent()) {
          faults.add(
              covered(
                  DiagnosticCode.SOURCE_IGNORED,
                  pattern.get(),
                  "the declared source \"" + source.inWorkspace() + "\"",
                  declaration.placeOfSource(i)));
        }
      }
    }
    return faults;
  }

  private static Optional<PathPattern> covering(Collection<PathPattern> patterns, AssetsPath path) {
    return patterns.stream().filter(pattern -> pattern.covers(path.names())).findFirst();
  }

  private static Diagnostic covered(
      DiagnosticCode code, PathPattern pattern, String what, Location place) {
    return Diagnostic.error(code, place, "the pattern \"" + pattern.text() + "\" covers " + what)
        .found(pattern.text())
        .advice("choose a narrower pattern, or remove the asset first");
  }

  private Proposal<Ignored> propose(
      NavigableSet<PathPattern> old, NavigableSet<PathPattern> patterns) {
    NavigableSet<PathPattern> added = new TreeSet<>(patterns);
    added.removeAll(old);
    NavigableSet<PathPattern> removed = new TreeSet<>(old);
    removed.removeAll(patterns);
    long covered =
        Stream.concat(workspace.tree().files().stream(), workspace.tree().ignored().stream())
            .filter(file -> !file.isOfWorkspace())
            .filter(file -> covering(patterns, file).isPresent())
            .count();
    List<DocumentChange> changes =
        added.isEmpty() && removed.isEmpty()
            ? List.of()
            : List.of(new DocumentChange.OfIgnoreList(before.digest(), before.textWith(patterns)));
    return new Proposal<>(
        new Ignored(texts(patterns), texts(added), texts(removed), (int) covered), changes);
  }

  private static List<String> texts(Collection<PathPattern> patterns) {
    return patterns.stream().map(PathPattern::text).toList();
  }

  private static Location request() {
    return Location.of(Artifact.REQUEST, "");
  }
}

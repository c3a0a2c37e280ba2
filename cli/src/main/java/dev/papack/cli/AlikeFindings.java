package dev.papack.cli;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Findings of many files, those of one cause together. */
final class AlikeFindings {
  /** So many alike are still printed one by one. */
  private static final int FEW = 3;

  private AlikeFindings() {}

  /**
   * A cause.
   *
   * @param code what kind of fault it is
   * @param found what was found instead of what is wanted: an Ogg file, a number of colours
   */
  private record Cause(DiagnosticCode code, Optional<String> found) {}

  /** The findings in their order, but that those of one cause follow its first. */
  static List<Section> sections(List<Diagnostic> findings, CommonArguments.Verbosity verbosity) {
    return sections(findings, verbosity, finding -> new Cause(finding.code(), finding.found()));
  }

  /** The same where each error stands by itself: whoever builds has to repair every one. */
  static List<Section> besideErrors(
      List<Diagnostic> findings, CommonArguments.Verbosity verbosity) {
    return sections(
        findings,
        verbosity,
        finding -> finding.isError() ? finding : new Cause(finding.code(), finding.found()));
  }

  private static List<Section> sections(
      List<Diagnostic> findings,
      CommonArguments.Verbosity verbosity,
      Function<Diagnostic, Object> causeOf) {
    if (verbosity == CommonArguments.Verbosity.VERBOSE) {
      return List.of(new Section("", Section.Detail.WHOLE, findings));
    }
    Map<Object, List<Diagnostic>> causes = new LinkedHashMap<>();
    for (Diagnostic finding : findings) {
      causes.computeIfAbsent(causeOf.apply(finding), _ -> new ArrayList<>()).add(finding);
    }
    return causes.values().stream()
        .map(alike ->
            new Section(
                "", alike.size() > FEW ? Section.Detail.FIRST : Section.Detail.WHOLE, alike))
        .toList();
  }
}

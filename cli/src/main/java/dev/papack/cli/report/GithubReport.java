package dev.papack.cli.report;

import dev.papack.cli.output.Printable;
import dev.papack.diagnostic.Severity;
import dev.papack.diagnostic.TextRange;
import java.util.EnumMap;
import java.util.Map;

/**
 * Workflow commands of GitHub Actions, which become annotations if a step prints them. GitHub shows
 * ten of a kind for a step; the rest is listed in the log.
 */
final class GithubReport {
  private static final int MAX_ANNOTATIONS = 10;

  private final Report report;
  private final StringBuilder out;

  private GithubReport(Report report, StringBuilder out) {
    this.report = report;
    this.out = out;
  }

  static void write(Report report, StringBuilder out) {
    new GithubReport(report, out).write();
  }

  private void write() {
    Map<Severity, Integer> annotated = new EnumMap<>(Severity.class);
    StringBuilder rest = new StringBuilder();
    report
        .ending()
        .failure()
        .ifPresent(failure ->
            out.append("::error title=papack ")
                .append(property(report.command()))
                .append("::")
                .append(data(failure))
                .append('\n'));
    for (Finding finding : report.findings()) {
      if (annotated.merge(finding.severity(), 1, Integer::sum) <= MAX_ANNOTATIONS) {
        annotate(finding);
      } else {
        list(finding, rest);
      }
    }
    if (!rest.isEmpty()) {
      out.append("::group::papack ")
          .append(data(report.command()))
          .append(": findings without an annotation\n")
          .append(rest)
          .append("::endgroup::\n");
    }
    out.append("papack ").append(report.command()).append(": ").append(report.summary());
    if (report.unlisted() > 0) {
      out.append("; ").append(report.unlisted()).append(" of them are only counted");
    }
    out.append('\n');
  }

  private void annotate(Finding finding) {
    out.append("::")
        .append(kind(finding.severity()))
        .append(" file=")
        .append(property(finding.place().file().text()));
    finding.place().range().ifPresent(this::writePlace);
    out.append(",title=")
        .append(property(finding.code() + " " + finding.diagnostic().code().name()))
        .append("::")
        .append(data(finding.diagnostic().message()));
    finding.help().forEach(line -> out.append("%0AHelp: ").append(data(line)));
    out.append('\n');
  }

  /** Columns are only allowed on one line; ends are inclusive. */
  private void writePlace(TextRange range) {
    out.append(",line=").append(range.line()).append(",endLine=").append(range.endLine());
    if (range.line() == range.endLine()) {
      out.append(",col=")
          .append(range.column())
          .append(",endColumn=")
          .append(Math.max(range.column(), range.endColumn() - 1));
    }
  }

  private static void list(Finding finding, StringBuilder rest) {
    rest.append(finding.severity().label())
        .append('[')
        .append(finding.code())
        .append("]: ")
        .append(defused(finding.place().file().text()))
        .append(finding.place().range().map(range -> ":" + range.line()).orElse(""))
        .append(": ")
        .append(defused(finding.diagnostic().message()))
        .append('\n');
  }

  private static String kind(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "notice";
    };
  }

  /** The text of a command. */
  private static String data(String text) {
    return defused(text).replace("%", "%25");
  }

  /** A value in front of the text. */
  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }

  /** GitHub still obeys its first form of commands, wherever it is in a line. */
  private static String defused(String text) {
    return Printable.escape(text).replace("##[", "#\\u{0023}[");
  }
}

package dev.papack.cli.report;

import dev.papack.cli.output.Printable;
import dev.papack.cli.output.PrintableJson;
import dev.papack.diagnostic.Severity;
import dev.papack.json.line.JsonLine;

/** The code quality report of GitLab, a part of the format of Code Climate. */
final class GitlabReport {
  private GitlabReport() {}

  static void write(Report report, StringBuilder out) {
    out.append('[');
    String separator = "\n";
    for (Finding finding : report.findings()) {
      out.append(separator).append(PrintableJson.object(issue -> write(issue, finding)));
      separator = ",\n";
    }
    out.append("\n]\n");
  }

  private static void write(JsonLine issue, Finding finding) {
    StringBuilder text = new StringBuilder(finding.message());
    finding.help().forEach(line -> text.append("; ").append(Printable.escape(line)));
    issue
        .put("description", text.toString())
        .put("check_name", finding.code())
        .put("fingerprint", finding.fingerprint())
        .put("severity", severity(finding.severity()))
        .putObject(
            "location",
            location ->
                location
                    .put("path", finding.place().file().shown())
                    .putObject("lines", lines -> lines.put("begin", finding.place().line())));
  }

  /** What stops a build is major: GitLab keeps its two highest words for what stops a service. */
  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "major";
      case WARNING -> "minor";
      case NOTE -> "info";
    };
  }
}

package dev.papack.cli.report;

import dev.papack.cli.output.PrintableJson;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Severity;
import dev.papack.json.line.JsonLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** SARIF 2.1.0 (OASIS): one run with a line for each result. */
final class SarifReport {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** Findings of one rule are one alert where an upload says of which run they are. */
  private static final String CATEGORY = "papack/";

  private SarifReport() {}

  static void write(Report report, StringBuilder out) {
    List<DiagnosticCode> codes =
        report.findings().stream()
            .map(finding -> finding.diagnostic().code())
            .distinct()
            .sorted()
            .toList();
    out.append("{\"$schema\":\"").append(SCHEMA).append("\",\"version\":\"2.1.0\",\"runs\":[\n");
    String head =
        PrintableJson.object(run ->
            run.putObject("tool", tool -> SarifRules.write(tool, report.version(), codes))
                .putObjects("invocations", List.of(report), SarifReport::writeInvocation)
                .putObject("automationDetails", details -> details.put("id", category(report)))
                .putObject("originalUriBaseIds", SarifPlaces::writeBases)
                .put("columnKind", "utf16CodeUnits")
                .putObject("properties", counts -> writeCounts(counts, report)));
    out.append(head, 0, head.length() - 1).append(",\"results\":[");
    String separator = "\n";
    for (Finding finding : report.findings()) {
      int rule = codes.indexOf(finding.diagnostic().code());
      out.append(separator)
          .append(PrintableJson.object(result -> writeResult(result, finding, rule)));
      separator = ",\n";
    }
    out.append("]}\n]}\n");
  }

  /** GitHub takes one upload of a category for a commit: each command has its own. */
  private static String category(Report report) {
    return CATEGORY + report.command().replace(' ', '-') + "/";
  }

  private static void writeInvocation(JsonLine json, Report report) {
    Report.Ending ending = report.ending();
    List<String> said = new ArrayList<>();
    ending.failure().ifPresent(said::add);
    if (report.unlisted() > 0) {
      said.add(
          report.unlisted()
              + " more results are only counted: "
              + CountText.of(severity -> report.all().of(severity) - report.listed(severity))
                  .orElse(""));
    }
    json.put("executionSuccessful", ending.isWhole())
        .put("exitCode", ending.exitStatus())
        .put("exitCodeDescription", ending.meaning())
        .putObjects(
            "toolExecutionNotifications",
            said,
            (inner, text) ->
                inner
                    .put("level", ending.isWhole() ? "warning" : "error")
                    .putObject(
                        "message", message -> message.put("text", SarifText.sentence(text))));
  }

  private static void writeCounts(JsonLine json, Report report) {
    for (Severity severity : Severity.values()) {
      json.put(severity.label() + "s", report.all().of(severity));
    }
    json.put("unlisted", report.unlisted());
  }

  private static void writeResult(JsonLine json, Finding finding, int rule) {
    json.put("ruleId", finding.code())
        .put("ruleIndex", rule)
        .put("level", finding.severity().label())
        .putObject("message", message -> message.put("text", SarifText.of(finding)))
        .putObjects("locations", List.of(finding.place()), SarifPlaces::write);
    if (!finding.related().isEmpty()) {
      json.putObjects("relatedLocations", numbered(finding.related()), SarifPlaces::writeRelated);
    }
    json.putObject("partialFingerprints", prints -> prints.put("papack/v1", finding.fingerprint()));
    if (!finding.edits().isEmpty()) {
      json.putObjects("fixes", finding.edits(), SarifFixes::write);
    }
    writeValues(json, finding);
  }

  private static void writeValues(JsonLine json, Finding finding) {
    Optional<String> found = finding.diagnostic().found();
    Optional<String> supported = finding.diagnostic().supported();
    Optional<String> limit = finding.diagnostic().limit();
    if (found.isPresent() || supported.isPresent() || limit.isPresent()) {
      json.putObject(
          "properties",
          values ->
              values
                  .put("found", found.map(SarifText::cut))
                  .put("supported", supported.map(SarifText::cut))
                  .put("limit", limit.map(SarifText::cut)));
    }
  }

  private static List<SarifPlaces.Numbered> numbered(List<Finding.Related> related) {
    List<SarifPlaces.Numbered> numbered = new ArrayList<>();
    for (Finding.Related one : related) {
      numbered.add(new SarifPlaces.Numbered(numbered.size() + 1, one));
    }
    return numbered;
  }
}

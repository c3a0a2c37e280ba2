package dev.papack.cli.report;

import dev.papack.diagnostic.Severity;
import java.util.HashMap;
import java.util.Map;

/**
 * JUnit XML in the form that CI servers have agreed on. The command is a test that fails with its
 * exit status, so that no report is empty; each finding is another, and an error fails it.
 */
final class JunitReport {
  private final Report report;
  private final StringBuilder out;
  private final Map<String, Integer> names = new HashMap<>();

  private JunitReport(Report report, StringBuilder out) {
    this.report = report;
    this.out = out;
  }

  static void write(Report report, StringBuilder out) {
    new JunitReport(report, out).write();
  }

  private void write() {
    long errors = report.ending().isWhole() ? 0 : 1;
    long failed = report.ending().exitStatus() == 0 ? 0 : 1 - errors;
    String counts =
        attribute("name", "papack " + report.command())
            + attribute("tests", String.valueOf(report.findings().size() + 1))
            + attribute("failures", String.valueOf(report.listed(Severity.ERROR) + failed))
            + attribute("errors", String.valueOf(errors))
            + attribute("skipped", "0");
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites")
        .append(counts)
        .append(">\n  <testsuite")
        .append(counts)
        .append(">\n");
    writeCommand();
    report.findings().forEach(this::writeFinding);
    out.append("  </testsuite>\n</testsuites>\n");
  }

  private void writeCommand() {
    String body = report.summary();
    if (report.unlisted() > 0) {
      body += "; " + report.unlisted() + " of them are only counted";
    }
    String said = report.ending().sentence();
    if (!report.ending().isWhole()) {
      test("papack", report.command(), "error", said, body);
    } else if (report.ending().exitStatus() != 0) {
      test("papack", report.command(), "failure", said, body);
    } else {
      test("papack", report.command(), body);
    }
  }

  private void writeFinding(Finding finding) {
    String name = name(finding);
    String message = finding.code() + ": " + finding.message();
    StringBuilder body = new StringBuilder(finding.severity().label() + "[" + message);
    body.insert(body.indexOf(": "), "]");
    body.append("\n  at ").append(finding.place().file().shown());
    finding
        .place()
        .range()
        .ifPresent(range -> body.append(":" + range.line() + ":" + range.column()));
    for (Finding.Related other : finding.related()) {
      body.append("\n  ").append(other.place().file().text()).append(": ").append(other.message());
    }
    finding.help().forEach(line -> body.append("\n  help: ").append(line));
    switch (finding.severity()) {
      case ERROR -> test(finding.place().file().text(), name, "failure", message, body.toString());
      case WARNING, NOTE -> test(finding.place().file().text(), name, body.toString());
    }
  }

  /** Servers compare runs by names: without line numbers, and each once. */
  private String name(Finding finding) {
    String plain =
        finding.code()
            + finding.place().location().pointer().map(pointer -> " " + pointer).orElse("");
    int number = names.merge(finding.place().file().text() + "\0" + plain, 1, Integer::sum);
    return number == 1 ? plain : plain + " (" + number + ")";
  }

  private void test(String file, String name, String body) {
    open(file, name);
    out.append("      <system-out>").append(lines(body)).append("</system-out>\n");
    out.append("    </testcase>\n");
  }

  private void test(String file, String name, String outcome, String message, String body) {
    open(file, name);
    out.append("      <")
        .append(outcome)
        .append(attribute("message", message))
        .append(attribute("type", outcome))
        .append('>')
        .append(lines(body))
        .append("</")
        .append(outcome)
        .append(">\n    </testcase>\n");
  }

  private void open(String file, String name) {
    out.append("    <testcase")
        .append(attribute("classname", file))
        .append(attribute("name", name))
        .append(">\n");
  }

  private static String attribute(String name, String value) {
    return " " + name + "=\"" + XmlText.escape(value) + "\"";
  }

  /** Only line feeds of ours stay. */
  private static String lines(String body) {
    return String.join("\n", body.lines().map(XmlText::escape).toList());
  }
}

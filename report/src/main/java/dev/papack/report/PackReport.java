package dev.papack.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A report of a pack and of what a command found: equal findings and equal packs give equal bytes
 * on every machine.
 *
 * @param head which command, and how it ended
 * @param findings what it found, the worst first
 * @param unlisted how many findings are only counted
 * @param subject what it shows besides
 */
public record PackReport(
    ReportHead head, List<ShownFinding> findings, long unlisted, ReportSubject subject) {
  /** Copies the list. */
  public PackReport {
    findings = List.copyOf(findings);
  }

  /**
   * Writes the report for programs: JSON of the kind {@code report}, on one line.
   *
   * @param out left open
   * @throws IOException if it cannot be written
   */
  public void writeJson(OutputStream out) throws IOException {
    out.write(ascii(new ReportJson(ReportJson.Reader.PROGRAM).of(this)));
    out.write('\n');
  }

  /**
   * Writes the report for people: one page of HTML that loads nothing.
   *
   * @param out left open
   * @throws IOException if it cannot be written
   */
  public void writeHtml(OutputStream out) throws IOException {
    new Page(this).write(out);
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

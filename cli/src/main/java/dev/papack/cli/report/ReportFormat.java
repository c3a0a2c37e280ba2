package dev.papack.cli.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A format of reports. */
public enum ReportFormat {
  /** SARIF 2.1.0, which GitHub code scanning and editors read. */
  SARIF,
  /** JUnit XML, which nearly every CI reads. */
  JUNIT,
  /** Annotations of GitHub Actions, printed by a step. */
  GITHUB,
  /** The code quality report of GitLab. */
  GITLAB,
  /** Markdown, for the summary of a step or a comment. */
  MARKDOWN;

  /**
   * The word on the command line.
   *
   * @return lower case
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * All words.
   *
   * @return in the order of help
   */
  public static List<String> words() {
    return Arrays.stream(values()).map(ReportFormat::word).toList();
  }

  /**
   * The format of a word.
   *
   * @param word any text
   * @return empty if no format has that word
   */
  public static Optional<ReportFormat> find(String word) {
    return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
  }

  /**
   * A report as text.
   *
   * @param report any
   * @return lines, each ended by a line feed, of characters that steer no terminal
   */
  public String render(Report report) {
    StringBuilder text = new StringBuilder();
    switch (this) {
      case SARIF -> SarifReport.write(report, text);
      case JUNIT -> JunitReport.write(report, text);
      case GITHUB -> GithubReport.write(report, text);
      case GITLAB -> GitlabReport.write(report, text);
      case MARKDOWN -> MarkdownReport.write(report, text);
    }
    return text.toString();
  }
}

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
  MARKDOWN,
  /** A page of HTML that shows the pack. */
  HTML,
  /** What the page shows, for programs. */
  JSON;

  /** What a report is made of. */
  public enum Content {
    /** Findings alone: every command has them. */
    FINDINGS,
    /** Findings and a pack: only some commands have one. */
    PACK
  }

  /**
   * What it is made of.
   *
   * @return findings alone, or a pack as well
   */
  public Content content() {
    return switch (this) {
      case SARIF, JUNIT, GITHUB, GITLAB, MARKDOWN -> Content.FINDINGS;
      case HTML, JSON -> Content.PACK;
    };
  }

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
   * A report of findings as text.
   *
   * @param report any
   * @return lines, each ended by a line feed, of characters that steer no terminal
   * @throws IllegalArgumentException if the format is made of a pack
   */
  public String render(Report report) {
    StringBuilder text = new StringBuilder();
    switch (this) {
      case SARIF -> SarifReport.write(report, text);
      case JUNIT -> JunitReport.write(report, text);
      case GITHUB -> GithubReport.write(report, text);
      case GITLAB -> GitlabReport.write(report, text);
      case MARKDOWN -> MarkdownReport.write(report, text);
      case HTML, JSON -> throw new IllegalArgumentException(word() + " is made of a pack");
    }
    return text.toString();
  }
}

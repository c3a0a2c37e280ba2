package dev.papack.cli;

import dev.papack.cli.report.ReportFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A report that the command line asks for.
 *
 * @param format what it is
 * @param file where it goes; {@value #STANDARD_OUTPUT} for standard output, after everything else
 */
record ReportTarget(ReportFormat format, String file) {
  static final String STANDARD_OUTPUT = "-";

  boolean isStandardOutput() {
    return file.equals(STANDARD_OUTPUT);
  }

  /**
   * Reads the values of the option.
   *
   * @throws UsageException if one is none, or two go to one file
   */
  static List<ReportTarget> parse(List<String> values) throws UsageException {
    Set<String> files = new HashSet<>();
    List<ReportTarget> targets = new ArrayList<>();
    for (String value : values) {
      ReportTarget target = parse(value);
      if (!files.add(target.file())) {
        throw twice(target.file());
      }
      targets.add(target);
    }
    return targets;
  }

  /** That a file is named a second time, perhaps by another way. */
  static UsageException twice(String file) {
    return new UsageException("two reports cannot go to one file: \"" + file + "\"");
  }

  private static ReportTarget parse(String value) throws UsageException {
    int end = value.indexOf('=');
    String word = end < 0 ? value : value.substring(0, end);
    String file = end < 0 ? "" : value.substring(end + 1);
    if (file.isEmpty()) {
      throw new UsageException(
          CommonOptions.REPORT
              + " takes FORMAT=FILE, such as sarif=papack.sarif, not \""
              + value
              + "\"");
    }
    return new ReportTarget(
        ReportFormat.find(word)
            .orElseThrow(() ->
                new UsageException(
                    CommonOptions.REPORT
                        + " knows the formats "
                        + String.join(", ", ReportFormat.words())
                        + ", not \""
                        + word
                        + "\"")),
        file);
  }
}

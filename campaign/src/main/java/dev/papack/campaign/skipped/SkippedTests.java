package dev.papack.campaign.skipped;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Prints which tests a run skipped and why, so that none of them counts as passed unnoticed. */
public final class SkippedTests {
  private SkippedTests() {}

  /**
   * Prints them; ends with status 1 if there are no reports to read.
   *
   * @param arguments the folder of the modules
   */
  public static void main(String... arguments) throws IOException {
    TestReports reports = TestReports.read(Path.of(arguments[0]));
    if (reports.testCount() == 0) {
      System.err.println("no reports of tests in " + arguments[0]);
      System.exit(1);
    }
    lines(reports).forEach(System.out::println);
  }

  /** Each reason, and below it each test with the number of its invocations. */
  static List<String> lines(TestReports reports) {
    Map<String, Map<String, Integer>> invocationsByReason = new TreeMap<>();
    for (SkippedTest test : reports.skipped()) {
      invocationsByReason
          .computeIfAbsent(test.reason(), _ -> new TreeMap<>())
          .merge(test.name(), 1, Integer::sum);
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "Skipped %,d of %,d tests%s",
            reports.skipped().size(),
            reports.testCount(),
            invocationsByReason.isEmpty() ? "" : ":"));
    invocationsByReason.forEach((reason, invocations) -> {
      lines.add("  " + reason);
      invocations.forEach(
          (name, count) -> lines.add("    " + name + (count == 1 ? "" : " (" + count + " times)")));
    });
    return lines;
  }
}

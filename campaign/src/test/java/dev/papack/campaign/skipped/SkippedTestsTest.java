package dev.papack.campaign.skipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the end of a run says of its skipped tests. */
class SkippedTestsTest {
  @TempDir private Path home;

  private void report(String module, String className, String... tests) throws IOException {
    Path folder = Files.createDirectories(home.resolve(module).resolve("target/surefire-reports"));
    Files.writeString(
        folder.resolve("TEST-" + className + ".xml"),
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\""
            + className
            + "\"><properties><property name=\"a\" value=\"b\"/></properties>"
            + String.join("\n", tests)
            + "</testsuite>");
  }

  private static String passed(String className, String name) {
    return "<testcase name=\"" + name + "\" classname=\"" + className + "\" time=\"0\"/>";
  }

  private static String skipped(String className, String name, String skipped) {
    return "<testcase name=\""
        + name
        + "\" classname=\""
        + className
        + "\">"
        + skipped
        + "</testcase>";
  }

  private static String aborted(String reason) {
    return "<skipped type=\"org.opentest4j.TestAbortedException\"><![CDATA["
        + "org.opentest4j.TestAbortedException: Assumption failed: "
        + reason
        + "\n\tat org.junit.jupiter.api.Assumptions.assumeTrue(Assumptions.java:127)\n]]></skipped>";
  }

  private List<String> lines() throws IOException {
    return SkippedTests.lines(TestReports.read(home));
  }

  @Test
  void testsAreCountedAndGroupedByTheirReason() throws Exception {
    report(
        "core",
        "a.b.ArtTest",
        passed("a.b.ArtTest", "encodes"),
        skipped("a.b.ArtTest", "decodes", aborted("there is no art")));
    report(
        "cli",
        "a.LargeTest",
        skipped(
            "a.LargeTest",
            "reads",
            "<skipped message=\"System property [x] with value [daily] does not match ==&gt;"
                + " digests 8 GiB\"/>"),
        skipped("a.LargeTest", "kit(Path)[1]", aborted("there is no art")),
        skipped("a.LargeTest", "kit(Path)[2]", aborted("there is no art")),
        skipped("a.LargeTest", "", aborted("there is no art")));
    assertThat(lines())
        .containsExactly(
            "Skipped 5 of 6 tests:",
            "  digests 8 GiB",
            "    LargeTest.reads",
            "  there is no art",
            "    ArtTest.decodes",
            "    LargeTest",
            "    LargeTest.kit (2 times)");
  }

  @Test
  void runThatSkippedNothingSaysSo() throws Exception {
    report("core", "a.ArtTest", passed("a.ArtTest", "encodes"));
    assertThat(lines()).containsExactly("Skipped 0 of 1 tests");
  }

  @Test
  void folderWithoutReportsHasNoTests() throws Exception {
    Files.createDirectories(home.resolve("core/target"));
    assertThat(TestReports.read(home).testCount()).isZero();
  }

  @Test
  void damagedReportIsNamed() throws Exception {
    report("core", "a.ArtTest", "<testcase");
    assertThatThrownBy(this::lines)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("TEST-a.ArtTest.xml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Disabled on operating system: Linux ==> sets a umask | sets a umask",
        "org.opentest4j.TestAbortedException: Assumption failed: no art at /a: b | no art at /a: b",
        "org.opentest4j.TestAbortedException: no such file | no such file",
        "org.opentest4j.TestAbortedException | no reason given",
        "'' | no reason given",
        "class a.B is @Disabled | class a.B is @Disabled"
      })
  void reasonIsWhatTheTestSays(String message, String reason) {
    assertThat(SkippedTest.of("a.B", "c", message).reason()).isEqualTo(reason);
  }
}

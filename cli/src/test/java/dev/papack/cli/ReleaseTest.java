package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.cli.output.PrintableJson;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseTest {
  private static final String ID = "0123456789abcdef0123456789abcdef01234567";
  private static final String DATE = "2026-11-29T06:31:10Z";

  @TempDir private Path folder = Path.of("");

  private static Release releaseOf(String commit) {
    return new Release("0.1.0", SourceCommit.parse(commit), "25.0.3+9-LTS", "Eclipse Adoptium");
  }

  private static String json(Release release) {
    return PrintableJson.of("result", 1, line -> release.write(line.put("exit_status", 0)));
  }

  private String text(Release release) {
    return Run.papackOf(release, folder, "--version").out();
  }

  @Test
  void versionNamesTheCommitItsDateAndTheRunningJava() {
    assertThat(text(releaseOf(ID + " " + DATE)))
        .isEqualTo(
            """
            papack 0.1.0 (0123456789ab 2026-11-29)
            Java 25.0.3+9-LTS (Eclipse Adoptium)
            """);
  }

  @Test
  void changedTreeIsMarked() {
    Release release = releaseOf(ID + "-dirty " + DATE);
    assertThat(text(release)).startsWith("papack 0.1.0 (0123456789ab-dirty 2026-11-29)\n");
    assertThat(json(release)).contains("\"tree\":\"dirty\"");
  }

  @Test
  void longIdIsTakenToo() {
    String id = "0123456789abcdef".repeat(4);
    assertThat(json(releaseOf(id + " " + DATE))).contains("{\"id\":\"" + id + "\",");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "unknown",
        "${papack.commit}",
        "${git.commit}",
        ID,
        ID + " 2026-11-29",
        ID + "0 " + DATE,
        "fatal: not a git repository"
      })
  void whatIsNoCommitIsUnknown(String written) {
    Release release = releaseOf(written);
    assertThat(text(release)).startsWith("papack 0.1.0 (unknown commit)\n");
    String line = json(release);
    assertThat(line).doesNotContain("commit");
    assertThat(LineSchemas.faults(LineSchemas.tree(line))).isEmpty();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is one of a POSIX shell")
  void packagedProgramSaysWhatItWasBuiltFromAndWhatRunsIt() throws Exception {
    RealPapack.Ended ended = RealPapack.install(folder).run(folder, Map.of(), "--version");
    assertThat(ended.out())
        .matches(
            "papack [0-9]+\\.[0-9]+\\.[0-9]+"
                + " \\((unknown commit|[0-9a-f]{12}(-dirty)? [0-9]{4}-[0-9]{2}-[0-9]{2})\\)\n"
                + "Java \\Q"
                + Runtime.version()
                + "\\E \\(.+\\)\n");
  }
}

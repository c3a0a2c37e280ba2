package dev.papack.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.papack.campaign.Campaign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three readers that share no code run over every file of the kit, each as a program of its own.
 * All agree with the manifest on verdict and stage, so they agree with each other.
 */
final class ConformanceKitTest {
  private static final Path KIT = Program.home().resolve("conformance").toAbsolutePath();
  private static final Path C_READER = KIT.resolve("readers/c");
  private static final Path PYTHON_READER = KIT.resolve("readers/python");
  private static final Pattern SCORE = Pattern.compile("(?m)^([0-9]+) of ([0-9]+)$");

  @TempDir private static Path folder;

  @BeforeAll
  static void needsPython() {
    assumeTrue(Program.isThere("python3", "--version"), "there is no python3 to run the kit with");
  }

  private static void needsACompiler() {
    assumeTrue(
        Program.isThere("cc", "--version") && Program.isThere("make", "--version"),
        "there is no C compiler with make to build the reader with");
  }

  private static Program.Ended kit(String command) {
    return Program.run(
        List.of("python3", KIT.resolve("run.py").toString(), "--jobs", "2", "--command", command));
  }

  private static void agrees(String reader, String command) {
    Program.Ended ended = kit(command).expect(0);
    Matcher score = SCORE.matcher(ended.out());
    assertThat(score.find()).as(ended.out()).isTrue();
    assertThat(score.group(1)).isEqualTo(score.group(2));
    assertThat(Integer.parseInt(score.group(2))).isGreaterThan(350);
    Campaign.report("conformance-" + reader, score.group(1) + " of " + score.group(2) + " files");
  }

  @Test
  void papackAgreesWithTheKit() throws IOException {
    Program.train();
    Path papack = folder.resolve("papack");
    Files.writeString(
        papack,
        "#!/bin/sh\nexec "
            + Program.command().stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "))
            + " \"$@\"\n");
    Files.setPosixFilePermissions(papack, PosixFilePermissions.fromString("rwx------"));

    agrees(
        "papack", "env PAPACK=" + papack + " python3 " + KIT.resolve("adapters/papack.py") + " {}");
  }

  @Test
  void theReaderInPythonAgreesWithTheKit() {
    agrees("python", "python3 " + PYTHON_READER.resolve("papack_reader.py") + " verify {}");
  }

  @Test
  void theReaderInCAgreesWithTheKitUnderItsSanitizers() {
    needsACompiler();
    Path reader = C_READER.resolve("build/sanitized/papack-reader");
    make("sanitized");
    agrees("c", reader + " verify {}");
  }

  @Test
  void theReaderInCPassesItsOwnTests() {
    needsACompiler();
    make("test");
  }

  @Test
  void theReaderInPythonAndTheRunnerPassTheirOwnTests() {
    for (Path tests : List.of(PYTHON_READER, KIT)) {
      Program.run(
              List.of(
                  "python3",
                  "-B",
                  "-m",
                  "unittest",
                  "discover",
                  "--start-directory",
                  tests.toString()))
          .expect(0);
    }
  }

  @Test
  void aReaderThatTakesEverythingFails() {
    Program.Ended ended = kit("sh -c 'echo valid; : {}'").expect(1);
    Matcher score = SCORE.matcher(ended.out());
    assertThat(score.find()).as(ended.out()).isTrue();
    assertThat(Integer.parseInt(score.group(1))).isLessThan(Integer.parseInt(score.group(2)) / 2);
  }

  private static void make(String target) {
    List<String> command = new ArrayList<>(List.of("make", "-s", "-C", C_READER.toString()));
    command.add(target);
    Program.run(command).expect(0);
  }
}

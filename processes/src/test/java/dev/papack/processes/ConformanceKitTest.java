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

  /** Packs and documents. */
  private static final List<String> EVERYTHING = List.of("packs/", "documents/");

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

  private static Program.Ended kit(String command, String only) {
    return Program.run(
        List.of(
            "python3",
            KIT.resolve("run.py").toString(),
            "--jobs",
            "2",
            "--only",
            only,
            "--command",
            command));
  }

  /** The files of these groups, every one of them judged as the manifest says. */
  private static void agrees(String reader, String command, List<String> groups) {
    int count = 0;
    for (String group : groups) {
      count += score(kit(command, group).expect(0)).right();
    }
    assertThat(count).isGreaterThan(100);
    Campaign.report("conformance-" + reader, count + " of " + count + " files of the kit");
  }

  /** What the runner counted. */
  private record Score(int right, int all) {}

  private static Score score(Program.Ended ended) {
    Matcher score = SCORE.matcher(ended.out());
    assertThat(score.find()).as(ended.out()).isTrue();
    return new Score(Integer.parseInt(score.group(1)), Integer.parseInt(score.group(2)));
  }

  /**
   * One start of papack for each file: all of them in the long campaign, and in one process daily.
   */
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
        "papack",
        "env PAPACK=" + papack + " python3 " + KIT.resolve("adapters/papack.py") + " {}",
        switch (Campaign.current()) {
          case DAILY -> List.of("packs/valid", "packs/two-", "documents/valid", "documents/two-");
          case LONG -> EVERYTHING;
        });
  }

  @Test
  void theReaderInPythonAgreesWithTheKit() {
    agrees(
        "python",
        "python3 " + PYTHON_READER.resolve("papack_reader.py") + " verify {}",
        EVERYTHING);
  }

  @Test
  void theReaderInCAgreesWithTheKitUnderItsSanitizers() {
    needsACompiler();
    Path reader = C_READER.resolve("build/sanitized/papack-reader");
    make("sanitized");
    agrees("c", reader + " verify {}", EVERYTHING);
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
    Score score = score(kit("sh -c 'echo valid; : {}'", "packs/").expect(1));
    assertThat(score.right()).isPositive().isLessThan(score.all() / 2);
  }

  private static void make(String target) {
    List<String> command = new ArrayList<>(List.of("make", "-s", "-C", C_READER.toString()));
    command.add(target);
    Program.run(command).expect(0);
  }
}

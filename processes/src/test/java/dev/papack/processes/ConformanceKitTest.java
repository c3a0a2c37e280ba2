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
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Three readers that share no code run over every file of the kit, as programs of their own. All
 * agree with the manifest on verdict and stage, so they agree with each other. Daily those that are
 * slow to start judge every file in one process, and are started anew for a few of each verdict.
 */
final class ConformanceKitTest {
  private static final Path KIT = Program.home().resolve("conformance").toAbsolutePath();
  private static final Path C_READER = KIT.resolve("readers/c");
  private static final Path PYTHON_READER = KIT.resolve("readers/python");
  private static final Pattern SCORE = Pattern.compile("(?m)^([0-9]+) of ([0-9]+)$");

  /** Judges every file that its standard input names: the line of the verdict, then the status. */
  private static final String PYTHON_IN_ONE_PROCESS =
      "import sys; sys.path.insert(0, sys.argv[1]); import papack_reader\n"
          + "for line in sys.stdin: print(papack_reader.main(['verify', line.rstrip('\\n')]))";

  private static final Map<String, Integer> STATUS =
      Map.of("valid", 0, "invalid", 1, "unsupported", 3);

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

  private static Program.Ended kit(String command, String... options) {
    List<String> all = new ArrayList<>(List.of("python3", KIT.resolve("run.py").toString()));
    all.addAll(List.of("--jobs", "2", "--command", command));
    all.addAll(List.of(options));
    return Program.run(all);
  }

  /** Every verdict is as the manifest says, of the files that the options leave. */
  private static int agrees(String command, String... options) {
    int count = score(kit(command, options).expect(0)).right();
    assertThat(count).isGreaterThan(30);
    return count;
  }

  /** A process for each file: daily for so many of each verdict in each folder of the kit. */
  private static int agreesOnSome(int each, String command) {
    return switch (Campaign.current()) {
      case DAILY -> agrees(command, "--each", String.valueOf(each));
      case LONG, FULL -> agrees(command);
    };
  }

  private static List<JsonNode> cases() throws IOException {
    List<JsonNode> cases = new ArrayList<>();
    new JsonMapper()
        .readTree(Files.readString(KIT.resolve("manifest.json")))
        .path("cases")
        .forEach(cases::add);
    return cases;
  }

  /** The line and the status that a reader owes each file. */
  private static List<String> expected(List<JsonNode> cases) {
    List<String> expected = new ArrayList<>();
    for (JsonNode one : cases) {
      String verdict = one.path("verdict").asString();
      expected.add((verdict + " " + one.path("stage").asString()).strip());
      expected.add(String.valueOf(STATUS.get(verdict)));
    }
    return expected;
  }

  /** What the runner counted. */
  private record Score(int right, int all) {}

  private static Score score(Program.Ended ended) {
    Matcher score = SCORE.matcher(ended.out());
    assertThat(score.find()).as(ended.out()).isTrue();
    return new Score(Integer.parseInt(score.group(1)), Integer.parseInt(score.group(2)));
  }

  /** In one process {@code VerdictTest} judges all of them daily. */
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

    int count =
        agreesOnSome(
            1, "env PAPACK=" + papack + " python3 " + KIT.resolve("adapters/papack.py") + " {}");
    Campaign.report(
        "conformance-papack",
        count + " of " + cases().size() + " files of the kit, a process for each");
  }

  @Test
  void theReaderInPythonAgreesWithTheKit() throws Exception {
    List<JsonNode> cases = cases();
    Path files = folder.resolve("files.txt");
    Path verdicts = folder.resolve("verdicts.txt");
    Files.write(
        files,
        cases.stream().map(one -> KIT.resolve(one.path("file").asString()).toString()).toList());
    Process process =
        new ProcessBuilder("python3", "-B", "-c", PYTHON_IN_ONE_PROCESS, PYTHON_READER.toString())
            .redirectInput(files.toFile())
            .redirectOutput(verdicts.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).isZero();
    assertThat(Files.readAllLines(verdicts)).isEqualTo(expected(cases));

    int count =
        agreesOnSome(2, "python3 " + PYTHON_READER.resolve("papack_reader.py") + " verify {}");
    Campaign.report(
        "conformance-python",
        cases.size()
            + " of "
            + cases.size()
            + " files of the kit in one process, "
            + count
            + " with a process for each");
  }

  @Test
  void theReaderInCAgreesWithTheKitUnderItsSanitizers() throws IOException {
    needsACompiler();
    Path reader = C_READER.resolve("build/sanitized/papack-reader");
    make("sanitized");
    int count = agrees(reader + " verify {}");
    assertThat(count).isEqualTo(cases().size());
    Campaign.report("conformance-c", count + " of " + count + " files, a process for each");
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
    Score score =
        score(kit("sh -c 'echo valid; : {}'", "--only", "packs/", "--each", "2").expect(1));
    assertThat(score.right()).isPositive().isLessThan(score.all() / 2);
  }

  private static void make(String target) {
    List<String> command = new ArrayList<>(List.of("make", "-s", "-C", C_READER.toString()));
    command.add(target);
    Program.run(command).expect(0);
  }
}

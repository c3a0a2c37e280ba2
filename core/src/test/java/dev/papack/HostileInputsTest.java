package dev.papack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every verdict as it is pinned in {@code verdicts.txt}: a line for each family, {@code code*count}
 * in the order of its inputs. {@code -Dpapack.golden=rewrite} writes what is found; read the diff.
 */
class HostileInputsTest {
  private static final Path PINNED =
      Path.of(System.getProperty("papack.home", ""), "core/src/test/hostile/verdicts.txt");

  private static final String HEAP = "-Xmx128m";

  /** For a run that is over before the better of Java's two compilers pays. */
  private static final List<String> QUICK_TO_START =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private static final Pattern VERDICT = Pattern.compile(" (?<codes>[^ *]+)(?:\\*(?<count>\\d+))?");

  /** How a process of trials ended. */
  private record Ended(int exitStatus, String output, List<String> lines) {}

  private static Ended run(Path folder, String... arguments) throws Exception {
    Path verdicts = folder.resolve("verdicts.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    command.addAll(QUICK_TO_START);
    command.addAll(List.of(HEAP, "-cp", classPath(), HostileInputs.class.getName()));
    command.add(verdicts.toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output, Files.readAllLines(verdicts));
  }

  private static String classPath() {
    return Path.of(System.getProperty("papack.home", ""), "core/target/test-classes")
        + File.pathSeparator
        + System.getProperty("java.class.path")
        + File.pathSeparator
        + System.getProperty("jdk.module.path", "");
  }

  @Test
  void everyHostileInputGetsItsPinnedVerdictInASmallHeap(@TempDir Path folder) throws Exception {
    Ended ended = run(folder);
    assertThat(ended.exitStatus()).as(ended.output()).isZero();
    if (System.getProperty("papack.golden", "compare").equals("rewrite")) {
      Files.createDirectories(PINNED.getParent());
      Files.write(PINNED, ended.lines());
    }
    assertThat(ended.lines()).isEqualTo(Files.readAllLines(PINNED));
    int count = ended.lines().stream().mapToInt(line -> count(line, ".*")).sum();
    int refused = count - ended.lines().stream().mapToInt(line -> count(line, "fine")).sum();
    assertThat(count).isGreaterThanOrEqualTo(10_000);
    Campaign.report(
        "hostile-inputs",
        String.format(
            Locale.ROOT,
            "%,d inputs of %d families in %s, %,d refused or reported, each as pinned;"
                + " 0 uncaught, 0 writes",
            count,
            ended.lines().size(),
            HEAP,
            refused));
  }

  private static int count(String line, String codes) {
    Matcher verdict = VERDICT.matcher(line.substring(line.indexOf(':') + 1));
    int count = 0;
    while (verdict.find()) {
      if (verdict.group("codes").matches(codes)) {
        count += verdict.group("count") == null ? 1 : Integer.parseInt(verdict.group("count"));
      }
    }
    return count;
  }

  @Test
  void aPlantedEscapeIsNoticed(@TempDir Path folder) throws Exception {
    Ended ended = run(folder, "escapes");
    assertThat(ended.exitStatus()).isEqualTo(1);
    assertThat(ended.output()).contains("escapes, input 0", "IndexOutOfBoundsException");
  }

  @Test
  void aPlantedAllocationIsNoticed(@TempDir Path folder) throws Exception {
    Ended ended = run(folder, "greedy");
    assertThat(ended.exitStatus()).isEqualTo(1);
    assertThat(ended.output()).contains("greedy, input 0", "OutOfMemoryError");
  }
}

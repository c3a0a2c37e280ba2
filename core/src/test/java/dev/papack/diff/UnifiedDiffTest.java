package dev.papack.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that patches is git's own; a case that it applies wrongly is told by its seed. */
final class UnifiedDiffTest {
  private static final long SEED = 20_261_122L;
  private static final String PATH = "assets/x.json";

  private static String diff(String before, String after) {
    return UnifiedDiff.of(PATH, Optional.of(before), Optional.of(after)).text();
  }

  @Test
  void equalTextsHaveNoDifference() {
    assertThat(diff("a\nb\n", "a\nb\n")).isEmpty();
    assertThat(diff("", "")).isEmpty();
  }

  @Test
  void aChangedLineStandsBetweenThreeLinesOfContext() {
    assertThat(diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"))
        .isEqualTo(
            """
            --- a/assets/x.json
            +++ b/assets/x.json
            @@ -2,7 +2,7 @@
             2
             3
             4
            -5
            +five
             6
             7
             8
            """);
  }

  @Test
  void aMissingLastLineFeedIsAChangeOfItsOwn() {
    assertThat(diff("{}", "{}\n"))
        .isEqualTo(
            """
            --- a/assets/x.json
            +++ b/assets/x.json
            @@ -1 +1 @@
            -{}
            \\ No newline at end of file
            +{}
            """);
  }

  @Test
  void changesSixLinesApartShareAHunkAndSevenDoNot() {
    String six = "a\n1\n2\n3\n4\n5\n6\nb\n";
    String seven = "a\n1\n2\n3\n4\n5\n6\n7\nb\n";
    assertThat(diff(six, six.replace('a', 'A').replace('b', 'B'))).containsOnlyOnce("@@ -");
    assertThat(diff(seven, seven.replace('a', 'A').replace('b', 'B')).split("@@ -")).hasSize(3);
  }

  @Test
  void aFileThatComesOrGoesIsNamedNowhereOnTheOtherSide() {
    assertThat(UnifiedDiff.of(PATH, Optional.empty(), Optional.of("{}\n")).text())
        .isEqualTo("--- /dev/null\n+++ b/assets/x.json\n@@ -0,0 +1 @@\n+{}\n");
    assertThat(UnifiedDiff.of(PATH, Optional.of("{}\n"), Optional.empty()).text())
        .isEqualTo("--- a/assets/x.json\n+++ /dev/null\n@@ -1 +0,0 @@\n-{}\n");
  }

  @Test
  void aNameWithASpaceIsEndedByATab() {
    assertThat(UnifiedDiff.of("assets/a b.json", Optional.of("1"), Optional.of("2")).text())
        .startsWith("--- a/assets/a b.json\t\n+++ b/assets/a b.json\t\n");
  }

  @Test
  void linesThatStayedAreFoundAmongMoreChangesThanAreSearchedFor() {
    String before = lines(1, 20_000, "old ");
    String after =
        IntStream.rangeClosed(1, 20_000)
            .mapToObj(line -> (line % 2 == 0 ? "old " : "new ") + line + "\n")
            .collect(Collectors.joining());
    long stayed = diff(before, after).lines().filter(line -> line.startsWith(" ")).count();
    assertThat(stayed).isEqualTo(10_000);
  }

  @Test
  void aWhollyRewrittenRegistryTakesNoSquareOfItsLines() {
    String one = "{\"assets\": [" + "{\"asset_id\": 1},".repeat(2_000_000) + "]}";
    List<List<String>> pairs =
        List.of(
            List.of(lines(1, 131_072, "old "), lines(1, 131_072, "new ")),
            List.of(one, lines(1, 131_072, "new ")),
            List.of("x\n".repeat(200_000), "y\nx\n".repeat(100_000)),
            List.of("\n".repeat(LineDiff.MAX_LINES + 1), "x\n".repeat(LineDiff.MAX_LINES + 1)));
    for (List<String> pair : pairs) {
      Assertions.assertTimeout(
          Duration.ofSeconds(20),
          () -> assertThat(diff(pair.getFirst(), pair.getLast())).isNotEmpty());
    }
  }

  @Test
  void beyondTheBoundTheWholeBlockIsReplaced() {
    // No line occurs once, so nothing but the search could find what stayed.
    String before = "x\n".repeat(LineDiff.MAX_EDITS + 2);
    String after = "y\nx\n".repeat(LineDiff.MAX_EDITS + 2);
    assertThat(diff(before, after).lines().filter(line -> line.equals("-x")))
        .hasSize(LineDiff.MAX_EDITS + 1);
  }

  @Test
  void gitMakesExactlyTheNewBytesOfTheOld(@TempDir Path folder) throws Exception {
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    StringBuilder patch = new StringBuilder();
    for (int number = 0; number < 1_500; number++) {
      SplittableRandom random = new SplittableRandom(SEED + number);
      before.add(randomText(random));
      after.add(number % 2 == 0 ? randomText(random) : edited(before.getLast(), random));
      String path = "assets/" + number + (number % 5 == 0 ? " ä.json" : ".json");
      write(folder.resolve(path), before.getLast());
      patch.append(
          UnifiedDiff.of(path, Optional.of(before.getLast()), Optional.of(after.getLast())).text());
    }
    Files.writeString(folder.resolve("all.patch"), patch);
    Process git =
        new ProcessBuilder("git", "apply", "--whitespace=nowarn", "all.patch")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("git.txt").toFile())
            .start();
    assertThat(git.waitFor()).as(Files.readString(folder.resolve("git.txt"))).isZero();
    for (int number = 0; number < before.size(); number++) {
      String path = "assets/" + number + (number % 5 == 0 ? " ä.json" : ".json");
      assertThat(Files.readString(folder.resolve(path)))
          .as("seed %d", SEED + number)
          .isEqualTo(after.get(number));
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String lines(int first, int last, String prefix) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(line -> prefix + line + "\n")
        .collect(Collectors.joining());
  }

  /** Few different lines, so that they repeat, and now and then no line feed at the end. */
  private static String randomText(SplittableRandom random) {
    int variety = 1 + random.nextInt(12);
    String text =
        Stream.generate(() -> randomLine(random, variety))
            .limit(random.nextInt(40))
            .collect(Collectors.joining());
    return random.nextInt(4) == 0 && !text.isEmpty() ? text.substring(0, text.length() - 1) : text;
  }

  private static String randomLine(SplittableRandom random, int variety) {
    return switch (random.nextInt(variety)) {
      case 0 -> "\n";
      case 1 -> "--- a\n";
      case 2 -> "+x\n";
      case 3 -> "\\\n";
      case 4 -> "é𝄞\r\n";
      default -> "line " + random.nextInt(variety) + "\n";
    };
  }

  private static String edited(String text, SplittableRandom random) {
    List<String> lines = new ArrayList<>(text.lines().map(line -> line + "\n").toList());
    for (int edit = random.nextInt(5); edit >= 0; edit--) {
      int place = random.nextInt(lines.size() + 1);
      if (random.nextBoolean() || place == lines.size()) {
        lines.add(place, randomLine(random, 8));
      } else {
        lines.remove(place);
      }
    }
    return String.join("", lines);
  }
}

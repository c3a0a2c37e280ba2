package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every {@link GoldenCase} and compares what it says and leaves. {@code
 * -Dpapack.golden=rewrite} writes what it says and leaves as what is expected from now on: then
 * read every difference, as the author whose screen it will be on.
 */
class GoldenTest {
  private static final boolean IS_REWRITE =
      System.getProperty("papack.golden", "").equals("rewrite");

  private static final Pattern CODE = Pattern.compile("\"code\":\"(PA\\d{4})\"");
  private static final Pattern EXIT_STATUS = Pattern.compile("\"exit_status\":(\\d+)");
  private static final Pattern ASSET_ID = Pattern.compile("\"asset_id\": ?(\\d+)");

  /** Version 1 of the registry has retired ids without a name. */
  private static final Pattern NUMBER = Pattern.compile("(\\d+)");

  /** Stands for every id that a command drew: those differ from run to run. */
  private static final String DRAWN_ID = "999999999";

  @TempDir private Path temporary = Path.of("");

  @TestFactory
  Stream<DynamicTest> caseReportsAndLeavesWhatIsExpected() throws IOException {
    return GoldenCase.all().stream()
        .map(one -> DynamicTest.dynamicTest(one.name(), () -> runAsJson(one)));
  }

  @TestFactory
  Stream<DynamicTest> textNamesEveryCodeAndIsSafeForATerminal() throws IOException {
    return GoldenCase.all().stream()
        .map(one -> DynamicTest.dynamicTest(one.name(), () -> runAsText(one)));
  }

  private void runAsJson(GoldenCase golden) throws Exception {
    Path workspace = temporary.toRealPath().resolve(golden.name());
    try (GoldenSetup _ = prepare(golden, workspace)) {
      SortedMap<String, byte[]> before = GoldenCase.filesIn(workspace);
      List<String> arguments = new ArrayList<>(List.of("--format", "json"));
      arguments.addAll(golden.command());
      Run ran = Run.papack(workspace, arguments.toArray(String[]::new));
      SortedMap<String, byte[]> after = GoldenCase.filesIn(workspace);
      Set<String> drawn = idsIn(after, ASSET_ID);
      drawn.removeAll(idsIn(before, NUMBER));
      String report = masked(ran.out(), drawn).replace(workspace.toString(), "{workspace}");
      SortedMap<String, byte[]> changed = new TreeMap<>();
      after.forEach((path, bytes) -> {
        if (!Arrays.equals(bytes, before.get(path))) {
          changed.put(path, drawn.isEmpty() ? bytes : masked(bytes, drawn));
        }
      });
      List<String> gone =
          before.keySet().stream().filter(path -> !after.containsKey(path)).toList();
      if (IS_REWRITE) {
        golden.rewrite(report, changed, gone);
      }
      assertThat(report).isEqualToNormalizingNewlines(String.join("", withEnds(golden)));
      Matcher said = EXIT_STATUS.matcher(report.lines().toList().getLast());
      assertThat(said.find()).isTrue();
      assertThat(said.group(1)).isEqualTo(String.valueOf(ran.status()));
      assertLeft(golden, changed, gone);
    }
  }

  private static List<String> withEnds(GoldenCase golden) throws IOException {
    return golden.lines("expected.jsonl").stream().map(line -> line + "\n").toList();
  }

  private static void assertLeft(
      GoldenCase golden, SortedMap<String, byte[]> changed, List<String> gone) throws IOException {
    SortedMap<String, byte[]> expected = golden.expectedFiles();
    Set<String> paths = new LinkedHashSet<>(expected.keySet());
    paths.addAll(golden.lines("present"));
    assertThat(changed.keySet()).containsExactlyInAnyOrderElementsOf(paths);
    for (Map.Entry<String, byte[]> file : expected.entrySet()) {
      assertThat(changed.get(file.getKey())).as(file.getKey()).isEqualTo(file.getValue());
    }
    assertThat(gone).containsExactlyElementsOf(golden.lines("absent"));
  }

  private void runAsText(GoldenCase golden) throws Exception {
    Path workspace = temporary.toRealPath().resolve(golden.name());
    try (GoldenSetup _ = prepare(golden, workspace)) {
      Run ran = Run.papack(workspace, golden.command().toArray(String[]::new));
      String shown = ran.out() + ran.err();
      assertThat(shown).doesNotContain("at dev.papack", "bug in papack");
      Matcher codes = CODE.matcher(String.join("\n", golden.lines("expected.jsonl")));
      while (codes.find()) {
        assertThat(shown).contains(codes.group(1));
      }
      assertThat(shown.codePoints().filter(GoldenTest::isUnsafe)).isEmpty();
    }
  }

  /** Line breaks aside, what could move the cursor or turn the text around. */
  private static boolean isUnsafe(int codePoint) {
    return codePoint != '\n'
        && (Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.FORMAT);
  }

  private static GoldenSetup prepare(GoldenCase golden, Path workspace) throws Exception {
    try {
      return golden.prepare(workspace);
    } catch (InvalidPathException | UnsupportedOperationException e) {
      return Assumptions.abort("this platform cannot have such a file: " + e.getMessage());
    }
  }

  private static Set<String> idsIn(SortedMap<String, byte[]> files, Pattern pattern) {
    Set<String> ids = new LinkedHashSet<>();
    files.forEach((path, bytes) -> {
      if (path.endsWith("asset.json") || path.endsWith("index.json")) {
        Matcher found = pattern.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        while (found.find()) {
          ids.add(found.group(1));
        }
      }
    });
    return ids;
  }

  private static byte[] masked(byte[] bytes, Set<String> drawn) {
    return masked(new String(bytes, StandardCharsets.ISO_8859_1), drawn)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String masked(String text, Set<String> drawn) {
    String masked = text;
    for (String id : drawn) {
      masked = masked.replaceAll("\\b" + id + "\\b", DRAWN_ID);
    }
    return masked;
  }
}

package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.cli.output.Destination.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Lines of {@code --format json}: those of the golden cases, and those that no case holds. */
final class PrintedLines {
  private final Path folder;
  private final List<String> lines = new ArrayList<>();

  private PrintedLines(Path folder) {
    this.folder = folder;
  }

  /** What every golden case expects. */
  static List<String> golden() throws IOException {
    List<String> lines = new ArrayList<>();
    for (GoldenCase one : GoldenCase.all()) {
      lines.addAll(one.lines("expected.jsonl"));
    }
    return lines;
  }

  /**
   * What commands print in an empty folder, where it changes too often for a golden case or needs
   * more than one command.
   */
  static List<String> made(Path folder) throws IOException {
    PrintedLines made = new PrintedLines(folder);
    made.ofEveryEnd();
    made.ofWhatPapackKnows();
    made.ofAWorkspace();
    return made.lines;
  }

  static List<String> all(Path folder) throws IOException {
    return Stream.concat(golden().stream(), made(folder).stream()).toList();
  }

  private void print(int status, String... arguments) {
    print(status, () -> false, arguments);
  }

  private void print(int status, BooleanSupplier isCancelled, String... arguments) {
    List<String> all = new ArrayList<>(List.of("--format", "json"));
    all.addAll(List.of(arguments));
    Run run = Run.papack(folder, Kind.FILE, Map.of(), isCancelled, all.toArray(String[]::new));
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(status);
    lines.addAll(run.out().lines().toList());
  }

  private void ofEveryEnd() {
    print(2);
    print(2, "build", "--bogus");
    print(1, "build");
    print(
        70,
        () -> {
          throw new IllegalStateException("planted");
        },
        "limits");
    print(130, () -> true, "limits");
  }

  private void ofWhatPapackKnows() {
    print(0, "explain");
    print(0, "explain", "PA4002");
    print(0, "completion");
  }

  private void ofAWorkspace() throws IOException {
    print(0, "init");
    print(1, "init");
    TinyFiles.png(folder.resolve("assets/hero.png"), 8, 8, (x, y) -> 0xFF102030);
    TinyFiles.wav(folder.resolve("assets/theme.wav"), 22_050, 20);
    print(0, "add", "assets");
    Path theme = folder.resolve("assets/theme.asset.json");
    String json = Files.readString(theme);
    assertThat(json).contains("\"SOUNDS\"");
    Files.writeString(
        theme,
        json.replace(
            "\"SOUNDS\"", "\"SOUNDS\", \"sounds\": {\"loop\": {\"start\": 2, \"end\": 20}}"));
    print(0, "list");
    print(130, () -> true, "build");
    print(130, () -> Files.exists(folder.resolve("assets.pa")), "build", "--watch");
    print(0, "build", "--no-cache");
    Files.writeString(theme, Files.readString(theme).replace("\"end\": 20", "\"end\": 19"));
    // One asset: of several, the first by its id would be damaged, and ids are random.
    print(0, "build", "--explain=theme");
    print(0, "cache", "show");
    print(0, "inspect");
    print(130, () -> true, "list");
    Files.delete(folder.resolve("assets/hero.asset.json"));
    print(1, "list");
    print(0, "remove", "hero");
    print(0, "plan");
    print(0, "recover");
  }
}

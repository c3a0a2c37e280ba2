package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.cli.RealPapack.Ended;
import dev.papack.cli.report.ReportSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of {@code docs/guide/ci.md}, run by a shell in a clone of a git server that is a
 * folder; and the steps of the action and of the hooks.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are for a POSIX shell")
@Tag("slow")
class CiGuideTest {
  private static final Path HOME = Path.of(System.getProperty("papack.home"));
  private static final Pattern BLOCK = Pattern.compile("(?s)```sh\n(.*?)```");
  private static final int CHECK = 0;
  private static final int REGISTRY = 1;
  private static final int MERGE = 2;
  private static final int DIFF = 4;

  @TempDir private Path folder = Path.of("");

  private Path clone = Path.of("");
  private Path game = Path.of("");
  private Map<String, String> environment = Map.of();

  @BeforeEach
  void pushAMergeOfTwoBranches() throws Exception {
    installPapack();
    sh(folder, "git init -q --bare -b main server.git && git clone -q server.git clone");
    clone = folder.resolve("clone");
    game = clone.resolve("game");
    sh(clone, "git checkout -q -b main");
    papack("init");
    TinyFiles.png(game.resolve("assets/sword.png"), 16, 16, (x, y) -> 0xFF102030 + x / 4);
    TinyFiles.wav(game.resolve("assets/hit.wav"), 22_050, 100);
    papack("add", "assets");
    papack("build");
    Files.copy(game.resolve("assets.pa"), folder.resolve("shipped.pa"));
    sh(clone, "git add -A && git commit -q -m first");
    sh(clone, "git checkout -q -b feature");
    papack("set", "preload.slot=1", "assets/hit.wav");
    sh(clone, "git commit -q -a -m feature && git checkout -q main");
    TinyFiles.wav(game.resolve("assets/jump.wav"), 22_050, 50);
    papack("add", "assets");
    sh(clone, "git add -A && git commit -q -m main && git push -q origin main");
    sh(clone, "git merge -q --no-ff -m merge feature");
  }

  private void installPapack() throws IOException {
    String classes =
        Stream.of("java.class.path", "jdk.module.path")
            .map(name -> System.getProperty(name, ""))
            .filter(path -> !path.isEmpty())
            .reduce((one, other) -> one + ":" + other)
            .orElseThrow();
    Path script = Files.createDirectory(folder.resolve("bin")).resolve("papack");
    Files.writeString(
        script,
        "#!/bin/sh\nexec '"
            + RealPapack.JAVA
            + "' "
            + String.join(" ", RealPapack.QUICK_TO_START)
            + " --enable-native-access=ALL-UNNAMED -cp '"
            + classes
            + "' dev.papack.cli.Main \"$@\"\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    environment =
        Map.ofEntries(
            Map.entry("PATH", script.getParent() + ":" + System.getenv("PATH")),
            Map.entry("LC_ALL", "C.UTF-8"),
            Map.entry("HOME", folder.toString()),
            Map.entry("GIT_CONFIG_NOSYSTEM", "1"),
            Map.entry("GIT_AUTHOR_NAME", "a"),
            Map.entry("GIT_AUTHOR_EMAIL", "a@example.org"),
            Map.entry("GIT_COMMITTER_NAME", "a"),
            Map.entry("GIT_COMMITTER_EMAIL", "a@example.org"),
            Map.entry("TARGET", "origin/main"),
            Map.entry("SHIPPED", folder.resolve("shipped.pa").toString()),
            Map.entry("GITHUB_STEP_SUMMARY", folder.resolve("step.md").toString()),
            Map.entry("PAPACK", "papack"),
            Map.entry("PAPACK_ARGUMENTS", "check --frozen game"),
            Map.entry("PAPACK_SARIF", "papack.sarif"));
  }

  private void papack(String... arguments) {
    Run run = Run.papack(game, arguments);
    assertThat(run.status()).as(run.err()).isZero();
  }

  private Ended run(Path at, String line) throws Exception {
    return RealPapack.process(at, environment, List.of("bash", "-c", line));
  }

  private void sh(Path at, String line) throws Exception {
    Ended ended = run(at, line);
    assertThat(ended.status()).as("%s: %s", line, ended).isZero();
  }

  private static List<String> blocks() throws IOException {
    List<String> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(Files.readString(HOME.resolve("docs/guide/ci.md")));
    while (block.find()) {
      blocks.add(block.group(1));
    }
    assertThat(blocks).hasSize(DIFF + 1);
    return blocks;
  }

  private Ended step(int number) throws Exception {
    return run(clone, "set -e -o pipefail\n" + blocks().get(number));
  }

  @Test
  void everyStepPassesForAGoodMerge() throws Exception {
    for (int number = 0; number <= DIFF; number++) {
      Ended ended = step(number);
      assertThat(ended.status()).as("%d: %s", number, ended).isZero();
    }
    assertThat(clone.resolve("diff.md")).content().contains("**compatible**");
    assertThat(clone.resolve("registry.md")).content().contains("**papack registry check**");
    assertThat(clone.resolve("merge.md")).content().contains("**papack merge check**");
    assertThat(clone.resolve("build.md")).content().contains("**papack build**");
    assertThat(ReportSchemas.faultsOfJunit(Files.readString(clone.resolve("check.xml")))).isEmpty();
  }

  @Test
  void mergeThatDroppedAChangeIsStopped() throws Exception {
    sh(
        clone,
        "git checkout -q HEAD^1 -- game/assets/hit.asset.json && git commit -q -a --amend -m lost");
    Ended ended = step(MERGE);
    assertThat(ended.status()).as(ended.toString()).isEqualTo(1);
    assertThat(clone.resolve("merge.md")).content().contains("PA3050");
  }

  @Test
  void idThatChangedItsMeaningIsStopped() throws Exception {
    Path index = game.resolve("assets/index.json");
    String text = Files.readString(index);
    Matcher ids = Pattern.compile("\"asset_id\": ([0-9]+)").matcher(text);
    List<String> found = ids.results().map(id -> id.group(1)).toList();
    Files.writeString(
        index,
        text.replace(found.get(0), "first")
            .replace(found.get(1), found.get(0))
            .replace("first", found.get(1)));
    Ended ended = step(REGISTRY);
    assertThat(ended.status()).as(ended.toString()).isEqualTo(1);
    assertThat(clone.resolve("registry.md")).content().contains("PA3043");
  }

  @Test
  void budgetThatIsExceededIsStopped() throws Exception {
    Files.writeString(
        game.resolve("assets/budgets.json"),
        """
        {"artifact": "budgets", "schema_version": 1, "budgets": [{"measure": "tiles", "limit": 0}]}
        """);
    Ended ended = step(CHECK);
    assertThat(ended.status()).as(ended.toString()).isEqualTo(1);
    assertThat(clone.resolve("check.md")).content().contains("PA7070");
  }

  @Test
  void packThatBreaksAShippedGameIsStopped() throws Exception {
    papack("remove", "hit");
    papack("build");
    Ended ended = step(DIFF);
    assertThat(ended.status()).as(ended.toString()).isEqualTo(1);
    assertThat(clone.resolve("diff.md")).content().contains("**breaking**");
  }

  @Test
  void actionAnnotatesAndFailsWithTheStatusOfTheCommand() throws Exception {
    String action = Files.readString(HOME.resolve("action.yml"));
    String script = action.substring(action.indexOf("run: |\n") + 7).stripIndent();
    Files.writeString(folder.resolve("step.md"), "before\n");
    assertThat(run(clone, script).status()).isZero();
    assertThat(folder.resolve("step.md")).content().startsWith("before\n").contains("papack check");
    Files.write(game.resolve("assets/sword.png"), new byte[] {1});
    Ended failed = run(clone, script);
    assertThat(failed.status()).as(failed.toString()).isEqualTo(1);
    assertThat(failed.out()).contains("::error file=game/assets/sword.asset.json,line=6,");
    assertThat(ReportSchemas.faultsOfSarif(Files.readString(clone.resolve("papack.sarif"))))
        .isEmpty();
  }

  @Test
  void hooksRunWhatTheySay() throws Exception {
    List<String> entries =
        Files.readAllLines(HOME.resolve(".pre-commit-hooks.yaml")).stream()
            .filter(line -> line.startsWith("  entry: "))
            .map(line -> line.substring("  entry: ".length()))
            .toList();
    assertThat(entries).containsExactly("papack check", "papack doctor");
    for (String entry : entries) {
      assertThat(run(clone, entry + " game").status()).as(entry).isZero();
    }
  }
}

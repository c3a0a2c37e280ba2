package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import dev.papack.cli.GitRepository.Ran;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real repositories, merged by git with papack as its driver. */
class GitMergeTest {
  private static final long SEED = 20_261_122;
  private static final int MAX_REPOSITORIES = 100;
  private static final int REPOSITORIES = Campaign.amount(5, MAX_REPOSITORIES);
  private static final Pattern ID = Pattern.compile("\"asset_id\": (\\d+)");
  private static final String END = ".asset.json";

  @TempDir Path temporary;

  private Path repository = Path.of("");
  private Random random = new Random(0);
  private int pictures;

  private Ran git(String... arguments) throws IOException, InterruptedException {
    return new GitRepository(repository, temporary).git(arguments);
  }

  private void commit(String what) throws IOException, InterruptedException {
    assertThat(git("add", "-A").status()).isZero();
    assertThat(git("commit", "-q", "--allow-empty", "-m", what).status()).isZero();
  }

  /** A script that does what the installed program does. */
  private Path script() throws IOException {
    String classes =
        Stream.of("java.class.path", "jdk.module.path")
            .map(name -> System.getProperty(name, ""))
            .filter(path -> !path.isEmpty())
            .reduce((one, other) -> one + ":" + other)
            .orElseThrow();
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path script = temporary.resolve("papack");
    Files.writeString(
        script,
        "#!/bin/sh\nexec '%s' %s --enable-native-access=ALL-UNNAMED -cp '%s' dev.papack.cli.Main \"$@\"\n"
            .formatted(java, String.join(" ", RealPapack.QUICK_TO_START), classes));
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return script;
  }

  @Test
  void idsMeanWhatTheyMeantOrGitStopsOrSomebodySaysSo() throws IOException, InterruptedException {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh");
    Assumptions.assumeTrue(hasGit(), "there is no git");
    Path papack = script();
    int merged = 0;
    int stopped = 0;
    int driven = 0;
    for (int number = 0; number < REPOSITORIES; number++) {
      random = new Random(SEED + number);
      repository = Files.createDirectory(temporary.resolve("game" + number));
      papack("init");
      for (int i = 0; i < 4; i++) {
        add("b" + i);
      }
      assertThat(git("init", "-q", "-b", "main").status()).isZero();
      assertThat(
              git("config", "merge.papack.driver", "'" + papack + "' merge file %O %A %B %P")
                  .status())
          .isZero();
      commit("base");
      for (String branch : List.of("ours", "theirs")) {
        assertThat(git("checkout", "-q", "-b", branch, "main").status()).isZero();
        for (int steps = 1 + random.nextInt(3); steps > 0; steps--) {
          act();
        }
        add(branch + number);
        commit(branch);
      }
      String theirs = index();
      assertThat(git("checkout", "-q", "ours").status()).isZero();
      String ours = index();
      Ran merge = git("merge", "-q", "-m", "both", "theirs");
      String where = "repository " + number + ", seed " + SEED + ": " + merge.said();
      assertThat(merge.said())
          .as(where)
          .doesNotContain("bug in papack", "Exception", "command not found");
      assertThat(index()).as(where).doesNotContain("<<<<<<<");
      driven += ours.equals(index()) ? 0 : 1;
      if (merge.status() != 0) {
        assertThat(merge.said()).as(where).contains("CONFLICT");
        stopped++;
        continue;
      }
      merged++;
      String said = merge.said() + Run.papack(repository, "check").err();
      for (String parent : List.of(ours, theirs)) {
        Run check =
            Run.papackReading(
                new ByteArrayInputStream(parent.getBytes(StandardCharsets.UTF_8)),
                repository,
                "registry",
                "check",
                "--against",
                "-");
        said += check.err();
        for (String id : ids(parent)) {
          assertThat(ids(index()).contains(id) || said.contains(id)).as(id + ", " + where).isTrue();
        }
      }
    }
    Campaign.report(
        "git-merges",
        Campaign.share(REPOSITORIES, MAX_REPOSITORIES)
            + " repositories, seed "
            + SEED
            + ": "
            + merged
            + " merged, "
            + stopped
            + " stopped; the merge changed the registry of "
            + driven);
    assertThat(merged).isGreaterThan(REPOSITORIES / 3);
    assertThat(driven).isGreaterThan(REPOSITORIES / 2);
  }

  private static boolean hasGit() throws InterruptedException {
    try {
      return new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private void papack(String... arguments) {
    Run run = Run.papack(repository, arguments);
    assertThat(run.status()).as(run.err()).isLessThan(2);
  }

  private void add(String name) throws IOException {
    int color = 0xFF000000 | ++pictures;
    TinyFiles.png(repository.resolve("assets/" + name + ".png"), 8, 8, (x, y) -> color);
    papack("add", "assets/" + name + ".png");
  }

  private void act() throws IOException {
    List<String> names;
    try (Stream<Path> files = Files.list(repository.resolve("assets"))) {
      names =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.endsWith(END))
              .map(name -> name.substring(0, name.length() - END.length()))
              .sorted()
              .toList();
    }
    String name = names.get(random.nextInt(names.size()));
    Path declaration = repository.resolve("assets/" + name + END);
    switch (random.nextInt(5)) {
      case 0 -> papack("remove", name);
      case 1 -> add("p" + random.nextInt(4));
      case 2 -> {
        Files.delete(repository.resolve("assets/index.json"));
        papack("registry", "rebuild");
      }
      case 3 ->
          Files.writeString(
              declaration,
              Files.readString(declaration)
                  .replaceFirst(
                      "\"name\": \"[^\"]+\"", "\"name\": \"n" + random.nextInt(50) + "\""));
      default -> {
        String to = "m" + ++pictures;
        String text = Files.readString(declaration).replace(name + ".png", to + ".png");
        Files.move(
            repository.resolve("assets/" + name + ".png"),
            repository.resolve("assets/" + to + ".png"));
        Files.delete(declaration);
        Files.writeString(repository.resolve("assets/" + to + END), text);
        papack("add", "assets/" + to + END);
      }
    }
  }

  private String index() throws IOException {
    return Files.readString(repository.resolve("assets/index.json"));
  }

  private static Set<String> ids(String index) {
    Set<String> ids = new TreeSet<>();
    Matcher found = ID.matcher(index);
    while (found.find()) {
      ids.add(found.group(1));
    }
    return ids;
  }
}

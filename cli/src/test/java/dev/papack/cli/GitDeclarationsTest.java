package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import dev.papack.cli.GitRepository.Ran;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two branches, merged by real git with its renames: as a clone without any set-up does, with
 * papack as the driver, and as a server does, which knows neither attributes nor drivers. No asset
 * gets a setting that no branch gave it, or git stops, or {@code merge check} names it.
 */
class GitDeclarationsTest {
  private static final long SEED = 20_261_129;
  private static final int MAX_HISTORIES = 2_000;
  private static final int HISTORIES = Campaign.amount(10, 300, MAX_HISTORIES);
  private static final String CONFIG = "[core]\n\trepositoryformatversion = 0\n\tbare = false\n";

  /** Begins the roots of assets that nobody touches. */
  private static final String QUIET = "quiet";

  private static final String END = ".asset.json";
  private static final Pattern LINE = Pattern.compile("\"([a-z_]+)\": (\"[^\"]*\"|[0-9]+|\\[.*?])");

  @TempDir Path temporary;

  private Path repository = Path.of("");
  private Path driver = Path.of("");
  private final List<String> driverSaid = Collections.synchronizedList(new ArrayList<>());

  /** What a clone has configured. */
  private enum Setup {
    NOTHING,
    DRIVER,
    SERVER,
    /** A driver that merges as text and calls every conflict solved. */
    BROKEN_DRIVER
  }

  /** An asset of a branch: where its declaration is, and its settings by name. */
  private record Asset(String root, SortedMap<String, String> settings) {
    Asset with(String name, String value) {
      SortedMap<String, String> changed = new TreeMap<>(settings);
      changed.put(name, value);
      return new Asset(root, changed);
    }

    Asset at(String other) {
      return new Asset(other, new TreeMap<>(settings))
          .with("sources", "[\"" + last(other) + ".png\"]");
    }

    String text(int id) {
      StringBuilder tiles = new StringBuilder();
      for (String name : List.of("tile_size", "palettes", "fit", "alpha_threshold")) {
        String value = settings.get(name);
        if (value != null) {
          tiles.append(tiles.isEmpty() ? "" : ",\n").append("    \"" + name + "\": " + value);
        }
      }
      String slot = settings.get("slot");
      return """
      {
        "artifact": "asset",
        "schema_version": 3,
        "asset_id": %d,
        "name": %s,
        "sources": %s,
        "bank": "TILES",
        "tiles": {
      %s
        }%s
      }
      """
          .formatted(
              id,
              settings.get("name"),
              settings.get("sources"),
              tiles,
              slot == null ? "" : ",\n  \"preload\": {\n    \"slot\": " + slot + "\n  }");
    }
  }

  private static String last(String root) {
    return root.substring(root.lastIndexOf('/') + 1);
  }

  private static Asset asset(String root) {
    return new Asset(
            root,
            new TreeMap<>(
                Map.of(
                    "name", "\"" + last(root) + "\"", "tile_size", "8", "palettes", "\"indexed\"")))
        .at(root);
  }

  /** What a branch has. */
  private static final class Branch {
    final SortedMap<Integer, Asset> assets;
    final SortedMap<Integer, Asset> retired;

    Branch() {
      this(new TreeMap<>(), new TreeMap<>());
    }

    private Branch(SortedMap<Integer, Asset> assets, SortedMap<Integer, Asset> retired) {
      this.assets = assets;
      this.retired = retired;
    }

    Branch copy() {
      return new Branch(new TreeMap<>(assets), new TreeMap<>(retired));
    }

    void remove(int id) {
      Asset gone = assets.remove(id);
      if (gone != null) {
        retired.put(id, gone);
      }
    }

    void write(Path folder) throws IOException {
      Path all = folder.resolve("assets");
      if (Files.exists(all)) {
        try (Stream<Path> files = Files.walk(all)) {
          for (Path file : files.filter(Files::isRegularFile).toList()) {
            Files.delete(file);
          }
        }
      }
      Files.createDirectories(all.resolve("a"));
      for (Map.Entry<Integer, Asset> one : assets.entrySet()) {
        Files.writeString(
            all.resolve(one.getValue().root() + END), one.getValue().text(one.getKey()));
      }
      Files.writeString(
          all.resolve("index.json"),
          "{\n  \"artifact\": \"index\",\n  \"schema_version\": 3,\n  \"assets\": "
              + lines(assets, ", \"bank\": \"TILES\"")
              + ",\n  \"retired\": "
              + lines(retired, "")
              + "\n}\n");
    }

    private static String lines(SortedMap<Integer, Asset> entries, String rest) {
      List<String> lines = new ArrayList<>();
      entries.forEach((id, asset) ->
          lines.add(
              "    {\"asset_id\": "
                  + id
                  + ", \"root\": \""
                  + asset.root()
                  + "\", \"name\": "
                  + asset.settings().get("name")
                  + rest
                  + "}"));
      return lines.isEmpty() ? "[]" : "[\n" + String.join(",\n", lines) + "\n  ]";
    }
  }

  private Ran run(List<String> line) throws IOException, InterruptedException {
    return new GitRepository(repository, temporary).run(line);
  }

  private Ran git(String... arguments) throws IOException, InterruptedException {
    return new GitRepository(repository, temporary).git(arguments);
  }

  private void commit(Branch branch, String what) throws IOException, InterruptedException {
    branch.write(repository);
    assertThat(git("add", "-A").status()).isZero();
    assertThat(git("commit", "-q", "--allow-empty", "-m", what).status()).isZero();
  }

  @BeforeEach
  void startDriver() throws IOException, InterruptedException {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "there is no mkfifo");
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh");
    boolean isThere;
    try {
      isThere = new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      isThere = false;
    }
    Assumptions.assumeTrue(isThere, "there is no git");
    repository = temporary;
    Path asked = temporary.resolve("asked");
    Path answered = temporary.resolve("answered");
    assertThat(run(List.of("mkfifo", asked.toString(), answered.toString())).status()).isZero();
    driver = temporary.resolve("papack");
    // The driver runs in this process: starting Java for each file would take an hour.
    Files.writeString(
        driver,
        "#!/bin/sh\nprintf '%%s\\n' \"$PWD\" \"$@\" '' > '%s'\nread -r status < '%s'\nexit \"$status\"\n"
            .formatted(asked, answered));
    assertThat(driver.toFile().setExecutable(true)).isTrue();
    Thread server = new Thread(() -> serve(asked, answered));
    server.setDaemon(true);
    server.start();
  }

  private void serve(Path asked, Path answered) {
    try {
      while (true) {
        List<String> words = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(asked)) {
          reader.lines().filter(line -> !line.isEmpty()).forEach(words::add);
        }
        Run ran =
            Run.papack(Path.of(words.getFirst()), words.stream().skip(1).toArray(String[]::new));
        driverSaid.add(ran.err());
        Files.writeString(answered, ran.status() + "\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void start(String name, Branch base) throws IOException, InterruptedException {
    repository = Files.createDirectory(temporary.resolve(name));
    assertThat(git("init", "-q", "-b", "main", "--template=").status()).isZero();
    assertThat(Run.papack(repository, "init").status()).isZero();
    commit(base, "base");
  }

  private void branch(String name, Branch branch) throws IOException, InterruptedException {
    assertThat(git("checkout", "-q", "-b", name, "main").status()).isZero();
    commit(branch, name);
  }

  private void configure(Setup setup) throws IOException {
    Files.createDirectories(repository.resolve(".git/info"));
    Files.writeString(
        repository.resolve(".git/info/attributes"),
        switch (setup) {
          case NOTHING -> "";
          case DRIVER, BROKEN_DRIVER -> String.join("\n", MergeDriver.ATTRIBUTES) + "\n";
          case SERVER -> "*.json !merge\n";
        });
    String program =
        setup == Setup.BROKEN_DRIVER
            ? "git merge-file -q --theirs %A %O %B"
            : MergeDriver.COMMANDS
                .getFirst()
                .replaceFirst(".*\"papack", "'" + driver + "'")
                .replace("\"", "");
    assertThat(MergeDriver.COMMANDS).contains("git config merge.papack.recursive text");
    Files.writeString(
        repository.resolve(".git/config"),
        CONFIG
            + switch (setup) {
              case NOTHING, SERVER -> "";
              case DRIVER, BROKEN_DRIVER ->
                  "[merge \"papack\"]\n\tdriver = \"" + program + "\"\n\trecursive = text\n";
            });
  }

  private Ran merge(Setup setup) throws IOException, InterruptedException {
    configure(setup);
    assertThat(git("reset", "-q", "--hard").status()).isZero();
    assertThat(git("checkout", "-q", "--detach", "ours").status()).isZero();
    driverSaid.clear();
    return git("merge", "-q", "-m", "both", "theirs");
  }

  /** The command that checks a merge of these. */
  private List<String> check(Branch base, Branch ours, Branch theirs) throws IOException {
    List<String> line = new ArrayList<>(List.of("merge", "check"));
    for (Map.Entry<String, Branch> side :
        Map.of("base", base, "ours", ours, "theirs", theirs).entrySet()) {
      Path folder = temporary.resolve("side-" + side.getKey());
      side.getValue().write(folder);
      line.addAll(List.of("--" + side.getKey(), folder.toString()));
    }
    return line;
  }

  private Run papack(List<String> line) {
    return Run.papack(repository, line.toArray(String[]::new));
  }

  /** Settings that an asset has in the working tree, but on neither branch. */
  private List<String> invented(Branch ours, Branch theirs) throws IOException {
    List<String> invented = new ArrayList<>();
    try (Stream<Path> files = Files.walk(repository.resolve("assets"))) {
      for (Path file : files.filter(file -> file.toString().endsWith(END)).toList()) {
        SortedMap<String, String> settings = new TreeMap<>();
        Matcher line = LINE.matcher(Files.readString(file));
        while (line.find()) {
          settings.put(line.group(1), line.group(2));
        }
        int id = Integer.parseInt(settings.getOrDefault("asset_id", "0"));
        for (String document : List.of("artifact", "schema_version", "asset_id", "bank")) {
          settings.remove(document);
        }
        settings.forEach((name, value) -> {
          boolean isGiven =
              Stream.of(ours, theirs)
                  .anyMatch(branch -> {
                    Asset asset = branch.assets.get(id);
                    return asset != null && value.equals(asset.settings().get(name));
                  });
          if (!isGiven) {
            invented.add(id + " " + name + " " + value);
          }
        });
      }
    }
    return invented;
  }

  @Test
  void assetLikeARemovedOneGetsNothingThatWasMeantForIt() throws IOException, InterruptedException {
    Branch base = new Branch();
    base.assets.put(1001, asset("hero"));
    base.assets.put(1002, asset("old"));
    Branch ours = base.copy();
    ours.remove(1002);
    ours.assets.put(1003, asset("fresh"));
    Branch theirs = base.copy();
    theirs.assets.put(1002, asset("old").with("slot", "3"));
    start("game", base);
    branch("ours", ours);
    branch("theirs", theirs);

    Ran unconfigured = merge(Setup.NOTHING);
    assertThat(unconfigured.status()).isNotZero();
    assertThat(unconfigured.said()).contains("CONFLICT");
    assertThat(Files.readString(repository.resolve("assets/fresh.asset.json")))
        .doesNotContain("slot");

    Ran driven = merge(Setup.DRIVER);
    assertThat(driven.status()).isNotZero();
    assertThat(driverSaid)
        .anySatisfy(
            said -> assertThat(said).contains("PA3048", "assets/").doesNotContain(".merge_file"));
    assertThat(Files.readString(repository.resolve("assets/fresh.asset.json")))
        .doesNotContain("slot");

    assertThat(merge(Setup.SERVER).status()).isZero();
    assertThat(invented(ours, theirs)).containsExactly("1003 slot 3");
    Run check = papack(check(base, ours, theirs));
    assertThat(check.status()).isEqualTo(1);
    assertThat(check.err()).contains("PA3050", "1003", "preload.slot");
  }

  @Test
  void settingsThatTwoBranchesChangedAreMergedByTheDriver()
      throws IOException, InterruptedException {
    Branch base = new Branch();
    base.assets.put(1001, asset("hero"));
    Branch ours = base.copy();
    ours.assets.put(1001, asset("hero").with("slot", "3").with("fit", "\"pad\""));
    Branch theirs = base.copy();
    theirs.assets.put(1001, asset("hero").with("tile_size", "16").with("alpha_threshold", "9"));
    start("game", base);
    branch("ours", ours);
    branch("theirs", theirs);
    assertThat(merge(Setup.DRIVER).status()).as(driverSaid.toString()).isZero();
    assertThat(Files.readString(repository.resolve("assets/hero.asset.json")))
        .contains("\"slot\": 3", "\"fit\": \"pad\"", "\"tile_size\": 16", "\"alpha_threshold\": 9");
    assertThat(papack(check(base, ours, theirs)).status()).isZero();
  }

  /** Two branches that merged each other, and decided one setting differently. */
  private void criss(String recursive) throws IOException, InterruptedException {
    Branch base = new Branch();
    base.assets.put(1001, asset("hero"));
    start("game-" + recursive, base);
    Branch first = base.copy();
    first.assets.put(1001, asset("hero").with("slot", "1"));
    Branch second = base.copy();
    second.assets.put(1001, asset("hero").with("slot", "2"));
    branch("ours", first);
    branch("theirs", second);
    configure(Setup.DRIVER);
    assertThat(git("config", "merge.papack.recursive", recursive).status()).isZero();
    assertThat(git("branch", "before", "ours").status()).isZero();
    assertThat(git("checkout", "-q", "ours").status()).isZero();
    assertThat(git("merge", "-q", "-s", "ours", "-m", "one", "theirs").status()).isZero();
    assertThat(git("checkout", "-q", "theirs").status()).isZero();
    assertThat(git("merge", "-q", "-s", "ours", "-m", "two", "before").status()).isZero();
    assertThat(git("checkout", "-q", "ours").status()).isZero();
  }

  @Test
  void crissCrossMergeStopsWhereTheAncestorsDisagree() throws IOException, InterruptedException {
    criss("text");
    assertThat(git("merge", "-q", "-m", "both", "theirs").status()).isNotZero();
    assertThat(Files.readString(repository.resolve("assets/hero.asset.json")))
        .contains("\"slot\": 1");
  }

  /** What the test above is worth: drivers that solve the ancestors' conflict take a side. */
  @Test
  void crissCrossMergeWhoseAncestorsAreMergedByTheDriverTakesASideInSilence()
      throws IOException, InterruptedException {
    criss("papack");
    assertThat(git("merge", "-q", "-m", "both", "theirs").status()).isZero();
    assertThat(Files.readString(repository.resolve("assets/hero.asset.json")))
        .containsAnyOf("\"slot\": 1", "\"slot\": 2");
  }

  /** The script of the guide that checks the merge which is checked out. */
  private Ran guidesCheck() throws IOException, InterruptedException {
    String guide =
        Files.readString(Path.of(System.getProperty("papack.home", "."), "docs/guide/teams.md"));
    int end = guide.indexOf("```", guide.indexOf("papack merge check $arguments"));
    String script = guide.substring(guide.lastIndexOf("```\n", end - 1) + 4, end);
    assertThat(script).startsWith("bases=$(git merge-base --all");
    driverSaid.clear();
    return run(List.of("/bin/sh", "-ec", "PATH=" + driver.getParent() + ":$PATH\n" + script));
  }

  /** Makes a merge commit of the two branches, with these settings. */
  private void mergeCommit(Asset hero) throws IOException, InterruptedException {
    git("merge", "-q", "--no-commit", "-s", "ours", "theirs");
    Branch merged = new Branch();
    merged.assets.put(1001, hero);
    commit(merged, "merged");
  }

  private void removeWorktrees() throws IOException, InterruptedException {
    String all = git("worktree", "list", "--porcelain").said();
    for (String line : all.lines().filter(line -> line.startsWith("worktree ")).skip(1).toList()) {
      String folder = line.substring("worktree ".length());
      assertThat(git("worktree", "remove", "--force", folder).status()).isZero();
    }
  }

  @Test
  void theScriptOfTheGuideChecksAMergeWithSeveralBases() throws IOException, InterruptedException {
    criss("text");
    assertThat(git("merge-base", "--all", "ours", "theirs").said().lines()).hasSize(2);
    mergeCommit(asset("hero").with("slot", "1"));
    Ran decided = guidesCheck();
    assertThat(decided.status()).as(decided.said() + driverSaid).isZero();
    removeWorktrees();
    assertThat(git("reset", "-q", "--hard", "HEAD^1").status()).isZero();
    mergeCommit(asset("hero").with("slot", "1").with("tile_size", "16"));
    Ran invented = guidesCheck();
    assertThat(invented.status()).isEqualTo(1);
    assertThat(driverSaid).hasSize(1);
    assertThat(driverSaid.getFirst()).contains("PA3050", "1001", "tile_size");
  }

  /** Ids are random, so that two branches rarely write beside each other in the registry. */
  private static int drawId(Random random) {
    return 1 + random.nextInt(Integer.MAX_VALUE - 1);
  }

  private static Branch history(Random random, Branch base, int names) {
    Branch branch = base.copy();
    int next = names;
    for (int steps = 1 + random.nextInt(4); steps > 0; steps--) {
      List<Integer> ids =
          branch.assets.entrySet().stream()
              .filter(one -> !one.getValue().root().startsWith(QUIET))
              .map(Map.Entry::getKey)
              .toList();
      if (ids.isEmpty()) {
        break;
      }
      int id = ids.get(random.nextInt(ids.size()));
      Asset asset = branch.assets.getOrDefault(id, asset("none"));
      String root = (random.nextBoolean() ? "" : "a/") + "n" + ++next;
      switch (random.nextInt(8)) {
        case 0 -> branch.remove(id);
        case 1 -> branch.assets.put(drawId(random), asset(root));
        case 2 -> {
          branch.remove(id);
          branch.assets.put(drawId(random), asset.at(root).with("name", "\"" + last(root) + "\""));
        }
        case 3 ->
            branch.assets.put(
                drawId(random), asset.at(root).with("name", "\"" + last(root) + "\""));
        case 4 -> branch.assets.put(id, asset.at(root));
        case 5 -> branch.assets.put(id, asset.with("name", "\"" + last(root) + "\""));
        default -> {
          int number = random.nextInt(4);
          branch.assets.put(
              id,
              switch (number) {
                case 0 -> asset.with("slot", String.valueOf(next % 256));
                case 1 -> asset.with("tile_size", random.nextBoolean() ? "16" : "32");
                case 2 -> asset.with("fit", "\"pad\"");
                default -> asset.with("alpha_threshold", String.valueOf(1 + next % 255));
              });
        }
      }
    }
    return branch;
  }

  /** One branch replaces an asset by one that is like it; the other changes it. */
  private static void replaceOnOneSide(Random random, Branch base, Branch ours, Branch theirs) {
    int id = base.assets.keySet().stream().reduce((one, other) -> other).orElseThrow();
    Asset asset = base.assets.getOrDefault(id, asset("none"));
    boolean isOurs = random.nextBoolean();
    Branch replacing = isOurs ? ours : theirs;
    Branch changing = isOurs ? theirs : ours;
    changing.assets.put(id, asset.with("slot", "77"));
    replacing.remove(id);
    replacing.assets.put(drawId(random), asset.at("like").with("name", "\"like\""));
  }

  @Test
  void noAssetGetsASettingThatNoBranchGaveItOrGitStopsOrTheCheckNamesIt()
      throws IOException, InterruptedException {
    Map<String, Integer> counts = new TreeMap<>();
    for (int number = 0; number < HISTORIES; number++) {
      Random random = new Random(SEED + number);
      Branch base = new Branch();
      for (int i = 0; i < 10; i++) {
        base.assets.put(drawId(random), asset(QUIET + i));
        base.retired.put(drawId(random), asset("gone" + i));
      }
      for (int i = 0; i < 3; i++) {
        base.assets.put(drawId(random), asset((i % 2 == 0 ? "" : "a/") + "b" + i));
      }
      Branch ours = base.copy();
      Branch theirs = base.copy();
      if (random.nextInt(4) == 0) {
        replaceOnOneSide(random, base, ours, theirs);
      } else {
        ours = history(random, base, 2_000);
        theirs = history(random, base, 3_000);
      }
      start("game" + number, base);
      branch("ours", ours);
      branch("theirs", theirs);
      List<String> line = check(base, ours, theirs);
      for (Setup setup : Setup.values()) {
        Ran merge = merge(setup);
        String where = "history " + number + ", seed " + SEED + ", " + setup + ": " + merge.said();
        assertThat(merge.said()).as(where).doesNotContain("bug in papack", "not found");
        if (merge.status() != 0) {
          assertThat(merge.said()).as(where).contains("CONFLICT");
          counts.merge(setup + " stopped", 1, Integer::sum);
          continue;
        }
        counts.merge(setup + " merged", 1, Integer::sum);
        List<String> invented = invented(ours, theirs);
        Run check = papack(line);
        switch (setup) {
          case NOTHING, DRIVER -> {
            assertThat(invented).as(where).isEmpty();
            assertThat(check.status()).as(where + check.err()).isZero();
          }
          case SERVER, BROKEN_DRIVER -> {
            for (String one : invented) {
              assertThat(check.err()).as(one + ", " + where).contains(one.split(" ", -1)[0]);
            }
            if (!invented.isEmpty()) {
              counts.merge(setup + " mixed", 1, Integer::sum);
              assertThat(check.status()).as(where).isEqualTo(1);
            }
          }
        }
      }
    }
    Campaign.report(
        "git-declarations",
        Campaign.share(HISTORIES, MAX_HISTORIES) + " histories, seed " + SEED + ": " + counts);
    // What the proof is worth: without attributes, or with a driver that is wrong, it finds some.
    assertThat(counts).containsKeys("SERVER mixed", "BROKEN_DRIVER mixed", "DRIVER merged");
  }
}

package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.Packer;
import dev.papack.cli.RealPapack.Ended;
import dev.papack.container.PackReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * A git server that is a folder, an author's clone of it, and the machine of a CI, on which every
 * job begins with a clone of its own. {@code docker} and {@code gh} are stood in for by scripts.
 */
final class CiServer {
  /** Mounts read-only what is to be, and has the container's paths be those of the machine. */
  private static final String DOCKER =
      """
      #!/bin/bash
      [ "$1" = run ] && [ "$2" = --rm ] || exit 97
      shift 2
      frozen=()
      from=()
      to=()
      while [ "$1" = -v ]; do
        IFS=: read -r source target mode <<< "$2"
        [ "$mode" = ro ] && frozen+=("$source")
        from+=("$target")
        to+=("$source")
        shift 2
      done
      [ "$1" = image ] || exit 96
      shift
      words=()
      for word in "$@"; do
        for i in "${!from[@]}"; do
          case $word in "${from[$i]}" | "${from[$i]}"/*) word=${to[$i]}${word#"${from[$i]}"} ;; esac
        done
        words+=("$word")
      done
      if unshare -rm true 2> /dev/null; then
        unshare -rm bash -c '
          mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" || exit 95
          if touch "$0/new" 2> /dev/null; then exit 94; fi
          "$@"' "${frozen[0]}" "${words[@]}"
      else
        "${words[@]}"
      fi
      """;

  private static final String GH =
      """
      #!/bin/bash
      echo "$GH_TOKEN $*" >> "$HOME/gh.log"
      """;

  private final Path folder;
  private final Path clone;
  private final Path game;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private int jobs;

  /** A server whose main branch has a game, and a pack of it that was shipped. */
  CiServer(Path folder) throws Exception {
    this.folder = folder;
    this.clone = folder.resolve("clone");
    this.game = clone.resolve("game");
    install();
    sh(folder, "git init -q --bare -b main server.git && git clone -q server.git clone");
    sh(clone, "git checkout -q -b main");
    for (String line : MergeDriver.COMMANDS) {
      sh(clone, line);
    }
    Files.writeString(clone.resolve(MergeDriver.ATTRIBUTES_FILE), "*.json merge=papack\n");
    papack("init");
    TinyFiles.png(game.resolve("assets/sword.png"), 16, 16, (x, y) -> 0xFF102030 + x / 4);
    TinyFiles.wav(game.resolve("assets/hit.wav"), 22_050, 100);
    papack("add", "assets");
    papack("build");
    Files.createDirectory(clone.resolve("shipped"));
    Files.copy(game.resolve("assets.pa"), clone.resolve("shipped/assets.pa"));
    sh(clone, "git add -A && git commit -q -m first");
  }

  private void install() throws IOException, ClassNotFoundException {
    Path programs = Files.createDirectory(folder.resolve("bin"));
    String classes =
        Stream.of(
                Papack.class,
                Packer.class,
                PackReader.class,
                CommandLine.class,
                Class.forName("tools.jackson.core.JsonParser"))
            .map(CiServer::place)
            .collect(Collectors.joining(":"));
    program(
        programs.resolve("papack"),
        "#!/bin/sh\nexec '"
            + RealPapack.JAVA
            + "' "
            + String.join(" ", RealPapack.QUICK_TO_START)
            + " --enable-native-access=ALL-UNNAMED -cp '"
            + classes
            + "' dev.papack.cli.Main \"$@\"\n");
    program(programs.resolve("docker"), DOCKER);
    program(programs.resolve("gh"), GH);
    Path out = Files.createDirectory(folder.resolve("out"));
    environment.put("PATH", programs + ":" + System.getenv("PATH"));
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("HOME", folder.toString());
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_AUTHOR_NAME", "a");
    environment.put("GIT_AUTHOR_EMAIL", "a@example.org");
    environment.put("GIT_COMMITTER_NAME", "a");
    environment.put("GIT_COMMITTER_EMAIL", "a@example.org");
    environment.put("IMAGE", "image");
    environment.put("OUT", out.toString());
    environment.put("GITHUB_STEP_SUMMARY", folder.resolve("step.md").toString());
  }

  /** Where a class under test, or of a library, comes from. */
  private static String place(Class<?> of) {
    return of.getProtectionDomain().getCodeSource().getLocation().getPath();
  }

  private static void program(Path file, String text) throws IOException {
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  Path folder() {
    return folder;
  }

  /** The author's workspace. */
  Path game() {
    return game;
  }

  /** An author's command. */
  void papack(String... arguments) {
    Run run = Run.papack(game, arguments);
    assertThat(run.status()).as(run.err()).isZero();
  }

  /**
   * Two branches that were merged as the server would.
   *
   * @param feature what was done on the branch of the pull request
   */
  void merge(String... feature) throws Exception {
    sh(clone, "git checkout -q -b feature");
    papack(feature);
    sh(clone, "git commit -q -a -m feature && git checkout -q main");
    TinyFiles.wav(game.resolve("assets/jump.wav"), 22_050, 50);
    papack("add", "assets");
    sh(clone, "git add -A && git commit -q -m main && git push -q origin main");
    sh(clone, "git checkout -q -b merge && git merge -q --no-ff -m merge feature");
  }

  /** What is in the author's clone now is what the merge has. */
  void amend() throws Exception {
    sh(clone, "git add -A && git commit -q --amend -m merge");
  }

  /** Pushes the merge, and clones it for a job. */
  Path job() throws Exception {
    jobs++;
    Path job = folder.resolve("runner" + jobs + "/job");
    Files.createDirectories(folder.resolve("runner" + jobs));
    sh(clone, "git push -q -f origin merge");
    sh(folder, "git clone -q -b merge server.git " + job);
    return job;
  }

  Ended run(Path at, Map<String, String> more, String script) throws Exception {
    Map<String, String> all = new LinkedHashMap<>(environment);
    all.putAll(more);
    return RealPapack.process(
        at, all, List.of("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script));
  }

  void sh(Path at, String script) throws Exception {
    Ended ended = run(at, Map.of(), script);
    assertThat(ended.status()).as("%s: %s", script, ended).isZero();
  }
}

package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import dev.papack.cli.RealPapack.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the system saw of a command that met a version it does not support. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "strace is a program of Linux")
class UnsupportedVersionTraceTest {
  private static final String CHANGING =
      "open,openat,openat2,creat,mkdir,mkdirat,mknod,mknodat,rename,renameat,renameat2,unlink,"
          + "unlinkat,rmdir,link,linkat,symlink,symlinkat,truncate,ftruncate,chmod,fchmodat,utimensat";

  /** The lock's own files: held, and said by whom. */
  private static final List<String> OF_THE_LOCK =
      List.of(".papack", ".papack/lock", ".papack/owner.json", ".papack/owner.new");

  private static final Pattern OPENING = Pattern.compile("open(at2?)?\\(");
  private static final Pattern WRITING = Pattern.compile("O_(WRONLY|RDWR|CREAT|TRUNC|APPEND)");
  private static final Pattern NAME = Pattern.compile("(?:<([^>]*)>, )?\"((?:[^\"\\\\]|\\\\.)*)\"");

  @TempDir private Path folder = Path.of("");

  /** What a command changed anywhere, by the paths that the system was given. */
  private SortedSet<String> changed(RealPapack papack, Path workspace, String... arguments)
      throws Exception {
    Path trace = folder.resolve("trace");
    List<String> command =
        new ArrayList<>(
            List.of("strace", "-f", "-y", "-s", "4096", "-e", "trace=" + CHANGING, "-o"));
    command.add(trace.toString());
    command.addAll(papack.withoutScript(List.of("-XX:-UsePerfData")));
    command.addAll(List.of(arguments));
    Ended ended = RealPapack.process(workspace, Map.of("LC_ALL", "C.UTF-8"), command);
    Assumptions.assumeFalse(
        ended.err().contains("ptrace"), () -> "strace may not trace here: " + ended.err());
    SortedSet<String> paths = new TreeSet<>();
    for (String line : Files.readAllLines(trace)) {
      boolean isOpening = OPENING.matcher(line).find();
      if (isOpening && !WRITING.matcher(line).find()) {
        continue;
      }
      Matcher names = NAME.matcher(line);
      while (names.find()) {
        Path base = names.group(1) == null ? workspace : Path.of(names.group(1));
        Path path = base.resolve(names.group(2)).normalize();
        // Java tells the kernel what to leave out of a dump of its own process.
        if (!path.startsWith("/proc/self")) {
          paths.add((path.startsWith(workspace) ? workspace.relativize(path) : path).toString());
        }
      }
    }
    return paths;
  }

  @Test
  void unsupportedVersionChangesNothingButTheFilesOfTheLock() throws Exception {
    Assumptions.assumeTrue(
        RealPapack.process(folder, Map.of(), List.of("sh", "-c", "command -v strace")).status()
            == 0,
        "strace is not installed");
    RealPapack papack = RealPapack.install(Files.createDirectory(folder.resolve("home")));
    Path workspace = Files.createDirectory(folder.resolve("game")).toRealPath();
    assertThat(Run.papack(workspace, "init").status()).isZero();
    TinyFiles.wav(workspace.resolve("assets/hit.wav"), 22_050, 100);
    assertThat(Run.papack(workspace, "add", "assets").status()).isZero();

    SortedSet<String> control = changed(papack, workspace, "build", "--quiet");
    assertThat(control).as("the control").contains("assets.pa", ".papack/lock");

    Path declaration = workspace.resolve("assets/hit.asset.json");
    Files.writeString(
        declaration,
        Files.readString(declaration)
            .replaceFirst("\"schema_version\": [0-9]+", "\"schema_version\": 99"));
    List<String> counted = new ArrayList<>();
    for (List<String> command :
        List.of(
            List.of("build"),
            List.of("add", "assets"),
            List.of("migrate"),
            List.of("remove", "hit"))) {
      SortedSet<String> changed = changed(papack, workspace, command.toArray(String[]::new));
      assertThat(changed).as("%s", command).isSubsetOf(OF_THE_LOCK).contains(".papack/lock");
      counted.add(command.getFirst() + " " + changed.size());
    }
    Campaign.report(
        "unsupported-version-trace",
        "paths that the system was asked to change: "
            + String.join(", ", counted)
            + ", all of the lock; "
            + control.size()
            + " by a build of a supported version");
  }
}

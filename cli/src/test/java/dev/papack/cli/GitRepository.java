package dev.papack.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs programs in a repository, without the configuration of this machine.
 *
 * @param folder the repository
 * @param temporary a folder without a file named {@code none}
 */
record GitRepository(Path folder, Path temporary) {
  private static final List<String> GIT =
      List.of(
          "git",
          "-c",
          "user.name=author",
          "-c",
          "user.email=author@example.org",
          "-c",
          "commit.gpgsign=false",
          "-c",
          "gc.auto=0");

  /** A program that ran in the repository. */
  record Ran(int status, String said) {}

  Ran git(String... arguments) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(GIT);
    line.addAll(List.of(arguments));
    return run(line);
  }

  Ran run(List<String> line) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.environment().put("GIT_CONFIG_GLOBAL", temporary.resolve("none").toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), said);
  }
}

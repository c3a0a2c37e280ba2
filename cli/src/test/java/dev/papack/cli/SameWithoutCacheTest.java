package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What commands say of a workspace in which nothing changed since its last build, they also say
 * without what that build left: in the workspace of every golden case that builds.
 */
class SameWithoutCacheTest {
  private static final int EACH = Campaign.amount(8, 1);

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("list"),
          List.of("check"),
          List.of("plan"),
          List.of("doctor"),
          List.of("add", "assets", "--dry-run"));

  @TempDir private Path temporary = Path.of("");

  @Test
  void everyCommandSaysTheSame() throws Exception {
    int compared = 0;
    int number = 0;
    for (GoldenCase golden : GoldenCase.all()) {
      if (number++ % EACH != 0) {
        continue;
      }
      Path workspace = temporary.resolve(golden.name());
      try (GoldenSetup _ = golden.prepare(workspace)) {
        if (isBuiltAndOld(workspace)) {
          compare(workspace);
          compared++;
        }
      } catch (InvalidPathException | UnsupportedOperationException e) {
        // This file system has no such name.
      }
    }
    assertThat(compared).isGreaterThan(10);
    Campaign.report(
        "same-without-cache",
        "%,d workspaces of golden cases: %d commands said the same with the cache and without it"
            .formatted(compared, COMMANDS.size()));
  }

  /** The second build finds no file too young to be known by its times. */
  private static boolean isBuiltAndOld(Path workspace) throws InterruptedException {
    if (Run.papack(workspace, "build").status() != 0) {
      return false;
    }
    Thread.sleep(25);
    return Run.papack(workspace, "build").status() == 0 && Files.exists(cache(workspace));
  }

  private static Path cache(Path workspace) {
    return workspace.resolve(".papack/build_cache");
  }

  private static void compare(Path workspace) throws Exception {
    List<String> known = COMMANDS.stream().map(command -> said(workspace, command)).toList();
    Files.delete(cache(workspace));
    List<String> read = COMMANDS.stream().map(command -> said(workspace, command)).toList();
    assertThat(known).as("%s", workspace.getFileName()).isEqualTo(read);
  }

  private static String said(Path workspace, List<String> command) {
    Run run =
        Run.papack(
            workspace,
            Stream.concat(command.stream(), List.of("--format", "json").stream())
                .toArray(String[]::new));
    return command + " " + run.status() + "\n" + run.out() + run.err();
  }
}

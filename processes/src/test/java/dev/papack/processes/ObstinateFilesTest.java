package dev.papack.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.papack.campaign.Campaign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One file or folder that the system does not let go: some of it shows before the decision, some
 * only when it is to be replaced. The set stays the old one, byte for byte.
 */
class ObstinateFilesTest {
  /** Of a user who owns nothing. */
  private static final List<String> AS_NOBODY =
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

  private static final List<String> FILES =
      List.of(
          "assets.pa",
          "build/asset_table.json",
          "build/preload.json",
          "build/asset_table_metadata.json");

  @TempDir private static Path shared = Path.of("");
  private static Game template = new Game(Path.of(""));

  @TempDir private Path temporary = Path.of("");

  private Game game = new Game(Path.of(""));

  /** What gives everything free again, the last first. */
  private final Deque<List<String>> cleaning = new ArrayDeque<>();

  @BeforeAll
  static void findProgram() throws IOException {
    Program.train();
    template = Game.create(shared.resolve("template"));
  }

  @BeforeEach
  void publish() throws IOException {
    game = template.copyTo(temporary.resolve("game"));
    game.draw("hero", 0x123456);
  }

  @AfterEach
  void clean() {
    while (!cleaning.isEmpty()) {
      Program.run(cleaning.pop());
    }
  }

  private static void assumeLong() {
    assumeTrue(Campaign.current() != Campaign.DAILY, "one immutable file is tried daily: --long");
  }

  private void hold(String flag, String file) {
    String path = game.folder().resolve(file).toString();
    assumeTrue(
        Program.isThere("chattr", "+" + flag, path),
        "this user, or this file system, cannot make a file immutable");
    cleaning.push(List.of("chattr", "-" + flag, path));
  }

  /** A build fails and leaves everything; let go, it succeeds. */
  private void requireTheOldSet(String what, List<String> build) throws IOException {
    Map<String, String> published = game.published();
    Map<String, String> authored = game.authored();
    Program.Ended failed = Program.run(build);
    assertThat(failed.status()).as(what + failed.out() + failed.err()).isEqualTo(4);
    assertThat(game.published()).as(what).isEqualTo(published);
    assertThat(game.authored()).as(what).isEqualTo(authored);
    assertThat(game.isDecided()).as(what).isFalse();
    game.papack("verify").expect(0);
    clean();
    Program.run(build).expect(0);
    game.papack("verify").expect(0);
    assertThat(game.published()).as(what).isNotEqualTo(published);
  }

  @Test
  void immutableFileLeavesTheOldSet() throws Exception {
    List<String> files =
        switch (Campaign.current()) {
          case DAILY -> FILES.subList(2, 3);
          case LONG, FULL -> FILES;
        };
    List<String> flags = List.of("i", "a").subList(0, Campaign.amount(1, 2));
    for (String file : files) {
      for (String flag : flags) {
        game.draw("hero", (file + flag).hashCode());
        hold(flag, file);
        requireTheOldSet(file + " +" + flag + ": ", game.command("build"));
      }
    }
    Campaign.report(
        "immutable-files",
        "%s builds over an immutable or append-only file of the set failed with exit 4 and left the old set, byte for byte"
            .formatted(Campaign.share((long) files.size() * flags.size(), 2L * FILES.size())));
  }

  @Test
  void immutableFolderLeavesTheOldSet() throws Exception {
    assumeLong();
    hold("i", "build");
    requireTheOldSet("build: ", game.command("build"));
  }

  @Test
  void immutableDeclarationLeavesEveryDocumentOld() throws Exception {
    assumeLong();
    game.age();
    Map<String, String> old = game.authored();
    hold("i", "assets/hero.asset.json");
    Program.Ended failed = game.papack("migrate");
    assertThat(failed.status()).as(failed.out()).isEqualTo(4);
    assertThat(game.authored()).isEqualTo(old);
    assertThat(game.isDecided()).isFalse();
    clean();
    game.papack("migrate").expect(0);
    assertThat(game.authored()).isNotEqualTo(old);
  }

  @Test
  void immutableFileAfterACrashIsTakenBackByTheRecovery() throws Exception {
    assumeLong();
    Map<String, String> old = game.published();
    Process process = Program.start(game.command("build"));
    while (process.isAlive() && !game.isDecided()) {
      Thread.onSpinWait();
    }
    process.toHandle().destroyForcibly();
    Program.await(process);
    assumeTrue(game.isDecided(), "it was too quick to be killed after its decision");
    String last = "build/asset_table_metadata.json";
    assumeTrue(
        old.getOrDefault(last, "").equals(game.published().getOrDefault(last, "")),
        "it was too quick to be killed before its last file");
    hold("i", last);
    Program.Ended failed = game.papack("recover", "--yes");
    assertThat(failed.status()).as(failed.out() + failed.err()).isEqualTo(4);
    assertThat(game.published()).isEqualTo(old);
    assertThat(game.isDecided()).isFalse();
    clean();
    game.papack("build").expect(0);
    game.papack("verify").expect(0);
  }

  @Test
  void folderThatIsABindMountLeavesTheOldSet() throws Exception {
    assumeLong();
    Path build = game.folder().resolve("build");
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    for (String companion : FILES.subList(1, FILES.size())) {
      Files.copy(
          game.folder().resolve(companion),
          elsewhere.resolve(companion.substring("build/".length())));
    }
    assumeTrue(
        Program.isThere("mount", "--bind", elsewhere.toString(), build.toString()),
        "this user may not mount a folder");
    cleaning.push(List.of("umount", build.toString()));
    requireTheOldSet("bind mount: ", game.command("build"));
    Campaign.report(
        "bind-mount",
        "a build into a folder that is a mount of the same file system failed with exit 4 and left the old set, byte for byte");
  }

  @Test
  void stickyFolderWithAFileOfSomebodyElseLeavesTheOldSet() throws Exception {
    assumeLong();
    List<String> probe = new ArrayList<>(AS_NOBODY);
    probe.add("true");
    assumeTrue(Program.isThere(probe.toArray(String[]::new)), "this user may not become another");
    Program.run(List.of("chmod", "a+rx", temporary.toString())).expect(0);
    Program.run(List.of("chown", "-R", "65534:65534", game.folder().toString())).expect(0);
    Path build = game.folder().resolve("build");
    for (Path theirs : List.of(build, build.resolve("preload.json"))) {
      Program.run(List.of("chown", "0:0", theirs.toString())).expect(0);
    }
    Program.run(List.of("chmod", "1777", build.toString())).expect(0);
    cleaning.push(List.of("chown", "-R", "65534:65534", build.toString()));
    List<String> command = new ArrayList<>(AS_NOBODY);
    command.addAll(game.command("build"));
    Program.Ended can = Program.run(command);
    assumeTrue(!can.err().contains("could not open"), "another user cannot read the program here");
    game.draw("hero", 0x654321);
    Program.run(List.of("chown", "65534", game.folder().resolve("assets/hero.png").toString()));
    requireTheOldSet("sticky folder: ", command);
    Campaign.report(
        "sticky-folder",
        "a build into a sticky folder with a file of somebody else failed with exit 4 and left the old set, byte for byte");
  }
}

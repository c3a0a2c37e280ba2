package dev.papack.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.papack.campaign.Campaign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program on file systems that give no space, no names, no permission. */
class FullDiskTest {
  private static final int BLOCK_BYTES = 4096;

  @TempDir private Path temporary = Path.of("");

  private Path disk = Path.of("");
  private boolean isMounted;

  @BeforeEach
  void findProgram() throws IOException {
    Program.train();
    disk = Files.createDirectory(temporary.resolve("disk"));
  }

  @AfterEach
  void unmount() {
    if (isMounted) {
      Program.run(List.of("umount", disk.toString())).expect(0);
    }
  }

  private void mount(String options) {
    isMounted = Program.isThere("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.toString());
    assumeTrue(isMounted, "this user may not mount a file system");
  }

  private void remount(String options) {
    Program.run(List.of("mount", "-o", "remount," + options, disk.toString())).expect(0);
  }

  /** A published workspace whose next build differs. */
  private Game game() throws IOException {
    Game game = Game.create(disk.resolve("game"));
    game.draw("hero", 0x123456);
    return game;
  }

  /** Builds; either it says that it failed and changed nothing, or it published all. */
  private static boolean builds(Game game, String code, String when) throws IOException {
    Map<String, String> before = game.published();
    Program.Ended built = game.papack("build");
    if (built.status() == 0) {
      assertThat(game.published()).as(when).isNotEqualTo(before);
      game.papack("verify").expect(0);
      return true;
    }
    assertThat(built.status()).as(when + built.out() + built.err()).isEqualTo(4);
    assertThat(built.out()).as(when).contains("\"code\":\"" + code + "\"");
    assertThat(game.published()).as(when).isEqualTo(before);
    return false;
  }

  @Test
  void fullDiskLeavesThePreviousSet() throws Exception {
    mount("size=4m");
    Game game = game();
    Path filler = disk.resolve("filler");
    int failed = 0;
    int step = Campaign.amount(5, 1);
    for (int blocks = 0; ; blocks += step) {
      fill(filler, blocks);
      if (builds(game, "PA9004", blocks + " free blocks: ")) {
        break;
      }
      failed++;
    }
    Campaign.report(
        "full-disk",
        "%d builds with 0, %d, %d ... free blocks of 4 KiB failed with exit 4 and left the previous set, byte for byte; with %d it was published"
            .formatted(failed, step, 2 * step, failed * step));
    assertThat(failed).isPositive();
  }

  /** Leaves so many blocks free. */
  private void fill(Path filler, int freeBlocks) throws IOException {
    Files.deleteIfExists(filler);
    long free = Files.getFileStore(disk).getUsableSpace() - (long) freeBlocks * BLOCK_BYTES;
    Files.write(filler, new byte[Math.toIntExact(free)]);
  }

  @Test
  void diskWithoutInodesLeavesThePreviousSet() throws Exception {
    mount("size=4m,nr_inodes=4096");
    Game game = game();
    Path fillers = Files.createDirectory(disk.resolve("fillers"));
    long used = inodesUsed();
    int failed = 0;
    int step = Campaign.amount(2, 1);
    for (int free = 0; ; free += step) {
      remount("nr_inodes=" + (used + free));
      if (builds(game, "PA9004", free + " free inodes: ")) {
        break;
      }
      failed++;
    }
    Campaign.report(
        "no-inodes",
        "%d builds with 0, %d, %d ... free inodes failed with exit 4 and left the previous set, byte for byte; with %d it was published"
            .formatted(failed, step, 2 * step, failed * step));
    assertThat(failed).isPositive();
    assertThat(fillers).isEmptyDirectory();
  }

  private long inodesUsed() {
    String line =
        Program.run(List.of("df", "--output=iused", disk.toString())).expect(0).out().strip();
    return Long.parseLong(line.substring(line.lastIndexOf('\n') + 1).strip());
  }

  @Test
  void readOnlyDiskLeavesThePreviousSet() throws Exception {
    mount("size=4m");
    Game game = game();
    remount("ro");
    assertThat(builds(game, "PA9005", "read-only: ")).isFalse();
    game.papack("verify").expect(0);
    remount("rw");
    assertThat(builds(game, "PA9005", "writable again: ")).isTrue();
    Campaign.report(
        "read-only-disk", "a build failed with exit 4 and left the previous set, byte for byte");
  }

  @Test
  void userWithoutPermissionLeavesThePreviousSet() throws Exception {
    assumeTrue(
        Program.isThere("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "true"),
        "this user may not become another");
    Game game = game();
    Program.run(List.of("chmod", "a+rx", temporary.toString())).expect(0);
    Map<String, String> before = game.published();
    List<String> command =
        new java.util.ArrayList<>(
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
    command.addAll(game.command("build"));
    Program.Ended built = Program.run(command);
    assumeTrue(
        !built.err().contains("could not open"), "another user cannot read the program here");
    assertThat(built.status()).as(built.out() + built.err()).isEqualTo(4);
    assertThat(built.out()).contains("\"code\":\"PA9005\"");
    assertThat(game.published()).isEqualTo(before);
    Campaign.report(
        "no-permission",
        "a build by another user failed with exit 4 and left the previous set, byte for byte");
  }

  /** What the check is worth: a writer that overwrites in place does lose the previous set. */
  @Test
  void writerInPlaceLosesThePreviousSetAndIsFoundOut() throws Exception {
    mount("size=4m");
    Game game = game();
    Map<String, String> before = game.published();
    fill(disk.resolve("filler"), 0);
    assertThatThrownBy(
            () -> Files.write(game.folder().resolve("assets.pa"), new byte[64 * BLOCK_BYTES]))
        .isInstanceOf(IOException.class);
    assertThat(game.published()).isNotEqualTo(before);
  }
}

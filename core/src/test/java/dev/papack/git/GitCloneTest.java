package dev.papack.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.disk.Disk;
import dev.papack.disk.SystemDisk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GitCloneTest {
  private static final String DRIVER = "[merge \"papack\"]\n\tdriver = papack\n";

  private final Disk disk = new SystemDisk();

  @TempDir Path folder;

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private GitClone clone(String workspace) throws IOException {
    Path inside = folder.toRealPath().resolve(workspace);
    Files.createDirectories(inside);
    return GitClone.find(disk, inside).orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void whatGitHasBegunIsFoundFromAFolderBelow(UnfinishedMerge merge) throws IOException {
    write(".git/config", "");
    assertThat(clone("games/one").unfinishedMerge()).isEmpty();
    write(".git/" + merge.mark(), "");
    assertThat(clone("games/one").unfinishedMerge()).contains(merge);
  }

  @Test
  void theDriverIsThatOfTheConfiguration() throws IOException {
    write(".git/config", "[core]\n");
    assertThat(clone("game").hasDriver("papack")).isFalse();
    write(".git/config", DRIVER);
    assertThat(clone("game").hasDriver("papack")).isTrue();
    assertThat(clone("game").hasDriver("other")).isFalse();
  }

  @Test
  void aFurtherWorkTreeHasItsOwnMergeAndTheSharedConfiguration() throws IOException {
    write("clone/.git/config", DRIVER);
    write("clone/.git/worktrees/tree/commondir", "../..\n");
    write("tree/.git", "gitdir: ../clone/.git/worktrees/tree\n");
    assertThat(clone("tree/game").hasDriver("papack")).isTrue();
    assertThat(clone("tree/game").unfinishedMerge()).isEmpty();
    write("clone/.git/worktrees/tree/MERGE_HEAD", "");
    assertThat(clone("tree/game").unfinishedMerge()).contains(UnfinishedMerge.MERGE);
    assertThat(clone("clone").unfinishedMerge()).isEmpty();
  }

  @Test
  void rubbishInPlaceOfGitsFilesIsNoCloneOrTellsNothing() throws IOException {
    write("a/.git", "gitdir: \0\n");
    assertThat(GitClone.find(disk, folder.toRealPath().resolve("a"))).isEmpty();
    write("b/.git", "rubbish");
    assertThat(GitClone.find(disk, folder.toRealPath().resolve("b"))).isEmpty();
    write("c/.git", "gitdir: nowhere");
    assertThat(clone("c").unfinishedMerge()).isEmpty();
    assertThat(clone("c").hasDriver("papack")).isFalse();
    Files.createDirectories(folder.resolve("d/.git/config"));
    assertThat(clone("d").hasDriver("papack")).isFalse();
    write("e/.git/config", "x".repeat(2 << 20));
    assertThat(clone("e").hasDriver("papack")).isFalse();
    write("f/.git/config", new String(new byte[] {(byte) 0xFF}, StandardCharsets.ISO_8859_1));
    assertThat(clone("f").hasDriver("papack")).isFalse();
  }
}

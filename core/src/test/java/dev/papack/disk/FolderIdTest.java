package dev.papack.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FolderIdTest {
  private static final Optional<String> INODE = Optional.of("4711");
  private static final Optional<String> BORN = Optional.of("2026-11-29T12:00:00Z");
  private static final FolderId FOLDER = new FolderId(INODE, BORN);

  @Test
  void twoThatTellTheSameAreOneFolder() {
    assertThat(FOLDER.isSame(new FolderId(INODE, BORN))).isTrue();
    FolderId withoutInode = new FolderId(Optional.empty(), BORN);
    assertThat(withoutInode.isSame(new FolderId(Optional.empty(), BORN))).isTrue();
  }

  @Test
  void oneThatTellsLessMayBeForgedAndIsAnother() {
    assertThat(FOLDER.isSame(new FolderId(INODE, Optional.empty()))).isFalse();
    assertThat(new FolderId(Optional.empty(), BORN).isSame(FOLDER)).isFalse();
  }

  @Test
  void oneThatTellsNothingIsNoFolderAtAll() {
    assertThat(FolderId.UNKNOWN.isSame(FolderId.UNKNOWN)).isFalse();
  }
}

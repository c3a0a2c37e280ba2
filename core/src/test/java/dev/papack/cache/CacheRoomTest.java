package dev.papack.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CacheRoomTest {
  @Test
  void aLargeWorkspaceInASmallHeapIsNotRemembered() {
    assertThat(CacheRoom.of(131_072, 256L << 20)).isEqualTo(CacheRoom.TOO_LITTLE);
    assertThat(CacheRoom.of(50_000, 256L << 20)).isEqualTo(CacheRoom.ENOUGH);
    assertThat(CacheRoom.of(131_072, 1L << 30)).isEqualTo(CacheRoom.ENOUGH);
    assertThat(CacheRoom.of(10_000, 64L << 20)).isEqualTo(CacheRoom.ENOUGH);
  }

  /** Read, it would leave no room for the workspace that was built with more. */
  @Test
  void cacheThatWasWrittenWithMoreMemoryIsNotRead() {
    assertThat(CacheRoom.ofFile(47_055_631, 256L << 20)).isEqualTo(CacheRoom.TOO_LITTLE);
    assertThat(CacheRoom.ofFile(19_566_283, 256L << 20)).isEqualTo(CacheRoom.ENOUGH);
    assertThat(CacheRoom.ofFile(47_055_631, 1L << 30)).isEqualTo(CacheRoom.ENOUGH);
  }
}

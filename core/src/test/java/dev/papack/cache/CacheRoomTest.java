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
}

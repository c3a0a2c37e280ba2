package dev.papack.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ManyFlushesTest {
  /** Counts its flushes, and can fail. */
  private static final class Counted implements WritableFile {
    private final boolean fails;
    private final AtomicInteger flushes = new AtomicInteger();

    Counted(boolean fails) {
      this.fails = fails;
    }

    @Override
    public void append(ByteBuffer bytes) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void write(long positionBytes, ByteBuffer bytes) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void flush() throws IOException {
      flushes.incrementAndGet();
      if (fails) {
        throw new DiskException(DiskException.Trouble.OTHER, "file", "Input/output error");
      }
    }

    @Override
    public long sizeBytes() {
      return 0;
    }

    @Override
    public int read(long positionBytes, ByteBuffer into) {
      return -1;
    }

    @Override
    public void close() {}
  }

  private static List<Counted> files(int count, int failing) {
    return IntStream.range(0, count).mapToObj(i -> new Counted(i == failing)).toList();
  }

  private static long flushed(List<Counted> files) {
    return files.stream().filter(file -> file.flushes.get() == 1).count();
  }

  @Test
  void everyFileIsFlushedOnce() throws Exception {
    for (int count : new int[] {0, 1, 2, 7, 64, 500}) {
      List<Counted> files = files(count, -1);
      ManyFlushes.of(files);
      assertThat(flushed(files)).isEqualTo(count);
    }
  }

  @Test
  void aFlushThatFailsIsNotHiddenByTheOthers() {
    for (int failing : new int[] {0, 1, 250, 499}) {
      assertThatThrownBy(() -> ManyFlushes.of(files(500, failing)))
          .isInstanceOf(DiskException.class)
          .hasMessageContaining("Input/output error");
    }
    assertThatThrownBy(() -> ManyFlushes.of(files(1, 0))).isInstanceOf(DiskException.class);
  }

  @Test
  void anInterruptIsKeptForLater() throws Exception {
    List<Counted> files = files(500, -1);
    Thread.currentThread().interrupt();
    try {
      ManyFlushes.of(files);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(flushed(files)).isEqualTo(500);
  }
}

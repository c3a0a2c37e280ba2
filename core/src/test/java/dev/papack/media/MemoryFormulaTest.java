package dev.papack.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.papack.campaign.Campaign;
import dev.papack.media.png.PngBytes;
import dev.papack.media.png.PngDecoder;
import dev.papack.media.wav.WavDecoder;
import dev.papack.media.wav.WavFile;
import dev.papack.source.Snapshot;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a decoder allocates, held against the formula of its documentation. */
class MemoryFormulaTest {
  /** What is the same for every file. */
  private static final long CONSTANT_BYTES = 64 << 10;

  private static final int SIDE = 1_000;

  private static long allocatedBytes(Runnable task) {
    task.run();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    task.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static void requireWithin(String name, long formulaBytes, Runnable decoding) {
    long allocated = allocatedBytes(decoding);
    assertThat(allocated).isLessThanOrEqualTo(formulaBytes + CONSTANT_BYTES);
    Campaign.report(
        "memory-" + name,
        String.format(
            Locale.ROOT,
            "%,d bytes allocated; the formula gives %,d and a constant of at most %,d",
            allocated,
            formulaBytes,
            CONSTANT_BYTES));
  }

  private static void requirePng(String name, int pixelBytes, PngBytes begun, byte[] rows) {
    byte[] data = PngBytes.deflate(rows);
    int pieces = 0;
    for (int at = 0; at < data.length; at += 10, pieces++) {
      begun.chunk("IDAT", Arrays.copyOfRange(data, at, Math.min(at + 10, data.length)));
    }
    Snapshot snapshot = begun.end().snapshot();
    requireWithin(
        name,
        (long) pixelBytes * SIDE * SIDE + 2L * (8 * SIDE + 1) + 512L * pieces,
        () -> assertThat(PngDecoder.decode(snapshot).diagnostics()).isEmpty());
  }

  @Test
  void anIndexedPictureTakesAByteForEachPixel() {
    requirePng(
        "png-indexed",
        1,
        PngBytes.signed().header(SIDE, SIDE, 8, 3, 0, 0, 0).chunk("PLTE", new byte[3]),
        new byte[SIDE * (1 + SIDE)]);
  }

  @Test
  void anyOtherPictureTakesFour() {
    requirePng(
        "png-truecolor",
        4,
        PngBytes.signed().header(SIDE, SIDE, 16, 6, 0, 0, 0),
        new byte[SIDE * (1 + 8 * SIDE)]);
  }

  @Test
  void aSoundTakesNothingBeyondItsFile() {
    byte[] samples = WavFile.chunk("data", new byte[4 << 20]);
    for (int bits : new int[] {32, 64}) {
      Snapshot snapshot =
          Snapshot.of("a.wav", WavFile.riff(WavFile.format(3, 2, 44_100, bits), samples));
      requireWithin(
          "wav-float-" + bits,
          0,
          () -> assertThat(WavDecoder.decode(snapshot).diagnostics()).isEmpty());
    }
  }

  @Test
  void aDecoderThatCopiesIsNoticed() {
    Snapshot snapshot = PngBytes.snapshot(new byte[1 << 20]);
    assertThat(allocatedBytes(() -> assertThat(copy(snapshot)).hasSize(1 << 20)))
        .isGreaterThan(CONSTANT_BYTES);
  }

  private static byte[] copy(Snapshot snapshot) {
    byte[] copy = new byte[snapshot.sizeBytes()];
    snapshot.bytes().get(copy);
    return copy;
  }
}

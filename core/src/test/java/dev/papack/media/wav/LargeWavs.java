package dev.papack.media.wav;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** WAV files that look like much work. */
public final class LargeWavs {
  private LargeWavs() {}

  /** All of them. */
  public static List<byte[]> all() {
    byte[] samples = WavFile.chunk("data", new byte[1 << 20]);
    float[] last = new float[1 << 18];
    last[last.length - 1] = Float.NaN;
    return List.of(
        WavFile.riff(manyChunks("LIST", 100_000)),
        WavFile.riff(manyChunks("fmt ", 100_000)),
        WavFile.riff(WavFile.format(1, 2, 44_100, 16), samples),
        WavFile.riff(WavFile.format(3, 1, 44_100, 32), samples),
        WavFile.riff(WavFile.format(3, 1, 44_100, 64), samples),
        WavFile.riff(WavFile.format(3, 1, 44_100, 32), WavFile.chunk("data", WavFile.floats(last))),
        WavFile.riff(WavFile.format(1, 1, 8_000, 8), samples, WavFile.sampler(loops(1_000))));
  }

  private static byte[][] manyChunks(String id, int count) {
    byte[][] chunks = new byte[count][];
    Arrays.fill(chunks, WavFile.chunk(id));
    List<byte[]> all = new ArrayList<>(List.of(chunks));
    all.add(WavFile.format(1, 1, 8_000, 8));
    all.add(WavFile.chunk("data", new byte[2]));
    return all.toArray(byte[][]::new);
  }

  private static long[][] loops(int count) {
    long[][] loops = new long[count][];
    Arrays.fill(loops, new long[] {1, 0, 1});
    return loops;
  }
}

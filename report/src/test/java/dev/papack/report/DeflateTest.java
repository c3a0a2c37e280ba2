package dev.papack.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is compressed is read by others, whatever it is. */
final class DeflateTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 257, 258, 259, 32_768, 70_000, 200_000})
  void comesBackWhateverItIs(int size) throws DataFormatException {
    for (int values : new int[] {1, 2, 7, 256}) {
      byte[] data = random(size, values);
      assertThat(inflated(Deflate.compress(data), size)).isEqualTo(data);
    }
  }

  @Test
  void codesHaveNoMoreThanFifteenBits() throws DataFormatException {
    // Counts of the Fibonacci numbers make the longest codes.
    byte[] data = new byte[200_000];
    int at = 0;
    int one = 1;
    int other = 1;
    for (int value = 0; at < data.length; value++) {
      int end = Math.min(data.length, at + one);
      Arrays.fill(data, at, end, (byte) (value * 37));
      at = end;
      int sum = one + other;
      one = other;
      other = sum;
    }
    shuffle(data);
    assertThat(inflated(Deflate.compress(data), data.length)).isEqualTo(data);
  }

  @Test
  void repetitionTakesHardlyAnySpace() {
    assertThat(Deflate.compress(new byte[1 << 20])).hasSizeLessThan(3_000);
  }

  @Test
  void isNoWorseThanTheJdkByFarOnTiles() {
    byte[] tiles = new byte[400_000];
    Random random = new Random(7);
    for (int tile = 0; tile < tiles.length / 32; tile++) {
      int color = random.nextInt(16);
      for (int at = 0; at < 32; at++) {
        tiles[tile * 32 + at] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : color * 17);
      }
    }
    assertThat(Deflate.compress(tiles).length).isLessThan((int) (jdk(tiles) * 1.03));
  }

  private static int jdk(byte[] data) {
    try (var deflater = new java.util.zip.Deflater(9, true)) {
      deflater.setInput(data);
      deflater.finish();
      return deflater.deflate(new byte[data.length + 1_000]);
    }
  }

  private static byte[] random(int size, int values) {
    Random random = new Random(size * 31L + values);
    byte[] data = new byte[size];
    for (int at = 0; at < size; at++) {
      data[at] = (byte) random.nextInt(values);
    }
    return data;
  }

  private static void shuffle(byte[] data) {
    Random random = new Random(1);
    for (int at = data.length - 1; at > 0; at--) {
      int other = random.nextInt(at + 1);
      byte kept = data[at];
      data[at] = data[other];
      data[other] = kept;
    }
  }

  private static byte[] inflated(byte[] compressed, int size) throws DataFormatException {
    try (Inflater inflater = new Inflater(true)) {
      // The JDK asks for a byte behind raw data.
      inflater.setInput(Arrays.copyOf(compressed, compressed.length + 1));
      byte[] data = new byte[size];
      int read = 0;
      while (!inflater.finished()) {
        int more = inflater.inflate(data, read, size - read);
        read += more;
        if (more == 0 && (inflater.needsInput() || read == size)) {
          if (read == size) {
            break;
          }
          throw new DataFormatException("ends early");
        }
      }
      assertThat(read).isEqualTo(size);
      return data;
    }
  }
}

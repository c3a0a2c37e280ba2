package dev.papack.bank.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import dev.papack.campaign.JavaProcess;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reduction says that it takes is enough. */
class ReductionMemoryTest {
  private static final long OF_THE_JVM_BYTES = 24L << 20;

  static Stream<TileReduction> largest() {
    return Stream.of(
            new TileReduction(300, 32, 8, Dither.NONE),
            new TileReduction(1, 8, 1, Dither.NONE),
            new TileReduction(4_096, 8, 1, Dither.ORDERED),
            new TileReduction(8_192, 8, 64, Dither.NONE))
        .limit(Campaign.amount(1, 4));
  }

  /** A process of its own, whose heap is what the formula says and a little for the JVM. */
  @ParameterizedTest
  @MethodSource("largest")
  void aReductionFitsInAHeapOfWhatItNeeds(TileReduction reduction) throws Exception {
    long heapBytes = reduction.neededBytes() + OF_THE_JVM_BYTES;
    String said =
        JavaProcess.run(
                List.of(
                    "-Xmx" + heapBytes / 1024 + "k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                ReducesNoise.class,
                String.valueOf(reduction.tileCount()),
                String.valueOf(reduction.tileSizePixels()),
                String.valueOf(reduction.maxPalettes()),
                reduction.dither().name())
            .expectDone();
    assertThat(said).startsWith("reduced");
  }

  /** Every pixel has a colour of its own: what takes most. */
  static final class ReducesNoise {
    private ReducesNoise() {}

    public static void main(String[] args) throws IOException {
      int size = Integer.parseInt(args[1]);
      TileReduction reduction =
          new TileReduction(
              Integer.parseInt(args[0]), size, Integer.parseInt(args[2]), Dither.valueOf(args[3]));
      ReducedTiles reduced =
          reduction.reduce(sink -> {
            for (int pixel = 0; pixel < reduction.tileCount() * size * size; pixel++) {
              sink.accept(pixel / (size * size), pixel % (size * size), (pixel * 0x9E3779B1) >>> 8);
            }
          });
      System.out.println("reduced to " + reduced.palettes().size());
    }
  }
}

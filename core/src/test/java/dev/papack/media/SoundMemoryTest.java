package dev.papack.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import dev.papack.campaign.JavaProcess;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.flac.Flac;
import dev.papack.media.flac.FlacFile;
import dev.papack.media.formats.MediaFormats;
import dev.papack.media.vorbis.Vorbis;
import dev.papack.media.vorbis.VorbisFile;
import dev.papack.source.SourceContent;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A sound is decoded and read in a heap of what its format says that it needs, and what is alive
 * then does not grow with its length. Each trial is a process of its own.
 */
class SoundMemoryTest {
  /** For Java itself. */
  private static final long OF_THE_JVM_BYTES = 6L << 20;

  private static final long LENGTH_BYTES = 64 << 10;

  /** The formats whose samples are decoded wherever they are wanted, in their largest form. */
  enum Largest {
    FLAC {
      @Override
      byte[] file(int blocks) {
        return FlacFile.silence(8, blocks);
      }

      @Override
      SoundFormat format() {
        return Flac.FORMAT;
      }
    },
    VORBIS {
      @Override
      byte[] file(int blocks) {
        return VorbisFile.largest().bytes(blocks);
      }

      @Override
      SoundFormat format() {
        return Vorbis.FORMAT;
      }
    };

    /** A file of so many blocks, each as long as it may be. */
    abstract byte[] file(int blocks);

    abstract SoundFormat format();

    private long neededBytes(byte[] file) throws IOException {
      return format().neededBytes(SourceContent.of("a", file).head().bytes());
    }
  }

  @ParameterizedTest
  @EnumSource
  void largestSoundIsReadInAHeapOfWhatItNeedsAndWhatIsAliveDoesNotGrow(Largest largest)
      throws Exception {
    int few = 10;
    int many = Campaign.amount(500, 4_000);
    long shortBytes = aliveBytes(largest, few);
    long longBytes = aliveBytes(largest, many);
    assertThat(longBytes - shortBytes).isLessThan(LENGTH_BYTES);
    Campaign.report(
        "memory-of-long-sounds-" + largest.name().toLowerCase(Locale.ROOT),
        String.format(
            Locale.ROOT,
            "%,d bytes alive with %d blocks, %,d with %d, in a heap of %,d and %,d for Java",
            shortBytes,
            few,
            longBytes,
            many,
            largest.neededBytes(largest.file(few)),
            OF_THE_JVM_BYTES));
  }

  /** What is alive while the sound is open, without the file itself, which is in memory here. */
  private static long aliveBytes(Largest largest, int blocks) throws Exception {
    byte[] file = largest.file(blocks);
    long heapBytes = largest.neededBytes(file) + file.length + OF_THE_JVM_BYTES;
    String said =
        JavaProcess.run(
                List.of(
                    "-Xmx" + heapBytes / 1024 + "k",
                    "-XX:+UseSerialGC",
                    "-XX:MarkSweepDeadRatio=0",
                    "-XX:TieredStopAtLevel=1"),
                Reads.class,
                largest.name(),
                String.valueOf(blocks))
            .expectDone();
    return Long.parseLong(said.strip()) - file.length;
  }

  /** Decodes, reads to the end, and prints what is alive then. */
  static final class Reads {
    private Reads() {}

    public static void main(String[] args) throws IOException {
      byte[] file = Largest.valueOf(args[0]).file(Integer.parseInt(args[1]));
      SourceContent content = SourceContent.of("a", file);
      if (!(MediaFormats.SUPPORTED.sound(content)
          instanceof Outcome.Accepted<Sound>(Sound sound, var _))) {
        throw new AssertionError("refused");
      }
      double[][] block = new double[sound.channels()][4_096];
      try (Sound.Samples samples = sound.open()) {
        for (int from = 0; from < sound.frameCount(); from += 4_096) {
          samples.read(from, Math.min(4_096, sound.frameCount() - from), block, 0);
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.println(runtime.totalMemory() - runtime.freeMemory());
      }
    }
  }
}

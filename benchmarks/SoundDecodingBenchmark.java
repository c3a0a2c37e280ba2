import dev.papack.diagnostic.Outcome;
import dev.papack.media.Sound;
import dev.papack.media.formats.MediaFormats;
import dev.papack.source.SourceContent;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** How many times faster than they play files of sound are decoded, on one processor, warm. */
final class SoundDecodingBenchmark {
  private static final int ROUNDS = 9;
  private static final int BLOCK_FRAMES = 4_096;

  private SoundDecodingBenchmark() {}

  public static void main(String[] files) throws IOException {
    for (String file : files) {
      SourceContent content = SourceContent.of(file, Files.readAllBytes(Path.of(file)));
      double checked = Double.MAX_VALUE;
      double read = Double.MAX_VALUE;
      double playSeconds = 0;
      for (int round = 0; round < ROUNDS; round++) {
        double start = processorSeconds();
        Sound sound = decode(content);
        double decoded = processorSeconds();
        readThrough(sound);
        read = Math.min(read, processorSeconds() - decoded);
        checked = Math.min(checked, decoded - start);
        playSeconds = (double) sound.frameCount() / sound.sampleRateHz();
      }
      System.out.printf(
          Locale.ROOT,
          "%s: %.1f s of sound; checked at %.0f times real time, read at %.0f, both at %.0f%n",
          file,
          playSeconds,
          playSeconds / checked,
          playSeconds / read,
          playSeconds / (checked + read));
    }
  }

  private static double processorSeconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  private static Sound decode(SourceContent content) throws IOException {
    return switch (MediaFormats.SUPPORTED.sound(content)) {
      case Outcome.Accepted<Sound>(Sound sound, var _) -> sound;
      case Outcome.Refused<Sound>(var faults) -> throw new IllegalStateException(faults.toString());
    };
  }

  private static void readThrough(Sound sound) throws IOException {
    double[][] block = new double[sound.channels()][BLOCK_FRAMES];
    try (Sound.Samples samples = sound.open()) {
      for (int frame = 0; frame < sound.frameCount(); frame += BLOCK_FRAMES) {
        samples.read(frame, Math.min(BLOCK_FRAMES, sound.frameCount() - frame), block, 0);
      }
    }
  }
}

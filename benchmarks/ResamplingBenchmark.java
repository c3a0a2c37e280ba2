import dev.papack.asset.SoundsSettings;
import dev.papack.bank.Bank;
import dev.papack.bank.sounds.SoundsEncoder;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.Sound;
import dev.papack.media.wav.WavDecoder;
import dev.papack.source.SourceContent;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** Ten minutes of stereo at other rates, against {@code sox rate -v} on one processor. */
final class ResamplingBenchmark {
  private static final int ROUNDS = 5;

  private record Change(int fromHz, int toHz) {}

  private static final List<Change> CHANGES =
      List.of(new Change(48_000, 44_100), new Change(44_100, 22_050));

  private ResamplingBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 600;
    Path folder = Files.createTempDirectory("resampling");
    for (Change change : CHANGES) {
      Path file = folder.resolve("in.wav");
      Files.write(file, noise(change.fromHz(), seconds));
      byte[] bytes = Files.readAllBytes(file);
      double ours = Double.MAX_VALUE;
      double own = Double.MAX_VALUE;
      double theirs = Double.MAX_VALUE;
      for (int round = 0; round < ROUNDS; round++) {
        ours = Math.min(ours, processorSecondsOf(() -> resample(bytes, change.toHz())));
        own = Math.min(own, processorSecondsOf(() -> resample(bytes, change.fromHz())));
        theirs = Math.min(theirs, sox(file, folder.resolve("out.wav"), change.toHz()));
      }
      System.out.printf(
          Locale.ROOT,
          "%d -> %d Hz, %d s of stereo: papack %.2f s, alone %.2f s; sox rate -v %.2f s: %.2f,"
              + " alone %.2f times%n",
          change.fromHz(),
          change.toHz(),
          seconds,
          ours,
          ours - own,
          theirs,
          ours / theirs,
          (ours - own) / theirs);
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder.resolve("out.wav"));
    }
    Files.delete(folder);
  }

  /** Work of one thread. */
  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private static double processorSecondsOf(Work work) throws IOException {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    work.run();
    return (threads.getCurrentThreadCpuTime() - before) / 1e9;
  }

  private static void resample(byte[] file, int toHz) throws IOException {
    SourceContent content = SourceContent.of("in.wav", file);
    Sound sound = accepted(WavDecoder.decode(content));
    SoundsSettings settings =
        new SoundsSettings(
            OptionalInt.of(toHz), OptionalInt.empty(), new SoundsSettings.Loop.None());
    Bank bank =
        accepted(SoundsEncoder.encode(Location.of(Artifact.SOURCE, "in.wav"), sound, settings));
    bank.writeTo(OutputStream.nullOutputStream());
  }

  private static <T> T accepted(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Accepted<T>(T value, var _) -> value;
      case Outcome.Refused<T>(var faults) -> throw new IllegalStateException(faults.toString());
    };
  }

  /** Processor time of the process, which reads and writes files besides. */
  private static double sox(Path in, Path out, int toHz) throws Exception {
    Process process =
        new ProcessBuilder(
                "bash",
                "-c",
                "TIMEFORMAT='%U %S'; time sox --single-threaded -D \"$0\" \"$1\" rate -v " + toHz,
                in.toString(),
                out.toString())
            .redirectErrorStream(true)
            .start();
    String[] printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .strip()
            .lines()
            .reduce((_, last) -> last)
            .orElseThrow()
            .split(" ");
    process.waitFor(10, TimeUnit.MINUTES);
    return Double.parseDouble(printed[0]) + Double.parseDouble(printed[1]);
  }

  private static byte[] noise(int rateHz, int seconds) {
    int samples = 2 * rateHz * seconds;
    ByteBuffer file = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples);
    file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    file.putShort((short) 1).putShort((short) 2).putInt(rateHz).putInt(4 * rateHz);
    file.putShort((short) 4).putShort((short) 16);
    file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples);
    long state = 1;
    for (int i = 0; i < samples; i++) {
      state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
      file.putShort((short) (state >> 50));
    }
    return file.array();
  }
}

import dev.papack.Packer;
import dev.papack.Session;
import dev.papack.diagnostic.Outcome;
import dev.papack.progress.Observer;
import dev.papack.progress.Progress;
import dev.papack.result.Built;
import dev.papack.result.Drift;
import dev.papack.watch.Watch;
import dev.papack.watch.WatchEvent;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long a saved picture takes from settled to published, in a process that watches: WORKSPACE PICTURE OTHER, the
 * picture below the workspace, and a file with other bytes for it. Both are used in turn.
 */
final class WatchBenchmark {
  private static final int ROUNDS = 40;

  public static void main(String[] arguments) throws Exception {
    Path workspace = Path.of(arguments[0]);
    Path picture = workspace.resolve(arguments[1]);
    byte[][] contents = {Files.readAllBytes(picture), Files.readAllBytes(Path.of(arguments[2]))};
    var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    Session session = accepted(Packer.create().open(workspace)).remembering();
    accepted(session.build(Drift.TOLERATED));
    double[] wall = new double[ROUNDS];
    double[] processor = new double[ROUNDS];
    Map<String, double[]> phases = new LinkedHashMap<>();
    try (Watch watch = session.watch(Duration.ofMillis(100))) {
      for (int round = 0; round < ROUNDS; round++) {
        Files.write(picture, contents[(round + 1) % 2]);
        while (!(watch.next(Observer.NONE) instanceof WatchEvent.Changed)) {}
        long begun = System.nanoTime();
        long used = system.getProcessCpuTime();
        int at = round;
        Observer stopwatch =
            new Observer() {
              private String phase = "OPEN";
              private long since = begun;

              @Override
              public void observe(Progress event) {
                if (event instanceof Progress.Begun) {
                  next(event.phase().name());
                }
              }

              private void next(String name) {
                long now = System.nanoTime();
                phases.computeIfAbsent(phase, _ -> new double[ROUNDS])[at] += (now - since) / 1e6;
                since = now;
                phase = name;
              }

              @Override
              public boolean isCancelled() {
                return false;
              }
            };
        Built built = accepted(session.followedBy(stopwatch).build(Drift.TOLERATED));
        stopwatch.observe(new Progress.Begun(dev.papack.progress.Phase.READ, 0));
        wall[round] = (System.nanoTime() - begun) / 1e6;
        processor[round] = (system.getProcessCpuTime() - used) / 1e6;
        if (built.state() != Built.State.PUBLISHED || built.convertedCount() != 1) {
          throw new IllegalStateException(built.toString());
        }
      }
    } finally {
      Files.write(picture, contents[0]);
    }
    // The compilers need about half of the rounds.
    System.out.printf("settled to published: %.0f ms, %.0f ms of processor time (medians of the last %d)%n", median(wall), median(processor), ROUNDS / 2);
    phases.forEach((phase, times) -> System.out.printf("  %-8s %.1f ms%n", phase, median(times)));
  }

  private static double median(double[] all) {
    double[] last = Arrays.copyOfRange(all, ROUNDS / 2, ROUNDS);
    Arrays.sort(last);
    return last[last.length / 2];
  }

  private static <T> T accepted(Outcome<T> outcome) {
    if (outcome instanceof Outcome.Accepted<T>(T value, var _)) {
      return value;
    }
    throw new IllegalStateException(outcome.diagnostics().getFirst().message());
  }
}

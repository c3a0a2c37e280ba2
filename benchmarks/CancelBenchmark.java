import dev.papack.Draft;
import dev.papack.Packer;
import dev.papack.Session;
import dev.papack.asset.AssetId;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.TextPosition;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import dev.papack.progress.Progress;
import dev.papack.result.DiagnosedDocument.Depth;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import dev.papack.result.Preview;
import dev.papack.result.Recorded;
import dev.papack.watch.Watch;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * How long operations go on once they are called off: WORKSPACE [ROUNDS]. Each is called off at random moments, by its
 * observer where it has one and by an interrupt where not. Printed is the time from there to its end, of the clock and
 * of the processor; those that had ended before are not counted.
 */
final class CancelBenchmark {
  private static final long SEED = 20_261_130;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private CancelBenchmark() {}

  /** How long it went on, in milliseconds. */
  private record Late(double wall, double processor) {}

  private interface Work {
    Object run(Observer observer) throws Exception;
  }

  private static final class Canceller implements Observer {
    private volatile boolean isCancelled;

    @Override
    public void observe(Progress event) {}

    @Override
    public boolean isCancelled() {
      return isCancelled || Thread.currentThread().isInterrupted();
    }
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]).toRealPath();
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
    Session session = accepted(Packer.create().open(folder));
    Path declaration;
    try (Stream<Path> files = Files.walk(folder.resolve("assets"))) {
      declaration =
          files.filter(file -> file.toString().endsWith(".asset.json")).sorted().findFirst().orElseThrow();
    }
    WorkspacePath document = session.locate(declaration).orElseThrow();
    Draft draft = session.draft(System::currentTimeMillis).with(document, Files.readString(declaration));
    AssetId id = accepted(draft.list()).assets().getFirst().id();
    Map<String, Work> interrupted = new LinkedHashMap<>();
    interrupted.put("draft: diagnose", _ -> draft.diagnose(document, Depth.SOURCES));
    interrupted.put("draft: complete", _ -> draft.complete(document, new TextPosition(8, 3)));
    interrupted.put("draft: preview", _ -> draft.preview(id, new Preview.Part.All()));
    Map<String, Work> cancelled = new LinkedHashMap<>();
    cancelled.put("draft: check", draft::check);
    cancelled.put("list", observer -> session.followedBy(observer).list());
    cancelled.put("plan", observer -> session.followedBy(observer).plan(Drift.TOLERATED));
    cancelled.put("doctor", observer -> session.followedBy(observer).doctor());
    cancelled.put("verify", observer -> session.followedBy(observer).verify(Recorded.COMPARED));
    cancelled.put("rename", observer -> session.followedBy(observer).rename(id.toString(), "another", Effect.SHOW));
    cancelled.put("check", observer -> session.followedBy(observer).check(Drift.TOLERATED));
    List<Late> all = new ArrayList<>();
    try (Watch watch = session.watch(Duration.ofMillis(100))) {
      cancelled.put("watch", watch::next);
      for (Map.Entry<String, Work> each : interrupted.entrySet()) {
        all.addAll(measure(each.getKey(), each.getValue(), rounds, true));
      }
      for (Map.Entry<String, Work> each : cancelled.entrySet()) {
        all.addAll(measure(each.getKey(), each.getValue(), rounds, false));
      }
    }
    print("all", all);
  }

  private static List<Late> measure(String name, Work work, int rounds, boolean isInterrupt) throws Exception {
    Random random = new Random(SEED);
    long usualNanos = 20_000_000;
    if (!name.equals("watch")) {
      for (int i = 0; i < 10; i++) {
        long begun = System.nanoTime();
        work.run(Observer.NONE);
        usualNanos = System.nanoTime() - begun;
      }
    }
    List<Late> late = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      Canceller canceller = new Canceller();
      long[] ended = new long[2];
      boolean[] isCalledOff = new boolean[1];
      Thread thread =
          Thread.ofPlatform().start(() -> {
            try {
              work.run(canceller);
            } catch (CancelledException e) {
              isCalledOff[0] = true;
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
            ended[0] = System.nanoTime();
            ended[1] = THREADS.getCurrentThreadCpuTime();
          });
      Thread.sleep(Duration.ofNanos((long) (random.nextDouble() * usualNanos)));
      long used = Math.max(0, THREADS.getThreadCpuTime(thread.threadId()));
      long begun = System.nanoTime();
      if (isInterrupt) {
        thread.interrupt();
      } else {
        canceller.isCancelled = true;
      }
      thread.join();
      if (isCalledOff[0]) {
        late.add(new Late((ended[0] - begun) / 1e6, (ended[1] - used) / 1e6));
      }
    }
    print(name, late);
    return late;
  }

  private static void print(String name, List<Late> late) {
    if (late.isEmpty()) {
      System.out.printf("%-16s never called off%n", name);
      return;
    }
    System.out.printf(
        Locale.ROOT,
        "%-16s called off %4d times: wall %s; processor %s%n",
        name,
        late.size(),
        inWords(late.stream().mapToDouble(Late::wall).sorted().toArray()),
        inWords(late.stream().mapToDouble(Late::processor).sorted().toArray()));
  }

  private static String inWords(double[] millis) {
    return String.format(
        Locale.ROOT,
        "median %.1f ms, p99 %.1f ms, worst %.1f ms",
        millis[millis.length / 2],
        millis[millis.length * 99 / 100],
        millis[millis.length - 1]);
  }

  private static <T> T accepted(Outcome<T> outcome) {
    if (outcome instanceof Outcome.Accepted<T>(T value, var _)) {
      return value;
    }
    throw new IllegalStateException(outcome.diagnostics().getFirst().message());
  }
}

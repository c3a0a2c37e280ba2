package dev.papack.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.cli.kernel.Sandbox;
import dev.papack.cli.output.Destination;
import dev.papack.cli.output.Destination.Kind;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** {@code papack build --watch} at work in this process, until it is closed. */
final class WatchingPapack implements AutoCloseable {
  private static final long DEADLINE_SECONDS = 120;

  private final OutputStream out;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicBoolean isCancelled = new AtomicBoolean();
  private final FutureTask<Integer> run;

  private WatchingPapack(OutputStream out, Path folder, List<String> arguments) {
    this.out = out;
    run =
        new FutureTask<>(() ->
            new Papack(
                    new Surroundings(
                        InputStream.nullInputStream(),
                        new Destination(out, Kind.FILE),
                        new Destination(err, Kind.FILE),
                        Map.of(),
                        folder,
                        isCancelled::get,
                        Sandbox.NONE,
                        () -> Run.RELEASE,
                        System::nanoTime,
                        () -> LocalTime.of(12, 3, 55)))
                .run(arguments.toArray(String[]::new)));
    Thread.ofPlatform().name("watching").start(run);
  }

  static WatchingPapack start(Path folder, String... more) {
    return startWriting(new ByteArrayOutputStream(), folder, more);
  }

  /** Starts it with an output that need not be one that {@link #out} shows. */
  static WatchingPapack startWriting(OutputStream output, Path folder, String... more) {
    List<String> arguments = new ArrayList<>(List.of("build", "--watch", "--threads", "1"));
    arguments.addAll(List.of(more));
    return new WatchingPapack(output, folder, arguments);
  }

  String out() {
    return out instanceof ByteArrayOutputStream bytes ? bytes.toString(UTF_8) : "";
  }

  String err() {
    return err.toString(UTF_8);
  }

  /** The results in JSON that there are so far. */
  List<Map<String, Object>> results() {
    String complete = out();
    return complete
        .substring(0, complete.lastIndexOf('\n') + 1)
        .lines()
        .filter(line -> line.startsWith("{\"artifact\":\"result\""))
        .map(JsonObjects::parse)
        .toList();
  }

  /** Waits for a result after a number of others. */
  Map<String, Object> resultAfter(int count) throws InterruptedException {
    await(() -> results().size() > count);
    return results().get(count);
  }

  /** Waits until something is so. */
  void await(BooleanSupplier condition) throws InterruptedException {
    long begun = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertThat(run.isDone()).as(out() + err()).isFalse();
      assertThat(System.nanoTime() - begun)
          .as(out() + err())
          .isLessThan(TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS));
      Thread.sleep(5);
    }
  }

  /** Waits until it ends by itself, and returns its exit status. */
  int status() throws InterruptedException, ExecutionException, TimeoutException {
    return run.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
  }

  /** Ends it as Ctrl-C does, and returns its exit status. */
  int end() throws InterruptedException, ExecutionException, TimeoutException {
    isCancelled.set(true);
    return run.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    try {
      int _ = end();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}

package dev.papack.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.cli.output.Destination.Kind;
import dev.papack.container.AssetName;
import dev.papack.progress.Phase;
import dev.papack.progress.Progress;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final Progress HALF =
      new Progress.Advanced(Phase.CONVERT, 6, 12, new AssetName("sprites/hero"));

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final TextOutput out =
      new TextOutput(new Destination(bytes, Kind.TERMINAL), Coloring.NONE);
  private final AtomicLong nanos = new AtomicLong(1_000);

  private void passMillis(long millis) {
    nanos.addAndGet(millis * 1_000_000);
  }

  @Test
  void barAppearsAfterHalfASecondAndGoes() {
    ProgressBar bar = new ProgressBar(out, nanos::get, 80);
    bar.show(HALF);
    passMillis(499);
    bar.draw();
    assertThat(bytes.size()).isZero();
    passMillis(1);
    bar.draw();
    bar.close();
    bar.draw();
    assertThat(bytes.toString(UTF_8))
        .isEqualTo("\r\u001b[K[############------------] converting 6/12 sprites/hero\r\u001b[K");
  }

  @Test
  void barOfQuickWorkLeavesNoTrace() {
    ProgressBar bar = new ProgressBar(out, nanos::get, 80);
    bar.show(HALF);
    bar.draw();
    bar.close();
    assertThat(bytes.size()).isZero();
  }

  @Test
  void barStaysInItsLine() {
    ProgressBar bar = new ProgressBar(out, nanos::get, 40);
    bar.show(HALF);
    passMillis(500);
    bar.draw();
    assertThat(bytes.toString(UTF_8)).hasSize("\r\u001b[K".length() + 39);
  }

  @Test
  void animatedBarDrawsItself() throws InterruptedException {
    ProgressBar bar = new ProgressBar(out, nanos::get, 80).animate();
    passMillis(500);
    bar.show(HALF);
    while (bytes.size() == 0) {
      Thread.sleep(5);
    }
    bar.close();
    assertThat(bytes.toString(UTF_8)).contains("6/12").endsWith("\r\u001b[K");
  }

  @Test
  void logHasALineEveryTwoSecondsAtMost() {
    ProgressLog log = new ProgressLog(out, nanos::get);
    log.show(new Progress.Begun(Phase.READ, 0));
    passMillis(1_999);
    log.show(HALF);
    assertThat(bytes.size()).isZero();
    passMillis(1);
    log.show(HALF);
    log.show(HALF);
    passMillis(2_000);
    log.show(new Progress.Begun(Phase.PACK, 0));
    assertThat(bytes.toString(UTF_8)).isEqualTo("converting 6/12\npacking\n");
  }
}

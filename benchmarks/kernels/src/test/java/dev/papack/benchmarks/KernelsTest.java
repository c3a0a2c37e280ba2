package dev.papack.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The kernels run; measured they are by {@code benchmarks/run kernels} only. */
class KernelsTest {
  private static final List<Class<?>> KERNELS =
      List.of(
          DeclarationKernel.class,
          HeaderKernel.class,
          PalettesKernel.class,
          PngKernel.class,
          ResamplingKernel.class,
          TilesKernel.class);

  /** Kernels, and the values of the parameters of those that have some. */
  private static final int MEASUREMENTS = 4 + 3 + 3;

  private final String folder = System.getProperty("papack.kernels", "");

  @Test
  void everyKernelRuns() throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                chosen()
                    .forks(0)
                    .mode(Mode.SingleShotTime)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    assertThat(results).hasSize(MEASUREMENTS);
  }

  /** Leaves {@code kernels.json} and the pictures, which other decoders are measured with. */
  @Test
  void measures() throws RunnerException, IOException {
    assumeFalse(folder.isEmpty(), "benchmarks/run kernels measures them");
    for (DrawnPicture picture : DrawnPicture.values()) {
      Files.write(Path.of(folder, picture + ".png"), picture.png());
    }
    new Runner(
            chosen()
                .forks(1)
                .jvmArgs("-Xmx1g", "-XX:+UseSerialGC")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .warmupIterations(5)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .resultFormat(ResultFormatType.JSON)
                .result(Path.of(folder, "kernels.json").toString())
                .build())
        .run();
    assertThat(Path.of(folder, "kernels.json")).isNotEmptyFile();
  }

  private static OptionsBuilder chosen() {
    OptionsBuilder options = new OptionsBuilder();
    KERNELS.forEach(kernel -> options.include(kernel.getName()));
    return options;
  }
}

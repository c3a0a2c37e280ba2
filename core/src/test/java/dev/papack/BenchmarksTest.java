package dev.papack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmarks are no part of the build; a change of what they measure must not break them. */
class BenchmarksTest {
  @TempDir private Path classes = Path.of("");

  @Test
  void everyBenchmarkCompiles() throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-proc:none",
                "-nowarn",
                "-d",
                classes.toString(),
                "-cp",
                TestClassPath.all()));
    Path folder = Path.of(System.getProperty("papack.home"), "benchmarks");
    try (Stream<Path> files = Files.list(folder)) {
      files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(command::add);
    }
    assertThat(command).anyMatch(word -> word.endsWith("ReductionBenchmark.java"));
    Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(javac.waitFor()).as(said).isZero();
  }
}

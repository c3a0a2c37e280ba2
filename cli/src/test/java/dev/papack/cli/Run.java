package dev.papack.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.cli.kernel.Sandbox;
import dev.papack.cli.output.Destination;
import dev.papack.cli.output.Destination.Kind;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * A command line that ran in this process.
 *
 * @param status its exit status
 * @param out its standard output
 * @param err its standard error
 */
record Run(int status, String out, String err) {
  /** What papack says it is: always the same, so that what is expected holds in every checkout. */
  static final Release RELEASE =
      new Release(
          "0.1.0",
          SourceCommit.parse("0123456789abcdef0123456789abcdef01234567 2026-11-29T06:31:10Z"),
          "25.0.3+9-LTS",
          "Eclipse Adoptium");

  /** Runs in a folder, with files for outputs. */
  static Run papack(Path folder, String... arguments) {
    return papack(folder, Kind.FILE, Map.of(), () -> false, arguments);
  }

  /** Runs as another release than the one of all other tests. */
  static Run papackOf(Release release, Path folder, String... arguments) {
    return papack(
        InputStream.nullInputStream(),
        folder,
        Kind.FILE,
        Map.of(),
        () -> false,
        Sandbox.NONE,
        release,
        arguments);
  }

  /** Runs with something on the standard input. */
  static Run papackReading(InputStream in, Path folder, String... arguments) {
    return papack(in, folder, Kind.FILE, Map.of(), () -> false, Sandbox.NONE, RELEASE, arguments);
  }

  static Run papack(
      Path folder,
      Kind kind,
      Map<String, String> environment,
      BooleanSupplier isCancelled,
      String... arguments) {
    return papack(folder, kind, environment, isCancelled, Sandbox.NONE, arguments);
  }

  static Run papack(
      Path folder,
      Kind kind,
      Map<String, String> environment,
      BooleanSupplier isCancelled,
      Sandbox sandbox,
      String... arguments) {
    return papack(
        InputStream.nullInputStream(),
        folder,
        kind,
        environment,
        isCancelled,
        sandbox,
        RELEASE,
        arguments);
  }

  private static Run papack(
      InputStream in,
      Path folder,
      Kind kind,
      Map<String, String> environment,
      BooleanSupplier isCancelled,
      Sandbox sandbox,
      Release release,
      String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        new Papack(
                new Surroundings(
                    in,
                    new Destination(out, kind),
                    new Destination(err, kind),
                    environment,
                    folder,
                    isCancelled,
                    sandbox,
                    () -> release,
                    () -> 0,
                    () -> LocalTime.of(12, 3, 55)))
            .run(arguments);
    return new Run(status, out.toString(UTF_8), err.toString(UTF_8));
  }

  /** The objects on standard output, each checked to be one of ours and as published. */
  List<Map<String, Object>> objects() {
    out.lines()
        .forEach(line -> assertThat(LineSchemas.faults(LineSchemas.tree(line))).as(line).isEmpty());
    return out.lines().map(JsonObjects::parse).toList();
  }

  /** The last of them. */
  Map<String, Object> result() {
    return objects().getLast();
  }

  /** A member of the result, in the notation of Java's collections. */
  Object member(String name) {
    return Objects.requireNonNull(result().get(name), name);
  }
}

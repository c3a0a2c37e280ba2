package dev.papack.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged program, started as its launcher does. */
public final class Program {
  private static final Path APP = home().resolve("cli/target/app/lib");
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private Program() {}

  /** What came of a run. */
  public record Ended(int status, String out, String err) {
    /** The same, if it went well. */
    public Ended expect(int wanted) {
      if (status != wanted) {
        throw new AssertionError("exit " + status + ", not " + wanted + ": " + out + err);
      }
      return this;
    }
  }

  public static Path home() {
    return Path.of(System.getProperty("papack.home", ""));
  }

  /** The command that starts it, with a cache of its start if {@link #train} made one. */
  public static List<String> command(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                JAVA.toString(),
                "-XX:+UseSerialGC",
                // Java's quick compiler alone: no run is long.
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--enable-native-access=dev.papack.cli"));
    if (Files.exists(cache())) {
      command.addAll(List.of("-Xlog:disable", "-XX:AOTCache=" + cache()));
    }
    command.addAll(List.of("--module-path", APP.toString()));
    command.addAll(List.of("--module", "dev.papack.cli/dev.papack.cli.Main"));
    command.addAll(List.of(arguments));
    return command;
  }

  private static Path cache() {
    return home().resolve("processes/target/papack.aot").toAbsolutePath();
  }

  /** Makes the next starts quicker; hundreds are to come. */
  public static void train() {
    if (!Files.isDirectory(APP)) {
      throw new IllegalStateException(APP + " is missing: it is made by mvn verify");
    }
    // Another machine of Java may be at it, for other tests.
    Path lock = cache().resolveSibling("papack.aot.lock");
    try (FileChannel file =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = file.lock()) {
      if (held.isValid() && !Files.exists(cache())) {
        makeCache();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void makeCache() {
    Path recorded = cache().resolveSibling("papack.aotconf");
    List<String> record = command("check", home().resolve("examples/starter").toString());
    record.addAll(1, List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recorded));
    run(record).expect(0);
    List<String> create = command();
    create.addAll(
        1,
        List.of(
            "-XX:AOTMode=create", "-XX:AOTConfiguration=" + recorded, "-XX:AOTCache=" + cache()));
    run(create).expect(0);
  }

  static Process start(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    for (String variable :
        List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH")) {
      builder.environment().remove(variable);
    }
    return builder.start();
  }

  public static Ended run(String... arguments) {
    return run(command(arguments));
  }

  static Ended run(List<String> command) {
    try {
      return await(start(command));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the end of a process whose outputs are short. */
  static Ended await(Process process) {
    try {
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(300, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("does not end: " + out + err);
      }
      return new Ended(process.exitValue(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Whether a program of the machine is there and answers. */
  static boolean isThere(String... command) {
    try {
      return await(start(List.of(command))).status() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
